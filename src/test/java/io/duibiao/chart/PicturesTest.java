package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Verdict;

/**
 * Pictures against those that a person looked at. A pixel counts as different when a channel is off by more than 32
 * of 255, and at most one pixel in a thousand may be. What differs is left under target/pictures as expected,
 * actual and difference. {@code ./mvnw test -Dtest=PicturesTest -Dpictures=rewrite} draws the expected pictures
 * anew: look at each before you commit it.
 */
class PicturesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path LEFT = Path.of("target/pictures");
    private static final int CHANNEL = 32;
    private static final double SHARE = 0.001;
    private static final Period YEAR = Period.year(2020);

    static Stream<Arguments> pictures() {
        List<Verdict> table1 = Samples.verdicts(Samples.table1(), YEAR);
        List<Verdict> oddities = Samples.verdicts(Samples.oddities(), YEAR);
        List<Verdict> long24 = new ArrayList<>(table1);
        long24.addAll(oddities.subList(0, 3));
        List<Verdict> mixed = new ArrayList<>(oddities.subList(0, 6));
        mixed.addAll(table1.subList(12, 18));
        return Stream.concat(kinds(), Stream.of(picture("table1-2020", table1, Language.ZH, Theme.LIGHT, 1200, 0),
                picture("table1-2020-en", table1, Language.EN, Theme.LIGHT, 1200, 0),
                picture("missing-provisional-bound", oddities, Language.ZH, Theme.LIGHT, 1000, 0),
                picture("dark", mixed, Language.ZH, Theme.DARK, 1000, 0),
                picture("print", mixed, Language.ZH, Theme.PRINT, 1000, 0),
                picture("narrow", mixed, Language.ZH, Theme.LIGHT, 480, 0),
                picture("narrow-en", mixed, Language.EN, Theme.DARK, 480, 900),
                picture("24-rows-tight", long24, Language.ZH, Theme.LIGHT, 1000, 640),
                picture("empty", List.of(), Language.ZH, Theme.LIGHT, 1000, 0)));
    }

    /** Each once in Chinese; every third again small, dark and in English, every third again for print. */
    private static Stream<Arguments> kinds() {
        List<Arguments> pictures = new ArrayList<>();
        Canvas small = new Canvas(480, OptionalInt.of(640), 1);
        Canvas slide = new Canvas(1200, OptionalInt.of(675), 1);
        int number = 0;
        for (Map.Entry<String, Chart> one : KindSamples.all().entrySet()) {
            String name = one.getKey();
            pictures.add(picture(name, one.getValue(), Language.ZH, Theme.LIGHT, new Canvas(1000, OptionalInt.empty(), 1)));
            if (number % 3 == 0) {
                pictures.add(picture(name + "-small", one.getValue(), Language.EN, Theme.DARK, small));
            } else if (number % 3 == 1) {
                pictures.add(picture(name + "-print", one.getValue(), Language.EN, Theme.PRINT, slide));
            }
            number++;
        }
        return pictures.stream();
    }

    private static Arguments picture(String name, Chart chart, Language language, Theme theme, Canvas canvas) {
        return Arguments.of(name, Picture.of(chart, new Look(language, theme, canvas)));
    }

    private static Arguments picture(String name, List<Verdict> verdicts, Language language, Theme theme, int width,
            int height) {
        OptionalInt given = height == 0 ? OptionalInt.empty() : OptionalInt.of(height);
        return Arguments.of(name, Samples.picture(verdicts, language, theme, new Canvas(width, given, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void looksAsItDidWhenAPersonLooked(String name, Picture picture) throws IOException {
        Path golden = GOLDEN.resolve(name + ".png");
        if ("rewrite".equals(System.getProperty("pictures"))) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, Png.of(picture));
        }
        BufferedImage expected = ImageIO.read(golden.toFile());
        BufferedImage actual = Png.image(picture);
        BufferedImage difference = new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
        boolean sameSize = expected.getWidth() == actual.getWidth() && expected.getHeight() == actual.getHeight();
        int differing = sameSize ? difference(expected, actual, difference) : Integer.MAX_VALUE;
        if (differing > SHARE * actual.getWidth() * actual.getHeight()) {
            Files.createDirectories(LEFT);
            ImageIO.write(expected, "png", LEFT.resolve(name + "-expected.png").toFile());
            ImageIO.write(actual, "png", LEFT.resolve(name + "-actual.png").toFile());
            ImageIO.write(difference, "png", LEFT.resolve(name + "-difference.png").toFile());
        }
        assertEquals(expected.getWidth() + " × " + expected.getHeight(), actual.getWidth() + " × " + actual.getHeight());
        assertTrue(differing <= SHARE * actual.getWidth() * actual.getHeight(),
                () -> differing + " pixels of " + name + " differ; see " + LEFT);
    }

    private static int difference(BufferedImage expected, BufferedImage actual, BufferedImage difference) {
        int differing = 0;
        for (int y = 0; y < actual.getHeight(); y++) {
            for (int x = 0; x < actual.getWidth(); x++) {
                if (differs(expected.getRGB(x, y), actual.getRGB(x, y))) {
                    difference.setRGB(x, y, 0xFF0000);
                    differing++;
                }
            }
        }
        return differing;
    }

    private static boolean differs(int expected, int actual) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((expected >> shift & 255) - (actual >> shift & 255)) > CHANNEL) {
                return true;
            }
        }
        return false;
    }
}
