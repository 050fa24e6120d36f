package io.duibiao.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class AheadTest {

    private final Ahead ahead = new Ahead();
    private final AtomicInteger made = new AtomicInteger();
    private final List<Integer> taken = new ArrayList<>();

    private Supplier<Optional<Integer>> upTo(int last) {
        return () -> Optional.of(made.incrementAndGet()).filter(part -> part <= last);
    }

    @Test
    void everyPartIsTakenInItsOrderAndNoneIsMadeFarAhead() {
        ahead.each(upTo(100), part -> {
            assertTrue(made.get() <= part + 1);
            taken.add(part);
        });
        assertEquals(IntStream.rangeClosed(1, 100).boxed().toList(), taken);
    }

    @Test
    void whatFailsInMakingIsThrownAsItIsAfterWhatWasMadeBefore() {
        IllegalStateException broken = new IllegalStateException("the third cannot be made");
        assertSame(broken, assertThrows(IllegalStateException.class, () -> ahead.each(() -> {
            if (made.incrementAndGet() == 3) {
                throw broken;
            }
            return Optional.of(made.get());
        }, taken::add)));
        assertEquals(List.of(1, 2), taken);
    }

    @Test
    void whereAPartCannotBeTakenNothingIsBeingMadeAnyMore() {
        AtomicInteger begun = new AtomicInteger();
        Supplier<Optional<Integer>> slow = () -> {
            begun.incrementAndGet();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Optional.of(made.incrementAndGet());
        };
        assertThrows(IllegalStateException.class, () -> ahead.each(slow, part -> {
            throw new IllegalStateException("not taken");
        }));
        assertEquals(begun.get(), made.get());
    }
}
