package io.duibiao.core;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The measured values of one indicator, scope and region, seen on one basis and, for a cumulative change, one base year.
 *
 * @param values all of them, on whatever basis
 * @param comparable bases of the indicator that are declared comparable
 * @param baseYear the base year wanted; empty where the rule needs none
 */
record Series(Indicator indicator, List<Measurement> values, Optional<String> basis, List<ComparableBases> comparable,
        Optional<Integer> baseYear) {

    /**
     * Reported figures, and computed ones where nothing was reported. A figure that some regions are missing from
     * does not stand in for an earlier whole one of a state that goes on.
     */
    static Series of(Indicator indicator, List<Measurement> reported, List<Computed> computed, Optional<String> basis,
            List<ComparableBases> comparable, Optional<Integer> baseYear) {
        Series official = new Series(indicator, reported, basis, comparable, baseYear);
        List<Measurement> said = official.reported();
        List<Measurement> whole = Stream
                .concat(said.stream(), computed.stream().filter(Computed::complete).map(Computed::value)).toList();
        Stream<Measurement> filling = computed.stream()
                .filter(one -> said.stream().noneMatch(value -> official.isSame(value, one.value())))
                .filter(one -> one.complete() || !indicator.runsOn() || whole.stream().noneMatch(
                        value -> official.isAlike(value, one.value()) && value.period().compareTo(one.value().period()) <= 0))
                .map(Computed::value);
        return new Series(indicator, Stream.concat(reported.stream(), filling).toList(), basis, comparable, baseYear);
    }

    /** Without the periods that were reported as ———. */
    private List<Measurement> reported() {
        return values.stream().filter(value -> !(value.figure() instanceof Figure.Absent)).toList();
    }

    /** Whether two figures are of one period, basis and base year. */
    boolean isSame(Measurement one, Measurement other) {
        return one.period().equals(other.period()) && isAlike(one, other);
    }

    private boolean isAlike(Measurement one, Measurement other) {
        return indicator.sameBasis(one.basis(), other.basis()) && one.baseYear().equals(other.baseYear());
    }

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
        List<Measurement> reported = reported();
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
        Optional<Measurement> part = onBasis.stream().filter(value -> period.isPartlyCoveredBy(value.period())).max(byPeriod());
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
        Map<Period, Measurement> years = new TreeMap<>();
        values.stream()
                .filter(value -> onBasis(value) && onBaseYear(value) && value.figure().exact().isPresent())
                .filter(value -> value.period().isYear() && value.period().year() >= first && value.period().year() <= last)
                .sorted(byPeriod()).forEach(value -> years.put(value.period(), value));
        return List.copyOf(years.values());
    }

    private boolean onBasis(Measurement value) {
        return onBasis(value.basis());
    }

    /** Whether a figure on that basis may be used: it is the one wanted, or one declared comparable with it. */
    boolean onBasis(Optional<String> other) {
        return indicator.sameBasis(other, basis) || declared(other).isPresent();
    }

    /** The declaration by which another basis than the one wanted may be used. */
    Optional<ComparableBases> declared(Optional<String> other) {
        return indicator.sameBasis(other, basis) ? Optional.empty()
                : indicator.named(basis).flatMap(own -> indicator.named(other)
                        .flatMap(used -> comparable.stream().filter(bases -> bases.join(own, used)).findFirst()));
    }

    /** Of two figures for one period the one on the basis wanted comes last. */
    private Comparator<Measurement> byPeriod() {
        return Comparator.comparing(Measurement::period)
                .thenComparing(value -> indicator.sameBasis(value.basis(), basis));
    }

    private boolean onBaseYear(Measurement value) {
        return baseYear.isEmpty() || value.baseYear().equals(baseYear);
    }

    private Optional<Measurement> latest(List<Measurement> candidates, Period period) {
        return candidates.stream().filter(value -> indicator.runsOn() ? !value.period().last().isAfter(period.last())
                : value.period().equals(period)).max(byPeriod());
    }
}
