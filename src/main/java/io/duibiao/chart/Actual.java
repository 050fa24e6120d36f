package io.duibiao.chart;

import java.util.Optional;

import io.duibiao.core.Figure;
import io.duibiao.core.Measurement;
import io.duibiao.core.Outcome;
import io.duibiao.core.Quantity;
import io.duibiao.core.Relation;
import io.duibiao.core.Status;
import io.duibiao.core.Verdict;

/**
 * The actual figure as a number that can be drawn.
 *
 * @param bound how the number limits the figure, where it is only a limit
 * @param comparable whether it was judged against the target
 */
record Actual(double value, Optional<Relation> bound, boolean provisional, boolean comparable) {

    /** Empty where there is no value, or none with a number. */
    static Optional<Actual> of(Verdict verdict) {
        boolean comparable = verdict.reason().map(Actual::isComparable).orElse(true);
        return verdict.value().flatMap(value -> of(value, comparable));
    }

    static Optional<Actual> of(Measurement value, boolean comparable) {
        Optional<Relation> bound = value.figure() instanceof Figure.Bound limit ? Optional.of(limit.relation())
                : Optional.empty();
        return value.figure().number().map(
                number -> new Actual(number(number), bound, value.status() == Status.PROVISIONAL, comparable));
    }

    private static boolean isComparable(Outcome.Reason reason) {
        return switch (reason) {
            case BASIS_MISMATCH, BASE_YEAR_MISMATCH, BASE_YEAR_UNKNOWN, PART_YEAR_ONLY, BEFORE_BASELINE -> false;
            default -> true;
        };
    }

    static double number(Quantity quantity) {
        return quantity.number().doubleValue();
    }
}
