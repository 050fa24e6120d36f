package io.duibiao.core;

import java.util.List;
import java.util.Optional;

/**
 * 目标: plan × indicator × scope × region or group × due × attribute × rule, as printed and as read.
 *
 * @param id plan code, a dot, a number
 * @param scope the part of reality it is about where narrower than the region (建成区, 45米以上高架源)
 * @param region region code; empty when the target is a group's
 * @param group group code; empty when the target is a region's
 * @param printed the phrase as printed
 * @param readAs what a damaged phrase is read as; the rule is parsed from it
 * @param note why it is read so: damage, base year, milestone, what the document leaves open
 * @param basis 口径 of the target where it is not the indicator's default
 * @param strive 力争
 * @param inPrinciple 原则上
 * @param dataLag years by which the data lag: 1 judges 2025 on the value of 2024
 * @param derived computed from a printed margin (IMPLIED), by this formula
 * @param path code of the published path that its schedule follows; empty for the plan's own way
 * @param citations at least one
 */
public record Target(String id, String plan, String indicator, Optional<String> scope, Optional<String> region,
        Optional<String> group, GroupMode groupMode, Attribute attribute, Due due, String printed, Optional<String> readAs,
        Optional<String> note, Rule rule, Comparison comparison, Optional<String> basis, Optional<Baseline> baseline,
        boolean strive, boolean inPrinciple, int dataLag, Optional<String> derived, Optional<String> path,
        List<Citation> citations) {

    /** How a group keeps its target. */
    public enum GroupMode {
        /** 各, 均, 每: every member keeps it; for a region's target the region itself. */
        EACH,
        /** 平均, 总体: the group keeps it as a whole. */
        TOGETHER
    }

    /** GB/T 8170: how a value is compared with a limit. */
    public enum Comparison {
        /** 全数值比较法: exactly as reported. */
        EXACT,
        /** 修约值比较法: rounded half-even to the decimals of the limit first. */
        ROUNDED
    }

    /** Region or group code. */
    public String place() {
        return region.or(() -> group).orElseThrow();
    }

    /** The same target measured from another starting point. */
    Target from(Optional<Baseline> start) {
        return with(due, start);
    }

    /**
     * The same target after its plan was edited: a date or a base year that it has of its plan, because none is printed,
     * goes along. 到 of a plan that ends in 2025 is due on 2025-12-31, and on 2026-12-31 once the plan is read to end in 2026.
     */
    public Target following(Plan before, Plan after) {
        boolean ofPlan = due.assumed() && due.date().equals(before.end());
        return with(ofPlan ? new Due(due.kind(), after.end(), true) : due,
                baseline.map(start -> start.assumed() && start.period().equals(Period.year(before.baseYear()))
                        ? start.at(Period.year(after.baseYear()))
                        : start));
    }

    private Target with(Due when, Optional<Baseline> start) {
        return new Target(id, plan, indicator, scope, region, group, groupMode, attribute, when, printed, readAs, note, rule,
                comparison, basis, start, strive, inPrinciple, dataLag, derived, path, citations);
    }

    /** Where the figure is printed first. */
    public Citation citation() {
        return citations.get(0);
    }
}
