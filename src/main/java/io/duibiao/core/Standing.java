package io.duibiao.core;

import java.time.LocalDate;
import java.util.List;

/**
 * How a target stands on a day among those of other documents for the same thing and year.
 *
 * @param inForce it is the one that counts on that day, or one of several of the same document
 * @param beside the others, each with its own verdict
 */
public record Standing(LocalDate on, boolean inForce, List<Rival> beside) {

    /** Another target for the same thing and year. */
    public record Rival(String target, boolean inForce) {
    }
}
