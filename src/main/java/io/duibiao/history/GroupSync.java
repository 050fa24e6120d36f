package io.duibiao.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts commits on disk, all that wait together at once: H2 does not by itself, PostgreSQL does. */
@Singleton
class GroupSync {

    private final DataSource database;
    private final boolean needed;
    private final Lock syncing = new ReentrantLock(true);
    /** Begins at 1: what an earlier process committed may not be on disk either. */
    private final AtomicLong committed = new AtomicLong(1);
    private volatile long synced;

    GroupSync(DataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.database = database;
        this.needed = kind.equals("h2");
    }

    /** Something was committed, or may have been. */
    void committed() {
        committed.incrementAndGet();
    }

    /** Returns when all that was committed before this call is on disk; called outside of every transaction. */
    void await() {
        long mine = committed.get();
        if (!needed || synced >= mine) {
            return;
        }
        syncing.lock();
        try {
            if (synced < mine) {
                long all = committed.get();
                checkpoint();
                synced = all;
            }
        } finally {
            syncing.unlock();
        }
    }

    private void checkpoint() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw new IllegalStateException("the commit is not known to be on disk", e);
        }
    }
}
