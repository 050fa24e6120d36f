package io.duibiao.measurement;

/** What a revision of a value is. */
enum Act {
    /** Somebody sent a figure. */
    SENT,
    /** A reviewer made it final. */
    FINAL,
    /** A reviewer returned it with a comment. */
    RETURNED
}
