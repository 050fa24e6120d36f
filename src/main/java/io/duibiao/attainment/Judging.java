package io.duibiao.attainment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import io.duibiao.core.Methods;
import io.duibiao.core.Period;
import io.duibiao.core.Rollup;
import io.duibiao.core.Rule;
import io.duibiao.core.Standing;
import io.duibiao.core.Target;
import io.duibiao.core.Verdict;
import io.duibiao.core.Verdicts;
import io.duibiao.measurement.Measurements;

/**
 * Has cases judged as everything was known at one instant. Where they are many their values are read for a few hundred at a
 * time, so that no more is held than those.
 */
final class Judging {

    private static final int AT_ONCE = 400;
    private static final int MOST_TARGETS = 10_000;

    private final Catalogue catalogue;
    private final Measurements measurements;
    private final Instant asOf;
    private final Period period;
    private final LocalDate on;
    private final List<Case> cases;
    private final Optional<Read> whole;
    /** What a target has at every place, of the targets that came last. */
    private final Map<String, Course> courses = new HashMap<>();
    private final Map<String, Standing> standings = new HashMap<>();

    /**
     * @param asOf an instant that is past, so that no write in between changes what is read
     * @param on the day on which targets are in force or not
     */
    Judging(Catalogue catalogue, Measurements measurements, Instant asOf, Period period, LocalDate on, List<Case> cases) {
        this.catalogue = catalogue;
        this.measurements = measurements;
        this.asOf = asOf;
        this.period = period;
        this.on = on;
        this.cases = cases;
        this.whole = cases.size() > AT_ONCE ? Optional.empty() : Optional.of(new Read(cases));
    }

    private Judging(Judging same, List<Case> ordered) {
        this.catalogue = same.catalogue;
        this.measurements = same.measurements;
        this.asOf = same.asOf;
        this.period = same.period;
        this.on = same.on;
        this.cases = ordered;
        this.whole = same.whole;
    }

    /** The same cases, those of one place together. */
    Judging byPlace() {
        return new Judging(this, cases.stream().sorted(Comparator.comparing(Case::place)).toList());
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Period period() {
        return period;
    }

    List<Case> cases() {
        return cases;
    }

    /** What is made of the cases from one on up to another, in their order, each when it is taken. */
    <T> Stream<T> each(int from, int to, BiFunction<Read, Case, T> making) {
        List<Case> some = cases.subList(from, to);
        return whole.map(read -> some.stream().map(one -> making.apply(read, one)))
                .orElseGet(() -> parts(some).stream().flatMap(part -> {
                    Read read = new Read(part);
                    return part.stream().map(one -> making.apply(read, one));
                }));
    }

    /** A part ends with its target where it can, because values are read for all its indicators and places together. */
    private static List<List<Case>> parts(List<Case> cases) {
        List<List<Case>> parts = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= cases.size(); to++) {
            boolean last = to == cases.size();
            boolean full = to - from >= AT_ONCE;
            boolean changes = !last && to - from >= AT_ONCE / 4 && !cases.get(to).place().equals(cases.get(to - 1).place())
                    && !cases.get(to).target().id().equals(cases.get(to - 1).target().id());
            if (last || full || changes) {
                parts.add(cases.subList(from, to));
                from = to;
            }
        }
        return parts;
    }

    /** The values that the cases rest on. */
    private Measurements.Wanted wanted(List<Case> some) {
        Set<String> indicators = new HashSet<>();
        Set<String> regions = new HashSet<>();
        for (Case one : some) {
            if (indicators.add(one.target().indicator())) {
                indicators.addAll(Rollup.indicators(catalogue, one.target().indicator()));
            }
            if (regions.add(one.place())) {
                regions.addAll(Rollup.parts(catalogue, one.place()));
            }
        }
        return new Measurements.Wanted(indicators, regions);
    }

    /** What a list of the cases rests on: any change of the catalogue may change a list. */
    Instant newest() {
        Instant values = whole.map(Read::newest)
                .orElseGet(() -> measurements.newest(wanted(cases), asOf).orElse(Instant.EPOCH));
        return later(catalogue.newest(), values);
    }

    /** The values of the one case that there is. */
    Read only() {
        return whole.orElseThrow();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The values of some cases, and the verdicts on them. */
    final class Read {

        private final List<Measurement> values;
        private final Rollup rollup;

        private Read(List<Case> some) {
            if (courses.size() > MOST_TARGETS) {
                courses.clear();
                standings.clear();
            }
            this.values = some.isEmpty() ? List.of() : measurements.values(wanted(some), Optional.of(asOf));
            this.rollup = new Rollup(catalogue, values);
        }

        private Instant newest() {
            return values.stream().map(Measurement::recordedAt).reduce(Instant.EPOCH, Judging::later);
        }

        /** When the newest was recorded of what a verdict on one case rests on. */
        Instant newest(Case one) {
            Stream<Instant> places = Stream.concat(Stream.of(one.place()), Rollup.parts(catalogue, one.place()).stream())
                    .map(catalogue::newest);
            Stream<Instant> indicators = Rollup.indicators(catalogue, one.target().indicator()).stream()
                    .map(catalogue::newest);
            return Stream.concat(places, indicators)
                    .reduce(later(newest(), catalogue.newestAbout(one.target().indicator())), Judging::later);
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

        /** The same case by each method. */
        Methods.Comparison methods(Case one) {
            return eachOf(one).isPresent() && catalogue.edition().corrected() ? Methods.ofMembers(verdict(one))
                    : Methods.compare(question(one));
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
                    standings.computeIfAbsent(target.id(), id -> catalogue.standing(target, on)), one.reference(),
                    catalogue.edition());
        }
    }
}
