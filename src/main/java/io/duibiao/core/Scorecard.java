package io.duibiao.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * 成绩单: how many targets of one plan a place has met, for one period. Only its own targets count, never those it is compared
 * with by reference.
 *
 * @param coverage verdicts that rest on figures which lack regions
 */
public record Scorecard(Overall overall, Outcomes binding, Outcomes expected, Outcomes tasks, Schedules schedule,
        Coverages coverage) {

    /** Only binding targets fail or pass a plan. */
    public enum Overall {
        PASS(new Text("通过", "passed")),
        FAIL(new Text("未通过", "failed")),
        PENDING(new Text("待定", "pending")),
        NONE(new Text("无约束性目标", "nothing is binding"));

        private final Text label;

        Overall(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    /** How many targets of one attribute have each outcome. */
    public record Outcomes(int met, int notYetMet, int notMet, int notAssessable) {

        private static Outcomes of(Attribute attribute, Collection<Verdict> verdicts) {
            Map<Outcome, Integer> counts = verdicts.stream().filter(verdict -> verdict.target().attribute() == attribute)
                    .collect(Collectors.groupingBy(Verdict::outcome, Collectors.summingInt(verdict -> 1)));
            return new Outcomes(counts.getOrDefault(Outcome.MET, 0), counts.getOrDefault(Outcome.NOT_YET_MET, 0),
                    counts.getOrDefault(Outcome.NOT_MET, 0), counts.getOrDefault(Outcome.NOT_ASSESSABLE, 0));
        }

        private Overall overall() {
            if (met + notYetMet + notMet + notAssessable == 0) {
                return Overall.NONE;
            }
            return notMet > 0 ? Overall.FAIL : notYetMet + notAssessable > 0 ? Overall.PENDING : Overall.PASS;
        }
    }

    /** How many targets stand how in time, whatever their attribute. */
    public record Schedules(int ahead, int onSchedule, int behind, int reversed, int held, int lost, int notApplicable) {

        private static Schedules of(Collection<Verdict> verdicts) {
            Map<Schedule, Integer> counts = verdicts.stream()
                    .collect(Collectors.groupingBy(Verdict::schedule, Collectors.summingInt(verdict -> 1)));
            return new Schedules(counts.getOrDefault(Schedule.AHEAD, 0), counts.getOrDefault(Schedule.ON_SCHEDULE, 0),
                    counts.getOrDefault(Schedule.BEHIND, 0), counts.getOrDefault(Schedule.REVERSED, 0),
                    counts.getOrDefault(Schedule.HELD, 0), counts.getOrDefault(Schedule.LOST, 0),
                    counts.getOrDefault(Schedule.NOT_APPLICABLE, 0));
        }
    }

    /** @param partial judged on a rolled-up figure that some regions are missing from */
    public record Coverages(int partial) {
    }

    /** One count, by the name that it has in the answer (binding.notMet), and the verdicts that it counts. */
    public record Count(String name, Predicate<Verdict> counts) {
    }

    /** All counts, in the order of the answer. */
    public static final List<Count> COUNTS = counts();

    public static Scorecard of(Collection<Verdict> verdicts) {
        List<Verdict> own = verdicts.stream().filter(verdict -> !verdict.reference()).toList();
        Outcomes binding = Outcomes.of(Attribute.BINDING, own);
        return new Scorecard(binding.overall(), binding, Outcomes.of(Attribute.EXPECTED, own),
                Outcomes.of(Attribute.TASK, own), Schedules.of(own),
                new Coverages((int) own.stream().filter(Scorecard::isPartial).count()));
    }

    private static List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            String part = attribute == Attribute.TASK ? "tasks" : attribute.name().toLowerCase(Locale.ROOT);
            for (Outcome outcome : List.of(Outcome.MET, Outcome.NOT_YET_MET, Outcome.NOT_MET, Outcome.NOT_ASSESSABLE)) {
                counts.add(new Count(part + "." + camel(outcome),
                        verdict -> verdict.target().attribute() == attribute && verdict.outcome() == outcome));
            }
        }
        for (Schedule schedule : Schedule.values()) {
            counts.add(new Count("schedule." + camel(schedule), verdict -> verdict.schedule() == schedule));
        }
        counts.add(new Count("coverage.partial", Scorecard::isPartial));
        return List.copyOf(counts);
    }

    private static boolean isPartial(Verdict verdict) {
        return verdict.coverage().filter(coverage -> !coverage.complete()).isPresent();
    }

    /** NOT_YET_MET is notYetMet. */
    private static String camel(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
