package io.duibiao.attainment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.duibiao.attainment.Cases.Case;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Computed;
import io.duibiao.core.Course;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Rollup;
import io.duibiao.core.Rule;
import io.duibiao.core.Standing;
import io.duibiao.core.Target;
import io.duibiao.core.Verdict;
import io.duibiao.core.Verdicts;
import io.duibiao.measurement.Measurements;

/**
 * Has cases judged as everything was known at one instant. Values are read for a few hundred cases at a time, so that however
 * many there are, no more is held than those.
 *
 * @param asOf an instant that is past, so that no write in between changes what is read
 * @param on the day on which targets are in force or not
 */
record Judging(Catalogue catalogue, Measurements measurements, Instant asOf, Period period, LocalDate on) {

    private static final int AT_ONCE = 400;

    /** The verdicts on the cases in their order, each made when it is taken. */
    Stream<Verdict> verdicts(List<Case> cases) {
        return each(cases, Read::verdict);
    }

    /** What is made of each case, in their order. */
    <T> Stream<T> each(List<Case> cases, BiFunction<Read, Case, T> making) {
        return parts(cases).stream().flatMap(part -> {
            Read read = read(part);
            return part.stream().map(one -> making.apply(read, one));
        });
    }

    /** A part ends with its target where it can, because values are read for all its indicators and places together. */
    private static List<List<Case>> parts(List<Case> cases) {
        List<List<Case>> parts = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= cases.size(); to++) {
            boolean last = to == cases.size();
            boolean full = to - from >= AT_ONCE;
            boolean changes = !last && to - from >= AT_ONCE / 4 && !cases.get(to).target().equals(cases.get(to - 1).target())
                    && !cases.get(to).place().equals(cases.get(to - 1).place());
            if (last || full || changes) {
                parts.add(cases.subList(from, to));
                from = to;
            }
        }
        return parts;
    }

    Read read(List<Case> cases) {
        Measurements.Wanted wanted = wanted(cases);
        List<Measurement> values = cases.isEmpty() ? List.of() : measurements.values(wanted, Optional.of(asOf));
        return new Read(values);
    }

    /** The values that the cases rest on. */
    private Measurements.Wanted wanted(List<Case> cases) {
        Set<String> indicators = new HashSet<>();
        Set<String> regions = new HashSet<>();
        for (Case one : cases) {
            if (indicators.add(one.target().indicator())) {
                indicators.addAll(Rollup.indicators(catalogue, one.target().indicator()));
            }
            if (regions.add(one.place())) {
                regions.addAll(Rollup.parts(catalogue, one.place()));
            }
        }
        return new Measurements.Wanted(indicators, regions);
    }

    /** When the newest was recorded of all that a list of the cases rests on: any change of the catalogue may change a list. */
    Instant newest(List<Case> cases) {
        return cases.isEmpty() ? catalogue.newest()
                : later(catalogue.newest(), measurements.newest(wanted(cases), asOf).orElse(Instant.EPOCH));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The values of some cases, and the verdicts on them. */
    final class Read {

        private final List<Measurement> values;
        private final Rollup rollup;
        private final Map<String, Course> courses = new HashMap<>();
        private final Map<String, Standing> standings = new HashMap<>();

        private Read(List<Measurement> values) {
            this.values = values;
            this.rollup = new Rollup(catalogue, values);
        }

        /** When the newest was recorded of what a verdict on one case rests on. */
        Instant newest(Case one) {
            Stream<Instant> places = Stream.concat(Stream.of(one.place()), Rollup.parts(catalogue, one.place()).stream())
                    .map(catalogue::newest);
            Stream<Instant> indicators = Rollup.indicators(catalogue, one.target().indicator()).stream()
                    .map(catalogue::newest);
            return Stream.of(places, indicators, values.stream().map(Measurement::recordedAt))
                    .flatMap(instants -> instants)
                    .reduce(catalogue.newestAbout(one.target().indicator()), Judging::later);
        }

        Verdict verdict(Case one) {
            Optional<Group> each = eachOf(one);
            if (each.isEmpty()) {
                return Verdicts.judge(question(one));
            }
            List<Verdict> members = each.get().members().stream().sorted()
                    .map(member -> Verdicts.judge(question(new Case(one.target(), member, false)))).toList();
            return Verdicts.judgeEach(question(one, List.of(), List.of()), members);
        }

        /** The group that is asked about as a whole, though its members keep the target one by one. */
        Optional<Group> eachOf(Case one) {
            return catalogue.each(one.target()).filter(group -> group.code().equals(one.place()));
        }

        Verdicts.Question question(Case one) {
            Target target = one.target();
            Indicator indicator = catalogue.indicator(target.indicator()).orElseThrow();
            Optional<Integer> baseYear = catalogue.rule(target) instanceof Rule.ChangeBy change ? change.baseYear()
                    : Optional.empty();
            return question(one, rollup.reported(target.indicator(), one.place(), target.scope()),
                    rollup.computed(indicator, one.place(), target.scope(), baseYear));
        }

        private Verdicts.Question question(Case one, List<Measurement> reported, List<Computed> computed) {
            Target target = one.target();
            boolean membersKnown = target.group().flatMap(catalogue::group).map(Group::membersKnown).orElse(true);
            return new Verdicts.Question(catalogue.plan(target.plan()).orElseThrow(), target,
                    catalogue.indicator(target.indicator()).orElseThrow(), one.place(),
                    catalogue.placeName(one.place()).orElseThrow(), membersKnown, period, reported, computed,
                    catalogue.resolution(target.id()), catalogue.comparable(target.indicator()),
                    courses.computeIfAbsent(target.id(), id -> catalogue.course(target)),
                    one.reference() ? Optional.empty() : catalogue.finding(target, one.place(), period),
                    standings.computeIfAbsent(target.id(), id -> catalogue.standing(target, on)), one.reference());
        }
    }
}
