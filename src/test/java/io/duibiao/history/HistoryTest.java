package io.duibiao.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HistoryTest {

    @Inject
    History history;

    @Test
    void concurrentWritersGetStrictlyIncreasingInstantsInTheOrderOfTheirCommits() throws Exception {
        Instant before = history.newest();
        List<Instant> order = new ArrayList<>();
        Callable<Instant> write = () -> history.record(now -> {
            order.add(now.get());
            return now.get();
        });
        ExecutorService writers = Executors.newFixedThreadPool(16);
        List<Instant> given = new ArrayList<>();
        try {
            for (Future<Instant> done : writers.invokeAll(IntStream.range(0, 200).mapToObj(i -> write).toList())) {
                given.add(done.get());
            }
        } finally {
            writers.shutdown();
        }
        assertEquals(order, given.stream().sorted().distinct().toList());
        assertTrue(order.get(0).isAfter(before));
        assertEquals(order.get(199), history.newest());
    }

    @Test
    void workThatAsksForNoInstantIsNoCommit() {
        Instant before = history.newest();
        assertEquals("unchanged", history.record(now -> "unchanged"));
        assertEquals(before, history.newest());
    }

    @Test
    void workThatFailsIsNoCommit() {
        Instant before = history.newest();
        assertThrows(IllegalStateException.class, () -> history.record(now -> {
            throw new IllegalStateException("after " + now.get());
        }));
        assertEquals(before, history.newest());
    }

    @Test
    void aCommitInsideAnotherTransactionIsRefusedBecauseItCouldNotBeOnDiskAtItsEnd() {
        assertThrows(RuntimeException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> history.record(now -> now.get())));
    }

    @Test
    void aClockThatWasSetBackGivesTheMillisecondAfterTheLastCommit() {
        Instant last = Instant.parse("2026-03-01T08:00:00.500Z");
        assertEquals(last.plusMillis(1), History.next(last, last.minusSeconds(3600)));
        assertEquals(last.plusMillis(1), History.next(last, last));
        assertEquals(last.plusMillis(7), History.next(last, last.plusNanos(7_999_999)));
    }
}
