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
import io.duibiao.core.Computed;
import io.duibiao.core.Course;
import io.duibiao.core.Coverage;
import io.duibiao.core.Direction;
import io.duibiao.core.Due;
import io.duibiao.core.Edition;
import io.duibiao.core.Figures;
import io.duibiao.core.Formula;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Language;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Phrases;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Rule;
import io.duibiao.core.Standing;
import io.duibiao.core.Status;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Timing;
import io.duibiao.core.Verdict;
import io.duibiao.core.Verdicts;
import io.duibiao.core.Waypoint;

/** Targets and values as documents print them, and what the engine says about them. */
final class Samples {

    static final Plan PLAN = new Plan("nm-eep-14", new Text("内蒙古自治区“十四五”生态环境保护规划",
            "14th Five-Year Plan of Inner Mongolia for the Environment"), "内政办发〔2021〕60号", "内蒙古自治区人民政府办公厅", "region",
            Optional.of(LocalDate.of(2021, 9, 28)), 2021, 2025, 2020, List.of());
    static final Text REGION = new Text("内蒙古自治区", "Inner Mongolia");
    private static final String PLACE = "150000";
    static final Instant AS_OF = Instant.parse("2026-11-21T17:30:00Z");

    /** One row in the making: higher is better and the target is due with the plan unless it says otherwise. */
    static final class Row {

        private final Indicator indicator;
        private Attribute attribute = Attribute.EXPECTED;
        private String phrase = "达到国家考核目标";
        private boolean judged;
        private Optional<Integer> since = Optional.empty();
        private int due = PLAN.endYear();
        private Optional<String> baseline = Optional.empty();
        private Optional<String> scope = Optional.empty();
        private String place = PLACE;
        private Text placeName = REGION;
        private boolean reference;
        private Course course = Course.STRAIGHT;
        private final List<Measurement> values = new ArrayList<>();
        private final List<Computed> computed = new ArrayList<>();

        Row(Indicator indicator) {
            this.indicator = indicator;
        }

        Row binding() {
            attribute = Attribute.BINDING;
            return this;
        }

        Row target(String printed) {
            phrase = printed;
            return this;
        }

        /** A phrase that a person has to judge by. */
        Row judged(String printed) {
            phrase = printed;
            judged = true;
            return this;
        }

        /** The base year that the catalogue gives where the phrase prints none. */
        Row since(int year) {
            since = Optional.of(year);
            return this;
        }

        Row due(int year) {
            due = year;
            return this;
        }

        /** The target is that of the region above. */
        Row in(Region region) {
            place = region.code();
            placeName = region.name();
            reference = true;
            return this;
        }

        Row of(String part) {
            scope = Optional.of(part);
            return this;
        }

        /** 2022 ≥20 */
        Row milestone(int year, String printed) {
            Target before = target(90, Phrases.parse(printed, indicator.direction(), indicator.kind()).get(0), year);
            course = new Course(List.of(new Course.Milestone(before, before.rule())), Optional.empty());
            return this;
        }

        Row baseline(String printed) {
            baseline = Optional.of(printed);
            return this;
        }

        Row value(String printed) {
            return value(printed, value -> value);
        }

        Optional<Integer> baseYear() {
            return since;
        }

        Row value(String printed, UnaryOperator<Value> how) {
            values.add(how.apply(Value.of(printed)).measured(indicator.code(), place));
            return this;
        }

        /** Made up of the figures of so many regions below. */
        Row rolledUp(String printed, Period when, int reported, int expected) {
            computed.add(new Computed(Formula.Way.MEAN, Value.of(printed).of(when).measured(indicator.code(), place),
                    Optional.of(new Coverage(reported, expected))));
            return this;
        }

        Verdict in(Period period, int number) {
            return Verdicts.judge(question(period, number));
        }

        List<Waypoint> course(Period period) {
            return Verdicts.course(question(period, 1));
        }

        private Verdicts.Question question(Period period, int number) {
            return new Verdicts.Question(PLAN, target(number, rule(), due), indicator, place, placeName, true, period, values,
                    computed, Optional.empty(), List.of(), course, Optional.empty(),
                    new Standing(period.end(), true, List.of()), reference, Edition.LATEST);
        }

        private Target target(int number, Rule rule, int year) {
            Citation citation = new Citation(PLAN.document(), "专栏1 第" + number + "行", phrase);
            Optional<Baseline> base = baseline
                    .map(printed -> new Baseline(Figures.parse(printed), printed, Period.year(2020), true,
                            Optional.empty(), Optional.empty()));
            return new Target(PLAN.code() + "." + number, PLAN.code(), indicator.code(), scope, Optional.of(PLACE),
                    Optional.empty(), Target.GroupMode.EACH, attribute, new Due(Due.Kind.BY, LocalDate.of(year, 12, 31), true),
                    phrase, Optional.empty(), Optional.empty(), rule, Target.Comparison.EXACT, Optional.empty(), base, false,
                    false, 0, Optional.empty(), Optional.empty(), List.of(citation));
        }

        private Rule rule() {
            if (judged) {
                return new Rule.Judged(phrase);
            }
            Rule rule = Phrases.parse(phrase, indicator.direction(), indicator.kind()).get(0);
            return since.isPresent() && rule instanceof Rule.ChangeBy r
                    ? new Rule.ChangeBy(r.value(), r.changeUnit(), since, true, r.strict(), r.unit(), r.printed())
                    : rule;
        }
    }

    /** One measured value in the making. */
    record Value(String printed, Period period, Status status, Optional<String> basis, Optional<Integer> baseYear) {

        static Value of(String printed) {
            return new Value(printed, Period.year(2020), Status.FINAL, Optional.empty(), Optional.empty());
        }

        Value provisional() {
            return new Value(printed, period, Status.PROVISIONAL, basis, baseYear);
        }

        Value of(Period when) {
            return new Value(printed, when, status, basis, baseYear);
        }

        Value on(String name) {
            return new Value(printed, period, status, Optional.of(name), baseYear);
        }

        Value since(int year) {
            return new Value(printed, period, status, basis, Optional.of(year));
        }

        private Measurement measured(String indicator, String place) {
            return new Measurement(indicator, place, Optional.empty(), period, basis, baseYear, Figures.parse(printed), printed,
                    status, "自治区生态环境厅", Optional.empty(), Optional.empty(),
                    List.of(new Citation(PLAN.document(), "专栏1", printed)), AS_OF, 1);
        }
    }

    private Samples() {
    }

    static Picture picture(List<Verdict> verdicts, Language language, Theme theme, Canvas canvas) {
        return Picture.of(bullets(verdicts), new Look(language, theme, canvas));
    }

    /** Table 1 in 1200 × 675. */
    static Picture plain() {
        return picture(verdicts(table1(), Period.year(2020)), Language.ZH, Theme.LIGHT,
                new Canvas(1200, OptionalInt.of(675), 1));
    }

    static BulletChart bullets(List<Verdict> verdicts) {
        return BulletChart.of(PLAN, source(verdicts), REGION, Period.year(2020), verdicts);
    }

    static Source source(List<Verdict> verdicts) {
        return Source.of(Optional.of(PLAN), verdicts.stream().map(Verdict::target).toList(), List.of(PLAN), AS_OF);
    }

    /** The 21 rows of 专栏1 with the figures that it prints for 2020. */
    static List<Row> table1() {
        return List.of(
                row("air-good-days", "地级城市空气质量优良天数比率", "Good-air days in prefecture-level cities", "%").binding()
                        .baseline("90.8").value("90.8"),
                decline("pm25-decline", "地级城市细颗粒物浓度下降比例", "Decline of PM2.5 in prefecture-level cities").binding()
                        .baseline("(25.0)").value("(25.0)", v -> v.since(2015)),
                row("water-good-sections", "地表水考核断面水质好于Ⅲ类水体比例", "Surface-water sections of class Ⅲ or better", "%").binding()
                        .baseline("69.2").value("69.2"),
                lower("water-inferior-sections", "地表水考核断面水质劣Ⅴ类水体比例", "Surface-water sections below class Ⅴ", "%").binding()
                        .baseline("1.9").value("1.9"),
                lower("black-odorous-water", "城市黑臭水体比例", "Black and odorous urban waters", "%").target("基本消除")
                        .baseline("全区13个达到国家目标要求").value("全区13个达到国家目标要求"),
                decline("co2-intensity-decline", "单位国内生产总值二氧化碳排放降低", "Decline of CO₂ per unit of GDP").binding()
                        .baseline("———").value("———"),
                decline("energy-intensity-decline", "单位国内生产总值能源消耗降低", "Decline of energy per unit of GDP").binding()
                        .target("15.5").since(2020).baseline("6.89").value("6.89"),
                row("non-fossil-share", "非化石能源占一次能源消费比例", "Non-fossil share of primary energy", "%").target("18")
                        .baseline("9.2").value("9.2"),
                decline("nox-reduction", "氮氧化物排放量减少比例", "Reduction of nitrogen oxides").binding().baseline("(21.13)")
                        .value("(21.13)", v -> v.since(2015)),
                decline("voc-reduction", "挥发性有机污染物排放量减少比例", "Reduction of volatile organic compounds").binding()
                        .baseline("———").value("———"),
                decline("cod-reduction", "化学需氧量排放量减少比例", "Reduction of chemical oxygen demand").binding().baseline("(7.6)")
                        .value("(7.6)", v -> v.since(2015)),
                decline("ammonia-nitrogen-reduction", "氨氮排放量减少比例", "Reduction of ammonia nitrogen").binding()
                        .baseline("(12.1)").value("(12.1)", v -> v.since(2015)),
                row("redline-share", "生态保护红线占国土空间面积的比例", "Ecological red line, share of territory", "%").target("不降低")
                        .baseline("50.46").value("50.46"),
                row("ecological-quality-index", "生态质量指数（新EI）", "Ecological quality index (new EI)", "").target("稳中向好")
                        .baseline("———").value("———"),
                row("forest-cover", "森林覆盖率", "Forest cover", "%").binding().target("23.5").baseline("23.0").value("23.0"),
                row("grassland-cover", "草原综合植被盖度", "Vegetation cover of grassland", "%").binding().target("稳定在45")
                        .baseline("45").value("45"),
                row("farmland-safe-use", "受污染耕地安全利用率", "Safe use of polluted farmland", "%").target("≥98").baseline("98")
                        .value("98"),
                row("plot-safe-use", "污染地块安全利用率", "Safe use of polluted plots", "%").target("≥92").baseline("90以上")
                        .value("90以上"),
                lower("groundwater-class-v", "地下水质量Ⅴ类水体比例", "Groundwater of class Ⅴ", "%").target("≤17").baseline("17")
                        .value("17"),
                row("rural-sewage-treatment", "农村生活污水治理率", "Treatment of rural sewage", "%").target("≥25").baseline("15")
                        .value("15"),
                lower("radiation-accident-rate", "放射源辐射事故发生率", "Accidents with radioactive sources", "起/每万枚").target("0")
                        .baseline("0").value("0"));
    }

    /** What 专栏1 does not show: misses, quick figures, other bases, part years, ceilings, earlier years, long words. */
    static List<Row> oddities() {
        return List.of(
                lower("energy-consumption", "能源消费总量", "Energy consumption", "亿吨标准煤").target("2.25亿吨标准煤左右").due(2020)
                        .value("2.71"),
                row("air-good-days-state", "地级城市空气质量优良天数比率（国家下达）", "Good-air days, as the state set it", "%").binding()
                        .target("≥90.7").due(2020).baseline("90.8").value("90.6", Value::provisional),
                lower("coal-share", "煤炭占能源消费总量比重", "Coal's share of energy", "%").target("79左右").due(2020)
                        .value("82", Value::provisional),
                decline("co2-rising", "单位国内生产总值二氧化碳排放降低", "Decline of CO₂ per unit of GDP").binding().target("18").since(2015)
                        .value("-2.0", v -> v.since(2015)),
                row("water-basis", "地表水考核断面水质好于Ⅲ类水体比例", "Surface-water sections of class Ⅲ or better", "%").binding()
                        .target("≥59.6").baseline("53.8").value("76.5", v -> v.on("136个断面")),
                row("part-year", "空气质量优良天数比率", "Good-air days", "%").binding().target("≥89.1")
                        .value("90.2", v -> v.of(Period.of("2020-01/2020-10")).provisional()),
                row("village-remediation", "完成环境综合整治的建制村", "Villages put in order", "个").target("1875个").due(2020)
                        .value("1838"),
                lower("water-inferior-state", "劣Ⅴ类水体断面比例", "Sections below class Ⅴ", "%").binding().target("3.8以内")
                        .value("1.9"),
                new Row(indicator("ph", "水体酸碱度", "Acidity of waters", "", Direction.NONE, Kind.LEVEL)).target("6.5—8.5")
                        .value("7.9"),
                row("missing", "农村生活污水治理率", "Treatment of rural sewage", "%").target("≥25").baseline("15"),
                lower("fertiliser", "化肥使用量", "Use of fertiliser", "万吨").target("保持负增长").value("207.7")
                        .value("218.4", v -> v.of(Period.year(2019))),
                row("long", "用于检验换行的名称特别特别长的一项指标：城市及县城建成区内生活污水集中收集处理设施进水生化需氧量浓度",
                        "An indicator whose name runs on for much longer than any column of any picture could ever hold on one line",
                        "毫克/升").judged("在具备条件的地区力争达到或优于国家先进定额标准所要求的水平").value("约3.19倍"));
    }

    /** Values that print the unit which stands behind the name. */
    static List<Row> withUnits() {
        return List.of(row("share", "达到或优于Ⅲ类比例", "Share of class Ⅲ", "%").value("85.7%"),
                lower("energy", "能源消费总量", "Energy consumption", "亿吨标准煤").value("2.71亿吨标准煤"),
                row("villages", "完成环境综合整治的建制村", "Villages put in order", "个").value("1838个"),
                row("plots", "安全利用率", "Safe use", "%").value("98%以上"),
                row("leagues", "督察的盟市", "Leagues inspected", "个").value("12个盟市"));
    }

    static List<Verdict> verdicts(List<Row> rows, Period period) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Row row : rows) {
            verdicts.add(row.in(period, verdicts.size() + 1));
        }
        return verdicts;
    }

    static Row row(String code, String zh, String en, String unit) {
        return new Row(indicator(code, zh, en, unit, Direction.HIGHER, Kind.LEVEL));
    }

    static Row lower(String code, String zh, String en, String unit) {
        return new Row(indicator(code, zh, en, unit, Direction.LOWER, Kind.LEVEL));
    }

    static Row decline(String code, String zh, String en) {
        return new Row(indicator(code, zh, en, "%", Direction.HIGHER, Kind.CUMULATIVE_CHANGE));
    }

    private static Indicator indicator(String code, String zh, String en, String unit, Direction direction, Kind kind) {
        return new Indicator(code, new Text(zh, en), Optional.empty(), unit, unit.equals("%") ? "百分点" : unit, 1, direction,
                kind, Timing.FLOW,
                "NONE", Optional.empty(), Optional.empty(), List.of(), false, "");
    }
}
