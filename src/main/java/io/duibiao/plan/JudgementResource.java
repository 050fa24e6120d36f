package io.duibiao.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.Indicator;
import io.duibiao.core.Judgement;
import io.duibiao.core.Outcome;
import io.duibiao.core.Period;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.plan.Revisions.Kept;
import io.duibiao.plan.Revisions.Revision;
import io.duibiao.problem.Problem;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** A person's finding on a target that no figure settles; each period has one of its own. */
@Path("/api/v1/targets/{target}/judgement")
@Tag(name = "targets")
public class JudgementResource {

    /** What a person can find. */
    enum Finding {
        MET,
        NOT_MET
    }

    /**
     * What was found, as it is sent.
     *
     * @param region the member of a group each of whose members answers for itself; else the target's own place
     * @param evidence what it was found by
     * @param citation where the evidence is printed
     * @param reason needed where an earlier finding for the period is changed
     */
    record JudgementGiven(@NotNull Finding outcome, @NotNull Period period,
            Optional<@Size(max = Draft.LONGEST_CODE) String> region, @NotBlank @Size(max = 4000) String evidence,
            Optional<@Valid CitationGiven> citation,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<@Size(max = 1000) String> reason) {

        static JudgementGiven of(Judgement judgement) {
            return new JudgementGiven(Finding.valueOf(judgement.outcome().name()), judgement.period(),
                    Optional.of(judgement.place()),
                    judgement.evidence(), judgement.citation().map(CitationGiven::of), Optional.empty());
        }

        Judgement judgement(Target target, String place, Draft draft) {
            return new Judgement(target.id(), place, period, Outcome.valueOf(outcome.name()), evidence.strip(),
                    citation.map(printed -> printed.citation(draft)));
        }
    }

    /**
     * A finding as it stands.
     *
     * @param region the region or group that it was found for
     * @param content what a PUT of it sends
     */
    public record JudgementAnswer(String target, String region, Period period, Outcome outcome, String evidence,
            Optional<Citation> citation, Instant recordedAt, int revision, JudgementGiven content) {

        static JudgementAnswer of(Entry entry) {
            Judgement found = (Judgement) entry.content();
            return new JudgementAnswer(found.target(), found.place(), found.period(), found.outcome(), found.evidence(),
                    found.citation(), entry.recordedAt(), entry.revision(), JudgementGiven.of(found));
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;
    @Inject
    Revisions revisions;

    /** Which finding is asked for; absent: the latest, and the target's own place. */
    public static class FindingQuery {

        @QueryParam("period")
        public Optional<Period> period = Optional.empty();

        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        boolean includes(Judgement found, List<String> places) {
            return period.map(found.period()::equals).orElse(true)
                    && region.map(found.place()::equals).orElseGet(() -> places.contains(found.place()));
        }
    }

    @GET
    @Operation(operationId = "getJudgement", summary = "A person's finding: that of the period, else the latest")
    public RestResponse<JudgementAnswer> read(@PathParam("target") String id, @BeanParam FindingQuery query) {
        Catalogue catalogue = plans.at(asked.asOf());
        Target target = Lookup.ofPath(catalogue).target(id);
        query.region.ifPresent(Lookup.ofQuery(catalogue)::place);
        List<String> places = catalogue.places(target);
        Judgement found = catalogue.judgements(id).stream().filter(each -> query.includes(each, places))
                .max(Comparator.comparing(Judgement::period).thenComparing(Judgement::place)).orElseThrow(() -> notJudged(id));
        return revisions.answer(catalogue.entry(Noun.JUDGEMENT, found.code()).orElseThrow(), JudgementAnswer::of);
    }

    private static RuntimeException notJudged(String id) {
        return Problem.of(404, Problem.Fault.at("target", "NOT_JUDGED",
                new Text("没有该认定", "There is no such finding"), id)).exception();
    }

    @GET
    @Path("/revisions")
    @Operation(operationId = "listJudgementRevisions", summary = "The whole history of the findings on a target, the first one first")
    public RestResponse<Page<Revision<JudgementGiven>>> history(@PathParam("target") String id,
            @BeanParam @Valid Paging paging) {
        return revisions.list(Noun.JUDGEMENT, id + ":%", paging, content -> JudgementGiven.of((Judgement) content), named -> {
            named.target(id);
            throw notJudged(id);
        });
    }

    @PUT
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "putJudgement", summary = "Record a finding for a period; a change of it needs If-Match and a reason")
    public RestResponse<JudgementAnswer> write(@PathParam("target") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull JudgementGiven given) {
        String place = place("/region", given.region(), plans.at(Optional.empty()), id);
        Kept kept = revisions.keep(Noun.JUDGEMENT, Judgement.code(id, place, given.period()), ifMatch, given.reason(),
                catalogue -> {
                    Target target = settledByAFinding(catalogue, id);
                    if (!catalogue.places(target).contains(place)) {
                        throw refused("/region", "NOT_ITS_TARGET",
                                Text.of("目标 {0} 不适用于 {1}", "the target {0} does not apply to {1}", id, place), place);
                    }
                    return RequestDraft.of(catalogue, "target", draft -> given.judgement(target, place, draft));
                });
        return revisions.written(kept, Map.of("period", given.period().toString(), "region", place),
                catalogue -> JudgementAnswer.of(kept.entry()));
    }

    @DELETE
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "withdrawJudgement", summary = "Withdraw the finding for a period; needs If-Match and a reason, and its history stays")
    public RestResponse<Void> withdraw(@PathParam("target") String id, @BeanParam FindingQuery query,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @QueryParam("reason") Optional<@Size(max = 1000) String> reason) {
        String place = place("region", query.region, plans.at(Optional.empty()), id);
        String code = Judgement.code(id, place, Asked.given("period", query.period));
        return revisions.withdraw(Noun.JUDGEMENT, code, ifMatch, reason, named -> {
            if (named.catalogue().entry(Noun.JUDGEMENT, code).isEmpty()) {
                throw notJudged(id);
            }
        });
    }

    private static String place(String pointer, Optional<String> region, Catalogue catalogue, String id) {
        List<String> places = catalogue.places(Lookup.ofPath(catalogue).target(id));
        Optional<String> named = Draft.some(region);
        named.ifPresent(code -> Lookup.ofQuery(catalogue).place(pointer, code));
        return named.or(() -> Optional.of(places.get(0)).filter(only -> places.size() == 1))
                .orElseThrow(() -> refused(pointer, "MISSING",
                        Text.of("请注明地区：{0}", "Say for which region: {0}", String.join(", ", places)), ""));
    }

    private static Target settledByAFinding(Catalogue catalogue, String id) {
        Target target = Lookup.ofPath(catalogue).target(id);
        Indicator indicator = Lookup.ofPath(catalogue).indicator(target.indicator());
        if (!catalogue.rule(target).awaitsFinding(indicator)) {
            throw refused("target", "SETTLED_BY_FIGURES",
                    Text.of("该目标由数值评价：{0}", "Figures settle this target: {0}", catalogue.rule(target).printed()), id);
        }
        return target;
    }

    private static RuntimeException refused(String pointer, String code, Text message, String value) {
        return Problem.of(422, Problem.Fault.at(pointer, code, message, value)).exception();
    }
}
