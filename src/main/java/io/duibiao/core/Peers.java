package io.duibiao.core;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which targets speak of the same thing: those of other documents for one year, and those of one document for earlier years.
 */
final class Peers {

    private record Year(Subject subject, String level, int year) {
    }

    private record Own(Subject subject, String plan, Target.GroupMode groupMode) {
    }

    private final Catalogue catalogue;
    private final Map<Year, List<Target>> ofYear;
    private final Map<Own, List<Target>> ofPlan;

    Peers(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.ofYear = catalogue.targets().stream().collect(Collectors.groupingBy(this::year));
        this.ofPlan = catalogue.targets().stream().collect(Collectors.groupingBy(this::own));
    }

    Subject subject(Target target) {
        Optional<String> basis = catalogue.resolution(target.id()).flatMap(Resolution::basis).or(target::basis)
                .or(() -> catalogue.indicator(target.indicator()).flatMap(Indicator::basis));
        Optional<Integer> baseYear = catalogue.rule(target) instanceof Rule.ChangeBy change ? change.baseYear()
                : Optional.empty();
        return new Subject(target.indicator(), target.scope(), basis, baseYear, target.place());
    }

    private Year year(Target target) {
        String level = catalogue.plan(target.plan()).map(Plan::level).orElse("");
        return new Year(subject(target), level, target.due().date().getYear());
    }

    private Own own(Target target) {
        return new Own(subject(target), target.plan(), target.groupMode());
    }

    /** All of the same thing, level and due year, the target itself among them. */
    private List<Target> rivals(Target target) {
        return ofYear.getOrDefault(year(target), List.of(target));
    }

    /**
     * The latest issued at or before the day is in force. A document without a date of issue is taken to be there from the
     * end of its base year, before which nothing is judged by it, and gives way to every one that has a date: 001 prints none.
     */
    Standing standing(Target target, LocalDate on) {
        List<Target> rivals = rivals(target);
        Optional<LocalDate> latest = rivals.stream().filter(rival -> isThere(rival, on)).map(this::issued)
                .max(Comparator.naturalOrder());
        return new Standing(on, inForce(target, on, latest), rivals.stream().filter(rival -> !rival.id().equals(target.id()))
                .map(rival -> new Standing.Rival(rival.id(), inForce(rival, on, latest))).toList());
    }

    private boolean inForce(Target target, LocalDate on, Optional<LocalDate> latest) {
        return isThere(target, on) && latest.equals(Optional.of(issued(target)));
    }

    private boolean isThere(Target target, LocalDate on) {
        return catalogue.plan(target.plan())
                .map(plan -> plan.issued().orElse(LocalDate.of(plan.baseYear(), 12, 31)))
                .filter(since -> !since.isAfter(on)).isPresent();
    }

    private LocalDate issued(Target target) {
        return catalogue.plan(target.plan()).flatMap(Plan::issued).orElse(LocalDate.MIN);
    }

    /** The plan's own figures for the same thing that are due earlier and lead to this one, in order of their due dates. */
    List<Target> milestones(Target target) {
        return !isOnTheWay(target) ? List.of()
                : ofPlan.getOrDefault(own(target), List.of()).stream().filter(this::isOnTheWay)
                        .filter(earlier -> earlier.due().date().isBefore(target.due().date()))
                        .sorted(Comparator.comparing(earlier -> earlier.due().date())).toList();
    }

    private boolean isOnTheWay(Target target) {
        Rule rule = catalogue.rule(target);
        return target.due().kind() == Due.Kind.BY && !Demand.inEveryPeriod(rule) && !Demand.looksOneYearBack(rule);
    }
}
