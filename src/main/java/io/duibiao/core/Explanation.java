package io.duibiao.core;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A verdict in sentences: the rule, the inputs unrounded, each formula with its numbers, the method's version. */
final class Explanation {

    /**
     * The numbers that a verdict was made with and does not carry.
     *
     * @param change the change since the base year in the good direction, for a rule that demands one
     * @param rounded the number compared, 修约
     * @param course what the schedule runs through
     * @param joined the declarations by which another basis was compared
     * @param edition of the method
     */
    record Working(Pace.Start start, Optional<Prior> prior, Optional<Quantity> change,
            Optional<Quantity> rounded, Course course, List<ComparableBases> joined,
            Edition edition) {
    }

    /** The value that a movement is counted from. */
    record Prior(Quantity value, Period period) {
    }

    private final Verdict verdict;
    private final Working working;
    private final Indicator indicator;
    private final List<Text> lines = new ArrayList<>();

    private Explanation(Verdict verdict) {
        this.verdict = verdict;
        this.working = verdict.working();
        this.indicator = verdict.indicator();
    }

    static List<Text> of(Verdict verdict) {
        Explanation explanation = new Explanation(verdict);
        explanation.rule();
        if (!verdict.members().isEmpty()) {
            return explanation.ofMembers();
        }
        explanation.standing();
        if (verdict.finding().isPresent()) {
            return explanation.ofFinding(verdict.finding().get());
        }
        explanation.value();
        explanation.dataLag();
        explanation.baseline();
        explanation.outcome();
        explanation.schedule();
        explanation.movement();
        explanation.shares();
        explanation.method();
        return List.copyOf(explanation.lines);
    }

    /** 各, 均: a group is judged member by member. */
    private List<Text> ofMembers() {
        verdict.members().forEach(member -> say("{0}：{1}{2}。", "{0}: {1}{2}.", member.regionName(),
                member.outcome().label(),
                member.reason().map(reason -> Text.of("（{0}）", " ({0})", reason.label())).orElse(Text.same(""))));
        say("全部成员达标方为达标，有一个未达标即为未达标：{0}。",
                "The group meets its target when every member does, and fails it when one does: {0}.",
                verdict.outcome().label());
        method();
        return List.copyOf(lines);
    }

    /** What a person found needs no figure. */
    private List<Text> ofFinding(Judgement finding) {
        say("人工认定（{0}）：{1}。依据：{2}{3}。结论：{4}。", "A person's finding for {0}: {1}. Evidence: {2}{3}. Outcome: {4}.",
                finding.period().inWords(), finding.outcome().label(), finding.evidence(),
                finding.citation().map(citation -> Text.of("（{0} {1}）", " ({0} {1})", citation.document(), citation.section()))
                        .orElse(Text.same("")),
                verdict.outcome().label());
        schedule();
        method();
        return List.copyOf(lines);
    }

    private void say(String zh, String en, Object... arguments) {
        lines.add(Text.of(zh, en, arguments));
    }

    private void method() {
        say("评价方法第{0}版，数值按全精度计算。", "Method version {0}; figures are computed unrounded.", verdict.edition().number());
    }

    private void rule() {
        Target target = verdict.target();
        Text printed = target.readAs()
                .map(readAs -> Text.of("目标原文“{0}”，读作“{1}”", "The target is printed as “{0}” and read as “{1}”",
                        target.printed(),
                        readAs))
                .orElse(Text.of("目标原文“{0}”", "The target is printed as “{0}”", target.printed()));
        verdict.resolution().ifPresentOrElse(
                resolution -> say("{0}，{1}于{2}下达“{3}”，即{4}。", "{0}; {1} set “{3}” on {2}: {4}.", printed, resolution.issuer(),
                        day(resolution.issuedAt()), resolution.phrase(), words(verdict.rule())),
                () -> say("{0}，即{1}。", "{0}: {1}.", printed, words(verdict.rule())));
        target.derived().ifPresent(formula -> say("该目标由文件所载数值推算：{0}。", "The target is derived from printed figures: {0}.",
                formula));
        if (verdict.reference()) {
            say("本地区没有自己的目标，参照上级地区的目标对照，不计入评价结果。",
                    "The place has no target of its own; it is set against that of the region above, and no scorecard counts it.");
        }
    }

    private void standing() {
        Standing standing = verdict.standing();
        if (!standing.beside().isEmpty()) {
            say("同一指标、同一到期年还有目标 {0}，各自评价；{1} 本目标{2}。",
                    "For the same indicator and due year there are also {0}, each judged on its own; on {1} this one {2}.",
                    String.join("、", standing.beside().stream().map(Standing.Rival::target).toList()), standing.on(),
                    standing.inForce() ? new Text("有效", "is in force") : new Text("不是有效目标", "is not in force"));
        }
    }

    private void value() {
        if (verdict.isComputed()) {
            computed(verdict.computed().orElseThrow());
            return;
        }
        reported();
        verdict.computed().ifPresent(this::beside);
    }

    /** Nothing was reported for the place itself. */
    private void computed(Computed computed) {
        Measurement value = computed.value();
        say("没有公布数，按{0}计算：{1}（{2}，{3}{4}）。", "Nothing was published; computed as {0}: {1} ({2}, {3}{4}).",
                computed.label(), computed.formula(), value.period(), value.status().label(), basis(value));
        computed.coverage().ifPresent(this::coverage);
    }

    /** The official figure rules, and the computed one is shown with the difference. */
    private void beside(Computed computed) {
        Measurement value = computed.value();
        say("按{0}计算为：{1}（{2}），以公布数为准。", "Computed as {0}: {1} ({2}); the published figure rules.", computed.label(),
                computed.formula(), value.period());
        computed.coverage().ifPresent(this::coverage);
        verdict.difference().ifPresent(difference -> {
            if (computed.value().figure() instanceof Figure.Exact) {
                say("公布数与计算数相差 {0}{1}。", "The published figure less the computed one is {0} {1}.", difference,
                        indicator.gapUnit());
            } else {
                say("公布数小于已报部分的合计，相差 {0}{1}，二者必有一误。",
                        "The published figure is below the sum of those that reported, by {0} {1}: one of the two is wrong.",
                        difference.abs(), indicator.gapUnit());
            }
        });
    }

    private void coverage(Coverage coverage) {
        say("应报地区{0}个，已报{1}个{2}。", "{1} of {0} regions reported{2}.", coverage.expected(), coverage.reported(),
                coverage.complete() ? Text.same("")
                        : new Text("，未报的不按0计", "; those that did not are not taken for 0"));
    }

    private static Text basis(Measurement value) {
        return value.basis().map(name -> new Text("，口径：" + name, ", basis: " + name)).orElse(Text.same(""));
    }

    private void reported() {
        verdict.value().ifPresentOrElse(
                value -> say("实测值 {0}（{1}，{2}{3}），来源：{4}。", "Measured: {0} ({1}, {2}{3}), source: {4}.", measured(value),
                        value.period().inWords(), value.status().label(), basis(value), value.source()),
                () -> say("没有该时期的实测值。", "Nothing was measured for the period."));
        for (ComparableBases bases : working.joined()) {
            say("口径“{0}”与“{1}”可比：{2}（{3}）。", "The bases “{0}” and “{1}” are declared comparable: {2} ({3}).", bases.one(),
                    bases.other(), bases.reason(), bases.citation().document());
        }
    }

    private void dataLag() {
        if (verdict.target().dataLag() > 0) {
            say("数据滞后{0}年：以{1}数据评价。", "Data lag by {0} year(s): judged on {1}.", verdict.target().dataLag(), asked().inWords());
            if (verdict.edition().corrected()) {
                say("到期以截至{0}的数据评价，进度与外推都算到那时。",
                        "When due it is judged on the data up to the {0}; schedule and projection lead there.",
                        endOf(verdict.edition().due(verdict.target())));
            }
        }
    }

    private void baseline() {
        Pace.Start start = working.start();
        start.value().ifPresent(b -> say("起点 {0}{1}（{2}）。", "Starting point {0}{1} ({2}).", b, unit(),
                endOf(start.month().orElseThrow())));
        verdict.target().baseline()
                .filter(baseline -> start.value().isEmpty() || !baseline.figure().exact().equals(start.value()))
                .ifPresent(baseline -> say("基数原文“{0}”，仅供参考，不参与计算。",
                        "The printed baseline “{0}” is shown only and enters no computation.", baseline.printed()));
    }

    private void outcome() {
        if (verdict.reason().isPresent()) {
            say("暂不能评价：{0}。", "Not assessable: {0}.", verdict.reason().get().label());
            return;
        }
        working.change().filter(change -> !indicator.isChange()).ifPresent(this::change);
        say("要求 {0}，实测 {1}：{2}。", "Required {0}, measured {1}: {2}.", span(verdict.accepted().orElseThrow()),
                measured(verdict.value().orElseThrow()), verdict.outcome().label());
        boolean byRounded = verdict.target().comparison() == Target.Comparison.ROUNDED;
        working.rounded().filter(number -> byRounded || verdict.withinRounding()).ifPresent(
                number -> say("全数值 {0}，修约值 {1}（GB/T 8170）。", "Exactly {0}, rounded {1} (GB/T 8170).", compared(), number));
        if (verdict.withinRounding()) {
            say("两种比较方法结论不同，本目标采用{0}。", "The two ways of comparing differ; this target is compared {0}.",
                    byRounded ? new Text("修约值比较法", "rounded") : new Text("全数值比较法", "exactly"));
        }
    }

    /** The change that a value stands for: (34 − 29.92) ÷ 34 × 100 = 12. */
    private void change(Quantity change) {
        Quantity b = working.start().value().orElseThrow();
        Quantity x = exact().orElseThrow();
        boolean lower = indicator.direction() == Direction.LOWER;
        Quantity from = lower ? x : b;
        Quantity to = lower ? b : x;
        boolean percent = verdict.rule() instanceof Rule.ChangeBy r && r.changeUnit() == Rule.ChangeUnit.PERCENT;
        if (percent) {
            say("变化幅度 = ({0} − {1}) ÷ {2} × 100 = {3}。", "Change = ({0} − {1}) ÷ {2} × 100 = {3}.", to, from, b.abs(),
                    rounded(change, Text.same("%")));
        } else {
            say("变化量 = {0} − {1} = {2}{3}。", "Change = {0} − {1} = {2}{3}.", to, from, change, gapUnit());
        }
    }

    private Optional<Quantity> exact() {
        return verdict.value().flatMap(measured -> measured.figure().exact());
    }

    /** The number compared: the change where the rule demands one, else the value. */
    private Quantity compared() {
        return working.change().or(this::exact).map(Quantity::stripped).orElseThrow();
    }

    private void schedule() {
        if (verdict.scheduleReason().isPresent()) {
            say("序时进度不适用：{0}。", "No schedule: {0}.", verdict.scheduleReason().get().label());
        } else if (verdict.progress().isPresent()) {
            Quantity b = working.start().value().orElseThrow();
            Quantity v = verdict.figure().orElseThrow();
            say("完成进度 = ({0} − {1}) ÷ ({2} − {1}) = {3}，序时要求 {4}：{5}。",
                    "Progress = ({0} − {1}) ÷ ({2} − {1}) = {3}, required {4}: {5}.",
                    exact().orElseThrow(), b, v, rounded(verdict.progress().get(), Text.same("")),
                    rounded(verdict.requiredShare().orElseThrow(), Text.same("")),
                    verdict.schedule().label());
            course();
        } else {
            say("序时进度：{0}。", "Schedule: {0}.", verdict.schedule().label());
        }
    }

    private void course() {
        for (Course.Milestone milestone : working.course().milestones()) {
            say("序时要求经过规划的阶段目标：{0} “{1}”（{2}）。", "The schedule runs through the plan's own figure for {0}: “{1}” ({2}).",
                    milestone.target().due().date(), milestone.rule().printed(), milestone.target().id());
        }
        working.course().path().ifPresent(path -> say("序时要求按“{0}”：{1}（{2}）{3}。", "The schedule follows “{0}”: {1} ({2}){3}.",
                path.title(), points(path), path.citation().document(),
                path.note().map(note -> Text.same("；" + note)).orElse(Text.same(""))));
    }

    private static Text points(PublishedPath path) {
        return new Text(
                String.join("、", path.points().stream().map(point -> point.months() + "个月" + point.percent() + "%").toList()),
                String.join(", ", path.points().stream().map(point -> point.percent() + "% after " + point.months() + " months")
                        .toList()));
    }

    private void movement() {
        if (indicator.direction() == Direction.NONE) {
            say("该指标不分优劣方向。", "Neither direction is better for this indicator.");
        } else if (verdict.movement() == Movement.UNKNOWN) {
            say("没有可比的上年数据，走向无法比较。", "No comparable value for the year before.");
        } else {
            Prior prior = working.prior().orElseThrow();
            say("{0} {1}{2}：{3}。", "{0}: {1}{2}: {3}.", when(prior.period()), prior.value(), unit(),
                    verdict.movement().label());
        }
    }

    /** 上年, or the period itself where the latest figure is older. */
    private Text when(Period period) {
        Period yearBefore = asked().minusYears(1);
        if (period.last().isBefore(yearBefore.first())) {
            return Text.of("此前最近一期（{0}）", "The latest before, {0}", period.inWords());
        }
        return yearBefore.isYear() ? new Text("上年", "The year before")
                : new Text("上年同期", "The same period of the year before");
    }

    private void gap(Quantity gap) {
        boolean inside = verdict.rule() instanceof Rule.Between;
        if (verdict.isWithinTolerance()) {
            say("在目标值的容差之内。", "Within the tolerance of the target figure.");
        } else if (gap.signum() == 0) {
            say(inside ? "在目标范围内。" : "与目标值持平。", inside ? "Inside the range of the target." : "Level with the target figure.");
        } else if (gap.signum() < 0) {
            say("距目标值差{0}{1}。", "{0}{1} short of the target figure.", gap.abs().stripped(), gapUnit());
        } else {
            say("好于目标值{0}{1}。", "{0}{1} better than the target figure.", gap.stripped(), gapUnit());
        }
    }

    private void shares() {
        Optional<Quantity> figure = verdict.demanded();
        verdict.gap().ifPresent(this::gap);
        verdict.completionRate().ifPresent(rate -> say("完成率 = 实际 {0} ÷ 目标 {1} × 100 = {2}。",
                "Completion = actual {0} ÷ target {1} × 100 = {2}.", compared(), figure.orElseThrow(),
                rounded(rate, Text.same("%"))));
        verdict.ceilingUse().ifPresent(use -> say("占上限的比例 = 实际 {0} ÷ 上限 {1} × 100 = {2}。",
                "Use of the ceiling = actual {0} ÷ ceiling {1} × 100 = {2}.", compared(), figure.orElseThrow(),
                rounded(use, Text.same("%"))));
        verdict.requiredPerYear()
                .ifPresent(step -> say("到期前每年还需变化 {0}。", "Change still needed each year until due: {0}.",
                        rounded(step, gapUnit())));
        verdict.projection().ifPresent(line -> say("按{0}的直线外推，到期年为 {1}。",
                "A straight line through {0} gives {1} in the due year.",
                points(line.points()), rounded(line.value(), Text.same(unit()))));
    }

    private String unit() {
        return indicator.unit();
    }

    private Period asked() {
        return verdict.period().minusYears(verdict.target().dataLag());
    }

    /** As reported, with its unit: 90.8%, 21.13%（原文“(21.13)”）, ≥ 90%（原文“90以上”）. */
    private Text measured(Measurement value) {
        String printed = value.printed();
        Optional<Quantity> number = value.figure().number();
        if (number.isEmpty() || !unit().isEmpty() && printed.contains(unit())) {
            return Text.same(printed);
        }
        String sign = value.figure() instanceof Figure.Bound bound ? bound.relation().sign() + " " : "";
        String plain = sign + number.get() + unit();
        return printed.equals(number.get().toString()) ? Text.same(plain)
                : Text.of("{0}（原文“{1}”）", "{0} (printed “{1}”)", plain, printed);
    }

    /** A quotient in full and, where that is longer, as it is shown: 192.0909090909%（四舍五入为192.09%）. */
    private Text rounded(Quantity quotient, Text unit) {
        Quantity full = quotient.stripped();
        return full.decimals() <= verdict.decimals() ? Text.of("{0}{1}", "{0}{1}", full, unit)
                : Text.of("{0}{1}（四舍五入为{2}{1}）", "{0}{1} (rounded {2}{1})", full, unit, full.display(verdict.decimals()));
    }

    private Text gapUnit() {
        Text unit = indicator.gapUnit();
        return new Text(unit.zh().equals("百分点") ? "个百分点" : unit.zh(), " " + unit.en());
    }

    private static Text day(LocalDate date) {
        return new Text(date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日", date.toString());
    }

    private static Text endOf(YearMonth month) {
        return month.getMonthValue() == 12 ? new Text(month.getYear() + "年末", "end of " + month.getYear())
                : new Text(month.getYear() + "年" + month.getMonthValue() + "月末", "end of " + month);
    }

    private static Text points(List<Period> periods) {
        return new Text(periods.stream().map(period -> period.inWords().zh()).collect(Collectors.joining("、")),
                periods.stream().map(Period::toString).collect(Collectors.joining(", ")));
    }

    private String span(Interval interval) {
        Optional<Interval.Edge> low = interval.low();
        Optional<Interval.Edge> high = interval.high();
        if (low.isPresent() && high.isPresent()) {
            boolean one = low.get().at().equals(high.get().at());
            return (one ? "= " + low.get().at() : low.get().at() + "–" + high.get().at()) + unit();
        }
        return low.map(edge -> (edge.included() ? "≥ " : "> ") + edge.at() + unit())
                .or(() -> high.map(edge -> (edge.included() ? "≤ " : "< ") + edge.at() + unit())).orElse("—");
    }

    /** The rule in words. */
    private Text words(Rule rule) {
        if (rule instanceof Rule.AtLeast r) {
            return Text.of("不低于{0}{1}", "at least {0}{1}", r.value(), unit());
        } else if (rule instanceof Rule.Above r) {
            return Text.of("高于{0}{1}", "above {0}{1}", r.value(), unit());
        } else if (rule instanceof Rule.AtMost r) {
            return Text.of("不高于{0}{1}", "at most {0}{1}", r.value(), unit());
        } else if (rule instanceof Rule.Below r) {
            return Text.of("低于{0}{1}", "below {0}{1}", r.value(), unit());
        } else if (rule instanceof Rule.About r) {
            return Text.of("{0}{1}左右，容差{2}{3}", "about {0}{1}, tolerance {2}{3}", r.value(), unit(), r.tolerance(),
                    assumed(r.assumed()));
        } else if (rule instanceof Rule.Between r) {
            return Text.of("在{0}至{1}{2}之间", "between {0} and {1}{2}", r.from(), r.to(), unit());
        } else if (rule instanceof Rule.Exactly r) {
            return Text.of("每期均为{0}{1}", "exactly {0}{1} in every period", r.value(), unit());
        } else if (rule instanceof Rule.ChangeBy r) {
            return change(r);
        } else if (rule instanceof Rule.Maintain r) {
            return Text.of("每期稳定在{0}{1}，容差{2}{3}", "kept at {0}{1} in every period, tolerance {2}{3}", r.value(), unit(),
                    r.tolerance(), assumed(r.assumed()));
        } else if (rule instanceof Rule.NotWorseThanBaseline) {
            return new Text("每期均不差于基数", "not worse than the baseline in any period");
        } else if (rule instanceof Rule.Improve r) {
            return r.against() == Rule.Against.BASELINE ? new Text("优于基数", "better than the baseline")
                    : new Text("每年均优于上年", "better than the year before, each year");
        } else if (rule instanceof Rule.StableOrImproving) {
            return new Text("每期均不差于基数和上年", "not worse than the baseline and the year before, in every period");
        } else if (rule instanceof Rule.NegativeGrowth) {
            return new Text("低于上年", "below the year before");
        } else if (rule instanceof Rule.ZeroGrowth) {
            return new Text("不高于上年", "not above the year before");
        } else if (rule instanceof Rule.Eliminate r) {
            return r.basically() ? new Text("基本消除，标准待认定", "basically eliminated, still to be defined")
                    : new Text("剩余为0", "nothing remains");
        } else if (rule instanceof Rule.Complete r) {
            return r.basically() ? new Text("基本完成，标准待认定", "basically completed, still to be defined")
                    : r.value().map(n -> Text.of("完成不少于{0}{1}", "at least {0}{1} done", n, unit()))
                            .orElse(new Text("全部完成", "all of it done"));
        } else if (rule instanceof Rule.Prohibited) {
            return new Text("任何时期均不得发生", "no occurrence in any period");
        } else if (rule instanceof Rule.ByStandard r) {
            return Text.of("达到标准“{0}”", "meets the standard “{0}”", r.standard());
        } else if (rule instanceof Rule.SameAs r) {
            return Text.of("以“{0}”为准", "the same as “{0}”", r.reference());
        } else if (rule instanceof Rule.StateAssessed) {
            return new Text("以国家下达的数值为准", "the figure that the state sets");
        }
        return new Text("由人工认定", "a person's finding");
    }

    private Text change(Rule.ChangeBy r) {
        Text unit = switch (r.changeUnit()) {
            case PERCENT -> Text.same("%");
            case POINT -> new Text("个百分点", " percentage points");
            case ABSOLUTE -> Text.same(unit());
        };
        Text change = indicator.isChange() ? named()
                : indicator.direction() == Direction.LOWER ? new Text("下降", "down by") : new Text("提高", "up by");
        return Text.of("较{0}{1}{2}{3}{4}{5}", "{1} {2}{3}{4} since {0}{5}",
                r.baseYear().map(year -> new Text(year + "年", "" + year)).orElse(new Text("基期（不明）", "an unknown base year")),
                change, r.strict() ? new Text("超过", "more than ") : new Text("不低于", "at least "), r.value(), unit,
                assumed(r.assumed()));
    }

    /** A cumulative change goes the way that the indicator's name says. */
    private Text named() {
        List<String> falls = List.of("下降", "减少", "降低");
        return Stream.concat(falls.stream(), Stream.of("提高", "增长", "增加")).filter(indicator.name().zh()::contains).findFirst()
                .map(verb -> new Text("累计" + verb, falls.contains(verb) ? "down by" : "up by"))
                .orElse(new Text("累计变化（按指标名称的方向）", "a cumulative change, in the sense of the name, of"));
    }

    private static Text assumed(boolean assumed) {
        return assumed ? new Text("（文件未载明，按惯例设定）", " (assumed, not printed)") : Text.same("");
    }
}
