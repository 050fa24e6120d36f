package io.duibiao.history;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A row that is recorded and never changed; {@link History.Commit} gives it its place and links it into the chain. */
@MappedSuperclass
public abstract class RecordedRow extends PanacheEntityBase {

    @Column(name = "recorded_at")
    public Instant recordedAt = Instant.EPOCH;

    /** Counts the rows of one commit, whatever their tables. */
    public int ordinal;

    /** What the chain, the feed and the export read of it; its place is not part of that. */
    protected abstract Ledger.Entry recorded();

    /** Its entry on one line, as the chain covers it. */
    public final String line() {
        return recorded().line();
    }
}
