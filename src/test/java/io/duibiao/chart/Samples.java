package io.duibiao.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

import io.duibiao.core.Attribute;
import io.duibiao.core.Baseline;
import io.duibiao.core.Citation;
import io.duibiao.core.Direction;
import io.duibiao.core.Due;
import io.duibiao.core.Figure;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Language;
import io.duibiao.core.Measurement;
import io.duibiao.core.Movement;
import io.duibiao.core.Outcome;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Quantity;
import io.duibiao.core.Relation;
import io.duibiao.core.Rule;
import io.duibiao.core.Schedule;
import io.duibiao.core.Status;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Timing;
import io.duibiao.core.Verdict;

/** Verdicts written by hand, so that a picture is tested apart from the engine. */
final class Samples {

    static final Plan PLAN = new Plan("nm-eep-14", new Text("内蒙古自治区“十四五”生态环境保护规划",
            "14th Five-Year Plan of Inner Mongolia for the Environment"), "内政办发〔2021〕60号", "内蒙古自治区人民政府办公厅", "region",
            Optional.of(LocalDate.of(2021, 9, 28)), 2021, 2025, 2020, List.of());
    static final Text REGION = new Text("内蒙古自治区", "Inner Mongolia");
    static final Instant AS_OF = Instant.parse("2026-11-21T17:30:00Z");

    private static final Text WHOLE = REGION;

    /** One row in the making. */
    static final class Row {

        private final String code;
        private final Text name;
        private final String unit;
        private Direction direction = Direction.HIGHER;
        private Kind kind = Kind.LEVEL;
        private Attribute attribute = Attribute.EXPECTED;
        private String printedTarget = "";
        private Rule rule = new Rule.StateAssessed("达到国家考核目标");
        private Optional<String> baseline = Optional.empty();
        private Optional<String> value = Optional.empty();
        private Period valuePeriod = Period.year(2020);
        private Status status = Status.FINAL;
        private Outcome outcome = Outcome.NOT_ASSESSABLE;
        private Optional<Outcome.Reason> reason = Optional.empty();
        private Optional<Quantity> gap = Optional.empty();

        Row(String code, String zh, String en, String unit) {
            this.code = code;
            this.name = new Text(zh, en);
            this.unit = unit;
        }

        Row binding() {
            attribute = Attribute.BINDING;
            return this;
        }

        Row change() {
            kind = Kind.CUMULATIVE_CHANGE;
            return this;
        }

        Row lower() {
            direction = Direction.LOWER;
            return this;
        }

        Row neither() {
            direction = Direction.NONE;
            return this;
        }

        Row target(String printed, Rule newRule) {
            printedTarget = printed;
            rule = newRule;
            return this;
        }

        Row baseline(String printed) {
            baseline = Optional.of(printed);
            return this;
        }

        Row value(String printed) {
            value = Optional.of(printed);
            return this;
        }

        Row of(Period period) {
            valuePeriod = period;
            return this;
        }

        Row provisional() {
            status = Status.PROVISIONAL;
            return this;
        }

        Row is(Outcome newOutcome) {
            outcome = newOutcome;
            return this;
        }

        Row because(Outcome.Reason newReason) {
            reason = Optional.of(newReason);
            return this;
        }

        Row gap(String newGap) {
            gap = Optional.of(Quantity.of(newGap));
            return this;
        }

        Verdict in(Period period, int number) {
            Indicator indicator = new Indicator(code, name, unit, unit.equals("%") ? "百分点" : unit, 1, direction, kind,
                    Timing.FLOW,
                    "NONE", Optional.empty(), Optional.empty(), false, "");
            Citation citation = new Citation(PLAN.code(), "专栏1 第" + number + "行", printedTarget);
            Optional<Baseline> base = baseline.map(printed -> new Baseline(figure(printed), printed, Period.year(2020), true,
                    Optional.empty(), Optional.empty()));
            Target target = new Target(PLAN.code() + "." + number, PLAN.code(), code, Optional.empty(), Optional.of("150000"),
                    Optional.empty(), Target.GroupMode.EACH, attribute, new Due(Due.Kind.BY, LocalDate.of(2025, 12, 31), true),
                    printedTarget, Optional.empty(), Optional.empty(), rule, Target.Comparison.EXACT, Optional.empty(), base,
                    false,
                    false, 0, Optional.empty(), List.of(citation));
            Optional<Measurement> measured = value.map(printed -> new Measurement(code, "150000", Optional.empty(), valuePeriod,
                    Optional.empty(), Optional.empty(), figure(printed), printed, status, "自治区生态环境厅", Optional.empty(),
                    Optional.empty(), List.of(citation), AS_OF, 1));
            return new Verdict(target, indicator, "150000", WHOLE, period, rule, Optional.empty(), measured, outcome, reason,
                    false,
                    false, Schedule.NOT_APPLICABLE, Optional.of(Schedule.Reason.AT_BASELINE), Optional.empty(),
                    Optional.empty(),
                    Movement.UNKNOWN, gap, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false,
                    List.of());
        }
    }

    private Samples() {
    }

    static BulletChart chart(List<Verdict> verdicts, Period period, Language language, Theme theme, int width,
            OptionalInt height) {
        return new BulletChart(PLAN, REGION, period, verdicts, AS_OF, language, theme, new Canvas(width, height, 1));
    }

    /** The 21 rows of 专栏1 with the figures that it prints for 2020. */
    static List<Row> table1() {
        List<Row> rows = new ArrayList<>();
        rows.add(assessed(row("air-good-days", "地级城市空气质量优良天数比率", "Good-air days in prefecture-level cities", "%").binding(),
                "90.8"));
        rows.add(assessed(row("pm25-decline", "地级城市细颗粒物浓度下降比例", "Decline of PM2.5 in prefecture-level cities", "%").binding()
                .change(), "(25.0)"));
        rows.add(assessed(row("water-good-sections", "地表水考核断面水质好于Ⅲ类水体比例", "Surface-water sections of class Ⅲ or better", "%")
                .binding(), "69.2"));
        rows.add(assessed(row("water-inferior-sections", "地表水考核断面水质劣Ⅴ类水体比例", "Surface-water sections below class Ⅴ", "%")
                .binding().lower(), "1.9"));
        rows.add(row("black-odorous-water", "城市黑臭水体比例", "Black and odorous urban waters", "%").lower()
                .target("基本消除", new Rule.Eliminate(true, "基本消除")).baseline("全区13个达到国家目标要求").value("全区13个达到国家目标要求")
                .because(Outcome.Reason.AWAITING_DEFINITION));
        rows.add(assessed(row("co2-intensity-decline", "单位国内生产总值二氧化碳排放降低", "Decline of CO₂ per unit of GDP", "%").binding()
                .change(), "———"));
        rows.add(row("energy-intensity-decline", "单位国内生产总值能源消耗降低", "Decline of energy per unit of GDP", "%").binding().change()
                .target("15.5", new Rule.ChangeBy(q("15.5"), Rule.ChangeUnit.PERCENT, Optional.of(2020), true, false,
                        Optional.empty(), "15.5"))
                .baseline("6.89").value("6.89").because(Outcome.Reason.BASE_YEAR_UNKNOWN));
        rows.add(row("non-fossil-share", "非化石能源占一次能源消费比例", "Non-fossil share of primary energy", "%")
                .target("18", atLeast("18")).baseline("9.2").value("9.2").is(Outcome.NOT_YET_MET).gap("-8.8"));
        rows.add(assessed(row("nox-reduction", "氮氧化物排放量减少比例", "Reduction of nitrogen oxides", "%").binding().change(),
                "(21.13)"));
        rows.add(assessed(row("voc-reduction", "挥发性有机污染物排放量减少比例", "Reduction of volatile organic compounds", "%").binding()
                .change(), "———"));
        rows.add(assessed(row("cod-reduction", "化学需氧量排放量减少比例", "Reduction of chemical oxygen demand", "%").binding().change(),
                "(7.6)"));
        rows.add(assessed(
                row("ammonia-nitrogen-reduction", "氨氮排放量减少比例", "Reduction of ammonia nitrogen", "%").binding().change(),
                "(12.1)"));
        rows.add(row("redline-share", "生态保护红线占国土空间面积的比例", "Ecological red line, share of territory", "%")
                .target("不降低", new Rule.NotWorseThanBaseline("不降低")).baseline("50.46").value("50.46").is(Outcome.MET).gap("0"));
        rows.add(row("ecological-quality-index", "生态质量指数（新EI）", "Ecological quality index (new EI)", "")
                .target("稳中向好", new Rule.StableOrImproving(Quantity.ZERO, true, "稳中向好")).baseline("———").value("———")
                .because(Outcome.Reason.NO_VALUE));
        rows.add(row("forest-cover", "森林覆盖率", "Forest cover", "%").binding().target("23.5", atLeast("23.5")).baseline("23.0")
                .value("23.0").is(Outcome.NOT_YET_MET).gap("-0.5"));
        rows.add(row("grassland-cover", "草原综合植被盖度", "Vegetation cover of grassland", "%").binding()
                .target("稳定在45", new Rule.Maintain(q("45"), Quantity.ZERO, true, Optional.empty(), "稳定在45")).baseline("45")
                .value("45").is(Outcome.MET).gap("0"));
        rows.add(row("farmland-safe-use", "受污染耕地安全利用率", "Safe use of polluted farmland", "%").target("≥98", atLeast("98"))
                .baseline("98").value("98").is(Outcome.MET).gap("0"));
        rows.add(row("plot-safe-use", "污染地块安全利用率", "Safe use of polluted plots", "%").target("≥92", atLeast("92"))
                .baseline("90以上").value("90以上").because(Outcome.Reason.VALUE_IS_BOUND));
        rows.add(row("groundwater-class-v", "地下水质量Ⅴ类水体比例", "Groundwater of class Ⅴ", "%").lower()
                .target("≤17", new Rule.AtMost(q("17"), Optional.empty(), "≤17")).baseline("17").value("17").is(Outcome.MET)
                .gap("0"));
        rows.add(row("rural-sewage-treatment", "农村生活污水治理率", "Treatment of rural sewage", "%").target("≥25", atLeast("25"))
                .baseline("15").value("15").is(Outcome.NOT_YET_MET).gap("-10"));
        rows.add(row("radiation-accident-rate", "放射源辐射事故发生率", "Accidents with radioactive sources", "起/每万枚").lower()
                .target("0", new Rule.Exactly(Quantity.ZERO, Optional.empty(), "0")).baseline("0").value("0").is(Outcome.MET)
                .gap("0"));
        return rows;
    }

    /**
     * Rows of a later year that show what 2020 does not: misses, quick figures, other bases, part years, ceilings, long words.
     */
    static List<Row> oddities() {
        return List.of(
                row("energy-consumption", "能源消费总量", "Energy consumption", "亿吨标准煤").lower()
                        .target("2.25亿吨标准煤左右",
                                new Rule.About(q("2.25"), q("0.0225"), true, Optional.of("亿吨标准煤"), "2.25亿吨标准煤左右"))
                        .value("2.71").is(Outcome.NOT_MET).gap("-0.46"),
                row("air-good-days-state", "地级城市空气质量优良天数比率（国家下达）", "Good-air days, as the state set it", "%").binding()
                        .target("≥90.7", atLeast("90.7")).baseline("90.8").value("90.6").provisional().is(Outcome.NOT_MET)
                        .gap("-0.1"),
                row("coal-share", "煤炭占能源消费总量比重", "Coal's share of energy", "%").lower()
                        .target("79左右", new Rule.About(q("79"), q("0.79"), true, Optional.empty(), "79左右")).value("82")
                        .provisional().is(Outcome.NOT_MET).gap("-3"),
                row("co2-rising", "单位国内生产总值二氧化碳排放降低", "Decline of CO₂ per unit of GDP", "%").binding().change()
                        .target("18", new Rule.ChangeBy(q("18"), Rule.ChangeUnit.PERCENT, Optional.of(2015), false, false,
                                Optional.empty(), "18"))
                        .value("-2.0").is(Outcome.NOT_YET_MET).gap("-20"),
                row("water-basis", "地表水考核断面水质好于Ⅲ类水体比例", "Surface-water sections of class Ⅲ or better", "%").binding()
                        .target("≥59.6", atLeast("59.6")).baseline("53.8").value("76.5")
                        .because(Outcome.Reason.BASIS_MISMATCH),
                row("part-year", "空气质量优良天数比率", "Good-air days", "%").binding().target("≥89.1", atLeast("89.1")).value("90.2")
                        .of(Period.of("2020-01/2020-10")).provisional().because(Outcome.Reason.PART_YEAR_ONLY),
                row("village-remediation", "完成环境综合整治的建制村", "Villages put in order", "个")
                        .target("1875个", new Rule.Complete(Optional.of(q("1875")), false, Optional.of("个"), "1875个"))
                        .value("1838")
                        .is(Outcome.NOT_MET).gap("-37"),
                row("water-inferior-state", "劣Ⅴ类水体断面比例", "Sections below class Ⅴ", "%").lower().binding()
                        .target("3.8以内", new Rule.AtMost(q("3.8"), Optional.empty(), "3.8以内")).value("1.9").is(Outcome.MET)
                        .gap("1.9"),
                row("ph", "水体酸碱度", "Acidity of waters", "").neither().target("6.5—8.5",
                        new Rule.Between(q("6.5"), q("8.5"), Optional.empty(), "6.5—8.5")).value("7.9").is(Outcome.MET)
                        .gap("0"),
                row("missing", "农村生活污水治理率", "Treatment of rural sewage", "%").target("≥25", atLeast("25")).baseline("15")
                        .because(Outcome.Reason.NO_VALUE),
                row("long", "用于检验换行的名称特别特别长的一项指标：城市及县城建成区内生活污水集中收集处理设施进水生化需氧量浓度",
                        "An indicator whose name runs on for much longer than any column of any picture could ever hold on one line",
                        "毫克/升").target("在具备条件的地区力争达到或优于国家先进定额标准所要求的水平",
                                new Rule.Judged("在具备条件的地区力争达到或优于国家先进定额标准所要求的水平"))
                        .value("约3.19倍").because(Outcome.Reason.AWAITING_JUDGEMENT));
    }

    static List<Verdict> verdicts(List<Row> rows, Period period) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Row row : rows) {
            verdicts.add(row.in(period, verdicts.size() + 1));
        }
        return verdicts;
    }

    static List<Verdict> verdicts(List<Row> rows, Period period, UnaryOperator<Row> change) {
        return verdicts(rows.stream().map(change).toList(), period);
    }

    static Row row(String code, String zh, String en, String unit) {
        return new Row(code, zh, en, unit);
    }

    private static Row assessed(Row row, String printed) {
        row.target("达到国家考核目标", new Rule.StateAssessed("达到国家考核目标")).baseline(printed).value(printed);
        return row.because(printed.equals("———") ? Outcome.Reason.NO_VALUE : Outcome.Reason.AWAITING_STATE_FIGURE);
    }

    static Rule atLeast(String value) {
        return new Rule.AtLeast(q(value), Optional.empty(), value);
    }

    static Quantity q(String number) {
        return Quantity.of(number);
    }

    private static Figure figure(String printed) {
        if (printed.equals("———")) {
            return new Figure.Absent();
        } else if (printed.endsWith("以上")) {
            return new Figure.Bound(Relation.AT_LEAST, q(printed.substring(0, printed.length() - 2)));
        } else if (printed.equals("约3.19倍")) {
            return new Figure.Bound(Relation.ABOUT, q("3.19"));
        }
        String number = printed.replaceAll("[()]", "");
        return number.matches("-?[0-9.]+") ? new Figure.Exact(q(number)) : new Figure.Words(printed);
    }
}
