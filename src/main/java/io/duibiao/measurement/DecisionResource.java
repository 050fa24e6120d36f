package io.duibiao.measurement;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import io.duibiao.account.Person;
import io.duibiao.account.Roles;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Measurement;
import io.duibiao.core.Status;
import io.duibiao.core.Text;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Asked;
import io.duibiao.web.Version;
import io.quarkus.security.identity.SecurityIdentity;

/** A reviewer's decision on a value that was sent. */
@Path("/api/v1/measurements" + MeasurementResource.ONE + "/review")
@Tag(name = "reviews", description = "Review of measured values, and periods that are closed")
public class DecisionResource {

    /** What a reviewer can decide. */
    public enum Verdict {
        FINAL,
        RETURNED
    }

    /**
     * A decision.
     *
     * @param comment needed to return a value, and to make one final that has flags
     */
    record Decided(@NotNull Verdict decision, @Nullable @Size(max = 1000) String comment) {
    }

    private final Plans plans;
    private final Measurements measurements;
    private final Asked asked;
    private final SecurityIdentity caller;

    DecisionResource(Plans plans, Measurements measurements, Asked asked, SecurityIdentity caller) {
        this.plans = plans;
        this.measurements = measurements;
        this.asked = asked;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Roles.REVIEWER)
    @Operation(operationId = "reviewMeasurement", summary = "Make a value final, or return it with a comment; needs If-Match")
    public RestResponse<MeasurementResource.Value> decide(@PathParam("indicator") String indicator,
            @PathParam("region") String region, @PathParam("period") String period,
            @BeanParam @Valid MeasurementResource.KeyQuery query, @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @Valid @NotNull Decided decided) {
        Catalogue catalogue = plans.at(Optional.empty());
        Measurement.Key key = query.key(catalogue, catalogue, indicator, region, period);
        Person person = Person.of(caller);
        Lookup.ofQuery(catalogue).reviewable(person, region);
        String comment = Optional.ofNullable(decided.comment()).map(String::strip).orElse("");
        Act act = decided.decision() == Verdict.FINAL ? Act.FINAL : Act.RETURNED;
        Measurements.Recorded recorded = measurements.record(key, person.name(), comment, standing -> {
            Measurements.Revision current = standing.orElseThrow(MeasurementResource::nothingThere);
            Version.match(Optional.of(MeasurementResource.version(current)), ifMatch);
            new Closings(catalogue, measurements.closures(Optional.empty())).check(key);
            if (current.review().name().equals(act.name())) {
                throw Problem.of(409, "DECIDED_ALREADY", new Text("已作过同样的审核", "This has been decided so already")).exception();
            }
            Decisions.may(person, act, Status.FINAL, () -> measurements.sender(key));
            if (comment.isEmpty() && (act == Act.RETURNED || !current.flags().isEmpty())) {
                throw commentMissing(act);
            }
            Status settled = act == Act.FINAL ? Status.FINAL : Status.PROVISIONAL;
            return Optional.of(new Measurements.Next(current.value().with(settled), act, current.flags()));
        });
        return MeasurementResource.version(recorded.revision()).written(asked, false,
                MeasurementResource.Value.of(recorded.revision(), asked.language()));
    }

    private static ProblemException commentMissing(Act act) {
        return Problem.of(422, Problem.Fault.at("/comment", "COMMENT_REQUIRED", act == Act.RETURNED
                ? new Text("退回须说明理由", "A value is returned with a comment")
                : new Text("该数有疑点提示，核定须说明理由", "This value has flags; say why it is right"), "")).exception();
    }
}
