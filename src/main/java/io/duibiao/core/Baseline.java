package io.duibiao.core;

import java.util.Optional;

/**
 * 基数: the figure that a plan prints as its starting point.
 *
 * @param printed as printed, brackets included: (25.0), 90以上, ———
 * @param assumed the document prints no year, so that the end of the plan's base year is taken
 * @param baseYear for a cumulative change: the year it is counted from, empty where the document says nothing
 */
public record Baseline(Figure figure, String printed, Period period, boolean assumed, Optional<String> basis,
        Optional<Integer> baseYear) {

    Baseline at(Period other) {
        return new Baseline(figure, printed, other, assumed, basis, baseYear);
    }
}
