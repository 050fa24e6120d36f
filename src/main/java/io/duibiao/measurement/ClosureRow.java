package io.duibiao.measurement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.duibiao.core.Period;
import io.duibiao.history.Ledger;
import io.duibiao.history.RecordedRow;

/** One closing or reopening; rows are only ever added. */
@Entity
@Table(name = "closure")
@IdClass(ClosureRow.Key.class)
class ClosureRow extends RecordedRow {

    static final String KIND = "closure";

    record Key(String region, String period, int revision) {
    }

    @Id
    String region;
    @Id
    String period;
    @Id
    int revision;
    String author;
    String reason;
    boolean closed;

    /** The last word on each region and period at the instant. */
    static List<ClosureRow> asOf(Instant asOf) {
        return list("""
                from ClosureRow closure where closure.revision = (select max(known.revision) from ClosureRow known
                where known.region = closure.region and known.period = closure.period and known.recordedAt <= ?1)
                order by closure.period, closure.region""", asOf);
    }

    static Optional<ClosureRow> last(String region, Period period, Instant asOf) {
        return find("region = ?1 and period = ?2 and recordedAt <= ?3 order by revision desc", region, period.toString(), asOf)
                .firstResultOptional();
    }

    static ClosureRow of(String region, String period, boolean closed, String author, String reason, int revision) {
        ClosureRow row = new ClosureRow();
        row.region = region;
        row.period = period;
        row.revision = revision;
        row.author = author;
        row.reason = reason;
        row.closed = closed;
        return row;
    }

    /** What is kept beside the key. */
    private record Kept(String region, String period, boolean closed) {
    }

    @Override
    protected Ledger.Entry recorded() {
        return Ledger.Entry.of(KIND, region + "/" + period, revision, author, reason, new Kept(region, period, closed));
    }

    static ClosureRow of(Ledger.Entry entry) {
        Kept kept = entry.content(Kept.class);
        return of(kept.region(), kept.period(), kept.closed(), entry.author(), entry.reason(), entry.revision());
    }

    Closure closure() {
        return new Closure(region, Period.of(period), closed, author, reason, recordedAt, revision);
    }
}
