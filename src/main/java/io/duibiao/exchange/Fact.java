package io.duibiao.exchange;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.duibiao.core.Baseline;
import io.duibiao.core.Citation;
import io.duibiao.core.Figure;
import io.duibiao.core.Language;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Target;
import io.duibiao.core.Verdict;

/**
 * A verdict as a line of a table that other tools load: ASCII column names, codes as text beside their labels, numbers in the
 * indicator's unit with four decimals, every column in every line.
 */
record Fact(String plan, String target, String indicator, String indicatorName, String unit, Optional<String> scope,
        String region, String regionName, Period period, String attribute, String attributeName, LocalDate due,
        Optional<Quantity> baselineValue, Optional<Period> baselinePeriod, Optional<String> baselinePrinted, String targetRule,
        Optional<Quantity> targetValue, String targetPrinted, Optional<Quantity> value, Optional<String> valueBound,
        Optional<String> valuePrinted, Optional<Period> valuePeriod, Optional<String> status, Optional<String> basis,
        String outcome, String outcomeName, Optional<String> reason, Optional<String> reasonName, String schedule,
        String scheduleName, Optional<String> scheduleReason, Optional<String> scheduleReasonName, String direction,
        String directionName, Optional<Quantity> gap, Optional<Quantity> completionRate, Optional<Quantity> ceilingUse,
        Optional<Quantity> requiredPerYear, Optional<Quantity> projection, boolean inForce, boolean reference,
        String document, String section, String quote) {

    private static final int DECIMALS = 4;

    static Fact of(Verdict v, Language language) {
        Target target = v.target();
        Optional<Measurement> value = v.value();
        Optional<Baseline> baseline = target.baseline();
        Citation citation = target.citation();
        return new Fact(target.plan(), target.id(), target.indicator(), v.indicator().name().in(language),
                v.indicator().unit(), target.scope(), v.region(), v.regionName().in(language), v.period(),
                target.attribute().name(), target.attribute().label().in(language), target.due().date(),
                fixed(baseline.flatMap(b -> b.figure().exact())), baseline.map(Baseline::period),
                baseline.map(Baseline::printed), v.rule().getClass().getSimpleName(), fixed(v.figure()),
                v.rule().printed(), fixed(value.flatMap(m -> m.figure().number())),
                value.flatMap(m -> m.figure() instanceof Figure.Bound b ? Optional.of(b.relation().name()) : Optional.empty()),
                value.map(Measurement::printed), value.map(Measurement::period), value.map(m -> m.status().name()),
                value.flatMap(Measurement::basis), v.outcome().name(), v.outcome().label().in(language),
                v.reason().map(Enum::name), v.reason().map(reason -> reason.label().in(language)), v.schedule().name(),
                v.schedule().label().in(language), v.scheduleReason().map(Enum::name),
                v.scheduleReason().map(reason -> reason.label().in(language)), v.movement().name(),
                v.movement().label().in(language), fixed(v.gap()), fixed(v.completionRate()), fixed(v.ceilingUse()),
                fixed(v.requiredPerYear()), fixed(v.projection().map(Verdict.Projection::value)), v.standing().inForce(),
                v.reference(), citation.document(), citation.section(), citation.quote());
    }

    private static Optional<Quantity> fixed(Optional<Quantity> figure) {
        return figure.map(q -> new Quantity(q.number().setScale(DECIMALS, RoundingMode.HALF_UP)));
    }

    /** What tells a line from every other. */
    String key() {
        return String.join("|", period.toString(), target, region);
    }

    static List<String> columns() {
        return Stream.of(Fact.class.getRecordComponents()).map(component -> component.getName()).toList();
    }

    /** In the order of {@link #columns}; empty where there is nothing. */
    List<Object> cells() {
        return Stream.of(Fact.class.getRecordComponents()).map(component -> {
            try {
                Object content = component.getAccessor().invoke(this);
                return content instanceof Optional<?> some ? some.<Object> map(found -> found).orElse("") : content;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }
}
