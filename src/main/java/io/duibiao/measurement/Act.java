package io.duibiao.measurement;

import java.util.Optional;

import io.duibiao.core.Measurement;
import io.duibiao.core.Status;

/** What a revision of a value is. */
enum Act {
    /** Somebody sent a figure. */
    SENT,
    /** A reviewer made it final. */
    FINAL,
    /** A reviewer returned it with a comment. */
    RETURNED;

    /** What it is to follow what stands by this: the same figure made final is a decision on it. */
    static Act of(Measurement next, Optional<Measurement> standing) {
        return standing.filter(now -> next.status() == Status.FINAL && next.with(now.status()).saysTheSameAs(now)).isPresent()
                ? FINAL
                : SENT;
    }
}
