package io.duibiao.attainment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.duibiao.core.Attribute;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Group;
import io.duibiao.core.Measurement;
import io.duibiao.core.Methods;
import io.duibiao.core.Period;
import io.duibiao.core.Target;
import io.duibiao.core.Verdict;
import io.duibiao.core.Verdicts;
import io.duibiao.measurement.Measurements;
import io.duibiao.plan.Plans;

/** Puts plans and measured values together and has each target judged, as both were known at an instant. */
@ApplicationScoped
public class Attainments {

    private final Plans plans;
    private final Measurements measurements;

    Attainments(Plans plans, Measurements measurements) {
        this.plans = plans;
        this.measurements = measurements;
    }

    /** Which targets are asked about; an empty field asks for all. */
    public record Wanted(Optional<String> plan, Optional<String> indicator, Optional<String> region,
            Optional<Attribute> attribute) {

        boolean includes(Target target) {
            return plan.map(target.plan()::equals).orElse(true) && indicator.map(target.indicator()::equals).orElse(true)
                    && attribute.map(wanted -> wanted == target.attribute()).orElse(true);
        }
    }

    /**
     * Verdicts in order of plan, number and region.
     *
     * @param asOf when the newest revision that they rest on was recorded; the epoch where there are none
     * @param newest when the newest revision was recorded of all that was read to find them: a later one may change the list
     */
    public record Assessed(List<Verdict> verdicts, Instant asOf, Instant newest) {
    }

    /** One target judged by each method; {@code asOf} and {@code newest} as for {@link Assessed}. */
    public record Compared(Methods.Comparison comparison, Instant asOf, Instant newest) {
    }

    private record Found<T>(List<T> answers, Instant asOf, Instant newest) {
    }

    /** One target for one region or group. */
    private record Case(Target target, String place) {
    }

    public Assessed assess(Wanted wanted, Period period, Optional<Instant> asOf) {
        return assess(wanted, period, period.end(), asOf);
    }

    /** @param on the day on which targets are in force or not; else the last one of the period */
    public Assessed assess(Wanted wanted, Period period, LocalDate on, Optional<Instant> asOf) {
        Catalogue catalogue = plans.at(asOf);
        List<Case> cases = catalogue.targets().stream().filter(wanted::includes)
                .flatMap(target -> places(target, catalogue).map(place -> new Case(target, place)))
                .filter(c -> wanted.region().map(c.place()::equals).orElse(true)).toList();
        return judge(cases, period, on, catalogue, asOf);
    }

    /** The verdict on one target for one region or group; empty when the target does not apply to it. */
    public Optional<Assessed> assess(Target target, String place, Period period, Optional<Instant> asOf) {
        Catalogue catalogue = plans.at(asOf);
        return applies(target, place, catalogue)
                ? Optional.of(judge(List.of(new Case(target, place)), period, period.end(), catalogue, asOf))
                : Optional.empty();
    }

    /** The same data by each method; empty when the target does not apply to the place. */
    public Optional<Compared> compare(Target target, String place, Period period, Optional<Instant> asOf) {
        Catalogue catalogue = plans.at(asOf);
        if (!applies(target, place, catalogue)) {
            return Optional.empty();
        }
        Found<Methods.Comparison> found = each(List.of(new Case(target, place)), period, period.end(), catalogue, asOf,
                Methods::compare);
        return Optional.of(new Compared(found.answers().get(0), found.asOf(), found.newest()));
    }

    private static boolean applies(Target target, String place, Catalogue catalogue) {
        return place.equals(target.place()) || places(target, catalogue).anyMatch(place::equals);
    }

    /** Each member answers for a target of 各 or 均; a target of the whole, or of members left open, is the group's own. */
    private static Stream<String> places(Target target, Catalogue catalogue) {
        Optional<Group> each = target.group().flatMap(catalogue::group)
                .filter(group -> target.groupMode() == Target.GroupMode.EACH && group.membersKnown());
        return each.map(group -> group.members().stream().sorted()).orElse(Stream.of(target.place()));
    }

    private Assessed judge(List<Case> cases, Period period, LocalDate on, Catalogue catalogue, Optional<Instant> asOf) {
        Found<Verdict> found = each(cases, period, on, catalogue, asOf, Verdicts::judge);
        return new Assessed(found.answers(), found.asOf(), found.newest());
    }

    private <T> Found<T> each(List<Case> cases, Period period, LocalDate on, Catalogue catalogue, Optional<Instant> asOf,
            Function<Verdicts.Question, T> judge) {
        Set<String> indicators = cases.stream().map(c -> c.target().indicator()).collect(Collectors.toSet());
        Set<String> regions = cases.stream().map(Case::place).collect(Collectors.toSet());
        Map<SeriesKey, List<Measurement>> series = cases.isEmpty() ? Map.of()
                : measurements.values(new Measurements.Wanted(indicators, regions), asOf).stream()
                        .collect(Collectors.groupingBy(SeriesKey::of));
        List<T> answers = new ArrayList<>();
        Instant restsOn = Instant.EPOCH;
        for (Case c : cases) {
            List<Measurement> values = series.getOrDefault(SeriesKey.of(c), List.of());
            answers.add(judge.apply(question(c, period, on, values, catalogue)));
            restsOn = Stream.concat(Stream.of(restsOn, recordedAt(c, catalogue)), values.stream().map(Measurement::recordedAt))
                    .max(Comparator.naturalOrder()).orElseThrow();
        }
        Instant newest = restsOn.isAfter(catalogue.newest()) ? restsOn : catalogue.newest();
        return new Found<>(List.copyOf(answers), restsOn, newest);
    }

    private record SeriesKey(String indicator, String region, Optional<String> scope) {

        static SeriesKey of(Measurement value) {
            return new SeriesKey(value.indicator(), value.region(), value.scope());
        }

        static SeriesKey of(Case c) {
            return new SeriesKey(c.target().indicator(), c.place(), c.target().scope());
        }
    }

    private static Verdicts.Question question(Case c, Period period, LocalDate on, List<Measurement> values,
            Catalogue catalogue) {
        Target target = c.target();
        boolean membersKnown = target.group().flatMap(catalogue::group).map(Group::membersKnown).orElse(true);
        return new Verdicts.Question(catalogue.plan(target.plan()).orElseThrow(), target,
                catalogue.indicator(target.indicator()).orElseThrow(), c.place(), catalogue.placeName(c.place()).orElseThrow(),
                membersKnown, period, values, catalogue.resolution(target.id()), catalogue.comparable(target.indicator()),
                catalogue.course(target), catalogue.standing(target, on), false);
    }

    /** When the newest catalogue entry behind a verdict was recorded. */
    private static Instant recordedAt(Case c, Catalogue catalogue) {
        Target target = c.target();
        Stream<Optional<Instant>> own = Stream.of(catalogue.recordedAt(Noun.INDICATOR, target.indicator()),
                catalogue.recordedAt(Noun.REGION, c.place()), catalogue.recordedAt(Noun.GROUP, target.place()));
        Stream<Optional<Instant>> beside = catalogue.akin(target).stream()
                .flatMap(akin -> Stream.of(catalogue.recordedAt(Noun.TARGET, akin.id()),
                        catalogue.recordedAt(Noun.RESOLUTION, akin.id()), catalogue.recordedAt(Noun.PLAN, akin.plan())));
        Stream<Optional<Instant>> rules = Stream.concat(
                target.path().stream().map(path -> catalogue.recordedAt(Noun.PATH, path)),
                catalogue.comparable(target.indicator()).stream()
                        .map(bases -> catalogue.recordedAt(Noun.COMPARABLE, Catalogue.comparison(bases))));
        return Stream.of(own, beside, rules).flatMap(Function.identity()).flatMap(Optional::stream)
                .max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
