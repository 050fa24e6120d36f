package io.duibiao.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.duibiao.core.Interval;
import io.duibiao.core.Rule;
import io.duibiao.core.Verdict;

/**
 * Where the demand of a verdict's rule stands on the scale of its indicator.
 *
 * @param marks the rule's figure, else the ends of what it accepts; empty where neither can be said
 * @param from where the values that keep the rule begin, to where they end; infinite where they are open
 * @param byEarlier the rule has no figure of its own: the baseline or the year before is the measure
 */
record Goal(List<Double> marks, double from, double to, boolean byEarlier) {

    /** Nothing is demanded. */
    static final Goal NONE = new Goal(List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    static Goal of(Verdict verdict) {
        Optional<Double> low = verdict.accepted().flatMap(Interval::low).map(edge -> Actual.number(edge.at()));
        Optional<Double> high = verdict.accepted().flatMap(Interval::high).map(edge -> Actual.number(edge.at()));
        List<Double> ends = Stream.of(low, high).flatMap(Optional::stream).distinct().toList();
        return new Goal(verdict.figure().map(v -> List.of(Actual.number(v))).orElse(ends), low.orElse(Double.NEGATIVE_INFINITY),
                high.orElse(Double.POSITIVE_INFINITY), byEarlier(verdict.rule()));
    }

    /** Whether there is a stretch of values that keep the rule, and not one point alone. */
    boolean hasZone() {
        return !marks.isEmpty() && from < to;
    }

    private static boolean byEarlier(Rule rule) {
        return rule instanceof Rule.NotWorseThanBaseline || rule instanceof Rule.Improve
                || rule instanceof Rule.StableOrImproving || rule instanceof Rule.NegativeGrowth
                || rule instanceof Rule.ZeroGrowth;
    }
}
