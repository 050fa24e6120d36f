package io.duibiao.measurement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.duibiao.core.Figure;
import io.duibiao.core.Measurement;
import io.duibiao.core.Status;

/**
 * A value as somebody sends it: every part is read, none is judged yet.
 *
 * @param key its basis empty where the indicator's own is meant
 * @param printed as sent
 * @param unit the unit that the sender names beside the figure, where he does
 * @param status empty where the sender says nothing: a new figure is then PROVISIONAL, one that stands keeps what it has
 * @param declares whether a basis or scope that is not known yet is meant so, and no slip
 */
record Reported(Measurement.Key key, Figure figure, String printed, Optional<String> unit, Optional<Status> status,
        String source,
        Optional<String> note, boolean declares) {

    /**
     * What it makes of the value that stands. A number that is only spelled otherwise (12.50 for 12.5) says the same, and keeps
     * the spelling and the clauses that it had.
     */
    Measurement over(Optional<Measurement> standing) {
        Optional<Measurement> same = standing.filter(value -> value.figure().equals(figure));
        Measurement next = new Measurement(key.indicator(), key.region(), key.scope(), key.period(), key.basis(),
                key.baseYear(), same.map(Measurement::figure).orElse(figure), same.map(Measurement::printed).orElse(printed),
                status.orElse(Status.PROVISIONAL), source, note, Optional.empty(),
                same.map(Measurement::citations).orElse(List.of()), Instant.EPOCH, 0);
        return status.isPresent() ? next
                : standing.filter(value -> next.with(value.status()).saysTheSameAs(value)).orElse(next);
    }
}
