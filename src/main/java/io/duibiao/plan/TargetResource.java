package io.duibiao.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import io.duibiao.core.Baseline;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.Due;
import io.duibiao.core.Figure;
import io.duibiao.core.Indicator;
import io.duibiao.core.Judgement;
import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Resolution;
import io.duibiao.core.Rule;
import io.duibiao.core.Standing;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.plan.Revisions.Kept;
import io.duibiao.plan.Revisions.Revision;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Targets as printed and as read, with their citations. */
@Path("/api/v1/targets")
@Tag(name = "targets", description = "Targets as printed and as read, and the figures given later")
public class TargetResource {

    /**
     * A target.
     *
     * @param region of a region's target; {@code group} of a group's
     * @param due the day; {@code dueKind} says whether by it, from it on, or in every period until it
     * @param dueAssumed the document prints no date
     * @param readAs what a damaged phrase is read as
     * @param rule what is demanded
     * @param basis 口径 where it is not the indicator's default
     * @param dataLag years by which the data lag
     * @param derived computed from a printed margin, by the {@code formula}
     * @param path code of the published path that its schedule follows
     * @param resolution the figure given later
     * @param judgements a person's findings
     * @param inForce on the day asked about, else as the documents stand now
     * @param beside the targets of other documents for the same thing and year
     * @param content what a PUT of it sends; only where one target is asked for
     */
    public record TargetAnswer(String id, String plan, String indicator, String indicatorName, String unit,
            Optional<String> scope, Optional<String> region, Optional<String> group, String placeName,
            Target.GroupMode groupMode, Attribute attribute, String attributeName, LocalDate due, Due.Kind dueKind,
            boolean dueAssumed, String printed, Optional<String> readAs, Optional<String> note, Rule rule,
            Target.Comparison comparison, Optional<String> basis, Optional<BaselineAnswer> baseline, boolean strive,
            boolean inPrinciple, int dataLag, boolean derived, Optional<String> formula, Optional<String> path,
            Optional<Resolution> resolution, List<Judgement> judgements, boolean inForce, List<Standing.Rival> beside,
            List<Citation> citations, Optional<Instant> recordedAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<TargetGiven> content) {

        static TargetAnswer of(Target target, Catalogue catalogue, Language language) {
            return of(target, catalogue, Optional.empty(), language);
        }

        static TargetAnswer of(Target target, Catalogue catalogue, Optional<LocalDate> on, Language language) {
            return of(target, catalogue, on, Optional.empty(), language);
        }

        static TargetAnswer of(Target target, Catalogue catalogue, Optional<LocalDate> on, Optional<TargetGiven> content,
                Language language) {
            Standing standing = catalogue.standing(target, on.orElse(LocalDate.MAX));
            Optional<Indicator> indicator = catalogue.indicator(target.indicator());
            return new TargetAnswer(target.id(), target.plan(), target.indicator(),
                    indicator.map(known -> known.name().in(language)).orElse(target.indicator()),
                    indicator.map(Indicator::unit).orElse(""), target.scope(), target.region(), target.group(),
                    catalogue.placeName(target.place()).map(name -> name.in(language)).orElse(target.place()),
                    target.groupMode(), target.attribute(), target.attribute().label().in(language), target.due().date(),
                    target.due().kind(), target.due().assumed(), target.printed(), target.readAs(), target.note(),
                    target.rule(), target.comparison(), target.basis(), target.baseline().map(BaselineAnswer::of),
                    target.strive(), target.inPrinciple(), target.dataLag(), target.derived().isPresent(), target.derived(),
                    target.path(), catalogue.resolution(target.id()), catalogue.judgements(target.id()), standing.inForce(),
                    standing.beside(), target.citations(),
                    catalogue.recordedAt(Noun.TARGET, target.id()), content);
        }
    }

    /**
     * The figure that a plan prints as its starting point.
     *
     * @param value where an exact number is printed; {@code figure} says what is printed in any case
     */
    public record BaselineAnswer(Optional<Quantity> value, Period period, String printed, Figure figure, boolean assumed,
            Optional<String> basis, Optional<Integer> baseYear) {

        static BaselineAnswer of(Baseline baseline) {
            return new BaselineAnswer(baseline.figure().exact(), baseline.period(), baseline.printed(), baseline.figure(),
                    baseline.assumed(), baseline.basis(), baseline.baseYear());
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;
    @Inject
    Revisions revisions;

    @GET
    @Operation(operationId = "listTargets", summary = "Targets; region is the code of a region or group, due is the year, on the day on which it is in force or not")
    public RestResponse<Page<TargetAnswer>> list(@QueryParam("plan") Optional<String> plan,
            @QueryParam("indicator") Optional<String> indicator, @QueryParam("region") Optional<String> region,
            @QueryParam("attribute") Optional<Attribute> attribute,
            @QueryParam("due") Optional<@Min(1949) @Max(2100) Integer> due, @QueryParam("on") Optional<LocalDate> on,
            @BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        Lookup lookup = Lookup.ofQuery(catalogue);
        plan.ifPresent(lookup::plan);
        indicator.ifPresent(lookup::indicator);
        region.ifPresent(lookup::place);
        Predicate<Target> wanted = target -> is(plan, target.plan()) && is(indicator, target.indicator())
                && is(region, target.place()) && is(attribute, target.attribute())
                && is(due, target.due().date().getYear());
        return Answer.page(asked, catalogue.newest(), paging, () -> catalogue.targets().stream().filter(wanted)
                .map(target -> TargetAnswer.of(target, catalogue, on, asked.language())).toList(), TargetAnswer::id);
    }

    private static <T> boolean is(Optional<T> asked, T actual) {
        return asked.isEmpty() || asked.get().equals(actual);
    }

    @GET
    @Path("/{target}")
    @Operation(operationId = "getTarget", summary = "One target as printed and as read, with its citations")
    public RestResponse<TargetAnswer> one(@PathParam("target") String id, @QueryParam("on") Optional<LocalDate> on) {
        Catalogue catalogue = plans.at(asked.asOf());
        Target target = Lookup.ofPath(catalogue).target(id);
        return revisions.answer(catalogue, Noun.TARGET, id, () -> whole(target, catalogue, on));
    }

    private TargetAnswer whole(Target target, Catalogue catalogue, Optional<LocalDate> on) {
        return TargetAnswer.of(target, catalogue, on, Optional.of(TargetGiven.of(target)), asked.language());
    }

    @GET
    @Path("/{target}/revisions")
    @Operation(operationId = "listTargetRevisions", summary = "The whole history of one target, the first revision first")
    public RestResponse<Page<Revision<TargetGiven>>> history(@PathParam("target") String id, @BeanParam @Valid Paging paging) {
        return revisions.list(Noun.TARGET, id, paging, content -> TargetGiven.of((Target) content), named -> named.target(id));
    }

    @PUT
    @Path("/{target}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "putTarget", summary = "Record a target; a change needs If-Match and a reason, and leaves every earlier verdict as it was")
    public RestResponse<TargetAnswer> put(@PathParam("target") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull TargetGiven given) {
        Kept kept = revisions.keep(Noun.TARGET, id, ifMatch, given.reason(),
                catalogue -> RequestDraft.of(catalogue, "target", draft -> {
                    Target target = given.target(id, draft);
                    if (draft.sound()) {
                        restated(target, catalogue, draft);
                        keepsItsResolution(target, catalogue, draft);
                    }
                    return target;
                }));
        return revisions.written(kept, catalogue -> whole((Target) kept.entry().content(), catalogue, Optional.empty()));
    }

    /** What a plan prints at several places is one target with several citations. */
    private static void restated(Target target, Catalogue catalogue, Draft draft) {
        Optional<Target> before = catalogue.target(target.id());
        catalogue.targets().stream().filter(other -> !other.id().equals(target.id()))
                .filter(other -> Conflict.isRestated(target, other, catalogue))
                .filter(other -> before.filter(same -> Conflict.isRestated(same, other, catalogue)).isEmpty()).findFirst()
                .ifPresent(first -> draft.fault(Draft.OWN_CODE, "RESTATED",
                        Text.of("该规划已有相同的目标 {0}，请在其出处中补记", "The plan has this target as {0}: add a citation to it", first.id()),
                        first.id()));
    }

    /** A figure that was given later answers for a target printed without one, and was read as one of its indicator. */
    private static void keepsItsResolution(Target target, Catalogue catalogue, Draft draft) {
        if (catalogue.resolution(target.id()).isEmpty()) {
            return;
        }
        if (!target.rule().awaitsFigure()) {
            draft.fault("printed", "RESOLVED", new Text("该目标已有认定的数值；请先撤回认定",
                    "The target has a resolution; withdraw that first"), target.printed());
        }
        if (!catalogue.target(target.id()).map(Target::indicator).equals(Optional.of(target.indicator()))) {
            draft.fault("indicator", "RESOLVED", new Text("该目标的认定是按原指标读出的；请先撤回认定",
                    "Its resolution was read for another indicator; withdraw that first"), target.indicator());
        }
    }

    @DELETE
    @Path("/{target}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "withdrawTarget", summary = "Withdraw a target made by mistake, which nothing names; needs If-Match and a reason, and its history stays")
    public RestResponse<Void> withdraw(@PathParam("target") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @QueryParam("reason") Optional<@Size(max = 1000) String> reason) {
        return revisions.withdraw(Noun.TARGET, id, ifMatch, reason, named -> named.target(id));
    }
}
