package io.duibiao.core;

import java.util.Optional;

/**
 * A figure that follows from reported ones: rolled up from the regions of a place, or derived from another indicator.
 *
 * @param way how it was computed
 * @param value the figure, with its formula as {@code derived}
 * @param coverage how many regions of how many it rests on; empty where it rests on the place's own reported figures
 */
public record Computed(Formula.Way way, Measurement value, Optional<Coverage> coverage) {

    /** How it was computed, in words. */
    Text label() {
        return way == Formula.Way.RATIO && coverage.isEmpty()
                ? new Text("本地区公布的分子、分母相除", "the place's own part over its own whole")
                : way.label();
    }

    /** How the figure comes about, with its numbers: (90 + 93) ÷ 2 = 91.5. */
    public String formula() {
        return value.derived().orElseGet(value::printed);
    }

    /** Whether no region is missing. */
    public boolean complete() {
        return coverage.map(Coverage::complete).orElse(true);
    }
}
