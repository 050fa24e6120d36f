package io.duibiao.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FloodGuardTest {

    private static final long HALF_A_SECOND = 500_000_000L;

    private final FloodGuard guard = new FloodGuard(new FloodConfig() {
        @Override
        public int perSecond() {
            return 2;
        }

        @Override
        public int burst() {
            return 3;
        }
    });

    @Test
    void aBurstPassesAndThenOneRequestAnInterval() {
        for (int i = 0; i < 3; i++) {
            assertTrue(guard.admits("10.0.0.1", 0));
        }
        assertFalse(guard.admits("10.0.0.1", 0));
        assertFalse(guard.admits("10.0.0.1", HALF_A_SECOND - 1));
        assertTrue(guard.admits("10.0.0.1", HALF_A_SECOND));
        assertFalse(guard.admits("10.0.0.1", HALF_A_SECOND));
        assertTrue(guard.admits("10.0.0.1", 100 * HALF_A_SECOND));
    }

    @Test
    void oneAddressDoesNotUseUpTheShareOfAnother() {
        while (guard.admits("10.0.0.1", 0)) {
            // until refused
        }
        assertTrue(guard.admits("10.0.0.2", 0));
    }
}
