package io.duibiao.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The one door for writes: commits follow one another, each at an instant of its own, and are on disk when it returns. */
@ApplicationScoped
public class History {

    /** A large import or a restore is one transaction. */
    private static final int LONGEST = (int) TimeUnit.HOURS.toSeconds(1);

    private final StatelessSession database;
    private final GroupSync sync;

    private final boolean alone;
    private final AtomicLong commits = new AtomicLong();

    /** Writers of this process queue here, so that those who wait hold no connection. */
    private final Lock queue = new ReentrantLock(true);

    History(StatelessSession database, GroupSync sync, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.database = database;
        this.sync = sync;
        this.alone = kind.equals("h2");
    }

    /**
     * Does the work in one transaction, under the commit lock that replicas share. What it records it gives to the
     * commit; asking for the commit's instant alone makes a commit too, one without entries. Work that does neither
     * has found nothing to record.
     */
    public <T> T record(Function<Commit, T> work) {
        return alone(newest -> {
            Commit commit = new Commit(last().map(Link::digest).orElse(Link.NONE), () -> next(newest, Instant.now()));
            T result = work.apply(commit);
            return new Done<>(result, commit.forging.map(Link.Forging::link));
        });
    }

    /**
     * What has been done under the commit lock.
     *
     * @param newest the last link of the chain from now on; empty where nothing was recorded
     */
    record Done<T>(T result, Optional<Link> newest) {
    }

    /** @param work is told the newest instant */
    <T> T alone(Function<Instant, Done<T>> work) {
        boolean nothing = false;
        Done<T> done;
        queue.lock();
        try {
            done = QuarkusTransaction.disallowingExisting().timeout(LONGEST).call(() -> underCommitLock(work));
            nothing = done.newest().isEmpty();
        } finally {
            commits.incrementAndGet();
            if (!nothing) {
                sync.committed();
            }
            queue.unlock();
        }
        // Who found nothing to record has seen what another committed, and is answered when that is on disk.
        sync.await();
        return done.result();
    }

    /**
     * Counts what this process recorded, or tried to: who read after asking has read everything that was recorded before. None
     * where other processes record, too; H2 lets in only one.
     */
    public OptionalLong commits() {
        return alone ? OptionalLong.of(commits.get()) : OptionalLong.empty();
    }

    private <T> Done<T> underCommitLock(Function<Instant, Done<T>> work) {
        Done<T> done = work.apply(head("select recorded_at from commit_head for update"));
        done.newest().ifPresent(link -> {
            keep(link);
            database.createNativeMutationQuery("update commit_head set recorded_at = :instant")
                    .setParameter("instant", link.recordedAt()).executeUpdate();
        });
        return done;
    }

    void keep(Link link) {
        database.insert(CommitRow.of(link));
    }

    private Optional<Link> last() {
        return database.createSelectionQuery("from CommitRow order by recordedAt desc", CommitRow.class).setMaxResults(1)
                .list().stream().findFirst().map(CommitRow::link);
    }

    /** The link of the commit at that instant, which stands for all that was recorded up to it. */
    public Optional<Link> link(Instant instant) {
        return QuarkusTransaction.joiningExisting().call(() -> Optional.ofNullable(database.get(CommitRow.class, instant)))
                .map(CommitRow::link);
    }

    /** The instant of the last commit; the epoch while nothing has been recorded. */
    public Instant newest() {
        return QuarkusTransaction.joiningExisting().call(() -> head("select recorded_at from commit_head"));
    }

    private Instant head(String query) {
        return database.createNativeQuery(query, Instant.class).getSingleResult();
    }

    /** Clocks of replicas differ and may be set back: the last commit, not the clock, has the final word. */
    static Instant next(Instant newest, Instant now) {
        Instant later = newest.plusMillis(1);
        Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
        return millis.isAfter(later) ? millis : later;
    }

    /**
     * What is being recorded at one instant. Asking for it issues the instant: whole milliseconds, later than that of every
     * earlier commit.
     */
    public static final class Commit implements Supplier<Instant> {

        private final String previous;
        private final Supplier<Instant> instant;
        private Optional<Link.Forging> forging = Optional.empty();

        Commit(String previous, Supplier<Instant> instant) {
            this.previous = previous;
            this.instant = instant;
        }

        @Override
        public Instant get() {
            return begun().recordedAt();
        }

        private Link.Forging begun() {
            Link.Forging begun = forging.orElseGet(() -> new Link.Forging(previous, instant.get()));
            forging = Optional.of(begun);
            return begun;
        }

        /** Records the row, which is complete but for its place. */
        public void add(RecordedRow row) {
            place(row);
            row.persist();
        }

        void place(RecordedRow row) {
            place(row, row.line());
        }

        /**
         * Gives the row its place and links it; whoever has many rows inserts them himself, in this transaction.
         *
         * @param line the row's own
         */
        public void place(RecordedRow row, String line) {
            row.recordedAt = get();
            row.ordinal = begun().add(line);
        }

        Link link() {
            return begun().link();
        }
    }
}
