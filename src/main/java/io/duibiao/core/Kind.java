package io.duibiao.core;

/** What the figure of an indicator is. */
public enum Kind {
    /** A share, a concentration, a count, a class: a state or a yearly amount. */
    LEVEL,
    /**
     * Percent or percentage points since a base year, positive in the sense of the indicator's name (减少比例 21.13 = fallen by
     * 21.13 %).
     */
    CUMULATIVE_CHANGE,
    /** A running total since a start date (新增, 新建): the last one answers, never a sum of them. */
    CUMULATIVE_TOTAL
}
