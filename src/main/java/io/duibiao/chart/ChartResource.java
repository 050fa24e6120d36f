package io.duibiao.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.attainment.Attainments;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Citation;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;

/** Pictures over HTTP; one that the caller has already is not drawn again. */
@Path("/api/v1/charts")
@Tag(name = "charts", description = "Pictures fit for a briefing")
public class ChartResource {

    private static final String PNG = "image/png";

    private final Plans plans;
    private final Attainments attainments;
    private final Asked asked;
    private final Renders renders;

    ChartResource(Plans plans, Attainments attainments, Asked asked, Renders renders) {
        this.plans = plans;
        this.attainments = attainments;
        this.asked = asked;
        this.renders = renders;
    }

    /** What is drawn, and how. Every kind of chart takes all of them and uses those that it needs. */
    public static class Drawing {

        @Parameter(required = true)
        @QueryParam("plan")
        public Optional<String> plan = Optional.empty();

        @Parameter(required = true, description = "A region or group")
        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        @Parameter(description = "One indicator in place of all")
        @QueryParam("indicator")
        public Optional<String> indicator = Optional.empty();

        @Parameter(required = true, description = "2020, 2020-S1, 2020-Q3, 2020-09 or 2020-01/2020-07")
        @QueryParam("period")
        public Optional<Period> period = Optional.empty();

        @QueryParam("width")
        @DefaultValue("1200")
        @Min(Canvas.LEAST_SIDE)
        @Max(Canvas.GREATEST_SIDE)
        public int width = 1200;

        @Parameter(description = "As high as the rows ask for where none is given")
        @QueryParam("height")
        public Optional<@Min(Canvas.LEAST_SIDE) @Max(Canvas.GREATEST_SIDE) Integer> height = Optional.empty();

        @Parameter(description = "Pixels for each unit of width and height")
        @QueryParam("scale")
        @DefaultValue("1")
        @DecimalMin("1")
        @DecimalMax("3")
        public BigDecimal scale = BigDecimal.ONE;

        @QueryParam("theme")
        @DefaultValue("light")
        public ThemeName theme = ThemeName.light;

        /** @throws io.duibiao.problem.ProblemException 400 over 4 096 pixels a side or 8 million in all */
        Canvas canvas() {
            Canvas canvas = new Canvas(width, height.map(OptionalInt::of).orElse(OptionalInt.empty()), scale.doubleValue());
            if (!canvas.isWithinBounds()) {
                throw tooLarge();
            }
            return canvas;
        }

        private ProblemException tooLarge() {
            return Problem.of(400, Problem.Fault.at("scale", "PICTURE_TOO_LARGE",
                    new Text("图片每边不得超过4096像素，总计不得超过800万像素",
                            "A picture has at most 4096 pixels a side and 8 million in all"),
                    scale.toPlainString())).exception();
        }
    }

    /** The themes as a query names them. */
    public enum ThemeName {
        light,
        dark,
        print
    }

    @GET
    @Path("/bullet.png")
    @Operation(operationId = "bulletChart", summary = "Each indicator of a region: baseline, actual, target and outcome")
    @APIResponse(responseCode = "200", content = @Content(mediaType = PNG))
    public RestResponse<byte[]> bullet(@BeanParam @Valid Drawing drawing) {
        Canvas canvas = drawing.canvas();
        Catalogue catalogue = plans.at(asked.asOf());
        Lookup named = Lookup.ofQuery(catalogue);
        Plan plan = named.plan(Asked.given("plan", drawing.plan));
        String region = named.place(Asked.given("region", drawing.region));
        Period period = Asked.given("period", drawing.period);
        drawing.indicator.ifPresent(named::indicator);
        Attainments.Assessed assessed = attainments.assess(new Attainments.Wanted(Optional.of(plan.code()), drawing.indicator,
                Optional.of(region), Optional.empty()), period, asked.asOf());
        // Verdicts rest on revisions; that there are none rests on all that was read.
        Instant restsOn = assessed.verdicts().isEmpty() ? assessed.newest() : assessed.asOf();
        BulletChart chart = new BulletChart(plan, documents(plan, assessed.verdicts(), catalogue),
                catalogue.placeName(region).orElseThrow(), period, assessed.verdicts(), restsOn, asked.language(),
                Theme.valueOf(drawing.theme.name().toUpperCase(Locale.ROOT)), canvas);
        return Answer.of(asked, assessed.newest(), PNG, () -> renders.draw(() -> {
            if (!chart.isWithinBounds()) {
                throw drawing.tooLarge();
            }
            return chart.png();
        }));
    }

    /** Titles of the documents that print the targets; none where the plan is one of them. */
    private static List<Text> documents(Plan plan, List<Verdict> verdicts, Catalogue catalogue) {
        List<String> cited = verdicts.stream().flatMap(verdict -> verdict.target().citations().stream())
                .map(Citation::document).distinct().toList();
        return cited.contains(plan.code()) || cited.contains(plan.title().zh()) ? List.of()
                : cited.stream().map(document -> catalogue.plan(document).map(Plan::title).orElse(Text.same(document)))
                        .toList();
    }
}
