package io.duibiao.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.duibiao.core.Formula.Way;

/**
 * 汇总: the figures that reported ones add up to. Only figures of one period, scope, basis and base year are put together, and
 * a region that did not report is left out, never taken for 0.
 */
public final class Rollup {

    private static final String LEAGUE = "league";
    private static final int TERMS_SHOWN = 20;

    private final Catalogue catalogue;
    private final Edition edition;
    private final Map<Row, List<Measurement>> reported;

    /** @param values of every indicator and region that {@link #indicators} and {@link #parts} name */
    public Rollup(Catalogue catalogue, Collection<Measurement> values) {
        this.catalogue = catalogue;
        this.edition = catalogue.edition();
        reported = values.stream()
                .collect(Collectors.groupingBy(value -> new Row(value.indicator(), value.region(), value.scope())));
    }

    private record Row(String indicator, String region, Optional<String> scope) {
    }

    /** What figures must have in common to be put together. */
    private record Slot(Period period, Optional<String> basis, Optional<Integer> baseYear) {

        static Slot of(Measurement value, Indicator indicator) {
            return new Slot(value.period(), value.basis().or(indicator::basis), value.baseYear());
        }
    }

    /**
     * What one region adds.
     *
     * @param part to the dividend
     * @param whole to the divisor: its weight or its denominator, 1 in a plain mean
     * @param words the part as it is written in the formula
     */
    private record Share(String region, Quantity part, Quantity whole, String words, List<Measurement> from) {
    }

    /** The indicators whose values a figure of this one can rest on, itself among them. */
    public static Set<String> indicators(Catalogue catalogue, String indicator) {
        Set<String> needed = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(indicator));
        while (!open.isEmpty()) {
            String code = open.remove(0);
            if (needed.add(code)) {
                catalogue.indicator(code).ifPresent(known -> {
                    open.addAll(Formula.of(known.aggregation()).from());
                    known.derived().ifPresent(derived -> open.addAll(Formula.of(derived).from()));
                });
            }
        }
        return needed;
    }

    /**
     * The regions whose figures make up a place's: the members of a group, or the leagues directly below a region.
     * Below a league nothing is rolled up, because the catalogue holds only those banners that a document names.
     */
    public static List<String> parts(Catalogue catalogue, String place) {
        return catalogue.group(place).map(Group::members)
                .orElseGet(() -> catalogue.children(place).stream().filter(below -> below.level().equals(LEAGUE))
                        .map(Region::code).toList());
    }

    /** What was reported for the place itself. */
    public List<Measurement> reported(String indicator, String place, Optional<String> scope) {
        return reported.getOrDefault(new Row(indicator, place, scope), List.of());
    }

    /**
     * Every figure of the place that can be computed, in order of period.
     *
     * @param baseYear from which a derived change is counted
     */
    public List<Computed> computed(Indicator indicator, String place, Optional<String> scope, Optional<Integer> baseYear) {
        return Stream.concat(rolledUp(indicator, place, scope).stream(),
                baseYear.stream().flatMap(year -> derived(indicator, place, scope, year).stream()))
                .sorted(Comparator.comparing(computed -> computed.value().period())).toList();
    }

    /** A percent change is never averaged: ten regions that fell by 10 % do not tell by how much the whole fell. */
    private List<Computed> rolledUp(Indicator indicator, String place, Optional<String> scope) {
        Formula formula = Formula.of(indicator.aggregation());
        List<String> parts = parts(catalogue, place);
        if (indicator.isChange()) {
            return List.of();
        }
        Map<Slot, Map<String, Share>> shares = new HashMap<>();
        for (String part : parts) {
            shares(formula, indicator, part, scope)
                    .forEach((slot, share) -> shares.computeIfAbsent(slot, same -> new TreeMap<>()).put(part, share));
        }
        List<Computed> computed = new ArrayList<>();
        Map<Slot, Share> own = own(formula, indicator, place, scope);
        own.forEach(
                (slot, share) -> add(computed, formula.way(), indicator, place, scope, slot, List.of(share), Optional.empty()));
        shares.forEach((slot, ofRegions) -> {
            if (!own.containsKey(slot)) {
                List<Share> terms = List.copyOf(ofRegions.values());
                add(computed, formula.way(), indicator, place, scope, slot, terms,
                        Optional.of(new Coverage(terms.size(), parts.size())));
            }
        });
        return computed;
    }

    /** Where part and whole were published for the place itself, they tell its ratio: 30 of 120 villages are 25 %. */
    private Map<Slot, Share> own(Formula formula, Indicator indicator, String place, Optional<String> scope) {
        Map<Slot, Share> own = formula.way() == Way.RATIO && edition.corrected() ? shares(formula, indicator, place, scope)
                : Map.of();
        return own.entrySet().stream().filter(one -> one.getValue().whole().signum() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void add(List<Computed> computed, Way way, Indicator indicator, String place, Optional<String> scope, Slot slot,
            List<Share> terms, Optional<Coverage> coverage) {
        figure(way, indicator, terms, coverage.map(Coverage::complete).orElse(true))
                .map(figure -> measurement(indicator, place, scope, slot, figure,
                        words(way, indicator, terms, coverage.isEmpty()),
                        terms.stream().flatMap(share -> share.from().stream()).toList()))
                .ifPresent(value -> computed.add(new Computed(way, value, coverage)));
    }

    private Map<Slot, Share> shares(Formula formula, Indicator indicator, String region, Optional<String> scope) {
        return switch (formula.way()) {
            case MEAN, SUM -> each(indicator, region, scope, value -> Optional.of(new Share(region, exact(value),
                    Quantity.of(1), exact(value).toString(), List.of(value))));
            case WEIGHTED -> each(indicator, region, scope, value -> weight(formula.from().get(0), value)
                    .map(weight -> new Share(region, exact(value).times(exact(weight)), exact(weight),
                            exact(value) + " × " + exact(weight), List.of(value, weight))));
            case RATIO -> catalogue.indicator(formula.from().get(0))
                    .map(part -> each(part, region, scope, value -> whole(formula.from().get(1), part, value)
                            .map(whole -> new Share(region, exact(value), exact(whole), exact(value).toString(),
                                    List.of(value, whole)))))
                    .orElse(Map.of());
            case NONE, DECLINE -> Map.of();
        };
    }

    private Map<Slot, Share> each(Indicator indicator, String region, Optional<String> scope,
            Function<Measurement, Optional<Share>> share) {
        Map<Slot, Share> shares = new HashMap<>();
        exact(indicator.code(), region, scope)
                .forEach(value -> share.apply(value).ifPresent(own -> shares.put(Slot.of(value, indicator), own)));
        return shares;
    }

    /** The weight of the same region and period, on the weight's own basis. */
    private Optional<Measurement> weight(String indicator, Measurement value) {
        return catalogue.indicator(indicator)
                .flatMap(known -> companions(known, value).filter(weight -> known.sameBasis(weight.basis(), known.basis()))
                        .findFirst());
    }

    /** The denominator of the same region, period and basis; one that knows no basis goes with every numerator. */
    private Optional<Measurement> whole(String indicator, Indicator part, Measurement value) {
        Optional<String> basis = Slot.of(value, part).basis();
        return catalogue.indicator(indicator).flatMap(known -> companions(known, value).filter(whole -> {
            Optional<String> own = Slot.of(whole, known).basis();
            return own.isEmpty() || own.equals(basis);
        }).findFirst());
    }

    private Stream<Measurement> companions(Indicator indicator, Measurement value) {
        return exact(indicator.code(), value.region(), value.scope())
                .filter(other -> other.period().equals(value.period()) && exact(other).signum() >= 0);
    }

    private Stream<Measurement> exact(String indicator, String region, Optional<String> scope) {
        return reported(indicator, region, scope).stream().filter(value -> value.figure().exact().isPresent());
    }

    private static Quantity exact(Measurement value) {
        return value.figure().exact().orElseThrow();
    }

    /**
     * Worked examples: 90 and 93 have the mean 91.5; weighted 1 : 2 they give 92; 3 of 4 and 1 of 6 villages give 40 %. A sum
     * with a region missing is only a lower limit: 3 + 4 of three regions is ≥ 7, and no limit at all where amounts can be
     * negative.
     */
    private Optional<Figure> figure(Way way, Indicator indicator, List<Share> terms, boolean complete) {
        Quantity part = sum(terms, Share::part);
        if (way == Way.SUM) {
            boolean amounts = terms.stream().allMatch(term -> term.part().signum() >= 0);
            return Optional.of(complete ? new Figure.Exact(part)
                    : new Figure.Bound(amounts ? Relation.AT_LEAST : Relation.ABOUT, part));
        }
        Quantity whole = sum(terms, Share::whole);
        Quantity dividend = way == Way.RATIO && indicator.isPercent() ? part.times(Quantity.HUNDRED) : part;
        return whole.signum() == 0 ? Optional.empty()
                : Optional.of(new Figure.Exact(edition.kept(dividend.dividedBy(whole)).stripped()));
    }

    private static Quantity sum(List<Share> terms, Function<Share, Quantity> amount) {
        return terms.stream().map(amount).reduce(Quantity.ZERO, Quantity::plus);
    }

    private static String words(Way way, Indicator indicator, List<Share> terms, boolean own) {
        String percent = way == Way.RATIO && indicator.isPercent() ? " × 100" : "";
        if (own) {
            return terms.get(0).words() + " ÷ " + terms.get(0).whole() + percent;
        }
        String parts = sum(terms.stream().map(Share::words));
        return switch (way) {
            case MEAN -> "(" + parts + ") ÷ " + terms.size();
            case WEIGHTED, RATIO ->
                "(" + parts + ") ÷ (" + sum(terms.stream().map(term -> term.whole().toString())) + ")" + percent;
            default -> parts;
        };
    }

    private static String sum(Stream<String> terms) {
        List<String> all = terms.toList();
        String shown = String.join(" + ", all.subList(0, Math.min(all.size(), TERMS_SHOWN)));
        return all.size() > TERMS_SHOWN ? shown + " + …" : shown;
    }

    /**
     * PM2.5 下降比例 from PM2.5 浓度, 专栏1 注2: 34 in the base year and 29.92 now on the same basis is a decline of 12 %. A
     * part of a year is set against the same months of the base year, and a rolled-up figure serves only where no
     * region is missing.
     */
    private List<Computed> derived(Indicator indicator, String place, Optional<String> scope, int baseYear) {
        Formula formula = Formula.of(indicator.derived().orElse(""));
        Optional<Indicator> level = formula.way() != Way.DECLINE ? Optional.empty()
                : catalogue.indicator(formula.from().get(0));
        Map<Slot, Computed> levels = level.map(known -> levels(known, place, scope)).orElse(Map.of());
        List<Computed> computed = new ArrayList<>();
        levels.forEach((slot, now) -> {
            int years = slot.period().year() - baseYear;
            Optional<Computed> before = Optional
                    .ofNullable(levels.get(new Slot(slot.period().minusYears(years), slot.basis(), slot.baseYear())));
            before.filter(base -> years > 0 && exact(base.value()).signum() > 0)
                    .ifPresent(base -> computed.add(decline(indicator, slot, base, now, baseYear)));
        });
        return computed;
    }

    private Computed decline(Indicator indicator, Slot slot, Computed base, Computed now, int baseYear) {
        Quantity b = exact(base.value());
        Quantity x = exact(now.value());
        Quantity fallen = edition.kept(b.minus(x).times(Quantity.HUNDRED).dividedBy(b)).stripped();
        Measurement value = measurement(indicator, now.value().region(), now.value().scope(),
                new Slot(slot.period(), slot.basis(), Optional.of(baseYear)), new Figure.Exact(fallen),
                "(" + b + " − " + x + ") ÷ " + b + " × 100", List.of(base.value(), now.value()));
        return new Computed(Way.DECLINE, value, now.coverage().or(base::coverage));
    }

    /** The exact figures of an indicator, the reported one first. */
    private Map<Slot, Computed> levels(Indicator indicator, String place, Optional<String> scope) {
        Map<Slot, Computed> levels = new HashMap<>();
        rolledUp(indicator, place, scope).stream().filter(Computed::complete)
                .forEach(computed -> levels.put(Slot.of(computed.value(), indicator), computed));
        reported(indicator.code(), place, scope).stream().filter(value -> !(value.figure() instanceof Figure.Absent))
                .forEach(value -> levels.put(Slot.of(value, indicator), new Computed(Way.NONE, value, Optional.empty())));
        levels.values().removeIf(level -> level.value().figure().exact().isEmpty());
        return levels;
    }

    private static Measurement measurement(Indicator indicator, String place, Optional<String> scope, Slot slot, Figure figure,
            String formula, List<Measurement> from) {
        Optional<String> basis = slot.basis().filter(name -> !indicator.basis().equals(Optional.of(name)));
        boolean settled = from.stream().allMatch(value -> value.status() == Status.FINAL);
        String printed = printed(figure, indicator);
        return new Measurement(indicator.code(), place, scope, slot.period(), basis, slot.baseYear(), figure, printed,
                settled ? Status.FINAL : Status.PROVISIONAL,
                from.stream().map(Measurement::source).distinct().sorted().collect(Collectors.joining("；")), Optional.empty(),
                Optional.of(formula + (figure.exact().isPresent() ? " = " : " → ") + printed),
                from.stream().flatMap(value -> value.citations().stream()).distinct().toList(),
                from.stream().map(Measurement::recordedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH), 1);
    }

    /** Computed figures are shown rounded half-up; one that comes out even keeps its own digits. */
    private static String printed(Figure figure, Indicator indicator) {
        Quantity value = figure.number().orElseThrow();
        int decimals = Math.max(2, indicator.decimals());
        String shown = value.decimals() > decimals ? value.display(decimals) : value.toString();
        return figure instanceof Figure.Bound bound ? bound.relation().sign() + " " + shown : shown;
    }
}
