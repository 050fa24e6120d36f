package io.duibiao.measurement;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What was sent in bulk, and what has come of it. */
@Entity
@Table(name = "value_import")
class ImportRow extends PanacheEntityBase {

    /** An import of which nothing is heard for this long is no longer at work: its process has ended. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** How it stands. */
    enum State {
        RUNNING,
        DONE,
        /** Nothing was recorded, for the reasons given. */
        FAILED,
        /** The service ended before it; nothing was recorded. */
        INTERRUPTED
    }

    /** What a running one is at. */
    enum Phase {
        CHECKING,
        RECORDING
    }

    @Id
    String id;
    String sender;
    @Column(name = "idempotency_key")
    @Nullable
    String key;
    String digest;
    /** Counts the times it was begun; whoever was given up as silent records no more. */
    int attempt;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(12)")
    State state;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    Phase phase;
    boolean atomic;
    @Column(name = "dry_run")
    boolean dryRun;
    @Column(name = "sent_at")
    Instant sentAt;
    @Column(name = "heard_at")
    Instant heardAt;
    /** HTTP status of the answer when it is done. */
    int status;
    /** Values in the file, when it has been looked through; 0 before. */
    @Column(name = "total_count")
    int total;
    @Column(name = "row_count")
    int rows;
    @Column(name = "accepted_count")
    int accepted;
    @Column(name = "unchanged_count")
    int unchanged;
    @Column(name = "rejected_count")
    int rejected;
    @Column(name = "empty_count")
    int empty;
    /** {@link Tally.Report} as JSON. */
    String report;

    static Optional<ImportRow> of(String sender, String key) {
        return find("sender = ?1 and key = ?2", sender, key).firstResultOptional();
    }

    boolean isRunning(Instant now) {
        return state == State.RUNNING && heardAt.plus(SILENCE).isAfter(now);
    }

    State state(Instant now) {
        return state == State.RUNNING && !isRunning(now) ? State.INTERRUPTED : state;
    }

    /**
     * Whether its key is answered with what came of it. What its sender had no right to is asked anew: he may have it by now.
     */
    boolean isAnswered() {
        return state == State.DONE || state == State.FAILED && status != Tally.FORBIDDEN;
    }

    void count(Tally tally) {
        rows = tally.rows.get();
        accepted = tally.accepted.get();
        unchanged = tally.unchanged.get();
        rejected = tally.rejected.get();
        empty = tally.empty.get();
    }

    static void forgetTried(Instant before) {
        delete("dryRun and sentAt < ?1", before);
    }

    /** Those of processes that have ended; with a database of its own, of every process but this. */
    static void interrupt(Instant now, boolean alone) {
        update("state = INTERRUPTED where state = RUNNING and heardAt < ?1", alone ? now.plus(SILENCE) : now.minus(SILENCE));
    }
}
