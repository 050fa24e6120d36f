package io.duibiao.attainment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.duibiao.attainment.Attainments.Assessed;
import io.duibiao.core.Attribute;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Citation;
import io.duibiao.core.Computed;
import io.duibiao.core.Coverage;
import io.duibiao.core.Figure;
import io.duibiao.core.Formula;
import io.duibiao.core.Language;
import io.duibiao.core.Measurement;
import io.duibiao.core.Movement;
import io.duibiao.core.Outcome;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Relation;
import io.duibiao.core.Rule;
import io.duibiao.core.Schedule;
import io.duibiao.core.Standing;
import io.duibiao.core.Status;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Verdicts over HTTP: flat rows, and one with its working. */
@Path("/api/v1/attainment")
@Tag(name = "attainment", description = "Verdicts: is the target met, is it on schedule, which way did it move")
public class AttainmentResource {

    private final Plans plans;
    private final Attainments attainments;
    private final Asked asked;

    AttainmentResource(Plans plans, Attainments attainments, Asked asked) {
        this.plans = plans;
        this.attainments = attainments;
        this.asked = asked;
    }

    /** What the rows are narrowed to. */
    public static class RowQuery {

        @QueryParam("plan")
        public Optional<String> plan = Optional.empty();

        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        @Parameter(description = "Instead of a region: the regions directly below this one")
        @QueryParam("below")
        public Optional<String> below = Optional.empty();

        @QueryParam("indicator")
        public Optional<String> indicator = Optional.empty();

        @Parameter(required = true, description = "2020, 2020-S1, 2020-Q3, 2020-09 or 2020-01/2020-07")
        @QueryParam("period")
        public Optional<Period> period = Optional.empty();

        @QueryParam("attribute")
        public Optional<Attribute> attribute = Optional.empty();

        @QueryParam("outcome")
        public Optional<Outcome> outcome = Optional.empty();

        @QueryParam("schedule")
        public Optional<Schedule> schedule = Optional.empty();

        @Parameter(description = "The day on which a target is in force or not; the last one of the period by default")
        @QueryParam("on")
        public Optional<LocalDate> on = Optional.empty();

        boolean includes(Verdict verdict) {
            return outcome.map(verdict.outcome()::equals).orElse(true) && schedule.map(verdict.schedule()::equals).orElse(true);
        }
    }

    /** @param value null where the figure is a bound, words or absent; {@code printed} has it as it stands in the document */
    record Start(Optional<Quantity> value, Period period, String printed, Optional<String> basis, Optional<Integer> baseYear) {
    }

    /**
     * The figure that was computed from others: the value itself, or beside the official one, which then rules.
     *
     * @param value a lower limit where a sum lacks regions
     * @param difference the official figure less this one; null where there is none or the two are of different periods
     */
    record Calculated(Formula.Way way, Optional<Quantity> value, String printed, Period period, Status status,
            Optional<Coverage> coverage, Optional<Quantity> difference, String formula) {

        static Calculated of(Computed computed, Verdict v) {
            Measurement m = computed.value();
            return new Calculated(computed.way(), m.figure().number(), m.printed(), m.period(), m.status(),
                    computed.coverage(), v.difference(), computed.formula());
        }
    }

    /** Computed figures as they are shown: rounded half-up to at least two decimals. */
    record Display(Optional<String> value, String target, Optional<String> baseline, Optional<String> gap,
            Optional<String> completionRate, Optional<String> ceilingUse, Optional<String> requiredPerYear,
            Optional<String> projection, Optional<String> progress) {
    }

    /** The codes of the row in words. */
    record Labels(String attribute, String outcome, String schedule, String direction, Optional<String> reason,
            Optional<String> scheduleReason) {
    }

    /**
     * A verdict, flat: computed figures unrounded, every key in every row.
     *
     * @param bound null for an exact value, else how {@code value} limits the true one
     */
    record Row(String plan, String target, String indicator, String indicatorName, String unit, Optional<String> scope,
            String region, String regionName, Period period, Attribute attribute, Optional<Start> baseline, Rule rule,
            Optional<Quantity> value, Optional<Relation> bound, Optional<Status> status, Optional<String> basis,
            Optional<Period> valuePeriod, Optional<Coverage> coverage, Optional<Calculated> computed, Outcome outcome,
            Schedule schedule, Movement direction,
            Optional<Outcome.Reason> reason, Optional<Schedule.Reason> scheduleReason, boolean afterDue,
            boolean withinRounding, Optional<Quantity> progress, Optional<Quantity> requiredShare, Optional<Quantity> gap,
            Optional<Quantity> completionRate, Optional<Quantity> ceilingUse, Optional<Quantity> requiredPerYear,
            Optional<Quantity> projection, boolean inForce, boolean reference, LocalDate due, Citation citation,
            Display display,
            Labels labels) {

        static Row of(Verdict v, Language language) {
            Target target = v.target();
            Optional<Measurement> value = v.value();
            return new Row(target.plan(), target.id(), target.indicator(), v.indicator().name().in(language),
                    v.indicator().unit(), target.scope(), v.region(), v.regionName().in(language), v.period(),
                    target.attribute(),
                    target.baseline().map(b -> new Start(b.figure().exact(), b.period(), b.printed(), b.basis(), b.baseYear())),
                    v.rule(), value.flatMap(m -> m.figure().number()),
                    value.flatMap(m -> m.figure() instanceof Figure.Bound b ? Optional.of(b.relation()) : Optional.empty()),
                    value.map(Measurement::status), value.flatMap(Measurement::basis), value.map(Measurement::period),
                    v.coverage(), v.computed().map(computed -> Calculated.of(computed, v)), v.outcome(),
                    v.schedule(), v.movement(), v.reason(), v.scheduleReason(), v.afterDue(), v.withinRounding(),
                    v.progress(), v.requiredShare(), v.gap(), v.completionRate(), v.ceilingUse(), v.requiredPerYear(),
                    v.projection().map(Verdict.Projection::value), v.standing().inForce(), v.reference(), target.due().date(),
                    target.citation(),
                    display(v), labels(v, language));
        }

        /** What tells a row from every other. */
        static String key(Row row) {
            return row.target() + "|" + row.region();
        }

        private static Display display(Verdict v) {
            int decimals = v.decimals();
            return new Display(v.value().map(Measurement::printed), v.rule().printed(),
                    v.target().baseline().map(b -> b.printed()), v.gap().map(q -> signed(q, v)),
                    v.completionRate().map(q -> v.shown(q, Quantity.HUNDRED)),
                    v.ceilingUse().map(q -> v.shown(q, Quantity.HUNDRED)), v.requiredPerYear().map(q -> signed(q, v)),
                    v.projection().map(p -> p.value().display(decimals)),
                    v.progress().map(q -> q.display(decimals)));
        }

        private static String signed(Quantity quantity, Verdict v) {
            String digits = v.shown(quantity, Quantity.ZERO);
            return quantity.signum() > 0 ? "+" + digits : digits;
        }

        private static Labels labels(Verdict v, Language language) {
            return new Labels(v.target().attribute().label().in(language), v.outcome().label().in(language),
                    v.schedule().label().in(language), v.movement().label().in(language),
                    v.reason().map(reason -> reason.label().in(language)),
                    v.scheduleReason().map(reason -> reason.label().in(language)));
        }
    }

    /** How a verdict came about, sentence by sentence. */
    record Explain(String methodVersion, List<String> steps) {
    }

    /** The figure that was set for a target printed without one. */
    record Resolved(String phrase, LocalDate issuedAt, String issuer, Optional<String> basis, Citation citation) {
    }

    /** What a person found on a target that no figure settles. */
    record Found(Outcome outcome, Period period, String evidence, Optional<Citation> citation) {
    }

    /** How one member keeps the target of its group. */
    record Member(String region, String regionName, Optional<Quantity> value, Outcome outcome,
            Optional<Outcome.Reason> reason) {

        static Member of(Verdict v, Language language) {
            return new Member(v.region(), v.regionName().in(language), v.value().flatMap(m -> m.figure().number()),
                    v.outcome(), v.reason());
        }
    }

    /**
     * One verdict with everything that it rests on.
     *
     * @param members of a group that keeps its target one by one, asked about as a whole
     * @param beside the targets of other documents for the same thing and year, each with its own verdict
     */
    record Detail(@JsonUnwrapped Row row, List<Member> members, List<Citation> citations, String source,
            List<Citation> valueCitations, Optional<Resolved> resolution, Optional<Found> judgement,
            List<Standing.Rival> beside,
            List<Period> projectionPoints, Instant asOf, Explain explain) {

        static Detail of(Verdict v, Instant asOf, Language language) {
            return new Detail(Row.of(v, language), v.members().stream().map(m -> Member.of(m, language)).toList(),
                    v.target().citations(), v.value().map(Measurement::source).orElse(""),
                    v.value().map(Measurement::citations).orElse(List.of()),
                    v.resolution().map(r -> new Resolved(r.phrase(), r.issuedAt(), r.issuer(), r.basis(), r.citation())),
                    v.finding().map(f -> new Found(f.outcome(), f.period(), f.evidence(), f.citation())),
                    v.standing().beside(), v.projection().map(Verdict.Projection::points).orElse(List.of()), asOf,
                    new Explain("" + v.edition().number(), v.explain().stream().map(line -> line.in(language)).toList()));
        }
    }

    @GET
    @Operation(operationId = "listAttainment", summary = "Verdict rows of a period, flat")
    public RestResponse<Page<Row>> list(@BeanParam @Valid RowQuery query, @BeanParam @Valid Paging paging,
            @Parameter(description = "By value, the least first; -value the greatest first; those without one come last. For one "
                    + "indicator only") @QueryParam("sort") Optional<@Pattern(regexp = "-?value", message = "value, -value") String> sort) {
        Attainments.Found found = found(query);
        if (sort.isPresent()) {
            Asked.given("indicator", query.indicator);
            return Answer.page(asked, found.asOf(), paging, () -> found.verdicts(0).filter(query::includes)
                    .map(v -> Row.of(v, asked.language())).sorted(byValue(sort.get().startsWith("-"))).toList(), Row::key);
        }
        return Answer.page(asked, found.asOf(), paging, after -> found.after(after).map(from -> found.verdicts(from)
                .filter(query::includes).map(v -> Row.of(v, asked.language())).iterator()), Row::key);
    }

    private static Comparator<Row> byValue(boolean greatestFirst) {
        Comparator<Quantity> order = greatestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((Row row) -> row.value().isEmpty())
                .thenComparing(row -> row.value().orElse(Quantity.ZERO), order);
    }

    /** @throws ProblemException 422 for a code that is unknown, 400 without a period */
    Attainments.Found found(RowQuery query) {
        Attainments.Wanted wanted = Attainments.Wanted.of(Lookup.ofQuery(plans.at(asked.asOf())), query.plan, query.indicator,
                query.region, query.below, query.attribute);
        Period period = Asked.given("period", query.period);
        return attainments.find(wanted, period, query.on.orElse(period.end()), asked.asOf());
    }

    @GET
    @Path("/{target}/{region}/{period}")
    @Operation(operationId = "getAttainment", summary = "One verdict with its working")
    public RestResponse<Detail> get(@PathParam("target") String target, @PathParam("region") String region,
            @PathParam("period") Period period) {
        Catalogue catalogue = plans.at(asked.asOf());
        Lookup named = Lookup.ofPath(catalogue);
        Assessed assessed = attainments.assess(named.target(target), named.place(region), period, asked.asOf())
                .orElseThrow(() -> notItsTarget(target, region));
        return Answer.of(asked, assessed.asOf(),
                () -> Detail.of(assessed.verdicts().get(0), assessed.asOf(), asked.language()));
    }

    static ProblemException notItsTarget(String target, String region) {
        return Problem.of(404, "NOT_ITS_TARGET",
                Text.of("目标 {0} 不适用于 {1}", "the target {0} does not apply to {1}", target, region)).exception();
    }
}
