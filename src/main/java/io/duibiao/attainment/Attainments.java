package io.duibiao.attainment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.duibiao.attainment.Cases.Case;
import io.duibiao.core.Attribute;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Methods;
import io.duibiao.core.Period;
import io.duibiao.core.Region;
import io.duibiao.core.Scheme;
import io.duibiao.core.Score;
import io.duibiao.core.Scorecard;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;
import io.duibiao.core.Verdicts;
import io.duibiao.core.Waypoint;
import io.duibiao.history.History;
import io.duibiao.measurement.Measurements;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;

/** Puts plans and measured values together and has each target judged, as both were known at an instant. */
@ApplicationScoped
public class Attainments {

    private final Plans plans;
    private final Measurements measurements;
    private final History history;

    Attainments(Plans plans, Measurements measurements, History history) {
        this.plans = plans;
        this.measurements = measurements;
        this.history = history;
    }

    /**
     * Which targets are asked about; an empty field asks for all.
     *
     * @param region targets of that region or group
     * @param below targets of the regions directly below that one
     */
    public record Wanted(Optional<String> plan, Optional<String> indicator, Optional<String> region, Optional<String> below,
            Optional<Attribute> attribute) {

        /**
         * @throws io.duibiao.problem.ProblemException 422 for an unknown name, 400 where both a region and those below are
         *         asked
         */
        public static Wanted of(Lookup named, Optional<String> plan, Optional<String> indicator, Optional<String> region,
                Optional<String> below, Optional<Attribute> attribute) {
            plan.ifPresent(named::plan);
            indicator.ifPresent(named::indicator);
            region.ifPresent(named::place);
            below.map(named::above).filter(above -> region.isPresent()).ifPresent(above -> {
                throw Problem.of(400, Problem.Fault.at("below", "REGION_OR_BELOW",
                        new Text("region 与 below 只能给出一个", "Give region or below, not both"), above.code())).exception();
            });
            return new Wanted(plan, indicator, region, below, attribute);
        }

        Optional<List<String>> places(Catalogue catalogue) {
            return region.map(List::of)
                    .or(() -> below.map(above -> catalogue.children(above).stream().map(Region::code).toList()));
        }

        boolean includes(Target target) {
            return plan.map(target.plan()::equals).orElse(true) && indicator.map(target.indicator()::equals).orElse(true)
                    && attribute.map(wanted -> wanted == target.attribute()).orElse(true);
        }
    }

    /**
     * Verdicts in order of plan, number and region.
     *
     * @param asOf when the newest revision was recorded that they rest on; for a list that is the whole catalogue, because any
     *        change of it may change the list
     */
    public record Assessed(List<Verdict> verdicts, Instant asOf) {

        public Instant newest() {
            return asOf;
        }
    }

    /** One target judged by each method; {@code asOf} as for {@link Assessed}. */
    public record Compared(Methods.Comparison comparison, Instant asOf) {
    }

    /**
     * What one place has kept of a plan.
     *
     * @param verdicts those that are counted, in order of number
     * @param score where a scheme was asked for
     */
    public record Scored(String place, List<Verdict> verdicts, Scorecard card, Optional<Score> score) {
    }

    /** Cases that can be judged from any of them on, and the instant that a list of them rests on. */
    public static final class Found {

        private final Judging judging;
        private final Instant asOf;

        Found(Judging judging) {
            this(judging, judging.newest());
        }

        private Found(Judging judging, Instant asOf) {
            this.judging = judging;
            this.asOf = asOf;
        }

        public Instant asOf() {
            return asOf;
        }

        public Period period() {
            return judging.period();
        }

        public int size() {
            return judging.cases().size();
        }

        /**
         * The same, those of one place together. A place reports its figures together, and so they lie on the disk: whoever
         * wants all reads them in that order several times as fast.
         */
        public Found byPlace() {
            return new Found(judging.byPlace(), asOf);
        }

        /** The verdicts from that case on, each made when it is taken. */
        public Stream<Verdict> verdicts(int from) {
            return judging.each(from, size(), Judging.Read::verdict);
        }

        /** Where the cases after that one begin; at the first where none is named, nowhere where it is unknown. */
        public Optional<Integer> after(Optional<String> key) {
            return Attainments.after(key, judging.cases().stream().map(Case::key));
        }
    }

    /** @param on the day on which targets are in force or not; else the last one of the period */
    public Assessed assess(Wanted wanted, Period period, LocalDate on, Optional<Instant> asOf) {
        Found found = find(wanted, period, on, asOf);
        return new Assessed(found.verdicts(0).toList(), found.asOf());
    }

    public Assessed assess(Wanted wanted, Period period, Optional<Instant> asOf) {
        return assess(wanted, period, period.end(), asOf);
    }

    /** The same for some regions or groups: by plan and number, then in the order of the places. */
    public Assessed assess(Wanted wanted, List<String> places, Period period, Optional<Instant> asOf) {
        Found found = find(wanted, known(asOf), Optional.of(places), period, period.end());
        return new Assessed(found.verdicts(0).toList(), found.asOf());
    }

    /** The same, to be judged one after another. */
    public Found find(Wanted wanted, Period period, LocalDate on, Optional<Instant> asOf) {
        Known known = known(asOf);
        return find(wanted, known, wanted.places(known.catalogue()), period, on);
    }

    private Found find(Wanted wanted, Known known, Optional<List<String>> places, Period period, LocalDate on) {
        Cases applying = new Cases(known.catalogue());
        List<Case> cases = known.catalogue().targets().stream().filter(wanted::includes)
                .flatMap(target -> places
                        .map(some -> some.stream().flatMap(place -> applying.of(target, place).stream()))
                        .orElseGet(() -> applying.of(target)))
                .toList();
        return new Found(judging(known, cases, period, on));
    }

    /** What the schedule of a target leads through for a region or group; empty where there is no way to walk. */
    public List<Waypoint> course(Target target, String place, Period period, Optional<Instant> asOf) {
        return one(target, place, period, asOf, (read, found) -> Verdicts.course(read.question(found))).orElse(List.of());
    }

    /** The verdict on one target for one region or group; empty when the target does not apply to it. */
    public Optional<Assessed> assess(Target target, String place, Period period, Optional<Instant> asOf) {
        return one(target, place, period, asOf,
                (read, found) -> new Assessed(List.of(read.verdict(found)), read.newest(found)));
    }

    /** The same data by each method; empty when the target does not apply to the place. */
    public Optional<Compared> compare(Target target, String place, Period period, Optional<Instant> asOf) {
        return one(target, place, period, asOf,
                (read, found) -> new Compared(read.methods(found), read.newest(found)));
    }

    private <T> Optional<T> one(Target target, String place, Period period, Optional<Instant> asOf,
            BiFunction<Judging.Read, Case, T> making) {
        Known known = known(asOf);
        return new Cases(known.catalogue()).of(target, place)
                .map(found -> making.apply(judging(known, List.of(found), period, period.end()).only(), found));
    }

    /** A plan's scorecards, to be counted one after another; each place has the cases up to that of the next. */
    record Cards(Judging judging, Optional<Scheme> scheme, List<String> places, List<Integer> ends, Instant asOf) {

        Catalogue catalogue() {
            return judging.catalogue();
        }

        Stream<Scored> from(int place) {
            return IntStream.range(place, places.size()).mapToObj(this::card);
        }

        private Scored card(int place) {
            List<Verdict> verdicts = new ArrayList<>();
            List<Verdicts.Question> scored = new ArrayList<>();
            judging.each(place == 0 ? 0 : ends.get(place - 1), ends.get(place), Map::entry).forEach(one -> {
                verdicts.add(one.getKey().verdict(one.getValue()));
                // The members of a group that keep a target one by one are scored, not the group once more.
                if (scheme.isPresent() && one.getKey().eachOf(one.getValue()).isEmpty()) {
                    scored.add(one.getKey().question(one.getValue()));
                }
            });
            return new Scored(places.get(place), verdicts, Scorecard.of(verdicts),
                    scheme.map(named -> Score.of(named, scored, judging.catalogue()::path)));
        }
    }

    /** The scorecard of one region or group. */
    public Scored scorecard(String plan, String place, Period period, Optional<String> scheme, Optional<Instant> asOf) {
        return cards(plan, List.of(place), period, scheme, asOf).from(0).findFirst().orElseThrow();
    }

    Cards cards(String plan, List<String> places, Period period, Optional<String> scheme, Optional<Instant> asOf) {
        Known known = known(asOf);
        Cases applying = new Cases(known.catalogue());
        Map<String, List<Case>> own = new LinkedHashMap<>();
        places.forEach(place -> own.put(place, new ArrayList<>()));
        known.catalogue().targets().stream().filter(target -> target.plan().equals(plan)).forEach(
                target -> (target.group().isPresent() ? places.stream() : target.region().stream())
                        .forEach(place -> own.computeIfPresent(place, (code, some) -> {
                            applying.own(target, place).ifPresent(some::add);
                            return some;
                        })));
        List<Case> cases = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        own.values().forEach(some -> {
            cases.addAll(some);
            ends.add(cases.size());
        });
        Judging judging = judging(known, cases, period, period.end());
        return new Cards(judging, scheme.flatMap(known.catalogue()::scheme), places, ends, judging.newest());
    }

    static Optional<Integer> after(Optional<String> key, Stream<String> keys) {
        if (key.isEmpty()) {
            return Optional.of(0);
        }
        int at = keys.toList().indexOf(key.get());
        return at < 0 ? Optional.empty() : Optional.of(at + 1);
    }

    /** Every region, and every group that the plan sets a target for, by code. */
    List<String> places(String plan, Catalogue catalogue) {
        Stream<String> groups = new Cases(catalogue)
                .places(catalogue.targets().stream().filter(target -> target.plan().equals(plan))).stream().sorted();
        return Stream.concat(catalogue.regions().stream().map(Region::code), groups).distinct().toList();
    }

    /** An instant that is past, and the catalogue then. */
    private record Known(Instant asOf, Catalogue catalogue) {
    }

    /** An instant is named first and everything read as of it, so that an answer holds together while others write. */
    private Known known(Optional<Instant> asOf) {
        Instant newest = history.newest();
        Instant known = asOf.filter(instant -> instant.isBefore(newest)).orElse(newest);
        return new Known(known, plans.at(Optional.of(known)));
    }

    private Judging judging(Known known, List<Case> cases, Period period, LocalDate on) {
        return new Judging(known.catalogue(), measurements, known.asOf(), period, on, cases);
    }
}
