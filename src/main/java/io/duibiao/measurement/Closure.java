package io.duibiao.measurement;

import java.time.Instant;

import io.duibiao.core.Period;

/**
 * The word on whether a period is closed for a region and those below it.
 *
 * @param region region or group code
 * @param closed false where it was reopened
 * @param reason why, needed to reopen
 */
record Closure(String region, Period period, boolean closed, String author, String reason, Instant recordedAt, int revision) {
}
