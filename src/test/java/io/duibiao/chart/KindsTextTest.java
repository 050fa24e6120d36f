package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Region;
import io.duibiao.core.Verdict;

/** What the pictures of regions and years say. */
class KindsTextTest {

    private static final Period YEAR_2022 = Period.year(2022);

    private static List<String> words(Chart chart, Language language) {
        return words(chart, language, 1600);
    }

    private static List<String> words(Chart chart, Language language, int width) {
        return Apart.words(Picture.of(chart, new Look(language, Theme.LIGHT, new Canvas(width, OptionalInt.empty(), 1))));
    }

    private static void assertSays(Chart chart, Language language, String... lines) {
        List<String> words = words(chart, language);
        for (String line : lines) {
            assertTrue(words.contains(line), line + " in " + words);
        }
    }

    @Test
    void aTrendStatesValueOutcomeDistanceAndPace() {
        assertSays(KindSamples.ordinaryTrend(), Language.ZH, "内蒙古自治区非化石能源占一次能源消费比例：2023年13.1%（快报），尚未达标，距目标值差4.9个百分点，序时进度滞后");
        String english = String.join(" ", words(KindSamples.ordinaryTrend(), Language.EN));
        assertTrue(english
                .startsWith("Non-fossil share of primary energy, Inner Mongolia: 13.1\u00a0% (prov.) in 2023, not yet met,"
                        + " 4.9\u00a0pp short of the target, behind schedule"),
                english);
    }

    @Test
    void aTrendWithoutValuesSaysSo() {
        assertSays(KindSamples.valueless(), Language.ZH, "内蒙古自治区水质优良比例：2023年无实测值，暂不能评价", "目标 ≥60");
    }

    @Test
    void severalTargetsOfATrendAreNumberedInThePlotAndBelow() {
        assertSays(KindSamples.manyTargets(), Language.ZH, "内蒙古自治区空气质量优良天数比率：2020年90.8%；3个目标中，2个达标，1个暂不能评价", "① 目标 ≥83.8",
                "② 目标 ≥89.1", "③ 2025年目标 达到国家考核目标");
    }

    @Test
    void theLegendOfATrendNamesEachLookThatOccursAndNoOther() {
        List<String> odd = words(KindSamples.oddTrend(), Language.ZH);
        for (String look : List.of("实际值", "快报值，尚未核定", "只给出界限，箭头指向可能的一侧", "不足一年的数", "无实测值", "口径或基期不同，不与目标比较", "序时进度要求",
                "按现有走势推算", "基数")) {
            assertTrue(odd.contains(look), look);
        }
        List<String> plain = words(KindSamples.everyYear(), Language.ZH);
        assertFalse(plain.contains("快报值，尚未核定"));
        assertFalse(plain.contains("按现有走势推算"));
    }

    @Test
    void anAxisThatDoesNotStartAtZeroSaysSo() {
        assertSays(KindSamples.manyTargets(), Language.ZH, "纵轴不从零起。");
        assertFalse(words(KindSamples.ordinaryTrend(), Language.ZH).contains("纵轴不从零起。"));
    }

    @Test
    void whatIsCountedHasWholeTicks() {
        Chart few = KindSamples.trend(YEAR_2022, List.of(i -> Samples.lower("accidents", "事故起数", "Accidents", "起").target("0")
                .baseline("2")), KindSamples.values("2021 1", "2022 0"));
        List<String> words = words(few, Language.ZH);
        assertTrue(words.containsAll(List.of("0", "1", "2", "3")), words::toString);
        assertTrue(words.stream().noneMatch(line -> line.matches("[0-9]+[.][0-9]+")), words::toString);
    }

    @Test
    void aRankingCountsOutcomesAndNamesTheExtremes() {
        RankingChart ranking = new RankingChart(KindSamples.ordinary());
        String chinese = String.join("", words(ranking, Language.ZH));
        assertTrue(chinese.startsWith("农村生活污水治理率：2023年12个盟市中，5个达标，4个尚未达标，3个暂不能评价；乌兰察布市最高（90%以上），锡林郭勒盟最低（12.0%）"), chinese);
        assertSays(ranking, Language.ZH, "目标 ≥25（2025年）", "无实测值", "27.3（1—7月）", "没有自身目标的盟市参照上级地区的目标，不计入评分。");
        assertSays(ranking, Language.EN, "Target ≥ 25 (2025)", "27.3 (Jan–Jul)", "17.1\u00a0pp better than the target");
    }

    @Test
    void ofSeveralWithOneFigureNoneAloneIsTheHighestOrLowest() {
        assertTrue(words(new RankingChart(KindSamples.wide()), Language.ZH).stream()
                .anyMatch(line -> line.contains("3个盟市并列最高（250%）")));
        String english = String.join(" ", words(new RankingChart(KindSamples.lower()), Language.EN));
        assertTrue(english.contains("highest in Tongliao (12.5\u00a0%), lowest in 4 leagues (0\u00a0%)"), english);
    }

    /** 30以下 may be lower still than 12. */
    @Test
    void aBoundThatLeavesTheExtremeOpenKeepsItFromBeingNamed() {
        List<Region> three = KindSamples.leagues().subList(0, 3);
        Regions regions = KindSamples.regions(region -> Samples.row("rural-sewage-treatment", "农村生活污水治理率",
                "Treatment of rural sewage", "%").target("≥25").baseline("15"), three, "42.5", "30以下", "12");
        String finding = regions.finding(new Said(new Words(Language.ZH)));
        assertTrue(finding.endsWith("；" + three.get(0).name().zh() + "最高（42.5%）"), finding);
    }

    @Test
    void whereLowerIsBetterTheLowestComesFirst() {
        List<String> printed = KindSamples.lower().places().stream()
                .map(place -> place.value().map(value -> value.printed()).orElse("缺")).toList();
        assertEquals(List.of("0", "0", "0.0", "0", "1.9", "2.2", "3.8", "3.9", "5.6", "7.1", "12.5", "缺"), printed);
    }

    @Test
    void of3000RegionsTheFirstAndTheLastAreShownAndTheRestCounted() {
        List<String> words = words(new RankingChart(KindSamples.threeThousand()), Language.ZH);
        assertTrue(words.stream().anyMatch(line -> line.matches("…… 另有2960个盟市未画出：.*，[0-9]+个无实测值")), words::toString);
    }

    @Test
    void theRegionsThatAreLeftOutAreCountedByWhatTheirRowsWouldSay() {
        assertTrue(words(new RankingChart(KindSamples.alikeNames(70)), Language.ZH)
                .contains("…… 另有30个盟市未画出：30个没有适用的目标"));
    }

    /** domain.md, 4: a roll-up states how many of how many reported. */
    @Test
    void aFigureThatRegionsAreMissingFromSaysSoInEveryKind() {
        assertSays(KindSamples.partial(), Language.ZH, "内蒙古自治区公园绿地率：2023年38.25%（2/12已报），达标，好于目标值0.25个百分点，序时进度提前",
                "38.25（2/12已报）", "36.5", "基数 35");
        assertSays(new RankingChart(KindSamples.partialRegions()), Language.ZH, "41.2（3/9已报）", "37.75（3/9已报）", "39");
        assertSays(new RankingChart(KindSamples.partialRegions()), Language.EN, "41.2 (3 of 9 reported)");
        assertSays(new TileChart(KindSamples.partialRegions()), Language.ZH, "3/9已报");
        assertSays(KindSamples.partialMatrix(), Language.ZH, "只由已报地区汇总：呼和浩特市公园绿地率（3/9已报）、阿拉善盟公园绿地率（3/9已报）。");
        List<Verdict> one = List.of(Samples.row("park-share", "公园绿地率", "Share of parks", "%").target("≥38")
                .rolledUp("38.25", Period.year(2020), 2, 12).in(Period.year(2020), 1));
        assertSays(KindSamples.scores(one), Language.ZH, "只由已报地区汇总：内蒙古自治区公园绿地率（2/12已报）。");
        assertSays(Samples.bullets(one), Language.ZH, "38.25", "2/12已报");
    }

    @Test
    void whatAllReportedSaysNothingOfIt() {
        List<Verdict> whole = List.of(Samples.row("park-share", "公园绿地率", "Share of parks", "%").target("≥38")
                .rolledUp("38.25", Period.year(2020), 12, 12).in(Period.year(2020), 1));
        for (Chart chart : List.of(KindSamples.scores(whole), Samples.bullets(whole))) {
            assertFalse(String.join("", words(chart, Language.ZH)).contains("已报"));
        }
    }

    @Test
    void whatIsOnlyComparedWithTheRegionAboveIsSaidToCountInNoScore() {
        Verdict own = Samples.row("park-share", "公园绿地率", "Share of parks", "%").target("≥38").value("39").in(Period.year(2020),
                1);
        Verdict reference = Samples.row("park-share", "公园绿地率", "Share of parks", "%").target("≥38").value("39")
                .in(KindSamples.leagues().get(0)).in(Period.year(2020), 1);
        assertSays(Samples.bullets(List.of(reference)), Language.ZH, "没有自身目标的参照上级地区的目标，不计入评分。");
        assertFalse(words(Samples.bullets(List.of(own)), Language.ZH).contains("没有自身目标的参照上级地区的目标，不计入评分。"));
    }

    @Test
    void pointsAreCounted() {
        Chart risen = KindSamples.trend(Period.year(2021), List.of(i -> Samples.row("urban", "城镇化率提高幅度", "Rise", "百分点")
                .target("5以上")), KindSamples.values("2021 4.1"));
        assertTrue(words(risen, Language.ZH).get(0).startsWith("内蒙古自治区城镇化率提高幅度：2021年4.1个百分点，尚未达标，距目标值差0.9个百分点"),
                words(risen, Language.ZH).get(0));
    }

    @Test
    void namesThatOnlyTheirEndsTellApartKeepTheirEnds() {
        List<String> small = words(new RankingChart(KindSamples.alikeNames(3)), Language.ZH, 480);
        for (int i = 1; i <= 3; i++) {
            String end = i + "管理委员会";
            assertTrue(small.stream().anyMatch(line -> line.endsWith(end)), small::toString);
        }
        assertEquals("Yello...mittee No. 7", Ink.abridged("Yellow River Bend Committee No. 7", ChineseFont.regular(12),
                Ink.width("Yello...mittee No. 7", ChineseFont.regular(12))));
    }

    @Test
    void theTileMapSaysWhatItIsNot() {
        List<String> words = words(new TileChart(KindSamples.ordinary()), Language.ZH);
        assertTrue(words.get(0).startsWith("盟市方位格 · 农村生活污水治理率：2023年"));
        assertTrue(words.contains("盟市方位格：示意排列，不代表行政边界。"));
        assertSays(new TileChart(KindSamples.ordinary()), Language.EN,
                "Tiles show where the leagues lie to each other; they are no administrative boundaries.");
    }

    @Test
    void theMatrixCountsItsVerdicts() {
        String title = words(KindSamples.matrix(), Language.ZH).get(0);
        assertTrue(title.startsWith("内蒙古自治区“十四五”生态环境保护规划：2023年25项目标对13个地区的"), title);
    }

    @Test
    void theScorecardSaysWhatTheBindingTargetsComeTo() {
        Chart missed = KindSamples.scores(BulletChartTextTest.everything());
        assertSays(missed, Language.ZH, "总体：有约束性目标未达标", "共17项", "达标 2", "滞后 3", "总体结论只看约束性目标；预期性目标和未注明属性的任务只作参考。");
        assertSays(missed, Language.EN, "Overall: binding targets are missed", "Binding targets", "17 in all", "behind 3");
    }

    @Test
    void whatThereIsNotIsSaid() {
        assertSays(KindSamples.scores(List.of()), Language.ZH, "该规划没有为内蒙古自治区设定2020年适用的目标");
        assertSays(new RankingChart(KindSamples.none()), Language.ZH, "没有可以比较的地区",
                "所查规划：《内蒙古自治区“十四五”生态环境保护规划》（内政办发〔2021〕60号）。");
    }

    @Test
    void everyWordOfEveryPictureIsInTheTypeface() {
        KindSamples.all().forEach((name, chart) -> {
            for (Language language : Language.values()) {
                words(chart, language, 1000)
                        .forEach(line -> assertEquals(-1, ChineseFont.regular(12).canDisplayUpTo(line), name + ": " + line));
            }
        });
    }

    @Test
    void ofSeveralTargetsTheOneDueNextComesFirst() {
        Period year = Period.year(2023);
        var later = Samples.row("a", "甲", "A", "%").target("≥60").due(2025).in(year, 1);
        var next = Samples.row("a", "甲", "A", "%").target("≥50").due(2023).in(year, 2);
        var past = Samples.row("a", "甲", "A", "%").target("≥40").due(2020).in(year, 3);
        var part = Samples.row("a", "甲", "A", "%").of("农区").target("≥70").due(2023).in(year, 4);
        assertEquals(next, Charts.foremost(List.of(part, later, past, next), year).orElseThrow());
        assertEquals(past, Charts.foremost(List.of(part, past), year).orElseThrow());
    }
}
