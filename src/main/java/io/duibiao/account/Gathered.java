package io.duibiao.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lines of the audit log before they are written: the same again is counted, and so is everything beyond so many a minute. */
final class Gathered {

    static final int MOST_A_MINUTE = 30;

    /** What happened; {@code status} as in the log. */
    record What(Audit.Event event, String username, String address, String method, String path, int status) {

        /** The same by whomever, once there are too many to tell apart. */
        What byOthers() {
            return new What(event, "", "", "", "", 0);
        }

        /**
         * What is told so many times a minute: who is signed in does not hide another, but a name that is only sent proves
         * none.
         */
        private What counted() {
            boolean signedIn = event == Audit.Event.NOT_ALLOWED || event == Audit.Event.SIGNED_OUT;
            return new What(event, signedIn ? username : "", "", "", "", 0);
        }
    }

    /** When first, by which request, and how often. */
    record Seen(Instant first, String requestId, int times) {

        Seen again() {
            return new Seen(first, requestId, times + 1);
        }
    }

    private final Map<What, Seen> lines = new LinkedHashMap<>();
    private final Map<What, Integer> told = new HashMap<>();
    private Instant minute = Instant.EPOCH;

    synchronized void add(What what, Seen seen) {
        lines.merge(isTold(what, seen.first()) ? what : what.byOthers(), seen, (before, now) -> before.again());
    }

    /** A sign-in or a write takes a login, which no flood has. */
    private boolean isTold(What what, Instant now) {
        if (Duration.between(minute, now).compareTo(Duration.ofMinutes(1)) >= 0) {
            minute = now;
            told.clear();
        }
        return lines.containsKey(what) || what.event() == Audit.Event.SIGNED_IN
                || what.event() == Audit.Event.WRITTEN
                || told.merge(what.counted(), 1, Integer::sum) <= MOST_A_MINUTE;
    }

    /** All of them, which are then gone from here. */
    synchronized Map<What, Seen> taken() {
        Map<What, Seen> taken = new LinkedHashMap<>(lines);
        lines.clear();
        return taken;
    }
}
