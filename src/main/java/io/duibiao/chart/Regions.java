package io.duibiao.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.duibiao.core.Direction;
import io.duibiao.core.Indicator;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Relation;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/**
 * One indicator in many regions.
 *
 * @param source where the targets are printed
 * @param places the best first
 * @param common the verdict on one of them where all have the same target; empty where they have different ones or none
 * @param figures all values and targets, for the scale
 */
record Regions(Source source, Indicator indicator, Period period, List<Place> places, Optional<Verdict> common,
        List<Double> figures) {

    static Regions of(Source source, Indicator indicator, Period period, List<Place> places) {
        List<Goal> goals = places.stream().flatMap(place -> place.verdict().stream()).map(Goal::of).toList();
        List<Verdict> verdicts = places.stream().flatMap(place -> place.verdict().stream()).toList();
        boolean alike = goals.stream().distinct().count() == 1
                && verdicts.stream().map(verdict -> verdict.target().printed()).distinct().count() == 1;
        List<Double> figures = Stream.concat(
                places.stream().flatMap(place -> place.actual().stream()).map(Actual::value),
                goals.stream().flatMap(goal -> goal.marks().stream())).toList();
        return new Regions(source, indicator, period, places, alike ? Optional.of(verdicts.get(0)) : Optional.empty(), figures);
    }

    /** 盟市, 旗县市区 or whatever they are together. */
    Text noun() {
        List<String> levels = places.stream().map(place -> place.region().level()).toList();
        String one = levels.size() == 1 ? "" : "s";
        if (levels.stream().allMatch("league"::equals)) {
            return new Text("盟市", "league" + one);
        }
        return levels.stream().allMatch("banner"::equals) ? new Text("旗县市区", "banner" + one)
                : new Text("地区", "region" + one);
    }

    List<Measurement> values() {
        return places.stream().flatMap(place -> place.value().stream()).toList();
    }

    List<Verdict> verdicts() {
        return places.stream().flatMap(place -> place.verdict().stream()).toList();
    }

    /** 农村生活污水治理率：2023年12个盟市中，5个达标，7个尚未达标；包头市最高(42%)，阿拉善盟最低(11%). */
    String finding(Said said) {
        Words words = said.words();
        if (places.isEmpty()) {
            return words.say("{0}：没有下级地区", "{0}: there are no regions below", indicator.name());
        }
        List<String> counts = new ArrayList<>();
        String judged = said.counts(verdicts().stream().map(Verdict::outcome).toList(), "个");
        if (!judged.isEmpty()) {
            counts.add(judged);
        }
        int without = places.size() - verdicts().size();
        if (without == places.size()) {
            return words.say("{0}：{1}{2}个{3}均没有适用的目标", "{0}: none of {2} {3} has a target for {1}", indicator.name(),
                    words.in(period),
                    places.size(), noun()) + extremes(said);
        } else if (without > 0) {
            counts.add(words.say("{0}个没有适用的目标", "{0} without a target", without));
        }
        String found = words.say("{0}：{1}{2}个{3}中，{4}", "{0}: of {2} {3} in {1}, {4}", indicator.name(), words.in(period),
                places.size(), noun(), String.join(words.say("，", ", "), counts));
        return found + extremes(said);
    }

    private String extremes(Said said) {
        Words words = said.words();
        List<Place> compared = places.stream().filter(Place::isComparable).toList();
        if (compared.size() < 2) {
            return "";
        }
        Place first = compared.get(0);
        Place last = compared.get(compared.size() - 1);
        boolean lower = indicator.direction() == Direction.LOWER;
        List<Place> highest = alike(compared, lower ? last : first);
        List<Place> lowest = alike(compared, lower ? first : last);
        if (highest.size() == compared.size()) {
            return words.say("；均为{0}", "; all at {0}", value(first, said));
        }
        StringBuilder found = new StringBuilder();
        if (isSettled(compared, highest, Set.of(Relation.AT_LEAST, Relation.ABOVE))) {
            found.append(words.say(highest.size() == 1 ? "；{0}最高（{1}）" : "；{0}并列最高（{1}）", "; highest in {0} ({1})",
                    who(highest), value(highest.get(0), said)));
        }
        if (isSettled(compared, lowest, Set.of(Relation.AT_MOST, Relation.BELOW))) {
            found.append(words.say(found.isEmpty() ? "；" : "，", found.isEmpty() ? "; " : ", "));
            found.append(words.say(lowest.size() == 1 ? "{0}最低（{1}）" : "{0}并列最低（{1}）", "lowest in {0} ({1})", who(lowest),
                    value(lowest.get(0), said)));
        }
        return found.toString();
    }

    private static List<Place> alike(List<Place> compared, Place one) {
        Actual figure = one.actual().orElseThrow();
        return compared.stream().filter(place -> place.actual()
                .filter(actual -> actual.value() == figure.value() && actual.bound().equals(figure.bound())).isPresent())
                .toList();
    }

    /** No other figure is a bound that leaves open whether the true one is beyond theirs. */
    private static boolean isSettled(List<Place> compared, List<Place> extreme, Set<Relation> open) {
        return compared.stream().filter(place -> !extreme.contains(place))
                .noneMatch(place -> place.actual().flatMap(Actual::bound).filter(open::contains).isPresent());
    }

    private Text who(List<Place> alike) {
        return alike.size() == 1 ? alike.get(0).region().name()
                : Text.of("{0}个{1}", "{0} {1}", alike.size(), noun());
    }

    private String value(Place place, Said said) {
        return place.value().map(value -> said.measured(said.figure(value.figure(), value.printed(), indicator), indicator))
                .orElse("");
    }

    /** 目标：≥25(2025年). */
    Optional<String> target(Said said) {
        return common.map(verdict -> {
            Printed printed = said.target(verdict, 0);
            return said.words().say("目标 {0}", "Target {0}", printed.whole(said.words()));
        });
    }

    /** What is to be known about the figures, then source and date. */
    List<String> notes(Said said) {
        List<String> notes = new ArrayList<>();
        if (verdicts().stream().anyMatch(Verdict::reference)) {
            notes.add(said.words().say("没有自身目标的{0}参照上级地区的目标，不计入评分。",
                    "Those without a target of their own are compared with that of the region above and count in no score.",
                    noun()));
        }
        boolean provisional = places.stream()
                .anyMatch(place -> place.actual().filter(Actual::provisional).isPresent());
        notes.addAll(source.lines(said.words(), provisional));
        return notes;
    }
}
