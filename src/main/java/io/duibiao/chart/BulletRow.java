package io.duibiao.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

import io.duibiao.core.Attribute;
import io.duibiao.core.Baseline;
import io.duibiao.core.Direction;
import io.duibiao.core.Figure;
import io.duibiao.core.Indicator;
import io.duibiao.core.Interval;
import io.duibiao.core.Kind;
import io.duibiao.core.Measurement;
import io.duibiao.core.Outcome;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Relation;
import io.duibiao.core.Resolution;
import io.duibiao.core.Rule;
import io.duibiao.core.Schedule;
import io.duibiao.core.Status;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/**
 * One verdict as its row shows it.
 *
 * @param bar the actual figure; empty where there is no number to draw
 * @param instead what stands on the track in the bar's place
 * @param baseline the baseline's place on the scale, where it has one on the scale of the target
 * @param because reason, distance and marks of the verdict, the most important first
 */
record BulletRow(String name, Attribute attribute, String attributeLabel, Optional<Bar> bar, String instead,
        OptionalDouble baseline, Goal goal, Span span, Printed printedBaseline, Printed printedActual, Printed printedTarget,
        Outcome outcome, String outcomeLabel, String because) {

    /**
     * The actual figure.
     *
     * @param bound how the number limits the figure, where it is only a limit
     * @param comparable whether it was judged against the target
     */
    record Bar(double value, Optional<Relation> bound, boolean provisional, boolean comparable) {
    }

    static BulletRow of(Verdict verdict, Caption caption) {
        Target target = verdict.target();
        Indicator indicator = verdict.indicator();
        OptionalDouble baseline = baseline(verdict);
        Goal goal = Goal.of(verdict);
        Optional<Bar> bar = bar(verdict);
        double[] figures = DoubleStream
                .concat(DoubleStream.concat(baseline.stream(), goal.marks().stream().mapToDouble(v -> v)),
                        bar.stream().mapToDouble(Bar::value))
                .toArray();
        Span span = Span.of(figures, indicator.isPercent(), indicator.kind() == Kind.CUMULATIVE_CHANGE);
        return new BulletRow(name(verdict, caption), target.attribute(), caption.say("{0}", "{0}", target.attribute().label()),
                bar,
                instead(verdict, caption), baseline, goal, span, printedBaseline(verdict, caption),
                printedActual(verdict, caption),
                printedTarget(verdict, caption), verdict.outcome(), caption.say("{0}", "{0}", verdict.outcome().label()),
                because(verdict, caption));
    }

    private static String name(Verdict verdict, Caption caption) {
        Indicator indicator = verdict.indicator();
        Text what = verdict.target().scope().map(scope -> Text.of("{0}·{1}", "{0}, {1}", indicator.name(), scope))
                .orElse(indicator.name());
        Text where = verdict.regionName().equals(caption.region()) ? what
                : Text.of("{0}：{1}", "{0}: {1}", verdict.regionName(), what);
        return caption.say(indicator.unit().isEmpty() ? "{0}" : "{0}({1})", indicator.unit().isEmpty() ? "{0}" : "{0} ({1})",
                where, indicator.unit());
    }

    /**
     * A printed decline ((21.13)) is counted from another year than the target and has no place on its scale; neither has a
     * baseline
     * on another basis (专栏1 注3).
     */
    private static OptionalDouble baseline(Verdict verdict) {
        boolean otherScale = verdict.indicator().kind() == Kind.CUMULATIVE_CHANGE
                || verdict.scheduleReason().filter(r -> r == Schedule.Reason.BASIS_MISMATCH).isPresent();
        return verdict.target().baseline().filter(b -> !otherScale).flatMap(b -> b.figure().exact()).map(BulletRow::number)
                .map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static Optional<Bar> bar(Verdict verdict) {
        if (verdict.value().isEmpty()) {
            return Optional.empty();
        }
        Measurement value = verdict.value().get();
        boolean provisional = value.status() == Status.PROVISIONAL;
        boolean comparable = verdict.reason().map(reason -> switch (reason) {
            case BASIS_MISMATCH, BASE_YEAR_MISMATCH, BASE_YEAR_UNKNOWN, PART_YEAR_ONLY, BEFORE_BASELINE -> false;
            default -> true;
        }).orElse(true);
        if (value.figure() instanceof Figure.Exact exact) {
            return Optional.of(new Bar(number(exact.value()), Optional.empty(), provisional, comparable));
        } else if (value.figure() instanceof Figure.Bound bound) {
            return Optional.of(new Bar(number(bound.value()), Optional.of(bound.relation()), provisional, comparable));
        }
        return Optional.empty();
    }

    private static String instead(Verdict verdict, Caption caption) {
        Optional<Figure> figure = verdict.value().map(Measurement::figure);
        if (figure.isEmpty()) {
            return caption.say("无实测值", "no measured value");
        } else if (figure.get() instanceof Figure.Words) {
            return caption.say("以文字表述，无数值", "reported in words, no figure");
        } else if (figure.get() instanceof Figure.Absent) {
            return caption.say("未核定", "not audited");
        }
        return "";
    }

    private static Printed printedBaseline(Verdict verdict, Caption caption) {
        if (verdict.target().baseline().isEmpty()) {
            return Printed.of(caption.say("未列", "not given"), List.of(), caption);
        }
        Baseline baseline = verdict.target().baseline().get();
        boolean asInHead = baseline.period().equals(Period.year(caption.plan().baseYear()));
        return Printed.of(withoutUnit(baseline.printed(), verdict.indicator()),
                asInHead ? List.of() : List.of(caption.in(baseline.period())), caption);
    }

    private static Printed printedActual(Verdict verdict, Caption caption) {
        if (verdict.value().isEmpty()) {
            return Printed.of(caption.say("无", "none"), List.of(), caption);
        }
        Measurement value = verdict.value().get();
        List<String> marks = new ArrayList<>();
        if (value.status() == Status.PROVISIONAL) {
            marks.add(caption.say("快报", "prov."));
        }
        if (!value.period().equals(verdict.period())) {
            marks.add(caption.in(value.period()));
        }
        return Printed.of(withoutUnit(value.printed(), verdict.indicator()), marks, caption);
    }

    /** As printed; a damaged phrase, and one whose figure had to be worked out, as it is read. */
    private static Printed printedTarget(Verdict verdict, Caption caption) {
        Target target = verdict.target();
        String phrase = verdict.resolution().map(Resolution::phrase).or(target::readAs).orElse(target.printed());
        List<String> marks = new ArrayList<>();
        if (verdict.resolution().isPresent()) {
            marks.add(caption.say("下达", "as issued"));
        } else if (target.derived().isPresent()) {
            marks.add(caption.say("推算", "implied"));
        } else if (target.readAs().isPresent()) {
            marks.add(caption.say("读作", "as read"));
        }
        if (target.strive() && !phrase.contains("力争")) {
            marks.add(caption.say("力争", "strive for"));
        }
        if (target.inPrinciple() && !phrase.contains("原则上")) {
            marks.add(caption.say("原则上", "in principle"));
        }
        if (target.due().date().getYear() != caption.plan().endYear()) {
            marks.add(caption.year(target.due().date().getYear()));
        }
        return Printed.of(phrase, marks, caption);
    }

    /** 85.7% is 85.7 and 98%以上 is 98以上 where % stands behind the name already; 12个盟市 counts leagues and stays. */
    private static String withoutUnit(String printed, Indicator indicator) {
        return indicator.unit().isEmpty() ? printed
                : printed.replaceFirst("(?<=[0-9])" + Pattern.quote(indicator.unit()) + "(?=$|[)）]|以上|以下|以内|左右)", "");
    }

    private static String because(Verdict verdict, Caption caption) {
        List<String> parts = new ArrayList<>();
        verdict.reason().ifPresent(reason -> parts.add(caption.say("{0}", "{0}", reason.label())));
        verdict.gap().ifPresent(gap -> parts.add(distance(verdict, gap, caption)));
        if (verdict.reference()) {
            parts.add(caption.say("参照上级地区目标", "against the parent region's target"));
        }
        if (verdict.afterDue()) {
            parts.add(caption.say("已过时限", "after the due date"));
        }
        if (verdict.withinRounding()) {
            parts.add(caption.say("修约后结论不同", "rounding would change it"));
        }
        return String.join(caption.say("；", "; "), parts);
    }

    private static String distance(Verdict verdict, Quantity gap, Caption caption) {
        String size = Quantity.of(gap.abs().display(verdict.decimals())).stripped().toString();
        Indicator indicator = verdict.indicator();
        String apart = indicator.unit().isEmpty() ? "" : " ";
        Text amount = Text.of(indicator.isPercent() ? "{0}个{1}" : "{0}{1}", "{0}" + apart + "{1}", size, indicator.gapUnit());
        if (gap.signum() == 0) {
            return verdict.rule() instanceof Rule.Between || isRange(verdict.accepted())
                    ? caption.say("在目标范围内", "within the target range")
                    : caption.say("与目标值持平", "exactly on target");
        } else if (gap.signum() > 0) {
            return caption.say("好于目标值{0}", "{0} better than the target", amount);
        }
        return indicator.direction() == Direction.LOWER ? caption.say("超出目标值{0}", "{0} over the target", amount)
                : caption.say("距目标值差{0}", "{0} short of the target", amount);
    }

    private static boolean isRange(Optional<Interval> accepted) {
        Optional<Quantity> low = accepted.flatMap(Interval::low).map(Interval.Edge::at);
        Optional<Quantity> high = accepted.flatMap(Interval::high).map(Interval.Edge::at);
        return low.isPresent() && high.isPresent() && !low.equals(high);
    }

    private static double number(Quantity quantity) {
        return quantity.number().doubleValue();
    }
}
