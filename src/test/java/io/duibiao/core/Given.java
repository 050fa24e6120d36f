package io.duibiao.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question to the engine, written small: {@code Given.rule("≥92").baseline("90以上").values("2023 93").at("2023")}. Without
 * more, higher is better, the figure is a yearly share in percent, and the target is due at the end of 2025 from the end of
 * 2020.
 */
final class Given {

    private static final Citation CITATION = new Citation("规划", "专栏1", "原文");
    private static final Pattern CHANGE = Pattern.compile("Δ(>?)([0-9.]+)(%|pp|)( (\\d{4}))?");
    private static final Pattern VALUE = Pattern.compile("(\\S+) ([^\\s@/]+)( /(\\d{4}))?( @(\\S+))?");

    private final Rule rule;
    private String name = "优良天数比率";
    private String unit = "%";
    private Direction direction = Direction.HIGHER;
    private Kind kind = Kind.LEVEL;
    private Timing timing = Timing.FLOW;
    private Optional<String> defaultBasis = Optional.empty();
    private Optional<String> basis = Optional.empty();
    private Optional<Baseline> baseline = Optional.empty();
    private Due due = new Due(Due.Kind.BY, LocalDate.of(2025, 12, 31), false);
    private Target.Comparison comparison = Target.Comparison.EXACT;
    private int planBaseYear = 2020;
    private int dataLag;
    private boolean membersKnown = true;
    private Optional<Resolution> resolution = Optional.empty();
    private Course course = Course.STRAIGHT;
    private final List<ComparableBases> comparable = new ArrayList<>();
    private Optional<Standing> standing = Optional.empty();
    private Optional<Judgement> finding = Optional.empty();
    private List<Measurement> values = List.of();
    private List<Computed> computed = List.of();
    private boolean reference;
    private Edition edition = Edition.LATEST;
    private Attribute attribute = Attribute.BINDING;

    private Given(Rule rule) {
        this.rule = rule;
    }

    /** A rule in the signs of {@link #read}. */
    static Given rule(String signs) {
        return new Given(read(signs));
    }

    static Given rule(Rule rule) {
        return new Given(rule);
    }

    Given is(Direction better) {
        direction = better;
        return this;
    }

    Given lower() {
        return is(Direction.LOWER);
    }

    Given is(Kind what) {
        kind = what;
        return this;
    }

    Given change() {
        return is(Kind.CUMULATIVE_CHANGE);
    }

    Given is(Timing when) {
        timing = when;
        return this;
    }

    Given stock() {
        return is(Timing.STOCK);
    }

    Given called(String chinese) {
        name = chinese;
        return this;
    }

    Given unit(String sign) {
        unit = sign;
        return this;
    }

    Given planFrom(int baseYear) {
        planBaseYear = baseYear;
        return this;
    }

    /** The indicator's own basis. */
    Given defaultBasis(String name) {
        defaultBasis = Optional.of(name);
        return this;
    }

    /** The target's basis. */
    Given basis(String name) {
        basis = Optional.of(name);
        return this;
    }

    /** As printed, at the end of 2020. */
    Given baseline(String printed) {
        return baseline(printed, "2020", Optional.empty());
    }

    Given baseline(String printed, String period, Optional<String> onBasis) {
        baseline = Optional.of(new Baseline(figure(printed), printed, Period.of(period), false, onBasis, Optional.empty()));
        return this;
    }

    Given due(Due.Kind how, String date) {
        due = new Due(how, LocalDate.parse(date), false);
        return this;
    }

    Given due(String date) {
        return due(Due.Kind.BY, date);
    }

    Given comparedRounded() {
        comparison = Target.Comparison.ROUNDED;
        return this;
    }

    Given dataLag(int years) {
        dataLag = years;
        return this;
    }

    Given membersUnknown() {
        membersKnown = false;
        return this;
    }

    Given resolvedTo(String signs) {
        return resolvedTo(signs, Optional.empty());
    }

    Given resolvedTo(String signs, Optional<String> onBasis) {
        resolution = Optional.of(
                new Resolution("nm.1", signs, read(signs), LocalDate.of(2024, 5, 14), "生态环境部", onBasis, CITATION));
        return this;
    }

    /** The plan's own earlier figures: {@code 2022-12-31 ≥50; 2023-12-31 ≥55}. */
    Given milestones(String list) {
        List<Course.Milestone> earlier = new ArrayList<>();
        for (String entry : list.split("; ")) {
            String[] parts = entry.split(" ", 2);
            Due when = new Due(Due.Kind.BY, LocalDate.parse(parts[0]), false);
            earlier.add(new Course.Milestone(target("nm." + (2 + earlier.size()), when, read(parts[1])), read(parts[1])));
        }
        course = new Course(earlier, course.path());
        return this;
    }

    /** A published path: {@code 12:10 24:35 36:65}. */
    Given path(String points) {
        List<PublishedPath.Point> read = new ArrayList<>();
        for (String point : points.split(" ")) {
            String[] parts = point.split(":");
            read.add(new PublishedPath.Point(Integer.parseInt(parts[0]), Quantity.of(parts[1])));
        }
        course = new Course(course.milestones(), Optional.of(new PublishedPath("air", new Text("大气十条年度考核进度", "air plan"), read,
                Optional.of("原文未核对"), new Citation("《考核办法实施细则》", "第一类", ""))));
        return this;
    }

    Given comparable(String one, String other) {
        comparable.add(new ComparableBases("good", one, other, "两种口径同比可比", new Citation("《公报》", "第二节", "可比")));
        return this;
    }

    Given beside(boolean inForce, String other) {
        standing = Optional.of(new Standing(LocalDate.of(2023, 12, 31), inForce,
                List.of(new Standing.Rival(other, !inForce))));
        return this;
    }

    /** Period, figure, and where it matters the base year and the basis: {@code 2020 21.13 /2015 @52个断面; 2021 22}. */
    Given values(String list) {
        List<Measurement> read = new ArrayList<>();
        for (String entry : list.split(";")) {
            Matcher value = VALUE.matcher(entry.strip());
            if (value.matches()) {
                read.add(measured(value.group(1), value.group(2), Optional.ofNullable(value.group(4)).map(Integer::valueOf),
                        Optional.ofNullable(value.group(6))));
            }
        }
        values = read;
        return this;
    }

    /** Figures that were rolled up, with how many of how many reported: {@code 2022 90 3/3; 2023 91.5 2/3}. */
    Given rolledUp(String list) {
        computed = Stream.of(list.split(";")).map(entry -> entry.strip().split("[ /]"))
                .map(word -> new Computed(Formula.Way.MEAN, measured(word[0], word[1], Optional.empty(), Optional.empty()),
                        Optional.of(new Coverage(Integer.parseInt(word[2]), Integer.parseInt(word[3])))))
                .toList();
        return this;
    }

    /** What a person found. */
    Given found(Outcome outcome, String period) {
        finding = Optional.of(new Judgement("nm.1", "150000", Period.of(period), outcome, "现场核查", Optional.of(CITATION)));
        return this;
    }

    Given is(Attribute how) {
        attribute = how;
        return this;
    }

    /** The target is the parent's. */
    Given asReference() {
        reference = true;
        return this;
    }

    /** Judged as the first version of the method did. */
    Given byTheFirstEdition() {
        edition = Edition.FIRST;
        return this;
    }

    private static Measurement measured(String period, String printed, Optional<Integer> baseYear, Optional<String> onBasis) {
        return new Measurement("good", "150000", Optional.empty(), Period.of(period), onBasis, baseYear, figure(printed),
                printed,
                Status.FINAL, "公报", Optional.empty(), Optional.empty(), List.of(CITATION), Instant.EPOCH, 1);
    }

    Verdict at(String period) {
        return Verdicts.judge(question(period));
    }

    Methods.Comparison methodsAt(String period) {
        return Methods.compare(question(period));
    }

    /** The verdict on a group, each of whose members has its own. */
    Verdict ofMembers(String period, List<Verdict> members) {
        return Verdicts.judgeEach(question(period), members);
    }

    Verdicts.Question question(String period) {
        Indicator indicator = new Indicator("good", new Text(name, "good days"), Optional.empty(), unit, "百分点", 1, direction,
                kind, timing,
                "NONE", Optional.empty(), defaultBasis, List.of(), true, "");
        Plan plan = new Plan("nm", new Text("规划", "plan"), "", "自治区政府", "region", Optional.empty(), planBaseYear + 1,
                due.date().getYear(), planBaseYear, List.of());
        Target target = target("nm.1", due, rule);
        return new Verdicts.Question(plan, target, indicator, "150000", new Text("内蒙古自治区", "Inner Mongolia"),
                membersKnown, Period.of(period), values, computed, resolution, comparable, course, finding,
                standing.orElse(new Standing(Period.of(period).end(), true, List.of())), reference, edition);
    }

    private Target target(String id, Due when, Rule demand) {
        return new Target(id, "nm", "good", Optional.empty(), Optional.of("150000"), Optional.empty(),
                Target.GroupMode.EACH, attribute, when, demand.printed(), Optional.empty(), Optional.empty(), demand,
                comparison, basis, baseline, false, false, dataLag, Optional.empty(), Optional.empty(), List.of(CITATION));
    }

    /** 90.8, 90以上, 92以内, 超过20, 不满5, 约3.19, ———, or words. */
    static Figure figure(String printed) {
        if (printed.equals("———")) {
            return new Figure.Absent();
        } else if (printed.endsWith("以上")) {
            return bound(Relation.AT_LEAST, printed);
        } else if (printed.endsWith("以内")) {
            return bound(Relation.AT_MOST, printed);
        } else if (printed.startsWith("超过")) {
            return bound(Relation.ABOVE, printed);
        } else if (printed.startsWith("不满")) {
            return bound(Relation.BELOW, printed);
        } else if (printed.startsWith("约")) {
            return bound(Relation.ABOUT, printed);
        }
        String number = printed.replaceAll("[()]", "");
        return number.matches("-?[0-9.]+") ? new Figure.Exact(Quantity.of(number)) : new Figure.Words(printed);
    }

    private static Figure bound(Relation relation, String printed) {
        return new Figure.Bound(relation, Quantity.of(printed.replaceAll("[^0-9.]", "")));
    }

    /**
     * A rule in signs: ≥92 · &gt;85 · ≤17 · &lt;3 · 79±0.79 · 1…2 · =0 · Δ15% 2015 · Δ20pp 2015 · Δ&gt;5 2015 · keep 45±0 ·
     * stable ±0 · done 1875, or the name of a rule without a figure.
     */
    static Rule read(String signs) {
        Optional<String> none = Optional.empty();
        String rest = signs.substring(1);
        Matcher change = CHANGE.matcher(signs);
        if (change.matches()) {
            Rule.ChangeUnit of = change.group(3).equals("%") ? Rule.ChangeUnit.PERCENT
                    : change.group(3).equals("pp") ? Rule.ChangeUnit.POINT : Rule.ChangeUnit.ABSOLUTE;
            return new Rule.ChangeBy(Quantity.of(change.group(2)), of,
                    Optional.ofNullable(change.group(5)).map(Integer::valueOf),
                    false, !change.group(1).isEmpty(), none, signs);
        }
        if (signs.startsWith("keep ")) {
            String[] parts = signs.substring(5).split("±");
            return new Rule.Maintain(Quantity.of(parts[0]), Quantity.of(parts[1]), true, none, signs);
        } else if (signs.startsWith("stable ±")) {
            return new Rule.StableOrImproving(Quantity.of(signs.substring(8)), true, signs);
        } else if (signs.startsWith("done ")) {
            return new Rule.Complete(Optional.of(Quantity.of(signs.substring(5))), false, none, signs);
        } else if (signs.startsWith("standard ")) {
            return new Rule.ByStandard("GB 3838", Optional.of(Quantity.of(signs.substring(9))), signs);
        } else if (signs.contains("±")) {
            String[] parts = signs.split("±");
            return new Rule.About(Quantity.of(parts[0]), Quantity.of(parts[1]), true, none, signs);
        } else if (signs.contains("…")) {
            String[] parts = signs.split("…");
            return new Rule.Between(Quantity.of(parts[0]), Quantity.of(parts[1]), none, signs);
        }
        return switch (signs.charAt(0)) {
            case '≥' -> new Rule.AtLeast(Quantity.of(rest), none, signs);
            case '>' -> new Rule.Above(Quantity.of(rest), none, signs);
            case '≤' -> new Rule.AtMost(Quantity.of(rest), none, signs);
            case '<' -> new Rule.Below(Quantity.of(rest), none, signs);
            case '=' -> new Rule.Exactly(Quantity.of(rest), none, signs);
            default -> named(signs);
        };
    }

    private static Rule named(String name) {
        return switch (name) {
            case "NotWorseThanBaseline" -> new Rule.NotWorseThanBaseline("不降低");
            case "Improve" -> new Rule.Improve(Rule.Against.BASELINE, "有所改善");
            case "ImproveYearly" -> new Rule.Improve(Rule.Against.EVERY_YEAR, "持续改善");
            case "NegativeGrowth" -> new Rule.NegativeGrowth(false, "实现负增长");
            case "NegativeGrowthYearly" -> new Rule.NegativeGrowth(true, "保持负增长");
            case "ZeroGrowth" -> new Rule.ZeroGrowth(false, "实现零增长");
            case "ZeroGrowthYearly" -> new Rule.ZeroGrowth(true, "保持零增长");
            case "Eliminate" -> new Rule.Eliminate(false, "消除");
            case "EliminateBasically" -> new Rule.Eliminate(true, "基本消除");
            case "Complete" -> new Rule.Complete(Optional.empty(), false, Optional.empty(), "全部完成");
            case "CompleteBasically" -> new Rule.Complete(Optional.empty(), true, Optional.empty(), "基本完成");
            case "Prohibited" -> new Rule.Prohibited("严禁");
            case "Standard" -> new Rule.ByStandard("先进定额标准", Optional.empty(), "达到先进定额标准");
            case "SameAs" -> new Rule.SameAs("“十三五”水平", "控制在“十三五”水平");
            case "StateAssessed" -> new Rule.StateAssessed("达到国家考核目标");
            case "Judged" -> new Rule.Judged("得到有效保障");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
