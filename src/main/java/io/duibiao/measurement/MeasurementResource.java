package io.duibiao.measurement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.duibiao.account.Person;
import io.duibiao.account.Roles;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Citation;
import io.duibiao.core.Figure;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Relation;
import io.duibiao.core.Status;
import io.duibiao.core.Text;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;
import io.duibiao.web.Version;
import io.quarkus.security.identity.SecurityIdentity;

/** Measured values over HTTP: lists, one value with its ETag, its history. */
@Path("/api/v1/measurements")
@Tag(name = "measurements", description = "Measured values and their history")
public class MeasurementResource {

    private final Plans plans;
    private final Measurements measurements;
    private final Asked asked;
    private final SecurityIdentity caller;

    MeasurementResource(Plans plans, Measurements measurements, Asked asked, SecurityIdentity caller) {
        this.plans = plans;
        this.measurements = measurements;
        this.asked = asked;
        this.caller = caller;
    }

    /** The part of the key that is not in the path; absent means the indicator's default. */
    public static class KeyQuery {

        @QueryParam("basis")
        public Optional<@Size(max = 200) String> basis = Optional.empty();

        @QueryParam("baseYear")
        public Optional<@Min(1949) @Max(2100) Integer> baseYear = Optional.empty();

        @QueryParam("scope")
        public Optional<@Size(max = 200) String> scope = Optional.empty();
    }

    /** What the list is narrowed to. */
    public static class ListQuery {

        @QueryParam("indicator")
        public Optional<String> indicator = Optional.empty();

        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        @QueryParam("period")
        public Optional<Period> period = Optional.empty();

        @QueryParam("from")
        public Optional<Period> from = Optional.empty();

        @QueryParam("to")
        public Optional<Period> to = Optional.empty();

        @QueryParam("basis")
        public Optional<@Size(max = 200) String> basis = Optional.empty();

        @QueryParam("status")
        public Optional<Status> status = Optional.empty();

        boolean includes(Measurement value, Catalogue catalogue) {
            Optional<String> own = value.basis().or(() -> catalogue.indicator(value.indicator()).flatMap(Indicator::basis));
            return period.map(value.period()::equals).orElse(true)
                    && from.map(first -> !value.period().first().isBefore(first.first())).orElse(true)
                    && to.map(last -> !value.period().last().isAfter(last.last())).orElse(true)
                    && (basis.isEmpty() || basis.equals(own)) && status.map(value.status()::equals).orElse(true);
        }
    }

    /**
     * A value as it is answered.
     *
     * @param value the number, in the unit of the indicator; null where words or nothing was reported
     * @param bound null for an exact value, else how {@code value} limits the true one
     */
    record Value(String indicator, String region, Period period, Optional<String> scope, Optional<String> basis,
            Optional<Integer> baseYear, Optional<Quantity> value, Optional<Relation> bound, String printed, Status status,
            String source, Optional<String> note, Optional<String> derived, List<Citation> citations, Instant recordedAt,
            int revision) {

        static Value of(Measurement m) {
            Optional<Relation> bound = m.figure() instanceof Figure.Bound b ? Optional.of(b.relation()) : Optional.empty();
            return new Value(m.indicator(), m.region(), m.period(), m.scope(), m.basis(), m.baseYear(), m.figure().number(),
                    bound, m.printed(), m.status(), m.source(), m.note(), m.derived(), m.citations(), m.recordedAt(),
                    m.revision());
        }
    }

    /** One step of a value's history: what was recorded, by whom and why. */
    record Step(@JsonUnwrapped Value value, String author, String reason) {
    }

    /**
     * A value as it is sent.
     *
     * @param status PROVISIONAL where none is sent
     * @param reason why a value that stands is changed
     */
    record Sent(@NotNull Quantity value, @Nullable Status status, @NotBlank @Size(max = 1000) String source,
            @Nullable @Size(max = 1000) String note, @Nullable @Size(max = 1000) String reason) {
    }

    @GET
    @Operation(operationId = "listMeasurements", summary = "Measured values as known at an instant")
    public RestResponse<Page<Value>> list(@BeanParam @Valid ListQuery query, @BeanParam @Valid Paging paging) {
        query.from.filter(first -> query.to.filter(last -> first.first().isAfter(last.last())).isPresent()).ifPresent(first -> {
            throw Problem.of(400, Problem.Fault.at("from", "FROM_AFTER_TO",
                    new Text("起始时期晚于终止时期", "The first period is later than the last"), first.toString())).exception();
        });
        Catalogue catalogue = plans.at(asked.asOf());
        Lookup named = Lookup.ofQuery(catalogue);
        query.indicator.ifPresent(named::indicator);
        query.region.ifPresent(named::place);
        List<Measurement> all = measurements.values(
                new Measurements.Wanted(query.indicator.stream().toList(), query.region.stream().toList()), asked.asOf());
        return Answer.page(asked, newest(all, catalogue), paging,
                () -> all.stream().filter(value -> query.includes(value, catalogue)).map(Value::of).toList(),
                value -> String.join("|", value.indicator(), value.region(), value.period().toString(),
                        value.scope().orElse(""),
                        value.basis().orElse(""), value.baseYear().map(String::valueOf).orElse("")));
    }

    private static Instant newest(List<Measurement> values, Catalogue catalogue) {
        return values.stream().map(Measurement::recordedAt).max(Comparator.naturalOrder()).orElse(catalogue.newest());
    }

    @GET
    @Path("/{indicator}/{region}/{period}")
    @Operation(operationId = "getMeasurement", summary = "One value with its ETag")
    public RestResponse<Value> get(@PathParam("indicator") String indicator, @PathParam("region") String region,
            @PathParam("period") String period, @BeanParam @Valid KeyQuery query) {
        Measurement.Key key = key(indicator, region, period, query);
        Measurement value = measurements.one(key, asked.asOf()).orElseThrow(MeasurementResource::nothingThere);
        return version(value).answer(asked, () -> Value.of(value));
    }

    @GET
    @Path("/{indicator}/{region}/{period}/revisions")
    @Operation(operationId = "listRevisions", summary = "The whole history of one value, the first revision first")
    public RestResponse<Page<Step>> revisions(@PathParam("indicator") String indicator, @PathParam("region") String region,
            @PathParam("period") String period, @BeanParam @Valid KeyQuery query, @BeanParam @Valid Paging paging) {
        List<Measurements.Revision> revisions = measurements.revisions(key(indicator, region, period, query), asked.asOf());
        if (revisions.isEmpty()) {
            throw nothingThere();
        }
        return Answer.page(asked, revisions.get(revisions.size() - 1).value().recordedAt(), paging,
                () -> revisions.stream().map(r -> new Step(Value.of(r.value()), r.author(), r.reason())).toList(),
                step -> String.valueOf(step.value().revision()));
    }

    @PUT
    @Path("/{indicator}/{region}/{period}")
    @RolesAllowed(Roles.REPORTER)
    @Operation(operationId = "putMeasurement", summary = "Record one value; a change needs If-Match and a reason")
    public RestResponse<Value> put(@PathParam("indicator") String indicator, @PathParam("region") String region,
            @PathParam("period") String period, @BeanParam @Valid KeyQuery query,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull Sent sent) {
        Measurement.Key key = key(indicator, region, period, query);
        Person person = Person.of(caller);
        Lookup.ofQuery(plans.at(Optional.empty())).writable(person, region);
        if (sent.status() == Status.FINAL && !person.is(Roles.REVIEWER)) {
            throw Problem.of(403, Problem.Fault.at("/status", "REVIEWER_MAKES_FINAL",
                    new Text("只有审核人员可以确认为最终值", "Only a reviewer makes a value final"), "FINAL")).exception();
        }
        Optional<String> reason = Optional.ofNullable(sent.reason());
        Measurements.Recorded recorded = measurements.record(key, person.name(), reason.orElse(""),
                current -> {
                    Version.first(current.map(MeasurementResource::version), asked);
                    Measurement next = next(key, sent, current);
                    if (current.filter(next::saysTheSameAs).isEmpty()) {
                        Version.replace(current.map(MeasurementResource::version), ifMatch, reason);
                    }
                    return next;
                });
        return version(recorded.value()).written(asked, recorded.created(), Value.of(recorded.value()));
    }

    /** A number that is only spelled otherwise (12.50 for 12.5) says the same, and keeps the spelling it had. */
    private static Measurement next(Measurement.Key key, Sent sent, Optional<Measurement> current) {
        Figure figure = new Figure.Exact(sent.value());
        Optional<Measurement> same = current.filter(value -> value.figure().equals(figure));
        return new Measurement(key.indicator(), key.region(), key.scope(), key.period(), key.basis(), key.baseYear(),
                same.map(Measurement::figure).orElse(figure), same.map(Measurement::printed).orElse(sent.value().toString()),
                Optional.ofNullable(sent.status()).orElse(Status.PROVISIONAL), sent.source().strip(),
                Optional.ofNullable(sent.note()).filter(note -> !note.isBlank()), Optional.empty(),
                same.map(Measurement::citations).orElse(List.of()), Instant.EPOCH, 0);
    }

    /**
     * The key, with the indicator's own basis left out: it goes without saying. A name that was not known yet at the instant
     * asked about is none that nobody knows: it had no value then.
     */
    private Measurement.Key key(String indicator, String region, String period, KeyQuery query) {
        Lookup named = Lookup.ofQuery(plans.at(Optional.empty()));
        Indicator known = plans.at(asked.asOf()).indicator(indicator).orElseGet(() -> named.indicator(indicator));
        named.place(region);
        query.baseYear.filter(year -> known.kind() != Kind.CUMULATIVE_CHANGE).ifPresent(year -> {
            throw Problem.of(422, Problem.Fault.at("baseYear", "NO_BASE_YEAR",
                    new Text("只有累计变化类指标才有基期", "Only a cumulative change has a base year"), String.valueOf(year))).exception();
        });
        Period measured = Period.of(period);
        query.baseYear.filter(year -> year > measured.last().getYear()).ifPresent(year -> {
            throw Problem.of(422, Problem.Fault.at("baseYear", "BASE_YEAR_TOO_LATE",
                    new Text("基期年份晚于实测时期", "The base year is later than the period measured"), String.valueOf(year)))
                    .exception();
        });
        Optional<String> basis = query.basis.filter(name -> !known.basis().equals(Optional.of(name)));
        return new Measurement.Key(indicator, region, query.scope, measured, basis, query.baseYear);
    }

    private static Version version(Measurement value) {
        return new Version(value.revision(), value.recordedAt());
    }

    private static RuntimeException nothingThere() {
        return Problem.of(404, "NO_VALUE", new Text("没有该实测值", "No such value has been recorded")).exception();
    }
}
