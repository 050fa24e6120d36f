package io.duibiao.measurement;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Language;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Region;
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

    /** The slash of 2025-01/2025-07 may come as it is or as %2F. */
    static final String ONE = "/{indicator}/{region}/{period: [^/]+(?:/[0-9]{4}-[0-9]{2})?}";

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

        /**
         * The key, with the indicator's own basis left out: it goes without saying.
         *
         * @param then the catalogue as asked about
         * @param now as it is; a name that was not known yet then is none that nobody knows: it had no value
         */
        Measurement.Key key(Catalogue then, Catalogue now, String indicator, String region, String period) {
            Lookup named = Lookup.ofQuery(now);
            Indicator known = then.indicator(indicator).orElseGet(() -> named.indicator(indicator));
            named.place(region);
            Measurement.Key key = new Measurement.Key(indicator, region, scope, Period.of(period),
                    basis.filter(name -> !known.basis().equals(Optional.of(name))), baseYear);
            new Checks.Result(Checks.key(known, key), List.of()).refuse();
            return key;
        }
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
     * @param review AWAITED until a reviewer decides, RETURNED where he wants it corrected
     * @param flags why it should be looked at, found when it was sent
     */
    record Value(String indicator, String region, Period period, Optional<String> scope, Optional<String> basis,
            Optional<Integer> baseYear, Optional<Quantity> value, Optional<Relation> bound, String printed, Status status,
            String source, Optional<String> note, Optional<String> derived, List<Citation> citations, Review review,
            List<FlagShown> flags, Instant recordedAt, int revision) {

        Measurement.Key key() {
            return new Measurement.Key(indicator, region, scope, period, basis, baseYear);
        }

        static Value of(Measurements.Revision step, Language language) {
            Measurement m = step.value();
            Optional<Relation> bound = m.figure() instanceof Figure.Bound b ? Optional.of(b.relation()) : Optional.empty();
            return new Value(m.indicator(), m.region(), m.period(), m.scope(), m.basis(), m.baseYear(), m.figure().number(),
                    bound, m.printed(), m.status(), m.source(), m.note(), m.derived(), m.citations(), step.review(),
                    step.flags().stream().map(flag -> FlagShown.of(flag, language)).toList(), m.recordedAt(), m.revision());
        }
    }

    /** Why a value should be looked at. */
    record FlagShown(String code, String message) {

        static FlagShown of(Flag flag, Language language) {
            return new FlagShown(flag.code(), flag.message().in(language));
        }
    }

    /**
     * One step of a value's history: what was recorded, by whom and why.
     *
     * @param act SENT, or a reviewer's decision: FINAL, RETURNED
     */
    record Step(@JsonUnwrapped Value value, Act act, String author, String reason) {
    }

    /**
     * A value as it is sent.
     *
     * @param bound how the value limits the true one, where it does not equal it
     * @param unit checked where it is sent
     * @param status where it is absent, a new figure is PROVISIONAL and one that stands keeps what it has
     * @param reason why a value that stands is changed
     * @param declares true where a basis or scope that is not known yet is meant
     */
    record Sent(@NotNull Quantity value, @Nullable Relation bound, @Nullable @Size(max = 100) String unit,
            @Nullable Status status, @NotBlank @Size(max = 1000) String source, @Nullable @Size(max = 1000) String note,
            @Nullable @Size(max = 1000) String reason, @Nullable Boolean declares) {

        Reported reported(Measurement.Key key) {
            Optional<Relation> limits = Optional.ofNullable(bound);
            return new Reported(key, limits.<Figure> map(relation -> new Figure.Bound(relation, value))
                    .orElseGet(() -> new Figure.Exact(value)), limits.map(Relation::sign).orElse("") + value,
                    Optional.ofNullable(unit), Optional.ofNullable(status), source.strip(),
                    Optional.ofNullable(note).filter(words -> !words.isBlank()), Boolean.TRUE.equals(declares));
        }
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
        // Named first, and everything read as of it: a page holds together while others write.
        Instant asOf = measurements
                .newest(Optional.empty(), Optional.empty(), asked.asOf().orElse(Measurements.FAR)).orElse(catalogue.newest());
        Instant newest = measurements.newest(query.indicator, query.region, asOf).orElse(catalogue.newest());
        Measurements.Wanted all = new Measurements.Wanted(
                query.indicator.map(List::of).orElseGet(() -> catalogue.indicators().stream().map(Indicator::code).toList()),
                query.region.map(List::of).orElseGet(() -> places(catalogue)));
        Function<Optional<Measurements.Pair>, Iterator<Value>> values = from -> measurements.standing(all, from, asOf)
                .filter(step -> query.includes(step.value(), catalogue)).map(step -> Value.of(step, asked.language()))
                .iterator();
        return Answer.page(asked, newest, paging,
                last -> last.map(place -> after(place, pair -> values.apply(Optional.of(pair))))
                        .orElseGet(() -> Optional.of(values.apply(Optional.empty()))),
                value -> place(value.key()));
    }

    private static List<String> places(Catalogue catalogue) {
        return Stream.concat(catalogue.regions().stream().map(Region::code), catalogue.groups().stream().map(Group::code))
                .toList();
    }

    /** The values after the one of that place; empty where there is no such value. */
    private static Optional<Iterator<Value>> after(String place, Function<Measurements.Pair, Iterator<Value>> from) {
        String[] parts = place.split("\\|", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        Measurements.Pair pair = new Measurements.Pair(parts[0], parts[1]);
        Iterator<Value> values = from.apply(pair);
        while (values.hasNext()) {
            Value value = values.next();
            if (place(value.key()).equals(place)) {
                return Optional.of(values);
            }
            if (pair.compareTo(new Measurements.Pair(value.indicator(), value.region())) < 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What tells a value from every other in a list. */
    static String place(Measurement.Key key) {
        return String.join("|", key.indicator(), key.region(), key.period().toString(), key.scope().orElse(""),
                key.basis().orElse(""), key.baseYear().map(String::valueOf).orElse(""));
    }

    @GET
    @Path(ONE)
    @Operation(operationId = "getMeasurement", summary = "One value with its ETag")
    public RestResponse<Value> get(@PathParam("indicator") String indicator, @PathParam("region") String region,
            @PathParam("period") String period, @BeanParam @Valid KeyQuery query) {
        Measurement.Key key = key(indicator, region, period, query);
        Measurements.Revision current = measurements.one(key, asked.asOf()).orElseThrow(MeasurementResource::nothingThere);
        return version(current).answer(asked, () -> Value.of(current, asked.language()));
    }

    @GET
    @Path(ONE + "/revisions")
    @Operation(operationId = "listRevisions", summary = "The whole history of one value, the first revision first")
    public RestResponse<Page<Step>> revisions(@PathParam("indicator") String indicator, @PathParam("region") String region,
            @PathParam("period") String period, @BeanParam @Valid KeyQuery query, @BeanParam @Valid Paging paging) {
        List<Measurements.Revision> revisions = measurements.revisions(key(indicator, region, period, query), asked.asOf());
        if (revisions.isEmpty()) {
            throw nothingThere();
        }
        return Answer.page(asked, revisions.get(revisions.size() - 1).value().recordedAt(), paging,
                () -> revisions.stream()
                        .map(step -> new Step(Value.of(step, asked.language()), step.act(), step.author(), step.reason()))
                        .toList(),
                step -> String.valueOf(step.value().revision()));
    }

    @PUT
    @Path(ONE)
    @RolesAllowed({ Roles.REPORTER, Roles.REVIEWER })
    @Operation(operationId = "putMeasurement", summary = "Record one value; a change needs If-Match and a reason")
    public RestResponse<Value> put(@PathParam("indicator") String indicator, @PathParam("region") String region,
            @PathParam("period") String period, @BeanParam @Valid KeyQuery query,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull Sent sent) {
        Measurement.Key key = key(indicator, region, period, query);
        Person person = Person.of(caller);
        Lookup.ofQuery(plans.at(Optional.empty())).writable(person, region);
        Reported reported = sent.reported(key);
        Optional<String> reason = Optional.ofNullable(sent.reason());
        Measurements.Recorded recorded = measurements.record(key, person.name(), reason.orElse(""), current -> {
            Optional<Version> seen = current.map(MeasurementResource::version);
            Version.first(seen, asked);
            Measurement next = reported.over(current.map(Measurements.Revision::value));
            if (current.filter(now -> next.saysTheSameAs(now.value()) && !now.insistedOn(reason)).isPresent()) {
                return Optional.empty();
            }
            Act act = Act.of(next, current.map(Measurements.Revision::value));
            Decisions.may(person, act, next.status(), () -> measurements.sender(key));
            Version.replace(seen, ifMatch, reason);
            // While this waited for another commit, a planner may have changed what is measured.
            Catalogue catalogue = plans.at(Optional.empty());
            query.key(catalogue, catalogue, indicator, region, period);
            Checks.Result result = measurements.checks(catalogue, new Past(), List.of(key)).of(reported);
            result.refuse();
            return Optional.of(new Measurements.Next(next, act, act == Act.FINAL ? current.get().flags() : result.flags()));
        });
        return version(recorded.revision()).written(asked, recorded.created(), Value.of(recorded.revision(), asked.language()));
    }

    private Measurement.Key key(String indicator, String region, String period, KeyQuery query) {
        return query.key(plans.at(asked.asOf()), plans.at(Optional.empty()), indicator, region, period);
    }

    static Version version(Measurements.Revision current) {
        return new Version(current.value().revision(), current.value().recordedAt());
    }

    static RuntimeException nothingThere() {
        return Problem.of(404, "NO_VALUE", new Text("没有该实测值", "No such value has been recorded")).exception();
    }
}
