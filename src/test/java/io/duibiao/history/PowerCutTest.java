package io.duibiao.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's address and the sync before the answer are the service's own; only the disk below them is made of chance. */
class PowerCutTest {

    private static final int WRITERS = 4;

    @BeforeAll
    static void mount() {
        FilePath.register(new LossyDisk());
    }

    @RepeatedTest(6)
    void whatWasAnsweredBeforeThePowerCutIsThere(RepetitionInfo round, @TempDir Path folder) throws Exception {
        assertEquals(Set.of(), lost(folder, true, new Random(round.getCurrentRepetition())));
    }

    /** Without it the test above would prove nothing. */
    @Test
    void withoutTheSyncSomeOfItIsLost(@TempDir Path folder) throws Exception {
        Set<Integer> lost = new HashSet<>();
        for (int round = 0; round < 5 && lost.isEmpty(); round++) {
            lost.addAll(lost(folder, false, new Random(round)));
        }
        assertTrue(!lost.isEmpty());
    }

    @Test
    void whoOnlySeesWhatAnotherCommittedWaitsForItToo(@TempDir Path folder) throws Exception {
        LossyDisk.powerOn();
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(address("lossy:" + folder.resolve("duibiao")));
        Path after = Files.createTempDirectory(folder, "after");
        try (Connection other = database.getConnection(); Statement write = other.createStatement()) {
            write.execute("create table answered (number integer primary key)");
            write.execute("insert into answered values (7)");
            new GroupSync(database, "h2").await();
            LossyDisk.powerOff();
            LossyDisk.leave(after, new Random(7));
            assertEquals(Set.of(7), found(after));
        } catch (SQLException noPower) {
            // H2 cannot close any more.
            assertEquals(Set.of(7), found(after));
        }
    }

    private Set<Integer> lost(Path folder, boolean synced, Random chance) throws Exception {
        Path before = Files.createTempDirectory(folder, "before");
        Path after = Files.createTempDirectory(folder, "after");
        LossyDisk.powerOn();
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(address("lossy:" + before.resolve("duibiao")));
        GroupSync sync = new GroupSync(database, "h2");
        Set<Integer> answered = ConcurrentHashMap.newKeySet();
        try (Connection first = database.getConnection(); Statement create = first.createStatement()) {
            create.execute("create table answered (number integer primary key, padding varchar(500))");
            sync.committed();
            sync.await();
            AtomicInteger next = new AtomicInteger();
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(database, sync, synced, next, answered));
            }
            Thread.sleep(150 + chance.nextInt(150));
            LossyDisk.powerOff();
            LossyDisk.leave(after, chance);
            writers.shutdownNow();
            assertTrue(writers.awaitTermination(20, TimeUnit.SECONDS));
            Set<Integer> promised = new TreeSet<>(answered);
            assertTrue(promised.size() > 10, "answered: " + promised.size());
            promised.removeAll(found(after));
            return promised;
        } catch (SQLException closed) {
            throw new IllegalStateException("before the power was cut", closed);
        }
    }

    private static void write(JdbcDataSource database, GroupSync sync, boolean synced, AtomicInteger next,
            Set<Integer> answered) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into answered values (?, ?)")) {
            while (true) {
                int number = next.incrementAndGet();
                insert.setInt(1, number);
                insert.setString(2, "对标".repeat(100));
                insert.execute();
                sync.committed();
                if (synced) {
                    sync.await();
                }
                answered.add(number);
            }
        } catch (SQLException | IllegalStateException noPower) {
            // The writer gets no answer, and ends.
        }
    }

    private static Set<Integer> found(Path folder) throws SQLException, IOException {
        Set<Integer> found = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(address("file:" + folder.resolve("duibiao")));
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("select number from answered")) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }

    /** The address of the service, with another place. */
    private static String address(String place) throws IOException {
        Properties configured = new Properties();
        try (InputStream properties = PowerCutTest.class.getResourceAsStream("/application.properties")) {
            configured.load(properties);
        }
        String address = configured.getProperty("duibiao.database.h2");
        assertTrue(address.startsWith("jdbc:h2:file:${duibiao.data"), address);
        return "jdbc:h2:" + place + address.substring(address.indexOf(';'));
    }
}
