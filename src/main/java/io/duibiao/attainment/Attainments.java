package io.duibiao.attainment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.duibiao.attainment.Cases.Case;
import io.duibiao.core.Attribute;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Computed;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Measurement;
import io.duibiao.core.Methods;
import io.duibiao.core.Period;
import io.duibiao.core.Rollup;
import io.duibiao.core.Rule;
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

    public Assessed assess(Wanted wanted, Period period, Optional<Instant> asOf) {
        return assess(wanted, period, period.end(), asOf);
    }

    /** @param on the day on which targets are in force or not; else the last one of the period */
    public Assessed assess(Wanted wanted, Period period, LocalDate on, Optional<Instant> asOf) {
        Catalogue catalogue = plans.at(asOf);
        Cases applying = new Cases(catalogue);
        List<Case> cases = catalogue.targets().stream().filter(wanted::includes)
                .flatMap(target -> wanted.region().map(place -> applying.of(target, place).stream())
                        .orElseGet(() -> applying.of(target)))
                .toList();
        return judge(cases, period, on, catalogue, asOf);
    }

    /** The verdict on one target for one region or group; empty when the target does not apply to it. */
    public Optional<Assessed> assess(Target target, String place, Period period, Optional<Instant> asOf) {
        Catalogue catalogue = plans.at(asOf);
        return new Cases(catalogue).of(target, place)
                .map(found -> judge(List.of(found), period, period.end(), catalogue, asOf));
    }

    /** The same data by each method; empty when the target does not apply to the place. */
    public Optional<Compared> compare(Target target, String place, Period period, Optional<Instant> asOf) {
        Catalogue catalogue = plans.at(asOf);
        return new Cases(catalogue).of(target, place).map(found -> {
            Judging judging = read(List.of(found), period, period.end(), catalogue, asOf);
            Methods.Comparison comparison = Methods.compare(judging.question(found));
            return new Compared(comparison, judging.restsOn, judging.newest());
        });
    }

    private Assessed judge(List<Case> cases, Period period, LocalDate on, Catalogue catalogue, Optional<Instant> asOf) {
        Judging judging = read(cases, period, on, catalogue, asOf);
        List<Verdict> verdicts = cases.stream().map(judging::verdict).toList();
        return new Assessed(verdicts, judging.restsOn, judging.newest());
    }

    /** All values that the cases rest on, read at once. */
    private Judging read(List<Case> cases, Period period, LocalDate on, Catalogue catalogue, Optional<Instant> asOf) {
        Set<String> indicators = cases.stream().map(c -> c.target().indicator()).distinct()
                .flatMap(indicator -> Rollup.indicators(catalogue, indicator).stream()).collect(Collectors.toSet());
        Set<String> regions = cases.stream().map(Case::place).distinct()
                .flatMap(place -> Stream.concat(Stream.of(place), Rollup.parts(catalogue, place).stream()))
                .collect(Collectors.toSet());
        return new Judging(catalogue, period, on, new Rollup(catalogue,
                cases.isEmpty() ? List.of() : measurements.values(new Measurements.Wanted(indicators, regions), asOf)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Judges case after case and keeps the newest instant that any of them rests on. */
    private static final class Judging {

        private final Catalogue catalogue;
        private final Period period;
        private final LocalDate on;
        private final Rollup rollup;
        private Instant restsOn = Instant.EPOCH;

        Judging(Catalogue catalogue, Period period, LocalDate on, Rollup rollup) {
            this.catalogue = catalogue;
            this.period = period;
            this.on = on;
            this.rollup = rollup;
        }

        /** When the newest revision was recorded of all that was read. */
        Instant newest() {
            return later(restsOn, catalogue.newest());
        }

        Verdict verdict(Case c) {
            Optional<Group> each = Cases.each(c.target(), catalogue).filter(group -> group.code().equals(c.place()));
            if (each.isEmpty()) {
                return Verdicts.judge(question(c));
            }
            List<Verdict> members = each.get().members().stream().sorted()
                    .map(member -> Verdicts.judge(question(new Case(c.target(), member, false)))).toList();
            return Verdicts.judgeEach(question(c, List.of(), List.of()), members);
        }

        Verdicts.Question question(Case c) {
            Target target = c.target();
            Indicator indicator = catalogue.indicator(target.indicator()).orElseThrow();
            Optional<Integer> baseYear = catalogue.rule(target) instanceof Rule.ChangeBy change ? change.baseYear()
                    : Optional.empty();
            return question(c, rollup.reported(target.indicator(), c.place(), target.scope()),
                    rollup.computed(indicator, c.place(), target.scope(), baseYear));
        }

        private Verdicts.Question question(Case c, List<Measurement> values, List<Computed> computed) {
            Target target = c.target();
            Stream.of(values.stream().map(Measurement::recordedAt), computed.stream().map(one -> one.value().recordedAt()),
                    recordedAt(c)).flatMap(Function.identity()).forEach(instant -> restsOn = later(restsOn, instant));
            boolean membersKnown = target.group().flatMap(catalogue::group).map(Group::membersKnown).orElse(true);
            return new Verdicts.Question(catalogue.plan(target.plan()).orElseThrow(), target,
                    catalogue.indicator(target.indicator()).orElseThrow(), c.place(),
                    catalogue.placeName(c.place()).orElseThrow(), membersKnown, period, values, computed,
                    catalogue.resolution(target.id()), catalogue.comparable(target.indicator()), catalogue.course(target),
                    catalogue.standing(target, on), c.reference());
        }

        /** When the catalogue entries behind a verdict were recorded. */
        private Stream<Instant> recordedAt(Case c) {
            Target target = c.target();
            Stream<Optional<Instant>> own = Stream.of(catalogue.recordedAt(Noun.REGION, c.place()),
                    catalogue.recordedAt(Noun.GROUP, target.place()));
            Stream<Optional<Instant>> beside = catalogue.akin(target).stream()
                    .flatMap(akin -> Stream.of(catalogue.recordedAt(Noun.TARGET, akin.id()),
                            catalogue.recordedAt(Noun.RESOLUTION, akin.id()), catalogue.recordedAt(Noun.PLAN, akin.plan())));
            Stream<Optional<Instant>> rules = Stream.concat(
                    target.path().stream().map(path -> catalogue.recordedAt(Noun.PATH, path)),
                    catalogue.comparable(target.indicator()).stream()
                            .map(bases -> catalogue.recordedAt(Noun.COMPARABLE, Catalogue.comparison(bases))));
            Stream<Optional<Instant>> indicators = Rollup.indicators(catalogue, target.indicator()).stream()
                    .map(code -> catalogue.recordedAt(Noun.INDICATOR, code));
            Stream<Optional<Instant>> parts = Rollup.parts(catalogue, c.place()).stream()
                    .map(code -> catalogue.recordedAt(Noun.REGION, code));
            return Stream.of(own, beside, rules, indicators, parts).flatMap(Function.identity()).flatMap(Optional::stream);
        }
    }
}
