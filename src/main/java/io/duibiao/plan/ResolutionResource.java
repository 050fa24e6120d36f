package io.duibiao.plan;

import java.time.Instant;
import java.time.LocalDate;
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
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.Indicator;
import io.duibiao.core.Resolution;
import io.duibiao.core.Rule;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.plan.Revisions.Kept;
import io.duibiao.plan.Revisions.Revision;
import io.duibiao.problem.Problem;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** The figure given later to a target that was printed without one. */
@Path("/api/v1/targets/{target}/resolution")
@Tag(name = "targets")
public class ResolutionResource {

    /**
     * What was issued, as it is sent.
     *
     * @param phrase as issued, ≥90.7%; read like a phrase of the target's indicator
     * @param basis 口径 that it was issued for, where it is not the target's
     * @param baseYear of a change whose phrase prints none
     * @param reason needed where an earlier resolution is changed
     */
    record ResolutionGiven(@NotBlank @Size(max = 200) String phrase, @NotNull LocalDate issuedAt,
            @NotBlank @Size(max = 200) String issuer, Optional<@Size(max = 200) String> basis,
            Optional<@Min(1949) @Max(2100) Integer> baseYear, @NotNull @Valid CitationGiven citation,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<@Size(max = 1000) String> reason) {

        static ResolutionGiven of(Resolution resolution) {
            return new ResolutionGiven(resolution.phrase(), resolution.issuedAt(), resolution.issuer(), resolution.basis(),
                    Draft.baseYearGiven(resolution.rule()), CitationGiven.of(resolution.citation()), Optional.empty());
        }

        Resolution resolution(Target target, Indicator indicator, Draft draft) {
            if (!target.rule().awaitsFigure()) {
                draft.fault(Draft.OWN_CODE, "HAS_A_FIGURE",
                        Text.of("该目标已印有数值：{0}", "The target is printed with its figure: {0}", target.printed()), target.id());
            }
            Rule rule = draft.meaning("phrase", phrase.strip(), indicator, baseYear).map(read -> read.rules().get(0))
                    .orElse(target.rule());
            if (draft.sound() && rule.awaitsFigure()) {
                draft.fault("phrase", "NO_FIGURE", new Text("认定须给出数值", "A resolution gives a figure"), phrase);
            }
            Optional<String> own = target.basis().or(indicator::basis);
            return new Resolution(target.id(), phrase.strip(), rule, draft.day("issuedAt", issuedAt), issuer.strip(),
                    draft.basis("basis", basis, Optional.of(indicator), own), citation.citation(draft));
        }
    }

    /**
     * A resolution as it stands.
     *
     * @param content what a PUT of it sends
     */
    public record ResolutionAnswer(String target, String phrase, Rule rule, LocalDate issuedAt, String issuer,
            Optional<String> basis, Citation citation, Instant recordedAt, int revision, ResolutionGiven content) {

        static ResolutionAnswer of(Entry entry) {
            Resolution resolution = (Resolution) entry.content();
            return new ResolutionAnswer(resolution.target(), resolution.phrase(), resolution.rule(), resolution.issuedAt(),
                    resolution.issuer(), resolution.basis(), resolution.citation(), entry.recordedAt(), entry.revision(),
                    ResolutionGiven.of(resolution));
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;
    @Inject
    Revisions revisions;

    @GET
    @Operation(operationId = "getResolution", summary = "The figure given later to a target that was printed without one")
    public RestResponse<ResolutionAnswer> read(@PathParam("target") String id) {
        return revisions.answer(resolution(Lookup.ofPath(plans.at(asked.asOf())), id), ResolutionAnswer::of);
    }

    private static Entry resolution(Lookup named, String id) {
        Target target = named.target(id);
        return named.catalogue().entry(Noun.RESOLUTION, target.id()).orElseThrow(() -> Problem.of(404, Problem.Fault
                .at("target", "NOT_RESOLVED", new Text("该目标尚未认定", "The target has no resolution"), id)).exception());
    }

    @GET
    @Path("/revisions")
    @Operation(operationId = "listResolutionRevisions", summary = "The whole history of the figure, the first revision first")
    public RestResponse<Page<Revision<ResolutionGiven>>> history(@PathParam("target") String id,
            @BeanParam @Valid Paging paging) {
        return revisions.list(Noun.RESOLUTION, id, paging, content -> ResolutionGiven.of((Resolution) content),
                named -> resolution(named, id));
    }

    @PUT
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "putResolution", summary = "Record that figure; a change needs If-Match and a reason")
    public RestResponse<ResolutionAnswer> write(@PathParam("target") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull ResolutionGiven given) {
        Kept kept = revisions.keep(Noun.RESOLUTION, id, ifMatch, given.reason(), catalogue -> {
            Target target = Lookup.ofPath(catalogue).target(id);
            Indicator indicator = Lookup.ofPath(catalogue).indicator(target.indicator());
            return RequestDraft.of(catalogue, "target", draft -> given.resolution(target, indicator, draft));
        });
        return revisions.written(kept, catalogue -> ResolutionAnswer.of(kept.entry()));
    }

    @DELETE
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "withdrawResolution", summary = "Withdraw that figure; needs If-Match and a reason, and its history stays")
    public RestResponse<Void> withdraw(@PathParam("target") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @QueryParam("reason") Optional<@Size(max = 1000) String> reason) {
        return revisions.withdraw(Noun.RESOLUTION, id, ifMatch, reason, named -> resolution(named, id));
    }
}
