package io.duibiao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.duibiao.core.Baseline;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Citation;
import io.duibiao.core.ComparableBases;
import io.duibiao.core.Course;
import io.duibiao.core.Due;
import io.duibiao.core.Figure;
import io.duibiao.core.Period;
import io.duibiao.core.PublishedPath;
import io.duibiao.core.Quantity;
import io.duibiao.core.Region;
import io.duibiao.core.Rule;
import io.duibiao.core.Target;

class SeedCatalogueTest {

    /** A good row; each example replaces one cell of it. */
    private static final String ROW = "a-plan.1,a-plan,a-air,,a00,,,BINDING,BY,2025-12-31,,不低于90.8%,,,,,,90.8,,,,,,,,,,"
            + "a-plan,专栏1 第1行,不低于90.8%";

    private static Catalogue read(Tables tables) {
        Seed seed = tables.seed();
        Catalogue catalogue = new Catalogue(SeedCatalogue.read(seed));
        assertEquals(List.of(), seed.faults());
        return catalogue;
    }

    private static Tables withTarget(String row) {
        return new Tables("a").table("targets.csv", Tables.TARGETS + row + "\n");
    }

    @Test
    void goodTablesGiveTheWholeCatalogue() {
        Catalogue catalogue = read(new Tables("a"));
        assertEquals(List.of("注一", "注二"), catalogue.plan("a-plan").orElseThrow().notes());
        assertEquals(List.of("a00"), catalogue.ancestors("a01").stream().map(Region::code).toList());
        assertEquals(List.of("a01"), catalogue.children("a00").stream().map(Region::code).toList());
        assertTrue(catalogue.group("a-near").orElseThrow().membersKnown());
        assertEquals(Optional.empty(), catalogue.target("a-plan.3"));
        Target target = catalogue.target("a-plan.1").orElseThrow();
        assertEquals(new Rule.AtLeast(Quantity.of("90.8"), Optional.of("%"), "不低于90.8%"), target.rule());
        assertEquals(new Citation("《某某规划》", "专栏1 第1行", "不低于90.8%"), target.citation());
    }

    @Test
    void theIndicatorsOwnBasisGoesWithoutSaying() {
        assertEquals(Optional.empty(), read(new Tables("a")).target("a-plan.1").orElseThrow().basis());
    }

    @Test
    void aTargetWithoutADateIsDueWhenItsPlanEndsAndABaselineWithoutAPeriodIsOfTheBaseYear() {
        Target target = read(withTarget(ROW.replace("2025-12-31", ""))).target("a-plan.1").orElseThrow();
        assertEquals(new Due(Due.Kind.BY, LocalDate.of(2025, 12, 31), true), target.due());
        assertEquals(Period.year(2020), target.baseline().orElseThrow().period());
        assertTrue(target.baseline().orElseThrow().assumed());
    }

    @Test
    void aPhraseThatPrintsWhereItStartsFromBringsItsBaseline() {
        String row = "a-plan.1,a-plan,a-air,,a00,,,BINDING,BY,2025-12-31,,由44%增至53%,,,,,,,,,,,,,,,,a-plan,四,由44%增至53%";
        Baseline baseline = read(withTarget(row)).target("a-plan.1").orElseThrow().baseline().orElseThrow();
        assertEquals(new Baseline(new Figure.Exact(Quantity.of(44)), "44", Period.year(2020), true, Optional.empty(),
                Optional.empty()), baseline);
    }

    @Test
    void aBaseYearThatThePhraseDoesNotPrintComesFromTheTableAndIsAssumed() {
        String row = "a-plan.1,a-plan,a-cod,,a00,,,BINDING,BY,2025-12-31,,减少8%以上,,,,,2020,,,,,,,,,,,a-plan,四,减少8%以上";
        Rule.ChangeBy rule = (Rule.ChangeBy) read(withTarget(row)).target("a-plan.1").orElseThrow().rule();
        assertEquals(Optional.of(2020), rule.baseYear());
        assertTrue(rule.assumed());
    }

    @Test
    void aTargetPrintedTwiceHasTwoCitations() {
        Target target = read(withTarget(ROW + "\n" + ROW.replace("专栏1 第1行", "第四章"))).target("a-plan.1").orElseThrow();
        assertEquals(List.of("专栏1 第1行", "第四章"), target.citations().stream().map(Citation::section).toList());
    }

    @Test
    void theNinthTargetComesBeforeTheTenth() {
        String tables = Tables.target("a", 10, "95%以上") + Tables.target("a", 9, "95%以上");
        assertEquals(List.of("a-plan.9", "a-plan.10"), read(new Tables("a").table("targets.csv", Tables.TARGETS + tables))
                .targets().stream().map(Target::id).toList());
    }

    @ParameterizedTest(name = "{1} for {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            a-plan.1,a-plan     | a-plan.1,                | targets.csv:2 plan=“”: 不能为空 / may not be empty
            a-plan.1,a-plan     | a-plan.1,b-plan          | targets.csv:2 plan=“b-plan”: 没有代码 b-plan / there is no code b-plan
            a-plan.1,a-plan     | a-plan.x,a-plan          | targets.csv:2 id=“a-plan.x”: 应为规划代码、点和序号 / should be the plan's code, a dot and a number
            a-air               | a-fog                    | targets.csv:2 indicator=“a-fog”: 没有代码 a-fog / there is no code a-fog
            ,,a00,,             | ,,a99,,                  | targets.csv:2 region=“a99”: 没有代码 a99 / there is no code a99
            ,,a00,,             | ,,a00,a-near,            | targets.csv:2 region=“a00”: 地区与区域应填且只填一个 / either a region or a group, and not both
            BINDING             | BOUND                    | targets.csv:2 attribute=“BOUND”: 应为 [BINDING, EXPECTED, TASK] 之一 / should be one of [BINDING, EXPECTED, TASK]
            BY,2025-12-31       | BY,2025-13-31            | targets.csv:2 due=“2025-13-31”: 应为日期，如 2025-12-31 / should be a date such as 2025-12-31
            2025-12-31,,        | 2025-12-31,maybe,        | targets.csv:2 due_assumed=“maybe”: 应为 true 或 false / should be true or false
            ,,90.8,,            | ,2020,90.8,,             | targets.csv:2 base_year=“2020”: 该目标不是变化量，没有基期 / the target is not a change and has no base year
            ,,90.8,,            | ,,90.8,2020-13,          | targets.csv:2 baseline_period=“2020-13”: 应为时期，如 2020、2020-Q3、2020-09 / should be a period such as 2020, 2020-Q3, 2020-09
            ,,90.8,,            | ,,1.23456,,              | targets.csv:2 baseline=“1.23456”: 数值超出范围 / the number cannot be held
            ,,90.8,,            | ,,6x9,,                  | targets.csv:2 baseline=“6x9”: 不是数值 / is not a number
            ,,90.8,,            | ,,9e99999999,,           | targets.csv:2 baseline=“9e99999999”: 不是数值 / is not a number
            ,,90.8,,            | ,,90.8.1,,               | targets.csv:2 baseline=“90.8.1”: 不是数值 / is not a number
            ,,90.8,,            | ,," 90.8",,              | targets.csv:2 baseline=“ 90.8”: 首尾有空白 / begins or ends with white space
            a-plan.1,a-plan     | ,a-plan                  | targets.csv:2 id=“”: 不能为空 / may not be empty
            ,,90.8,,            | ,,,2020,                 | targets.csv:2 baseline=“”: 有基数的说明而没有基数 / the baseline is described and not given
            ,,,,a-plan,专栏       | x,,,,a-plan,专栏           | targets.csv:2 in_principle=“x”: 应为 true 或 false / should be true or false
            ,,,a-plan,专栏        | -1,,,a-plan,专栏           | targets.csv:2 data_lag=“-1”: 应为非负整数 / should be a whole number
            a-plan,专栏1 第1行    | a-plan,                   | targets.csv:2 section=“”: 不能为空 / may not be empty
            a-plan,专栏1 第1行    | a-plan,专栏1 第1行 ,more    | targets.csv:2: 应有 30 列，实有 31 列 / 30 cells expected, 31 found
            """)
    void aFaultyCellIsNamedByFileLineColumnAndValue(String cell, String replacement, String fault) {
        assertEquals(List.of(fault), withTarget(ROW.replace(cell, replacement == null ? "" : replacement)).faults());
    }

    /** 002 三/(七) and 三/(十). */
    @ParameterizedTest
    @CsvSource({ "wuhai-2020.2, wuhai-2020.1", "wuhai-2020.5, wuhai-2020.3", "wuhai-2020.6, wuhai-2020.4" })
    void eachFigureOfWuhaiFor2025RunsThroughTheOneFor2023(String later, String earlier) {
        Catalogue catalogue = new Catalogue(SeedCatalogue.read(Seed.bundled()));
        assertEquals(List.of(earlier), catalogue.course(catalogue.target(later).orElseThrow()).milestones().stream()
                .map(milestone -> milestone.target().id()).toList());
    }

    @Test
    void aTargetFollowsThePublishedPathThatItNamesAndNoOther() {
        Catalogue catalogue = read(withTarget(ROW.replace(",,a-plan,专栏", ",a-path,a-plan,专栏")));
        Target target = catalogue.target("a-plan.1").orElseThrow();
        PublishedPath path = catalogue.course(target).path().orElseThrow();
        assertEquals(List.of(12, 24, 36), path.points().stream().map(PublishedPath.Point::months).toList());
        assertEquals(new Citation("《某某细则》", "第一类", "10%、35%、65%"), path.citation());
        Catalogue without = read(withTarget(ROW));
        assertEquals(Course.STRAIGHT, without.course(without.target("a-plan.1").orElseThrow()));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            BY   | b-path | targets.csv:2 path=“b-path”: 没有代码 b-path / there is no code b-path
            FROM | a-path | targets.csv:2 path=“a-path”: 每期都须达到的目标没有进度 / a target for every period has no schedule
            """)
    void aPathThatATargetCannotFollowIsAFault(String dueKind, String path, String fault) {
        String row = ROW.replace("BY", dueKind).replace(",,a-plan,专栏", "," + path + ",a-plan,专栏");
        assertEquals(List.of(fault), withTarget(row).faults());
    }

    @ParameterizedTest
    @ValueSource(strings = { "12", "12:10 12:35", "24:10 12:35", "12:35 24:10", "12:101", "0:10", "a:b", "12:10  24:35" })
    void aPathThatDoesNotLeadForwardIsAFault(String points) {
        List<String> faults = new Tables("a").put("paths.csv", "code,title_zh,title_en,points,note,document,section,quote",
                "a-path,年度进度,Yearly," + points + ",,《某某细则》,第一类,").faults();
        assertTrue(faults.get(0).startsWith("paths.csv:2 points=“" + points + "”: 应为月数:百分数"), faults.toString());
    }

    @Test
    void comparableBasesAreDeclaredOnceWithTheirReason() {
        Catalogue catalogue = read(new Tables("a"));
        assertEquals(List.of("剔除沙尘"), catalogue.comparable("a-air").stream().map(ComparableBases::one).toList());
        assertEquals(List.of(), catalogue.comparable("a-cod"));
        String header = "indicator,basis_a,basis_b,reason,document,section,quote";
        String row = "a-air,剔除沙尘,考核口径,同一方法,《某某公报》,第二节,两种口径可比";
        assertEquals(List.of("comparable_bases.csv:3 basis_b"),
                places(new Tables("a").put("comparable_bases.csv", header, row, row)));
        assertEquals(List.of("comparable_bases.csv:2 indicator"),
                places(new Tables("a").put("comparable_bases.csv", header, row.replace("a-air", "a-fog"))));
        assertEquals(List.of("comparable_bases.csv:2 quote"),
                places(new Tables("a").put("comparable_bases.csv", header, row.replace("两种口径可比", ""))));
    }

    private static List<String> places(Tables tables) {
        return tables.faults().stream().map(fault -> fault.substring(0, fault.indexOf('='))).toList();
    }

    @Test
    void anUnreadablePhraseIsNamedWithThePartThatIsNotUnderstood() {
        List<String> faults = withTarget(ROW.replace(",不低于90.8%,,", ",不低于90.8%且比较好,,")).faults();
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).startsWith("targets.csv:2 printed=“不低于90.8%且比较好”: 读不懂“"), faults.get(0));
    }

    @Test
    void aRepeatedTargetThatSaysSomethingElseIsAFault() {
        assertEquals(
                List.of("targets.csv:3: 与第 2 行同为 a-plan.1，内容不一致：attribute “TASK”/“BINDING”, due “2024-12-31”/“2025-12-31” / "
                        + "line 2 has the same a-plan.1 and says something else: attribute “TASK”/“BINDING”, "
                        + "due “2024-12-31”/“2025-12-31”"),
                withTarget(ROW + "\n" + ROW.replace("BINDING,BY,2025", "TASK,BY,2024")).faults());
    }

    @Test
    void everyRowOfARepeatedTargetIsReadAndAFaultyOneIsNotComparedWithAnother() {
        assertEquals(
                List.of("targets.csv:2 baseline=“6x9”: 不是数值 / is not a number",
                        "targets.csv:4 attribute=“X”: 应为 [BINDING, EXPECTED, TASK] 之一 / "
                                + "should be one of [BINDING, EXPECTED, TASK]"),
                withTarget(ROW.replace(",,90.8,,", ",,6x9,,") + "\n" + ROW + "\n" + ROW.replace("BINDING", "X")).faults());
    }

    @Test
    void wordsMayBeginWithANumber() {
        assertEquals(Optional.of(new Figure.Words("49项整改任务全部完成")), read(withTarget(ROW.replace(",,90.8,,",
                ",,49项整改任务全部完成,,"))).target("a-plan.1").flatMap(Target::baseline).map(Baseline::figure));
    }

    @Test
    void aCodeUsedTwiceIsAFaultAndSoIsARegionAboveItself() {
        assertEquals(List.of("regions.csv:4 code=“a01”: 代码重复 / the code is used twice"),
                new Tables("a").put("regions.csv", "code,name_zh,name_en,short_name,level,parent", "a00,某区,R,某,region,",
                        "a01,某市,C,某,league,a00", "a01,某市,C,某,league,a00").faults());
        assertEquals(List.of("regions.csv:2 parent=“a00”: 上级地区成环 / the region is above itself"),
                new Tables("a").put("regions.csv", "code,name_zh,name_en,short_name,level,parent", "a00,某区,R,某,region,a00",
                        "a01,某市,C,某,league,a00").faults());
    }

    @Test
    void aWrongHeaderAMissingTableAndAnotherEncodingAreFaultsOfTheWholeTable() {
        assertTrue(new Tables("a").put("plan_notes.csv", "plan,no,note", "a-plan,1,注").faults().get(0).startsWith(
                "plan_notes.csv:1: 表头应为 plan,number,note，实为 plan,no,note"));
        assertEquals(List.of("plan_notes.csv:1: 缺少此表 / the table is missing"),
                new Tables("a").without("plan_notes.csv").faults());
        assertEquals(List.of("plan_notes.csv:1: 不是 UTF-8 编码 / not in UTF-8"), new Tables("a")
                .bytes("plan_notes.csv", "plan,number,note\na-plan,1,说明\n".getBytes(Charset.forName("GB18030"))).faults());
    }

    @Test
    void anUnclosedQuoteIsAFaultOfItsLine() {
        List<String> faults = new Tables("a").put("plan_notes.csv", "plan,number,note", "a-plan,1,注", "a-plan,2,\"注").faults();
        assertEquals(List.of("plan_notes.csv:3: CSV 引号不配对 / a quoted cell is not well formed"), faults);
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertEquals(List.of(), new Tables("a").bytes("plan_notes.csv",
                "\uFEFFplan,number,note\na-plan,1,注\n".getBytes(StandardCharsets.UTF_8)).faults());
    }

    @Test
    void linesAreCountedAsAnEditorCountsThem() {
        assertEquals(List.of("plan_notes.csv:5 number=“x”: 应为非负整数 / should be a whole number"), new Tables("a")
                .put("plan_notes.csv", "plan,number,note", "a-plan,1,\"两行\n的注\"", "a-plan,2,注", "a-plan,x,注").faults());
    }

    @Test
    void theFaultsOfAllTablesAreCollectedAndWhatRefersToAFaultyRowIsNotBlamed() {
        List<String> faults = withTarget(ROW.replace("BINDING", "BOUND").replace("2025-12-31", "soon"))
                .put("plans.csv",
                        "code,title_zh,title_en,document_number,issuer,level,issued,start_year,end_year,base_year",
                        "a-plan,某某规划,A plan,,某,county,,2021,later,2020", "a-old,某某方案,Old,,某,region,,2016,2020,2015")
                .faults();
        assertEquals(List.of("plans.csv:2 end_year", "plans.csv:2 level", "targets.csv:2 attribute", "targets.csv:2 due"),
                faults.stream().map(fault -> fault.substring(0, fault.indexOf('='))).toList());
    }
}
