package io.duibiao.core;

import java.time.YearMonth;

/** A value that a schedule wants to have been reached by the end of a month. */
public record Waypoint(YearMonth month, Quantity value) {
}
