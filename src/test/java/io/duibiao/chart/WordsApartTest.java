package io.duibiao.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Region;
import io.duibiao.core.Verdict;

/** In every kind of picture each word has a place of its own: no other word there, no mark, and not the edge. */
class WordsApartTest {

    private static final Map<String, Chart> CHARTS = KindSamples.all();

    static Stream<Arguments> charts() {
        return CHARTS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void inOrdinaryAndOddPicturesOfManySizes(String name, Chart chart) {
        Random random = new Random(name.hashCode());
        int[] widths = { 480, 481, 640, 900, 939, 940, 1200, 1600, 2400, 4096 };
        for (int width : widths) {
            for (Language language : Language.values()) {
                check(name, chart, width, random.nextBoolean() ? 0 : height(random, width), language);
            }
        }
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({ "480, 480", "480, 4096", "4096, 480", "940, 480", "1200, 675", "1920, 1080" })
    void atTheEdgesOfWhatMayBeAskedFor(int width, int height) {
        CHARTS.forEach((name, chart) -> check(name, chart, width, height, Language.ZH));
        CHARTS.forEach((name, chart) -> check(name, chart, width, height, Language.EN));
    }

    @Test
    void inPicturesOfRandomFigures() {
        Random random = new Random(20261122);
        for (int i = 0; i < 120; i++) {
            Language language = Language.values()[i % 2];
            int width = 480 + random.nextInt(1400);
            int height = random.nextInt(3) == 0 ? 0 : height(random, width);
            check("random " + i, random(random, i % 5), width, height, language);
        }
    }

    private static int height(Random random, int width) {
        return 480 + random.nextInt(Math.min(1200, Canvas.GREATEST_AREA / width - 480));
    }

    private static void check(String name, Chart chart, int width, int height, Language language) {
        OptionalInt given = height == 0 ? OptionalInt.empty() : OptionalInt.of(height);
        Picture picture = Picture.of(chart, new Look(language, Theme.LIGHT, new Canvas(width, given, 1)));
        try {
            Apart.assertApart(picture);
        } catch (AssertionError touching) {
            throw new AssertionError(name + " " + width + " × " + height + " " + language + ": " + touching.getMessage(),
                    touching);
        }
    }

    private static Chart random(Random random, int kind) {
        List<Region> leagues = KindSamples.leagues().subList(0, 1 + random.nextInt(12));
        return switch (kind) {
            case 0 -> trend(random);
            case 1 -> new RankingChart(regions(random, leagues));
            case 2 -> KindSamples.matrix(1 + random.nextInt(30), leagues, random.nextInt());
            case 3 -> new TileChart(regions(random, leagues));
            default -> KindSamples.scores(some(random));
        };
    }

    private static List<Verdict> some(Random random) {
        List<Verdict> some = new ArrayList<>(BulletChartTextTest.everything());
        Collections.shuffle(some, random);
        return some.subList(0, random.nextInt(some.size()));
    }

    private static Regions regions(Random random, List<Region> leagues) {
        String[] values = Stream.generate(() -> value(random)).limit(leagues.size()).toArray(String[]::new);
        String target = List.of("≥25", "18", "稳定在45", "达到国家考核目标", "不低于90.7%").get(random.nextInt(5));
        return KindSamples.regions(region -> Samples.row("share", "某项比例" + "很长".repeat(random.nextInt(8)),
                "A share" + " of much".repeat(random.nextInt(8)), "%").target(target).baseline("15"), leagues, values);
    }

    private static String value(Random random) {
        String number = switch (random.nextInt(6)) {
            case 0 -> "0";
            case 1 -> "-" + random.nextInt(40) + ".5";
            case 2 -> String.valueOf(100 + random.nextInt(200));
            case 3 -> "缺";
            default -> random.nextInt(100) + "." + random.nextInt(100);
        };
        return number + (number.equals("缺") ? "" : List.of("", "", "*", "~", "!", "以上").get(random.nextInt(6)));
    }

    private static Chart trend(Random random) {
        Map<String, String> values = new LinkedHashMap<>();
        int first = 2010 + random.nextInt(12);
        for (int year = first; year <= 2023; year++) {
            values.put(String.valueOf(year), value(random));
        }
        List<String> targets = List.of("≥25", "18", "稳定在45", "达到国家考核目标", "不低于90.7%", "≥250");
        List<Function<Integer, Samples.Row>> rows = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            String target = targets.get(random.nextInt(targets.size()));
            int due = 2020 + random.nextInt(8);
            rows.add(any -> Samples.row("share", "某项比例", "A share", "%").target(target).due(due).baseline("15"));
        }
        return KindSamples.trend(Period.year(2023), rows, values);
    }
}
