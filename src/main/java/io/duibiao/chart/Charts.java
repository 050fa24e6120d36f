package io.duibiao.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.duibiao.attainment.Attainments;
import io.duibiao.attainment.Attainments.Assessed;
import io.duibiao.attainment.Attainments.Wanted;
import io.duibiao.chart.TrendChart.Aim;
import io.duibiao.chart.TrendChart.Point;
import io.duibiao.core.Baseline;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Indicator;
import io.duibiao.core.Language;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;
import io.duibiao.measurement.Measurements;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;
import io.duibiao.web.Asked;

/** Gathers what each kind of chart shows. */
@Singleton
public class Charts {

    private static final Set<String> ADMINISTRATIVE = Set.of("region", "league", "banner", "town");

    /** Of all targets of a plan: more than fit side by side on the largest picture, and than memory should hold at once. */
    public static final int MOST_REGIONS = 200;

    private static final int PRINT_SCALE = 2;

    private final Plans plans;
    private final Attainments attainments;
    private final Measurements measurements;

    Charts(Plans plans, Attainments attainments, Measurements measurements) {
        this.plans = plans;
        this.attainments = attainments;
        this.measurements = measurements;
    }

    /** The kinds of chart, and what each cannot do without. */
    public enum Kind {
        /** Each indicator of one region: baseline, actual, target. */
        BULLET("plan", "region", "period"),
        /** One indicator of one region over the years. */
        TREND("region", "indicator", "period"),
        /** One indicator of the regions below one. */
        RANKING("plan", "region", "indicator", "period"),
        /** Targets by regions. */
        MATRIX("plan", "region", "period"),
        /** One indicator of all leagues, placed as on the map. */
        TILEMAP("plan", "indicator", "period"),
        /** The counts of one region. */
        SCORECARD("plan", "region", "period");

        private final Set<String> required;

        Kind(String... required) {
            this.required = Set.of(required);
        }

        boolean requires(String parameter) {
            return required.contains(parameter);
        }
    }

    /** What a chart is asked to show, by the codes that the caller sent. */
    public record Wish(Kind kind, Optional<String> plan, Optional<String> region, Optional<String> indicator,
            Optional<Period> sent, Optional<Instant> asOf) {

        /** @throws io.duibiao.problem.ProblemException 400 naming what this kind cannot do without */
        void check() {
            check("plan", plan);
            check("region", region);
            check("indicator", indicator);
            check("period", sent);
        }

        private void check(String name, Optional<?> parameter) {
            if (kind.requires(name)) {
                Asked.given(name, parameter);
            }
        }

        Period period() {
            return sent.orElseThrow();
        }
    }

    /**
     * A chart with its figures.
     *
     * @param newest when the newest revision was recorded of all that was read
     */
    public record Shown(Chart chart, Instant newest) {
    }

    /**
     * A picture for a page, as PNG at twice the pixels of its width and height, so that print is sharp.
     */
    public record Drawn(byte[] png, int width, int height) {
    }

    /**
     * The chart in the light theme, as high as its rows ask for; on several pictures where that is too high for one.
     *
     * @param mostHeight of each
     */
    public List<Drawn> draw(Shown shown, Language language, int width, int mostHeight) {
        Look look = new Look(language, Theme.LIGHT, new Canvas(width, OptionalInt.empty(), PRINT_SCALE));
        return Picture.spread(shown.chart(), look, mostHeight).stream()
                .map(picture -> new Drawn(Png.of(picture), picture.width(), picture.height())).toList();
    }

    public Shown show(Wish wish) {
        wish.check();
        Gathering gathering = new Gathering(wish, Lookup.ofQuery(plans.at(wish.asOf())));
        return switch (wish.kind()) {
            case BULLET -> gathering.bullet();
            case TREND -> gathering.trend();
            case RANKING -> gathering.ranking();
            case MATRIX -> gathering.matrix();
            case TILEMAP -> gathering.tiles();
            case SCORECARD -> gathering.scorecard();
        };
    }

    /** One picture's figures in the making; every code that the caller sent is known once it is there. */
    private final class Gathering {

        private final Wish wish;
        private final Catalogue catalogue;
        private final Optional<Plan> plan;
        private final Optional<String> place;
        private final Optional<Indicator> indicator;

        Gathering(Wish wish, Lookup named) {
            this.wish = wish;
            this.catalogue = named.catalogue();
            this.plan = wish.plan().map(named::plan);
            this.place = wish.region().map(named::place);
            this.indicator = wish.indicator().map(named::indicator);
        }

        Shown bullet() {
            checkMembers();
            Assessed assessed = assess(place, wish.period());
            return new Shown(BulletChart.of(plan.orElseThrow(), source(plan, assessed.verdicts(), assessed.asOf()),
                    catalogue.placeName(place.orElseThrow()).orElseThrow(), wish.period(), assessed.verdicts()),
                    assessed.newest());
        }

        Shown scorecard() {
            checkMembers();
            // The counts of one indicator would call a plan kept that is not.
            Assessed assessed = attainments.assess(wanted(Optional.empty(), place), wish.period(), wish.asOf());
            return new Shown(ScoreChart.of(plan.orElseThrow(), source(plan, assessed.verdicts(), assessed.asOf()),
                    catalogue.placeName(place.orElseThrow()).orElseThrow(), wish.period(), assessed.verdicts()),
                    assessed.newest());
        }

        private void checkMembers() {
            catalogue.group(place.orElseThrow()).ifPresent(group -> check(group.members().size()));
        }

        private void check(int regions) {
            if (regions > MOST_REGIONS) {
                String above = place.orElseThrow();
                throw Problem.of(400, Problem.Fault.at("region", "TOO_MANY_REGIONS",
                        Text.of("此种图最多画{0}个地区，{1}有{2}个；可改选下级地区，或用 ranking 图看一项指标",
                                "A chart of this kind shows at most {0} regions, and {1} has {2}: ask for a region below, or for a ranking of one indicator",
                                MOST_REGIONS, catalogue.placeName(above).orElseThrow(), regions),
                        above)).exception();
            }
        }

        private Assessed assess(Optional<String> region, Period period) {
            return attainments.assess(wanted(indicator, region), period, wish.asOf());
        }

        private Wanted wanted(Optional<Indicator> of, Optional<String> region) {
            return new Wanted(plan.map(Plan::code), of.map(Indicator::code), region, Optional.empty(), Optional.empty());
        }

        private Source source(Optional<Plan> of, Collection<Verdict> verdicts, Instant asOf) {
            return Source.of(of, verdicts.stream().map(Verdict::target).toList(), catalogue.plans(), asOf);
        }

        /** The administrative regions directly below a region, or the members of a group. */
        private List<Region> below(String above) {
            return Stream.concat(catalogue.children(above).stream(),
                    catalogue.group(above).stream().flatMap(group -> group.members().stream())
                            .flatMap(member -> catalogue.region(member).stream()))
                    .filter(region -> ADMINISTRATIVE.contains(region.level())).toList();
        }

        Shown ranking() {
            return regions(below(place.orElseThrow()), RankingChart::new);
        }

        Shown tiles() {
            return regions(TilePlot.placed().stream().sorted().flatMap(code -> catalogue.region(code).stream()).toList(),
                    TileChart::new);
        }

        private Shown regions(List<Region> regions, Function<Regions, Chart> kind) {
            List<String> codes = regions.stream().map(Region::code).toList();
            Indicator what = indicator.orElseThrow();
            Assessed assessed = attainments.assess(wanted(indicator, Optional.empty()), codes, wish.period(), wish.asOf());
            Map<String, List<Verdict>> verdicts = new HashMap<>();
            assessed.verdicts().forEach(
                    verdict -> verdicts.computeIfAbsent(verdict.region(), code -> new ArrayList<>()).add(verdict));
            Map<String, Measurement> values = new HashMap<>();
            if (!codes.isEmpty()) {
                measurements.values(new Measurements.Wanted(Set.of(what.code()), codes), wish.asOf()).stream()
                        .filter(value -> value.period().equals(wish.period()) && value.scope().isEmpty())
                        .forEach(value -> values.putIfAbsent(value.region(), value));
            }
            List<Place> places = regions.stream().map(region -> {
                Optional<Verdict> verdict = foremost(verdicts.getOrDefault(region.code(), List.of()), wish.period());
                return new Place(region, verdict,
                        verdict.isPresent() ? verdict.flatMap(Verdict::value) : Optional.ofNullable(values.get(region.code())));
            }).sorted(Place.bestFirst(what.direction())).toList();
            Instant asOf = Stream.concat(Stream.of(assessed.asOf()), values.values().stream().map(Measurement::recordedAt))
                    .max(Comparator.naturalOrder()).orElseThrow();
            return new Shown(
                    kind.apply(Regions.of(source(plan, shown(places), asOf), what, wish.period(), places)),
                    later(assessed.newest(), asOf));
        }

        private static List<Verdict> shown(List<Place> places) {
            return places.stream().flatMap(place -> place.verdict().stream()).toList();
        }

        Shown matrix() {
            String above = place.orElseThrow();
            List<Region> regions = Stream.concat(catalogue.region(above).stream(), below(above).stream()).toList();
            check(regions.size());
            Assessed assessed = attainments.assess(wanted(indicator, Optional.empty()),
                    regions.stream().map(Region::code).toList(),
                    wish.period(), wish.asOf());
            Map<String, Map<String, Verdict>> verdicts = new LinkedHashMap<>();
            assessed.verdicts().forEach(verdict -> verdicts
                    .computeIfAbsent(verdict.target().id(), id -> new HashMap<>()).put(verdict.region(), verdict));
            // A target that is held against regions below has their baselines there: its id alone is the same for all.
            List<Target> targets = verdicts.keySet().stream().map(id -> catalogue.target(id).orElseThrow()).toList();
            return new Shown(MatrixChart.of(plan.orElseThrow(), source(plan, assessed.verdicts(), assessed.asOf()),
                    catalogue.placeName(above).orElseThrow(), wish.period(), targets, regions, verdicts), assessed.newest());
        }

        /** Of the plan asked about and, for the same thing and year, of others; without a plan, of all. */
        Shown trend() {
            String where = place.orElseThrow();
            Indicator what = indicator.orElseThrow();
            Assessed own = assess(place, wish.period());
            Set<String> beside = new HashSet<>();
            own.verdicts().forEach(verdict -> verdict.standing().beside().forEach(rival -> beside.add(rival.target())));
            List<Verdict> others = plan.isEmpty() ? List.of()
                    : attainments.assess(new Wanted(Optional.empty(), Optional.of(what.code()), place, Optional.empty(),
                            Optional.empty()),
                            wish.period(), wish.asOf()).verdicts().stream()
                            .filter(verdict -> beside.contains(verdict.target().id())).toList();
            List<Verdict> verdicts = Stream.concat(foremostFirst(own.verdicts()), others.stream()).distinct().toList();
            List<Measurement> values = measurements.values(new Measurements.Wanted(Set.of(what.code()), Set.of(where)),
                    wish.asOf());
            List<Point> points = points(verdicts.stream().findFirst(), values);
            Instant asOf = Stream.concat(Stream.of(own.asOf()), values.stream().map(Measurement::recordedAt))
                    .max(Comparator.naturalOrder()).orElseThrow();
            List<Aim> aims = verdicts.stream().map(verdict -> new Aim(catalogue.plan(verdict.target().plan()).orElseThrow(),
                    verdict, attainments.course(verdict.target(), where, wish.period(), wish.asOf()))).toList();
            return new Shown(new TrendChart(source(plan, verdicts, asOf), catalogue.placeName(where).orElseThrow(), what,
                    wish.period(), points, aims), later(own.newest(), asOf));
        }

        private Stream<Verdict> foremostFirst(List<Verdict> verdicts) {
            Optional<Verdict> first = foremost(verdicts, wish.period());
            return Stream.concat(first.stream(), verdicts.stream().filter(verdict -> !first.equals(Optional.of(verdict))));
        }

        /** Year by year as the first target's verdicts see them; without a target, as reported. */
        private List<Point> points(Optional<Verdict> verdict, List<Measurement> values) {
            Map<Period, Point> points = new TreeMap<>();
            Optional<String> scope = verdict.flatMap(found -> found.target().scope());
            List<Measurement> own = values.stream().filter(value -> value.scope().equals(scope))
                    .filter(value -> !value.period().last().isAfter(wish.period().last())).toList();
            if (verdict.isEmpty()) {
                own.forEach(value -> points.putIfAbsent(value.period(), Point.of(value)));
            } else {
                Target target = verdict.get().target();
                int first = Stream.concat(own.stream().map(value -> value.period().year()),
                        target.baseline().map(Baseline::period).map(Period::year).stream()).min(Comparator.naturalOrder())
                        .orElse(wish.period().year());
                Stream<Period> asked = Stream.concat(
                        IntStream.rangeClosed(first, wish.period().year()).mapToObj(Period::year)
                                .filter(year -> !year.last().isAfter(wish.period().last())),
                        Stream.of(wish.period())).distinct();
                asked.map(period -> seen(target, period)).forEach(point -> points.merge(point.period(), point,
                        (one, other) -> one.value().isPresent() ? one : other));
            }
            return List.copyOf(points.values());
        }

        private Point seen(Target target, Period period) {
            return attainments.assess(target, place.orElseThrow(), period, wish.asOf())
                    .flatMap(assessed -> assessed.verdicts().stream().findFirst()).map(Point::of)
                    .orElse(new Point(period, Optional.empty(), true, Optional.empty()));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Of several targets for one thing the one for all of it, due next; when all are past, the last. */
    static Optional<Verdict> foremost(List<Verdict> verdicts, Period period) {
        Comparator<Verdict> whole = Comparator.comparing(verdict -> verdict.target().scope().isPresent());
        Comparator<Verdict> due = Comparator.comparing(verdict -> verdict.target().due().date().isBefore(period.end()));
        return verdicts.stream().min(whole.thenComparing(due).thenComparing(verdict -> {
            long day = verdict.target().due().date().toEpochDay();
            return verdict.target().due().date().isBefore(period.end()) ? -day : day;
        }));
    }
}
