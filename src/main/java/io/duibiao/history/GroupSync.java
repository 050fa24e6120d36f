package io.duibiao.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
    private volatile long begun;
    private long ended;

    GroupSync(DataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.database = database;
        this.needed = kind.equals("h2");
    }

    /** Returns when a sync has ended that began after this call; called after the commit, outside of every transaction. */
    void await() {
        if (!needed) {
            return;
        }
        long mine = begun + 1;
        syncing.lock();
        try {
            if (ended < mine) {
                begun++;
                checkpoint();
                ended = begun;
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
