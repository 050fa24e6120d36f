package io.duibiao.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verdict in sentences: the rule, the inputs unrounded, each formula with its numbers, the method's version. */
final class Explanation {

    private final Verdict verdict;
    private final Indicator indicator;
    private final List<Text> lines = new ArrayList<>();

    private Explanation(Verdict verdict) {
        this.verdict = verdict;
        this.indicator = verdict.indicator();
    }

    static List<Text> of(Verdict verdict, Pace.Start start, Optional<Quantity> prior, Demand demand) {
        Explanation explanation = new Explanation(verdict);
        explanation.rule();
        explanation.value();
        explanation.baseline(start);
        explanation.outcome(demand);
        explanation.schedule(start, demand);
        explanation.movement(prior);
        explanation.shares(demand);
        explanation.say("评价方法第{0}版，数值按全精度计算。", "Method version {0}; figures are computed unrounded.",
                Verdict.METHOD_VERSION);
        return List.copyOf(explanation.lines);
    }

    private void say(String zh, String en, Object... arguments) {
        lines.add(Text.of(zh, en, arguments));
    }

    private void rule() {
        Target target = verdict.target();
        verdict.resolution().ifPresentOrElse(
                resolution -> say("目标原文“{0}”，{1}于{2}下达“{3}”，即{4}。",
                        "The target is printed as “{0}”; {1} set “{3}” on {2}: {4}.", target.printed(), resolution.issuer(),
                        resolution.issuedAt(), resolution.phrase(), words(verdict.rule())),
                () -> say("目标原文“{0}”，即{1}。", "The target is printed as “{0}”: {1}.", target.printed(),
                        words(verdict.rule())));
        target.derived().ifPresent(formula -> say("该目标由文件所载数值推算：{0}。", "The target is derived from printed figures: {0}.",
                formula));
    }

    private void value() {
        verdict.value().ifPresentOrElse(
                value -> say("实测值 {0}（{1}，{2}{3}），来源：{4}。", "Measured: {0} ({1}, {2}{3}), source: {4}.", value.printed(),
                        value.period(), value.status().label(),
                        value.basis().map(b -> new Text("，口径：" + b, ", basis: " + b)).orElse(Text.same("")), value.source()),
                () -> say("没有该时期的实测值。", "Nothing was measured for the period."));
        if (verdict.target().dataLag() > 0) {
            say("数据滞后{0}年：以{1}年数据评价。", "Data lag by {0} year(s): judged on {1}.", verdict.target().dataLag(),
                    verdict.period().minusYears(verdict.target().dataLag()));
        }
    }

    private void baseline(Pace.Start start) {
        if (start.value().isPresent()) {
            say("起点 {0}{1}（{2}）。", "Starting point {0}{1} ({2}).", start.value().get(), unit(),
                    start.month().orElseThrow());
        } else {
            verdict.target().baseline().ifPresent(baseline -> say("基数原文“{0}”，仅供参考，不参与计算。",
                    "The printed baseline “{0}” is shown only and enters no computation.", baseline.printed()));
        }
    }

    private void outcome(Demand demand) {
        if (verdict.reason().isPresent()) {
            say("暂不能评价：{0}。", "Not assessable: {0}.", verdict.reason().get().label());
            return;
        }
        say("要求 {0}，实测 {1}：{2}。", "Required {0}, measured {1}: {2}.", span(demand.accepted().orElseThrow()),
                verdict.value().orElseThrow().printed(), verdict.outcome().label());
        if (verdict.withinRounding()) {
            say("按全数值比较与按修约值比较结论不同（GB/T 8170），本目标采用{0}。",
                    "Comparing exactly and comparing rounded values differ (GB/T 8170); this target is compared {0}.",
                    verdict.target().comparison() == Target.Comparison.EXACT ? new Text("全数值比较法", "exactly")
                            : new Text("修约值比较法", "rounded"));
        }
    }

    private void schedule(Pace.Start start, Demand demand) {
        if (verdict.scheduleReason().isPresent()) {
            say("序时进度不适用：{0}。", "No schedule: {0}.", verdict.scheduleReason().get().label());
        } else if (verdict.progress().isPresent()) {
            Quantity b = start.value().orElseThrow();
            Quantity v = demand.figure().orElseThrow();
            say("完成进度 = ({0} − {1}) ÷ ({2} − {1}) = {3}，序时要求 {4}：{5}。",
                    "Progress = ({0} − {1}) ÷ ({2} − {1}) = {3}, required {4}: {5}.",
                    verdict.value().flatMap(value -> value.figure().exact()).orElseThrow(), b, v,
                    verdict.progress().get().stripped(), verdict.requiredShare().orElseThrow().stripped(),
                    verdict.schedule().label());
        } else {
            say("序时进度：{0}。", "Schedule: {0}.", verdict.schedule().label());
        }
    }

    private void movement(Optional<Quantity> prior) {
        if (verdict.movement() == Movement.UNKNOWN) {
            say("没有可比的上年数据，走向无法比较。", "No comparable value for the year before.");
        } else {
            say("上年 {0}{1}：{2}。", "The year before: {0}{1}: {2}.", prior.orElseThrow(), unit(), verdict.movement().label());
        }
    }

    private void shares(Demand demand) {
        Optional<Quantity> figure = verdict.rule() instanceof Rule.ChangeBy change ? Optional.of(change.value())
                : demand.figure();
        verdict.gap().ifPresent(gap -> say("与目标的差距 {0}{1}（正为优）。", "Distance to the target {0} {1} (positive is favourable).",
                gap, indicator.gapUnit()));
        verdict.completionRate().ifPresent(rate -> say("完成率 = 实际 ÷ 目标 {0} × 100 = {1}%。",
                "Completion = actual ÷ target {0} × 100 = {1}%.", figure.orElseThrow(), rate));
        verdict.ceilingUse().ifPresent(use -> say("占上限的比例 = 实际 ÷ 上限 {0} × 100 = {1}%。",
                "Use of the ceiling = actual ÷ ceiling {0} × 100 = {1}%.", figure.orElseThrow(), use));
        verdict.requiredPerYear()
                .ifPresent(step -> say("到期前每年还需变化 {0}{1}。", "Change still needed each year until due: {0} {1}.",
                        step, indicator.gapUnit()));
        verdict.projection().ifPresent(line -> say("按{0}的直线外推，到期年为 {1}{2}。",
                "A straight line through {0} gives {1}{2} in the due year.",
                String.join("、", line.points().stream().map(Period::toString).toList()), line.value(), unit()));
    }

    private String unit() {
        return indicator.unit();
    }

    private static String span(Interval interval) {
        Optional<Interval.Edge> low = interval.low();
        Optional<Interval.Edge> high = interval.high();
        if (low.isPresent() && high.isPresent()) {
            boolean one = low.get().at().equals(high.get().at());
            return one ? "= " + low.get().at() : low.get().at() + "–" + high.get().at();
        }
        return low.map(edge -> (edge.included() ? "≥ " : "> ") + edge.at())
                .or(() -> high.map(edge -> (edge.included() ? "≤ " : "< ") + edge.at())).orElse("—");
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
        return Text.of("较{0}朝向好方向变化{1}{2}{3}{4}", "changed for the better by {1}{2}{3} since {0}{4}",
                r.baseYear().map(year -> new Text(year + "年", "" + year)).orElse(new Text("（基期不明）", "(an unknown base year)")),
                r.strict() ? new Text("超过", "more than ") : new Text("至少", "at least "), r.value(), unit, assumed(r.assumed()));
    }

    private static Text assumed(boolean assumed) {
        return assumed ? new Text("（文件未载明，按惯例设定）", " (assumed, not printed)") : Text.same("");
    }
}
