package io.duibiao.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.account.Person;
import io.duibiao.account.Roles;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.Indicator;
import io.duibiao.core.Phrases;
import io.duibiao.core.Resolution;
import io.duibiao.core.Rule;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Asked;
import io.duibiao.web.Version;
import io.quarkus.security.identity.SecurityIdentity;

/** The figure given later to a target that was printed without one. */
@Path("/api/v1/targets/{target}/resolution")
@Tag(name = "targets")
public class ResolutionResource {

    /**
     * What was issued.
     *
     * @param phrase as issued, ≥90.7%; read like a phrase of the target's indicator
     * @param basis 口径 that it was issued for, where it is not the target's
     * @param reason needed where an earlier resolution is changed
     */
    public record ResolutionGiven(@NotBlank @Size(max = 1000) String phrase, @NotNull LocalDate issuedAt,
            @NotBlank @Size(max = 200) String issuer, Optional<@Size(max = 200) String> basis,
            @NotNull @Valid CitationGiven citation, Optional<@Size(max = 1000) String> reason) {
    }

    /** Where it is printed. */
    public record CitationGiven(@NotBlank @Size(max = 200) String document, @NotBlank @Size(max = 200) String section,
            @NotBlank @Size(max = 1000) String quote) {
    }

    /** A resolution as it stands. */
    public record ResolutionAnswer(String target, String phrase, Rule rule, LocalDate issuedAt, String issuer,
            Optional<String> basis, Citation citation, Instant recordedAt, int revision) {

        static ResolutionAnswer of(Entry entry) {
            Resolution resolution = (Resolution) entry.content();
            return new ResolutionAnswer(resolution.target(), resolution.phrase(), resolution.rule(), resolution.issuedAt(),
                    resolution.issuer(), resolution.basis(), resolution.citation(), entry.recordedAt(), entry.revision());
        }
    }

    private static final LocalDate FIRST_DAY = LocalDate.of(1949, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    @Inject
    Asked asked;
    @Inject
    Plans plans;
    @Inject
    SecurityIdentity caller;

    @GET
    @Operation(operationId = "getResolution", summary = "The figure given later to a target that was printed without one")
    public RestResponse<ResolutionAnswer> read(@PathParam("target") String id) {
        Catalogue catalogue = plans.at(asked.asOf());
        Target target = Lookup.ofPath(catalogue).target(id);
        Entry standing = catalogue.entry(Noun.RESOLUTION, target.id()).orElseThrow(() -> Problem.of(404, Problem.Fault
                .at("target", "NOT_RESOLVED", new Text("该目标尚未认定", "The target has no resolution"), id)).exception());
        return version(standing).answer(asked, () -> ResolutionAnswer.of(standing));
    }

    @PUT
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "putResolution", summary = "Record that figure; a change needs If-Match and a reason")
    public RestResponse<ResolutionAnswer> write(@PathParam("target") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid ResolutionGiven given) {
        Catalogue catalogue = plans.at(Optional.empty());
        Target target = Lookup.ofPath(catalogue).target(id);
        if (!target.rule().awaitsFigure()) {
            throw refused("target", "HAS_A_FIGURE", Text.of("该目标已印有数值：{0}", "The target is printed with its figure: {0}",
                    target.printed()), id);
        }
        Resolution resolution = resolution(given, target, Lookup.ofPath(catalogue).indicator(target.indicator()));
        Optional<String> reason = given.reason().filter(words -> !words.isBlank());
        Plans.Kept kept = plans.resolve(resolution, Person.of(caller).name(), reason.orElse(""),
                standing -> Version.first(standing.map(ResolutionResource::version), asked),
                standing -> Version.replace(standing.map(ResolutionResource::version), ifMatch, reason));
        return version(kept.entry()).written(asked, kept.created(), ResolutionAnswer.of(kept.entry()));
    }

    private static Version version(Entry entry) {
        return new Version(entry.revision(), entry.recordedAt());
    }

    private static Resolution resolution(ResolutionGiven given, Target target, Indicator indicator) {
        List<Rule> rules = Phrases.parse(given.phrase(), indicator.direction(), indicator.kind());
        if (rules.size() != 1) {
            throw refused("/phrase", "SEVERAL_RULES", Text.of("应只有一个目标，读出 {0} 个", "One target expected, {0} read",
                    rules.size()), given.phrase());
        }
        if (given.issuedAt().isBefore(FIRST_DAY) || given.issuedAt().isAfter(LAST_DAY)) {
            throw refused("/issuedAt", "DATE_OUT_OF_RANGE", Text.of("日期须在 {0} 至 {1} 之间", "The date is from {0} to {1}",
                    FIRST_DAY, LAST_DAY), given.issuedAt().toString());
        }
        if (rules.get(0).awaitsFigure()) {
            throw refused("/phrase", "NO_FIGURE", new Text("认定须给出数值", "A resolution gives a figure"), given.phrase());
        }
        Optional<String> own = target.basis().or(indicator::basis);
        return new Resolution(target.id(), given.phrase(), rules.get(0), given.issuedAt(), given.issuer(),
                given.basis().filter(basis -> !basis.isBlank() && !own.equals(Optional.of(basis))),
                new Citation(given.citation().document(), given.citation().section(), given.citation().quote()));
    }

    private static ProblemException refused(String pointer, String code, Text message, String value) {
        return Problem.of(422, Problem.Fault.at(pointer, code, message, value)).exception();
    }
}
