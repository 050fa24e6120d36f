package io.duibiao.core;

/** How a figure belongs to time. */
public enum Timing {
    /** A state at a date: answered by the latest figure at or before the end of the period asked about. */
    STOCK,
    /** A total or mean over a period: answered only by that whole period. */
    FLOW
}
