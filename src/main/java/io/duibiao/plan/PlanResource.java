package io.duibiao.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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

import com.fasterxml.jackson.annotation.JsonInclude;

import io.duibiao.account.Roles;
import io.duibiao.core.Attribute;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Language;
import io.duibiao.core.Plan;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.plan.Revisions.Kept;
import io.duibiao.plan.Revisions.Revision;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Plans. */
@Path("/api/v1/plans")
@Tag(name = "plans", description = "Plans as issued")
public class PlanResource {

    /**
     * A plan.
     *
     * @param documentNumber 文号, null where none is printed; so is {@code issuer}
     * @param level state, region, league or banner
     * @param targets how many it has
     * @param notes its own notes (注1 …)
     * @param content what a PUT of it sends; only where one plan is asked for
     */
    public record PlanAnswer(String code, String title, Optional<String> documentNumber, Optional<String> issuer, String level,
            Optional<LocalDate> issued, int startYear, int endYear, int baseYear, TargetCounts targets, List<String> notes,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PlanGiven> content) {

        static PlanAnswer of(Plan plan, Optional<PlanGiven> content, Catalogue catalogue, Language language) {
            return new PlanAnswer(plan.code(), plan.title().in(language), printed(plan.documentNumber()),
                    printed(plan.issuer()), plan.level(),
                    plan.issued(), plan.startYear(), plan.endYear(), plan.baseYear(), TargetCounts.of(plan, catalogue),
                    plan.notes(), content);
        }

        private static Optional<String> printed(String text) {
            return Optional.of(text).filter(words -> !words.isEmpty());
        }
    }

    /** Targets by attribute. */
    public record TargetCounts(long binding, long expected, long tasks) {

        static TargetCounts of(Plan plan, Catalogue catalogue) {
            return new TargetCounts(count(plan, Attribute.BINDING, catalogue), count(plan, Attribute.EXPECTED, catalogue),
                    count(plan, Attribute.TASK, catalogue));
        }

        private static long count(Plan plan, Attribute attribute, Catalogue catalogue) {
            return catalogue.targets().stream()
                    .filter(target -> target.plan().equals(plan.code()) && target.attribute() == attribute).count();
        }
    }

    /**
     * A plan as it is sent.
     *
     * @param reason needed where a plan that stands is changed
     */
    record PlanGiven(@NotNull @Valid TextGiven title, Optional<@Size(max = 200) String> documentNumber,
            Optional<@Size(max = 200) String> issuer, @NotBlank String level, Optional<LocalDate> issued,
            @NotNull @Min(1949) @Max(2100) Integer startYear, @NotNull @Min(1949) @Max(2100) Integer endYear,
            @NotNull @Min(1949) @Max(2100) Integer baseYear,
            @NotNull @Size(max = 100) List<@NotBlank @Size(max = 1000) String> notes,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<@Size(max = 1000) String> reason) {

        private static final List<String> LEVELS = List.of("state", "region", "league", "banner");

        static PlanGiven of(Plan plan) {
            return new PlanGiven(TextGiven.of(plan.title()), Draft.some(Optional.of(plan.documentNumber())),
                    Draft.some(Optional.of(plan.issuer())), plan.level(), plan.issued(), plan.startYear(), plan.endYear(),
                    plan.baseYear(), plan.notes(), Optional.empty());
        }

        Plan plan(String code, Draft draft) {
            draft.ownCode(code);
            if (draft.sound() && (startYear > endYear || baseYear > endYear)) {
                draft.fault("endYear", "END_TOO_EARLY",
                        new Text("终止年份早于起始年份或基年", "the last year is before the first or the base year"),
                        String.valueOf(endYear));
            }
            return new Plan(code, title.text(), Draft.some(documentNumber).orElse(""), Draft.some(issuer).orElse(""),
                    draft.oneOf("level", level, LEVELS), issued.map(date -> draft.day("issued", date)), startYear, endYear,
                    baseYear, notes.stream().map(String::strip).toList());
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;
    @Inject
    Revisions revisions;

    @GET
    @Operation(operationId = "listPlans", summary = "Plans")
    public RestResponse<Page<PlanAnswer>> list(@BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        return Answer.page(asked, catalogue.newest(), paging, () -> catalogue.plans().stream()
                .map(plan -> PlanAnswer.of(plan, Optional.empty(), catalogue, asked.language())).toList(), PlanAnswer::code);
    }

    @GET
    @Path("/{plan}")
    @Operation(operationId = "getPlan", summary = "One plan with its notes and the number of its targets")
    public RestResponse<PlanAnswer> one(@PathParam("plan") String code) {
        Catalogue catalogue = plans.at(asked.asOf());
        Plan plan = Lookup.ofPath(catalogue).plan(code);
        return revisions.answer(catalogue, Noun.PLAN, code, () -> whole(plan, catalogue));
    }

    private PlanAnswer whole(Plan plan, Catalogue catalogue) {
        return PlanAnswer.of(plan, Optional.of(PlanGiven.of(plan)), catalogue, asked.language());
    }

    @GET
    @Path("/{plan}/revisions")
    @Operation(operationId = "listPlanRevisions", summary = "The whole history of one plan, the first revision first")
    public RestResponse<Page<Revision<PlanGiven>>> history(@PathParam("plan") String code, @BeanParam @Valid Paging paging) {
        return revisions.list(Noun.PLAN, code, paging, content -> PlanGiven.of((Plan) content), named -> named.plan(code));
    }

    @PUT
    @Path("/{plan}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "putPlan", summary = "Record a plan; a change needs If-Match and a reason")
    public RestResponse<PlanAnswer> put(@PathParam("plan") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull PlanGiven given) {
        Kept kept = revisions.keep(Noun.PLAN, code, ifMatch, given.reason(),
                catalogue -> RequestDraft.of(catalogue, "plan", draft -> given.plan(code, draft)),
                (catalogue, plan) -> following(catalogue, (Plan) plan));
        return revisions.written(kept, catalogue -> whole((Plan) kept.entry().content(), catalogue));
    }

    /** What the plan's targets have of the plan goes along with it. */
    private static List<Target> following(Catalogue catalogue, Plan after) {
        return catalogue.plan(after.code()).map(before -> catalogue.targets().stream()
                .filter(target -> target.plan().equals(after.code()) && !target.following(before, after).equals(target))
                .map(target -> target.following(before, after)).toList()).orElse(List.of());
    }

    @DELETE
    @Path("/{plan}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "withdrawPlan", summary = "Withdraw a plan made by mistake, which nothing names; needs If-Match and a reason, and its history stays")
    public RestResponse<Void> withdraw(@PathParam("plan") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @QueryParam("reason") Optional<@Size(max = 1000) String> reason) {
        return revisions.withdraw(Noun.PLAN, code, ifMatch, reason, named -> named.plan(code));
    }
}
