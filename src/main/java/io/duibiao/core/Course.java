package io.duibiao.core;

import java.util.List;
import java.util.Optional;

/**
 * What a target's schedule runs through: the plan's own earlier figures, else a published path that the target names, else
 * nothing, and then it runs straight.
 *
 * @param milestones in order of their due dates
 */
public record Course(List<Milestone> milestones, Optional<PublishedPath> path) {

    public static final Course STRAIGHT = new Course(List.of(), Optional.empty());

    /**
     * A figure for an earlier date: 2023年底达到50%以上 before 2025年底达到60%以上.
     *
     * @param rule the rule that it is judged by: its own, or its resolution's
     */
    public record Milestone(Target target, Rule rule) {
    }
}
