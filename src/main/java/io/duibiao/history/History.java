package io.duibiao.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The one door for writes: commits follow one another, each at an instant of its own, and are on disk when it returns. */
@ApplicationScoped
public class History {

    private final EntityManager database;
    private final GroupSync sync;

    /** Writers of this process queue here, so that those who wait hold no connection. */
    private final Lock queue = new ReentrantLock(true);

    History(EntityManager database, GroupSync sync) {
        this.database = database;
        this.sync = sync;
    }

    /**
     * Does the work in one transaction, under the commit lock that replicas share. Asking the supplier issues the commit's
     * instant: whole milliseconds, later than that of every earlier commit. Work that does not ask has found nothing to record.
     */
    public <T> T record(Function<Supplier<Instant>, T> work) {
        Done<T> done;
        queue.lock();
        try {
            done = QuarkusTransaction.disallowingExisting().call(() -> underCommitLock(work));
        } finally {
            queue.unlock();
        }
        if (done.recorded()) {
            sync.await();
        }
        return done.result();
    }

    private record Done<T>(T result, boolean recorded) {
    }

    private <T> Done<T> underCommitLock(Function<Supplier<Instant>, T> work) {
        Commit commit = new Commit(head("select recorded_at from commit_head for update"));
        T result = work.apply(commit);
        commit.issued.ifPresent(instant -> database.createNativeQuery("update commit_head set recorded_at = :instant")
                .setParameter("instant", instant).executeUpdate());
        return new Done<>(result, commit.issued.isPresent());
    }

    /** The instant of the last commit; the epoch while nothing has been recorded. */
    public Instant newest() {
        return QuarkusTransaction.joiningExisting().call(() -> head("select recorded_at from commit_head"));
    }

    private Instant head(String query) {
        return (Instant) database.createNativeQuery(query, Instant.class).getSingleResult();
    }

    /** Clocks of replicas differ and may be set back: the last commit, not the clock, has the final word. */
    static Instant next(Instant newest, Instant now) {
        Instant later = newest.plusMillis(1);
        Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
        return millis.isAfter(later) ? millis : later;
    }

    private static final class Commit implements Supplier<Instant> {

        private final Instant newest;
        private Optional<Instant> issued = Optional.empty();

        Commit(Instant newest) {
            this.newest = newest;
        }

        @Override
        public Instant get() {
            Instant instant = issued.orElseGet(() -> next(newest, Instant.now()));
            issued = Optional.of(instant);
            return instant;
        }
    }
}
