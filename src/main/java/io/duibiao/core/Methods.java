package io.duibiao.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.duibiao.core.Assessment.Grade;
import io.duibiao.core.Assessment.Refusal;

/** Judges the same data by 序时进度 and by three methods that other statistical offices publish. */
public final class Methods {

    private Methods() {
    }

    /**
     * The methods side by side.
     *
     * @param assessments one of each method, in their order
     */
    public record Comparison(Verdict verdict, List<Assessment> assessments) {

        /** Whether all methods that answer say alike whether the target is on track; empty where fewer than two answer. */
        public Optional<Boolean> agree() {
            List<Boolean> said = assessments.stream().flatMap(one -> one.grade().stream()).map(Grade::onTrack).toList();
            return said.size() < 2 ? Optional.empty() : Optional.of(said.stream().distinct().count() == 1);
        }

        /** Which methods say that the target is on track and which that it is not, where both are said. */
        public Optional<Text> disagreement() {
            return agree().filter(alike -> !alike).map(split -> Text.of("认为进度正常的：{0}；认为进度不足的：{1}。",
                    "On track by {0}; not on track by {1}.", saying(true), saying(false)));
        }

        private Text saying(boolean onTrack) {
            return new Text(saying(onTrack, Language.ZH, "、"), saying(onTrack, Language.EN, ", "));
        }

        private String saying(boolean onTrack, Language language, String comma) {
            return assessments.stream().filter(one -> one.grade().map(grade -> grade.onTrack() == onTrack).orElse(false))
                    .map(one -> one.method().label().in(language) + quoted(one.grade().orElseThrow().label(), language))
                    .collect(Collectors.joining(comma));
        }

        private static String quoted(Text label, Language language) {
            return language == Language.ZH ? "“" + label.zh() + "”" : ": “" + label.en() + "”";
        }
    }

    public static Comparison compare(Verdicts.Question q) {
        Evidence evidence = Evidence.of(Verdicts.work(q));
        return new Comparison(evidence.verdict(), List.of(schedule(evidence), CompoundGrowth.judge(evidence),
                Extrapolation.judge(evidence), WeatherSymbol.judge(evidence)));
    }

    /** A group that keeps a target one by one follows from its members: no method judges the figures of all together. */
    public static Comparison ofMembers(Verdict verdict) {
        Refusal why = new Refusal(Schedule.Reason.FOLLOWS_MEMBERS.name(), Schedule.Reason.FOLLOWS_MEMBERS.label());
        return new Comparison(verdict,
                Stream.of(Method.values()).map(method -> Assessment.refused(method, why, Map.of())).toList());
    }

    private static Assessment schedule(Evidence evidence) {
        Verdict verdict = evidence.verdict();
        Map<String, Quantity> figures = new LinkedHashMap<>(evidence.inputs());
        verdict.progress().ifPresent(progress -> figures.put("progress", progress.stripped()));
        verdict.requiredShare().ifPresent(share -> figures.put("requiredShare", share.stripped()));
        Schedule schedule = verdict.schedule();
        if (schedule == Schedule.NOT_APPLICABLE) {
            Refusal why = verdict.scheduleReason().map(reason -> new Refusal(reason.name(), reason.label()))
                    .orElse(new Refusal(schedule.name(), schedule.label()));
            return Assessment.refused(Method.SCHEDULE, why, figures);
        }
        boolean onTrack = schedule == Schedule.AHEAD || schedule == Schedule.ON_SCHEDULE || schedule == Schedule.HELD;
        return Assessment.of(Method.SCHEDULE, new Grade(schedule.name(), schedule.label(), onTrack), figures);
    }
}
