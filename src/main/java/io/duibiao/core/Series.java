package io.duibiao.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The measured values of one indicator, scope and region, seen on one basis and, for a cumulative change, one base year.
 *
 * @param values all of them, on whatever basis
 * @param baseYear the base year wanted; empty where the rule needs none
 */
record Series(Indicator indicator, List<Measurement> values, Optional<String> basis, Optional<Integer> baseYear) {

    private static final Comparator<Measurement> BY_PERIOD = Comparator.comparing(Measurement::period);

    /**
     * A value that answers the period, or the reason why none does.
     *
     * @param value what answers, or what is shown instead (a part of the year, another basis, ——— for the period)
     */
    record Answer(Optional<Measurement> value, Optional<Outcome.Reason> reason) {

        /** The value where it may be judged and is a plain number. */
        Optional<Quantity> exact() {
            return reason.isPresent() ? Optional.empty() : value.flatMap(found -> found.figure().exact());
        }
    }

    /** A stock is answered by its latest figure up to the period's end, a flow only by its whole period. */
    Answer at(Period period) {
        List<Measurement> reported = values.stream().filter(value -> !(value.figure() instanceof Figure.Absent)).toList();
        List<Measurement> onBasis = reported.stream().filter(this::onBasis).toList();
        Optional<Measurement> comparable = latest(onBasis.stream().filter(this::onBaseYear).toList(), period);
        if (comparable.isPresent()) {
            return new Answer(comparable, Optional.empty());
        }
        Optional<Measurement> otherBase = latest(onBasis, period);
        if (otherBase.isPresent()) {
            boolean unknown = otherBase.get().baseYear().isEmpty();
            return new Answer(otherBase,
                    Optional.of(unknown ? Outcome.Reason.BASE_YEAR_UNKNOWN : Outcome.Reason.BASE_YEAR_MISMATCH));
        }
        Optional<Measurement> part = onBasis.stream().filter(value -> period.isPartlyCoveredBy(value.period())).max(BY_PERIOD);
        if (part.isPresent()) {
            return new Answer(part, Optional.of(Outcome.Reason.PART_YEAR_ONLY));
        }
        Optional<Measurement> otherBasis = latest(reported, period);
        if (otherBasis.isPresent()) {
            return new Answer(otherBasis, Optional.of(Outcome.Reason.BASIS_MISMATCH));
        }
        Optional<Measurement> absent = values.stream().filter(this::onBasis).filter(value -> value.period().equals(period))
                .findFirst();
        return new Answer(absent, Optional.of(Outcome.Reason.NO_VALUE));
    }

    /** Comparable exact values of whole years from the first to the last, in order. */
    List<Measurement> years(int first, int last) {
        return values.stream()
                .filter(value -> onBasis(value) && onBaseYear(value) && value.figure().exact().isPresent())
                .filter(value -> value.period().isYear() && value.period().year() >= first && value.period().year() <= last)
                .sorted(BY_PERIOD).toList();
    }

    private boolean onBasis(Measurement value) {
        return indicator.sameBasis(value.basis(), basis);
    }

    private boolean onBaseYear(Measurement value) {
        return baseYear.isEmpty() || value.baseYear().equals(baseYear);
    }

    private Optional<Measurement> latest(List<Measurement> candidates, Period period) {
        boolean running = indicator.timing() == Timing.STOCK || indicator.kind() == Kind.CUMULATIVE_TOTAL;
        return running ? candidates.stream().filter(value -> !value.period().last().isAfter(period.last())).max(BY_PERIOD)
                : candidates.stream().filter(value -> value.period().equals(period)).findFirst();
    }
}
