package io.duibiao.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

import io.duibiao.chart.Samples.Row;
import io.duibiao.chart.Samples.Value;
import io.duibiao.chart.TrendChart.Aim;
import io.duibiao.chart.TrendChart.Point;
import io.duibiao.core.Indicator;
import io.duibiao.core.Period;
import io.duibiao.core.Region;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/** Charts of the kinds that compare regions or years, ordinary and odd. */
final class KindSamples {

    private static final Period YEAR = Period.year(2023);
    private static final List<String> LEAGUES = List.of("150100 呼和浩特市 Hohhot", "150200 包头市 Baotou", "150300 乌海市 Wuhai",
            "150400 赤峰市 Chifeng", "150500 通辽市 Tongliao", "150600 鄂尔多斯市 Ordos", "150700 呼伦贝尔市 Hulunbuir",
            "150800 巴彦淖尔市 Bayannur", "150900 乌兰察布市 Ulanqab", "152200 兴安盟 Hinggan", "152500 锡林郭勒盟 Xilingol",
            "152900 阿拉善盟 Alxa");
    static final String LONG = "一个用来检验版面的名称特别特别特别特别特别特别长的旗县级行政区域（含经济技术开发区）";

    private KindSamples() {
    }

    /** 缺 for none; a final * for a provisional value, ~ for a part of the year, ! for another basis. */
    private static Row valued(Row row, String value, Period period) {
        if (value.equals("缺")) {
            return row;
        }
        String printed = value.replaceAll("[*~!]$", "");
        return row.value(printed, v -> {
            Value at = row.baseYear().map(v::since).orElse(v)
                    .of(value.endsWith("~") ? Period.of(period.year() + "-01/" + period.year() + "-07") : period);
            return value.endsWith("*") ? at.provisional() : value.endsWith("!") ? at.on("136个断面") : at;
        });
    }

    static List<Region> leagues() {
        return LEAGUES.stream().map(line -> line.split(" "))
                .map(part -> region(part[0], part[1], part[2], part[1].replaceFirst("[市盟]$", ""))).toList();
    }

    private static Region region(String code, String zh, String en, String shortName) {
        return new Region(code, new Text(zh, en), shortName, "league", Optional.of("150000"));
    }

    static Regions regions(Function<Region, Row> row, List<Region> regions, String... values) {
        List<Place> places = new ArrayList<>();
        Indicator indicator = row.apply(regions.get(0)).in(YEAR, 1).indicator();
        for (int i = 0; i < regions.size(); i++) {
            Verdict verdict = valued(row.apply(regions.get(i)).in(regions.get(i)), values[i % values.length], YEAR).in(YEAR,
                    20);
            places.add(new Place(regions.get(i), Optional.of(verdict), verdict.value()));
        }
        places.sort(Place.bestFirst(indicator.direction()));
        List<Verdict> verdicts = places.stream().flatMap(place -> place.verdict().stream()).toList();
        return Regions.of(Samples.source(verdicts), indicator, YEAR, places);
    }

    private static Row sewage(Region region) {
        return Samples.row("rural-sewage-treatment", "农村生活污水治理率", "Treatment of rural sewage", "%").target("≥25")
                .baseline("15");
    }

    static Regions ordinary() {
        return regions(KindSamples::sewage, leagues(), "42.1", "31.0*", "缺", "22.8", "18.25", "38.4", "25", "19.9", "90以上",
                "27.3~", "12.0", "33!");
    }

    /** Inferior sections: 0 is the best; one far out; lower is better. */
    static Regions lower() {
        return regions(region -> Samples.lower("water-inferior-sections", "地表水考核断面水质劣Ⅴ类水体比例",
                "Surface-water sections below class Ⅴ", "%").target("3.8以内").due(2023), leagues(), "0", "0", "1.9", "3.8",
                "12.5",
                "缺", "0.0", "5.6*", "3.9", "0", "7.1", "2.2");
    }

    /** Changes below zero and 250 %. */
    static Regions wide() {
        return regions(region -> Samples.decline("nox-reduction", "氮氧化物排放量减少比例", "Reduction of nitrogen oxides").target("12")
                .since(2020), leagues(), "-18.4", "250", "0", "12", "11.99");
    }

    static Regions alike() {
        return regions(region -> Samples.row("air-good-days", "空气质量优良天数比率", "Good-air days", "%").target("≥90.7").due(2023),
                leagues(), "90.8", "98.2", "91.5", "89.7", "95.1", "90.6", "99.2", "92.2", "97.8", "96.0", "98.9", "88.8*");
    }

    static Regions none() {
        return Regions.of(Samples.source(List.of()), ordinary().indicator(), YEAR, List.of());
    }

    static Regions longNames() {
        List<Region> regions = new ArrayList<>(leagues().subList(0, 3));
        regions.add(region("150499", LONG, "A region whose name is much longer than any column of any picture could ever be",
                "名称特别特别长的地区"));
        return regions(region -> Samples.lower("energy", "能源消费总量", "Energy consumption", "亿吨标准煤").target("2.25左右"), regions,
                "123456789.25", "2.71", "约3.19", "0.0001*");
    }

    static Regions threeThousand() {
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            regions.add(region("r" + i, "第" + i + "号旗县", "Banner " + i, "第" + i + "号"));
        }
        String[] values = new String[997];
        Random random = new Random(7);
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 9 == 0 ? "缺" : String.valueOf(random.nextInt(1000) / 10.0);
        }
        return regions(KindSamples::sewage, regions, values);
    }

    static MatrixChart matrix() {
        List<Row> rows = new ArrayList<>(Samples.table1());
        rows.addAll(Samples.oddities().subList(0, 4));
        return matrix(rows.size(), leagues(), 1);
    }

    static MatrixChart matrix(int targets, List<Region> leagues, int seed) {
        List<Region> regions = new ArrayList<>();
        regions.add(new Region("150000", Samples.REGION, "全区", "region", Optional.empty()));
        regions.addAll(leagues);
        Random random = new Random(seed);
        String[] values = { "缺", "90.8", "25*", "17~", "98以上", "45", "0", "23.5", "15.2*", "69.2!", "250", "-2.0" };
        Map<String, Map<String, Verdict>> verdicts = new LinkedHashMap<>();
        List<Target> rows = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            Map<String, Verdict> row = new LinkedHashMap<>();
            for (Region region : regions) {
                List<Row> fresh = new ArrayList<>(Samples.table1());
                fresh.addAll(Samples.oddities());
                Row target = fresh.get(i % fresh.size());
                if (!region.code().equals("150000")) {
                    if (i % 5 == 4) {
                        continue;
                    }
                    target.in(region);
                }
                row.put(region.code(), valued(target, values[random.nextInt(values.length)], YEAR).in(YEAR, i + 1));
            }
            Target target = row.values().iterator().next().target();
            rows.add(target);
            verdicts.put(target.id(), row);
        }
        List<Verdict> all = verdicts.values().stream().flatMap(of -> of.values().stream()).toList();
        return MatrixChart.of(Samples.PLAN, Samples.source(all), Samples.REGION, YEAR, rows, regions, verdicts);
    }

    static ScoreChart scores(List<Verdict> verdicts) {
        return ScoreChart.of(Samples.PLAN, Samples.source(verdicts), Samples.REGION, Period.year(2020), verdicts);
    }

    /** Each row is one target with the same values; the first one's verdicts make the points. */
    static TrendChart trend(Period period, List<Function<Integer, Row>> rows, Map<String, String> values) {
        List<Aim> aims = new ArrayList<>();
        for (Function<Integer, Row> row : rows) {
            Row filled = filled(row.apply(0), values);
            aims.add(new Aim(Samples.PLAN, filled.in(period, aims.size() + 1), filled.course(period)));
        }
        List<Point> points = new ArrayList<>();
        int first = values.keySet().stream().map(Period::of).mapToInt(Period::year).min().orElse(2020);
        for (int year = first; year <= period.year(); year++) {
            Verdict verdict = filled(rows.get(0).apply(0), values).in(Period.year(year), 1);
            points.add(Point.of(verdict));
        }
        Verdict verdict = aims.get(0).verdict();
        return new TrendChart(Samples.source(List.of(verdict)), Samples.REGION, verdict.indicator(), period, points, aims);
    }

    private static Row filled(Row row, Map<String, String> values) {
        values.forEach((period, value) -> valued(row, value, Period.of(period)));
        return row;
    }

    private static Row fossil() {
        return Samples.row("non-fossil-share", "非化石能源占一次能源消费比例", "Non-fossil share of primary energy", "%").target("18")
                .baseline("9.2").milestone(2023, "≥14");
    }

    static TrendChart ordinaryTrend() {
        return trend(YEAR, List.of(i -> fossil()), values("2018 7.1", "2019 8.4", "2020 9.2", "2021 10.9", "2022 11.8",
                "2023 13.1*"));
    }

    static TrendChart oddTrend() {
        return trend(YEAR, List.of(i -> fossil()), values("2015 5.2", "2016 缺", "2017 6.0", "2018 7.5!", "2019 8以上",
                "2020 9.2", "2021 10.4~", "2022 12.2*", "2023 10.8"));
    }

    static TrendChart manyTargets() {
        return trend(Period.year(2020), List.of(
                i -> Samples.row("air-good-days", "空气质量优良天数比率", "Good-air days", "%").target("≥83.8").due(2020)
                        .baseline("80.9"),
                i -> Samples.row("air-good-days", "空气质量优良天数比率", "Good-air days", "%").target("≥89.1").due(2020),
                i -> Samples.row("air-good-days", "空气质量优良天数比率", "Good-air days", "%").target("达到国家考核目标").due(2025)),
                values("2015 80.9", "2016 86.2", "2017 85.3", "2018 83.6", "2019 89.6", "2020 90.8"));
    }

    static TrendChart ceiling() {
        return trend(YEAR, List.of(i -> Samples.lower("energy-consumption", "能源消费总量", "Energy consumption", "亿吨标准煤")
                .target("2.25亿吨标准煤左右").baseline("2.53")), values("2020 2.53", "2021 2.6", "2022 2.71*"));
    }

    static TrendChart below() {
        return trend(Period.year(2022), List.of(i -> Samples.decline("co2", "单位国内生产总值二氧化碳排放降低",
                "Decline of CO₂ per unit of GDP").binding().target("18").since(2020)), values("2021 -2.0", "2022 -3.5"));
    }

    static TrendChart farTarget() {
        return trend(YEAR, List.of(i -> Samples.row("restored", "完成治理面积", "Area restored", "万亩").target("5000").baseline("0")),
                values("2020 0", "2021 12", "2022 0", "2023 25"));
    }

    static TrendChart everyYear() {
        return trend(YEAR, List.of(i -> Samples.row("grassland-cover", "草原综合植被盖度", "Vegetation cover of grassland", "%")
                .target("稳定在45").baseline("45")), values("2020 45", "2021 45.1", "2022 44.9", "2023 45"));
    }

    static TrendChart valueless() {
        return trend(YEAR, List.of(i -> Samples.row("water", "水质优良比例", "Good water", "%").target("≥60").baseline("53.8")),
                values());
    }

    private static Row parks() {
        return Samples.row("park-share", "公园绿地率", "Share of parks", "%").target("≥38").baseline("35");
    }

    /** No league's figure for some years, those of two for the last. */
    static TrendChart partial() {
        return trend(YEAR, List.of(i -> parks().rolledUp("36.5", Period.year(2022), 12, 12)
                .rolledUp("38.25", YEAR, 2, 12)), values());
    }

    /** Of some leagues the figure is made up of those of a part of their banners. */
    static Regions partialRegions() {
        List<Region> leagues = leagues();
        return regions(region -> region.code().equals("150100") || region.code().equals("152900")
                ? parks().rolledUp(region.code().equals("150100") ? "41.2" : "37.75", YEAR, 3, 9)
                : parks(), leagues, "缺", "39", "36.1*", "38", "40.5", "39.9", "36.1", "38.4", "42", "37", "39");
    }

    static MatrixChart partialMatrix() {
        Regions regions = partialRegions();
        Map<String, Verdict> row = new LinkedHashMap<>();
        regions.places().forEach(place -> place.verdict().ifPresent(verdict -> row.put(place.region().code(), verdict)));
        Target target = row.values().iterator().next().target();
        return MatrixChart.of(Samples.PLAN, Samples.source(List.copyOf(row.values())), Samples.REGION, YEAR, List.of(target),
                leagues(), Map.of(target.id(), row));
    }

    /** Names that only their ends tell apart, and regions that nothing is demanded of. */
    static Regions alikeNames(int many) {
        List<Place> places = new ArrayList<>();
        Indicator indicator = parks().in(YEAR, 1).indicator();
        for (int i = 1; i <= many; i++) {
            Region region = region("a" + i, "黄河几字弯流域生态修复综合治理先行示范区第" + i + "管理委员会",
                    "Yellow River Bend Ecological Restoration Pilot Zone Management Committee No. " + i, "第" + i + "管委会");
            places.add(new Place(region, Optional.empty(),
                    Optional.of(parks().value(30 + i % 7 + ".5", value -> value.of(YEAR)).in(region).in(YEAR, 1).value()
                            .orElseThrow())));
        }
        places.sort(Place.bestFirst(indicator.direction()));
        return Regions.of(Samples.source(List.of()), indicator, YEAR, places);
    }

    static Map<String, String> values(String... lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            values.put(line.split(" ")[0], line.split(" ")[1]);
        }
        return values;
    }

    /** All of them by the names that their golden pictures have. */
    static Map<String, Chart> all() {
        Map<String, Chart> all = new LinkedHashMap<>();
        all.put("trend", ordinaryTrend());
        all.put("trend-odd", oddTrend());
        all.put("trend-targets", manyTargets());
        all.put("trend-ceiling", ceiling());
        all.put("trend-negative", below());
        all.put("trend-far", farTarget());
        all.put("trend-every-year", everyYear());
        all.put("trend-empty", valueless());
        all.put("ranking", new RankingChart(ordinary()));
        all.put("ranking-lower", new RankingChart(lower()));
        all.put("ranking-wide", new RankingChart(wide()));
        all.put("ranking-alike", new RankingChart(alike()));
        all.put("ranking-long", new RankingChart(longNames()));
        all.put("ranking-none", new RankingChart(none()));
        all.put("matrix", matrix());
        all.put("tilemap", new TileChart(ordinary()));
        all.put("tilemap-lower", new TileChart(lower()));
        all.put("tilemap-wide", new TileChart(wide()));
        all.put("scorecard", scores(Samples.verdicts(Samples.table1(), Period.year(2020))));
        List<Verdict> everything = BulletChartTextTest.everything();
        all.put("scorecard-missed", scores(everything));
        all.put("scorecard-empty", scores(List.of()));
        all.put("trend-partial", partial());
        all.put("ranking-partial", new RankingChart(partialRegions()));
        all.put("matrix-partial", partialMatrix());
        all.put("tilemap-partial", new TileChart(partialRegions()));
        all.put("ranking-names", new RankingChart(alikeNames(70)));
        return all;
    }
}
