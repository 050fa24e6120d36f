package io.duibiao.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.duibiao.account.Gathered.Seen;
import io.duibiao.account.Gathered.What;

class GatheredTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Gathered gathered = new Gathered();

    private static What what(Audit.Event event, String username) {
        return new What(event, username, "10.0.0.1", "PUT", "/api/v1/x", 401);
    }

    private void add(Audit.Event event, String username, int second) {
        gathered.add(what(event, username), new Seen(START.plusSeconds(second), "r" + second, 1));
    }

    @Test
    void theSameAgainIsCountedWithTheRequestThatWasFirst() {
        add(Audit.Event.SIGN_IN_FAILED, "zhang", 0);
        add(Audit.Event.SIGN_IN_FAILED, "zhang", 1);
        assertEquals(Map.of(what(Audit.Event.SIGN_IN_FAILED, "zhang"), new Seen(START, "r0", 2)), gathered.taken());
        assertEquals(Map.of(), gathered.taken());
    }

    @Test
    void aFloodIsOnlyCountedAndHidesNothingOfAnotherKind() {
        for (int i = 0; i < 100_000; i++) {
            add(Audit.Event.SIGN_IN_FAILED, "guess" + i, 1);
        }
        add(Audit.Event.NOT_ALLOWED, "zhang", 2);
        add(Audit.Event.SIGNED_IN, "li", 2);
        Map<What, Seen> lines = gathered.taken();
        assertEquals(Gathered.MOST_A_MINUTE + 3, lines.size());
        assertEquals(new Seen(START.plusSeconds(1), "r1", 100_000 - Gathered.MOST_A_MINUTE),
                lines.get(what(Audit.Event.SIGN_IN_FAILED, "").byOthers()));
        assertTrue(lines.containsKey(what(Audit.Event.NOT_ALLOWED, "zhang")));
        assertTrue(lines.containsKey(what(Audit.Event.SIGNED_IN, "li")));
    }

    @Test
    void whoIsSignedInDoesNotHideAnother() {
        for (int i = 0; i < 1000; i++) {
            gathered.add(new What(Audit.Event.NOT_ALLOWED, "zhang", "10.0.0.1", "PUT", "/api/v1/" + i, 403),
                    new Seen(START, "r", 1));
        }
        add(Audit.Event.NOT_ALLOWED, "li", 1);
        Map<What, Seen> lines = gathered.taken();
        assertEquals(Gathered.MOST_A_MINUTE + 2, lines.size());
        assertTrue(lines.containsKey(what(Audit.Event.NOT_ALLOWED, "li")));
    }

    @Test
    void aMinuteLaterEachIsToldOfAgain() {
        for (int i = 0; i < 200; i++) {
            add(Audit.Event.NOT_SIGNED_IN, "a" + i, 0);
        }
        gathered.taken();
        add(Audit.Event.NOT_SIGNED_IN, "zhang", 61);
        assertEquals(Map.of(what(Audit.Event.NOT_SIGNED_IN, "zhang"), new Seen(START.plusSeconds(61), "r61", 1)),
                gathered.taken());
    }
}
