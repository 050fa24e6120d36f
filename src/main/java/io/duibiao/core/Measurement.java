package io.duibiao.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 实测值: what was reported for an indicator, region, scope and period on one basis.
 *
 * @param region region or group code
 * @param basis empty for the indicator's default
 * @param baseYear for a cumulative change: the year it is counted from, empty where the source does not say
 * @param figure exact, a bound, absent or words
 * @param printed as reported
 * @param source who published it
 * @param derived computed from a printed margin (IMPLIED), by this formula
 * @param recordedAt when this revision was recorded
 * @param revision 1 for the first
 */
public record Measurement(String indicator, String region, Optional<String> scope, Period period, Optional<String> basis,
        Optional<Integer> baseYear, Figure figure, String printed, Status status, String source, Optional<String> note,
        Optional<String> derived, List<Citation> citations, Instant recordedAt, int revision) {

    /** What makes a measured value one and the same through all its revisions. */
    public record Key(String indicator, String region, Optional<String> scope, Period period, Optional<String> basis,
            Optional<Integer> baseYear) {
    }

    public Key key() {
        return new Key(indicator, region, scope, period, basis, baseYear);
    }

    /** The same value as a revision of its own. */
    public Measurement recorded(Instant at, int number) {
        return new Measurement(indicator, region, scope, period, basis, baseYear, figure, printed, status, source, note,
                derived,
                citations, at, number);
    }

    /** The same value, as settled as that. */
    public Measurement with(Status other) {
        return new Measurement(indicator, region, scope, period, basis, baseYear, figure, printed, other, source, note, derived,
                citations, recordedAt, revision);
    }

    /** Whether the other says the same, whenever it was recorded. */
    public boolean saysTheSameAs(Measurement other) {
        return equals(other.recorded(recordedAt, revision));
    }
}
