package io.duibiao.chart;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

import io.duibiao.core.Attribute;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Outcome;
import io.duibiao.core.Plan;
import io.duibiao.core.Schedule;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/**
 * One verdict as its row shows it.
 *
 * @param because reason, distance and marks of the verdict, the most important first
 */
record BulletRow(String name, Attribute attribute, String attributeLabel, Track track, Printed printedBaseline,
        Printed printedActual, Printed printedTarget, Outcome outcome, String outcomeLabel, String because) {

    /** Whether baseline or actual are printed with those signs at their beginning. */
    boolean prints(String signs) {
        return printedBaseline.words().startsWith(signs) || printedActual.words().startsWith(signs);
    }

    static BulletRow of(Verdict verdict, Caption caption) {
        Target target = verdict.target();
        Indicator indicator = verdict.indicator();
        OptionalDouble baseline = baseline(verdict);
        Goal goal = Goal.of(verdict);
        Optional<Actual> bar = Actual.of(verdict);
        double[] figures = DoubleStream
                .concat(DoubleStream.concat(baseline.stream(), goal.marks().stream().mapToDouble(v -> v)),
                        bar.stream().mapToDouble(Actual::value))
                .toArray();
        Span span = Span.of(figures, indicator.isPercent(), indicator.kind() == Kind.CUMULATIVE_CHANGE);
        Said said = new Said(caption.words());
        Plan plan = caption.chart().plan();
        return new BulletRow(name(verdict, said, caption), target.attribute(), caption.words().say(target.attribute().label()),
                new Track(bar, said.instead(verdict.value()), baseline, goal, span, verdict.outcome()),
                said.baseline(verdict, plan.baseYear()),
                said.actual(verdict), said.target(verdict, plan.endYear()), verdict.outcome(),
                caption.words().say(verdict.outcome().label()), because(verdict, said, caption));
    }

    private static String because(Verdict verdict, Said said, Caption caption) {
        String because = said.because(verdict);
        return !verdict.reference() ? because
                : because + (because.isEmpty() ? "" : caption.words().say("；", "; "))
                        + caption.words().say("参照上级地区目标", "against the parent region's target");
    }

    private static String name(Verdict verdict, Said said, Caption caption) {
        Text where = verdict.regionName().equals(caption.chart().region()) ? said.about(verdict)
                : Text.of("{0}：{1}", "{0}: {1}", verdict.regionName(), said.about(verdict));
        return said.withUnit(caption.words().say(where), verdict.indicator());
    }

    /**
     * A printed decline ((21.13)) is counted from another year than the target and has no place on its scale;
     * neither has a baseline on another basis (专栏1 注3).
     */
    private static OptionalDouble baseline(Verdict verdict) {
        boolean otherScale = verdict.indicator().kind() == Kind.CUMULATIVE_CHANGE
                || verdict.scheduleReason().filter(r -> r == Schedule.Reason.BASIS_MISMATCH).isPresent();
        return verdict.target().baseline().filter(b -> !otherScale).flatMap(b -> b.figure().exact()).map(Actual::number)
                .map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
