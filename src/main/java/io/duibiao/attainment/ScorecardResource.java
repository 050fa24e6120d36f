package io.duibiao.attainment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.duibiao.attainment.AttainmentResource.Row;
import io.duibiao.attainment.Attainments.Cards;
import io.duibiao.attainment.Attainments.Scored;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Citation;
import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Score;
import io.duibiao.core.Scorecard;
import io.duibiao.core.Text;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Scorecards over HTTP: counts of a plan's verdicts, the rows behind each, and points where a scheme is named. */
@Path("/api/v1/scorecards")
@Tag(name = "scorecards", description = "How many targets of a plan a region has met")
public class ScorecardResource {

    private final Plans plans;
    private final Attainments attainments;
    private final Asked asked;

    ScorecardResource(Plans plans, Attainments attainments, Asked asked) {
        this.plans = plans;
        this.attainments = attainments;
        this.asked = asked;
    }

    /**
     * Counts of the place's own targets; what it is compared with by reference is not counted.
     *
     * @param overall FAIL where a binding target is not met, else PENDING where one is not yet met or not assessable, else
     *        PASS;
     *        NONE where nothing is binding
     * @param schedule of all targets, whatever their attribute
     * @param coverage how many rest on rolled-up figures that some regions are missing from
     * @param score only where a scheme is asked for
     */
    public record ScorecardAnswer(String plan, String region, String regionName, Period period, Scorecard.Overall overall,
            String overallName, Scorecard.Outcomes binding, Scorecard.Outcomes expected, Scorecard.Outcomes tasks,
            Scorecard.Schedules schedule, Scorecard.Coverages coverage,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Points> score) {

        static ScorecardAnswer of(String plan, Scored scored, Period period, Catalogue catalogue, Language language) {
            Scorecard card = scored.card();
            return new ScorecardAnswer(plan, scored.place(),
                    catalogue.placeName(scored.place()).map(name -> name.in(language)).orElse(scored.place()), period,
                    card.overall(), card.overall().label().in(language), card.binding(), card.expected(), card.tasks(),
                    card.schedule(), card.coverage(), scored.score().map(score -> Points.of(score, language)));
        }
    }

    /**
     * What a scheme gives.
     *
     * @param full the most that the rows with points could have got
     * @param scored rows with points; {@code notScored} those that cannot be scored yet
     * @param vetoed 否决: a row missed what the scheme does not forgive, whatever the points
     */
    public record Points(String scheme, String title, String version, Quantity points, Quantity full, long scored,
            long notScored, boolean vetoed, List<RowPoints> rows) {

        static Points of(Score score, Language language) {
            return new Points(score.scheme().code(), score.scheme().title().in(language), score.scheme().version(),
                    score.points(), score.full(), score.rows().size() - score.notScored(), score.notScored(), score.vetoed(),
                    score.rows().stream().map(row -> RowPoints.of(row, score, language)).toList());
        }
    }

    /**
     * One target by one part of the scheme.
     *
     * @param part its number, from 1
     * @param points null where it cannot be scored; {@code working} says why
     */
    public record RowPoints(String target, int part, Optional<Quantity> points, Quantity full, boolean vetoes,
            List<String> working, Citation citation) {

        static RowPoints of(Score.Row row, Score score, Language language) {
            return new RowPoints(row.target().id(), 1 + score.scheme().parts().indexOf(row.part()), row.points(), row.full(),
                    row.vetoes(), row.working().stream().map(line -> line.in(language)).toList(), row.part().citation());
        }
    }

    /** What the cards of all regions are for. */
    public static class AllQuery {

        @Parameter(required = true, description = "2020, 2020-S1, 2020-Q3, 2020-09 or 2020-01/2020-07")
        @QueryParam("period")
        public Optional<Period> period = Optional.empty();

        @Parameter(description = "Code of a scoring scheme")
        @QueryParam("scheme")
        public Optional<String> scheme = Optional.empty();
    }

    @GET
    @Path("/{plan}/{region}/{period}")
    @Operation(operationId = "getScorecard", summary = "How many targets of a plan a region or group has met, or the verdict rows behind one of the counts")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/json", schema = @Schema(oneOf = {
            ScorecardAnswer.class, RowPage.class })))
    public RestResponse<?> one(@PathParam("plan") String plan, @PathParam("region") String region,
            @PathParam("period") Period period,
            @Parameter(description = "The rows behind a count: binding.notMet, expected.met, tasks.notAssessable, schedule.behind, coverage.partial …") @QueryParam("list") Optional<String> list,
            @Parameter(description = "Code of a scoring scheme") @QueryParam("scheme") Optional<String> scheme,
            @BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        Lookup named = Lookup.ofPath(catalogue);
        named.plan(plan);
        named.place(region);
        scheme.ifPresent(Lookup.ofQuery(catalogue)::scheme);
        Optional<Scorecard.Count> count = list.map(ScorecardResource::count);
        Cards cards = attainments.cards(plan, List.of(region), period, scheme, asked.asOf());
        if (count.isEmpty()) {
            return Answer.of(asked, cards.asOf(), () -> ScorecardAnswer.of(plan, cards.from(0).findFirst().orElseThrow(),
                    period, cards.catalogue(), asked.language()));
        }
        return Answer.page(asked, cards.asOf(), paging, () -> cards.from(0).flatMap(card -> card.verdicts().stream())
                .filter(count.get().counts()).map(verdict -> Row.of(verdict, asked.language())).toList(), Row::key);
    }

    /** For the API's description alone. */
    record RowPage(List<Row> items) {
    }

    @GET
    @Path("/{plan}")
    @Operation(operationId = "listScorecards", summary = "The scorecards of all regions, and of the groups that the plan sets targets for")
    public RestResponse<Page<ScorecardAnswer>> all(@PathParam("plan") String plan,
            @BeanParam @Valid AllQuery query, @BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        Lookup.ofPath(catalogue).plan(plan);
        query.scheme.ifPresent(Lookup.ofQuery(catalogue)::scheme);
        Period given = Asked.given("period", query.period);
        Cards cards = attainments.cards(plan, attainments.places(plan, catalogue), given, query.scheme, asked.asOf());
        return Answer.page(asked, cards.asOf(), paging,
                after -> Attainments.after(after, cards.places().stream())
                        .map(from -> cards.from(from).map(scored -> ScorecardAnswer
                                .of(plan, scored, given, cards.catalogue(), asked.language())).iterator()),
                ScorecardAnswer::region);
    }

    private static Scorecard.Count count(String name) {
        return Scorecard.COUNTS.stream().filter(count -> count.name().equals(name)).findFirst()
                .orElseThrow(() -> unknownCount(name));
    }

    private static ProblemException unknownCount(String name) {
        return Problem.of(400, Problem.Fault.at("list", "UNKNOWN_COUNT", Text.of("没有该计数：{0}；可用：{1}",
                "no such count: {0}; known: {1}", name,
                Scorecard.COUNTS.stream().map(Scorecard.Count::name).collect(Collectors.joining(", "))), name)).exception();
    }
}
