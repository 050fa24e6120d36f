package io.duibiao.core;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 指标: what is measured.
 *
 * @param code stable, kebab-case
 * @param shortName what offices call it (优良天数比例), where that is not the name itself
 * @param unit as printed: %, 亿吨标准煤; empty for a pure number
 * @param changeUnit unit of a change: % or 百分点
 * @param decimals as published
 * @param aggregation how leagues add up to the region: NONE, MEAN, SUM, WEIGHTED(by) or RATIO(numerator/denominator)
 * @param derived how the figure follows from another indicator, where it does: DECLINE(other)
 * @param basis the default 口径; a value or target without one has this
 * @param bases the further 口径 on which it is measured as well
 * @param passDown whether a region without a target of its own may be compared with its parent's figure
 * @param note the plan's own note on the indicator (专栏1 注1 …), empty where none
 */
public record Indicator(String code, Text name, Optional<String> shortName, String unit, String changeUnit, int decimals,
        Direction direction, Kind kind,
        Timing timing, String aggregation, Optional<String> derived, Optional<String> basis, List<String> bases,
        boolean passDown,
        String note) {

    /** 任务完成率 and 目标完成率 measure against a task that can be overdone: 179.5 % in 2020. */
    private static final Pattern OF_A_TASK = Pattern.compile("(任务|目标)完成率$");

    public Indicator {
        // One kept before there were further bases has none.
        bases = bases == null ? List.of() : List.copyOf(bases);
    }

    /** The 口径 that it is measured on: its own first, then the further ones. */
    public List<String> declaredBases() {
        return Stream.concat(basis.stream(), bases.stream()).toList();
    }

    /** Whether the figure is a share, so that a difference is in percentage points. */
    public boolean isPercent() {
        return unit.equals("%");
    }

    /** Whether the figure is a part of a whole and so lies in 0…100. */
    public boolean isShare() {
        return isPercent() && kind == Kind.LEVEL && !OF_A_TASK.matcher(name.zh()).find();
    }

    /** Whether a figure stands until the next one: a state, or a running total. */
    boolean runsOn() {
        return timing == Timing.STOCK || kind == Kind.CUMULATIVE_TOTAL;
    }

    boolean isChange() {
        return kind == Kind.CUMULATIVE_CHANGE;
    }

    /** Whether two bases are one: none named is the indicator's own. */
    boolean sameBasis(Optional<String> one, Optional<String> other) {
        return named(one).equals(named(other));
    }

    /** The name of a basis: none named is the indicator's own. */
    Optional<String> named(Optional<String> one) {
        return one.or(() -> basis);
    }

    /** The unit of a difference between two figures: 百分点 for a share, else the unit itself. */
    public Text gapUnit() {
        return isPercent() ? new Text("百分点", "pp") : Text.same(unit);
    }
}
