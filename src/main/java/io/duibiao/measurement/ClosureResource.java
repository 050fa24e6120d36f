package io.duibiao.measurement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

import io.duibiao.account.Person;
import io.duibiao.account.Roles;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Period;
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

/** Periods that are closed for a region and those below it: nothing in them is written until they are reopened. */
@Path("/api/v1/closures")
@Tag(name = "reviews")
public class ClosureResource {

    private static final String ONE = "/{region}/{period: [^/]+(?:/[0-9]{4}-[0-9]{2})?}";

    /**
     * What is said of a period.
     *
     * @param reason needed to reopen
     */
    record Said(@NotNull Boolean closed, @Nullable @Size(max = 1000) String reason) {
    }

    /** What the list is narrowed to. */
    public static class ListQuery {

        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        @QueryParam("period")
        public Optional<Period> period = Optional.empty();
    }

    private final Plans plans;
    private final Measurements measurements;
    private final Asked asked;
    private final SecurityIdentity caller;

    ClosureResource(Plans plans, Measurements measurements, Asked asked, SecurityIdentity caller) {
        this.plans = plans;
        this.measurements = measurements;
        this.asked = asked;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listClosures", summary = "The last word on every period that was ever closed")
    public RestResponse<Page<Closure>> list(@BeanParam ListQuery query, @BeanParam @Valid Paging paging) {
        query.region.ifPresent(Lookup.ofQuery(plans.at(asked.asOf()))::place);
        List<Closure> all = measurements.closures(asked.asOf());
        Instant newest = all.stream().map(Closure::recordedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        return Answer.page(asked, newest, paging,
                () -> all.stream().filter(closure -> query.region.map(closure.region()::equals).orElse(true))
                        .filter(closure -> query.period.map(closure.period()::equals).orElse(true)).toList(),
                closure -> closure.region() + "/" + closure.period());
    }

    @GET
    @Path(ONE)
    @Operation(operationId = "getClosure", summary = "The last word on one period of one region, with its ETag")
    public RestResponse<Closure> get(@PathParam("region") String region, @PathParam("period") String period) {
        String place = Lookup.ofPath(plans.at(Optional.empty())).place(region);
        Closure closure = measurements.closure(place, Period.of(period), asked.asOf()).orElseThrow(() -> Problem
                .of(404, "NEVER_CLOSED", new Text("该时期未曾关闭", "This period was never closed")).exception());
        return version(closure).answer(asked, () -> closure);
    }

    @PUT
    @Path(ONE)
    @RolesAllowed(Roles.REVIEWER)
    @Operation(operationId = "putClosure", summary = "Close a period for a region and those below, or reopen it with a reason")
    public RestResponse<Closure> put(@PathParam("region") String region, @PathParam("period") String period,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull Said said) {
        Catalogue catalogue = plans.at(Optional.empty());
        Lookup named = Lookup.ofQuery(catalogue);
        Person person = Person.of(caller);
        String place = named.reviewable(person, Lookup.ofPath(catalogue).place(region));
        Period span = Period.of(period);
        Optional<String> reason = Optional.ofNullable(said.reason()).map(String::strip).filter(words -> !words.isEmpty());
        Measurements.Closed closed = measurements.close(place, span, said.closed(), person.name(), reason.orElse(""),
                standing -> {
                    Lookup.ofPath(plans.at(Optional.empty())).place(place);
                    Version.replace(standing.map(ClosureResource::version), ifMatch, reason);
                    if (!said.closed()) {
                        reopen(new Closings(catalogue, measurements.closures(Optional.empty())).forbidding(place, span), named,
                                person, reason);
                    }
                });
        return version(closed.closure()).written(asked, closed.created(), closed.closure());
    }

    /** What was closed from above is reopened from there, and not by whom it was closed for. */
    private static void reopen(Optional<Closure> closing, Lookup named, Person person, Optional<String> reason) {
        if (closing.isEmpty()) {
            throw Problem.of(409, "NOT_CLOSED", new Text("该时期没有关闭", "This period is not closed")).exception();
        }
        named.reviewable(person, closing.get().region());
        if (reason.isEmpty()) {
            throw Problem.of(422, Problem.Fault.at("/reason", "REASON_REQUIRED",
                    new Text("重新开放须说明原因", "To reopen a period needs a reason"), "")).exception();
        }
    }

    private static Version version(Closure closure) {
        return new Version(closure.revision(), closure.recordedAt());
    }
}
