package io.duibiao.chart;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.core.Period;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Asked;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Pictures over HTTP; one that the caller has already is not drawn again. */
@Path("/api/v1/charts")
@Tag(name = "charts", description = "Pictures fit for a briefing")
public class ChartResource {

    private final Charts charts;
    private final Asked asked;
    private final RoutingContext routing;
    private final Pictures pictures;
    private final Seal seal;
    private final String program;

    ChartResource(Charts charts, Asked asked, RoutingContext routing, Pictures pictures, Seal seal,
            @ConfigProperty(name = "quarkus.application.version") String program) {
        this.charts = charts;
        this.asked = asked;
        this.routing = routing;
        this.pictures = pictures;
        this.seal = seal;
        this.program = program;
    }

    /** What is drawn, and how. Every kind of chart takes all of them and uses those that it needs. */
    public static class Drawing {

        @Parameter(description = "Every kind but trend needs one")
        @QueryParam("plan")
        public Optional<String> plan = Optional.empty();

        @Parameter(description = "A region or group; every kind but tilemap needs one")
        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        @Parameter(description = "trend, ranking and tilemap need one; bullet shows it in place of all")
        @QueryParam("indicator")
        public Optional<String> indicator = Optional.empty();

        @Parameter(description = "Needed; 2020, 2020-S1, 2020-Q3, 2020-09 or 2020-01/2020-07")
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
            boolean enlarged = scale.compareTo(BigDecimal.ONE) > 0;
            String largest = height.isPresent() ? "height" : "width";
            return Problem.of(400, Problem.Fault.at(enlarged ? "scale" : largest, "PICTURE_TOO_LARGE",
                    new Text("图片每边不得超过4096像素，总计不得超过800万像素",
                            "A picture has at most 4096 pixels a side and 8 million in all"),
                    enlarged ? scale.toPlainString() : String.valueOf(height.orElse(width)))).exception();
        }
    }

    /** The themes as a query names them. */
    public enum ThemeName {
        light,
        dark,
        print
    }

    @GET
    @Path("/{kind}.{form}")
    @Operation(operationId = "drawChart", summary = "A picture of one kind")
    @APIResponse(responseCode = "200", content = {
            @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = "image/svg+xml", schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")) })
    public RestResponse<Buffer> draw(
            @Parameter(schema = @Schema(enumeration = {
                    "bullet", "trend", "ranking", "matrix", "tilemap", "scorecard" })) @PathParam("kind") String kind,
            @Parameter(schema = @Schema(enumeration = { "png", "svg", "pdf" })) @PathParam("form") String suffix,
            @BeanParam @Valid Drawing drawing) {
        Form form = Form.named(suffix).orElseThrow(() -> noSuchChart(kind, suffix));
        Charts.Wish wish = new Charts.Wish(kind(kind, suffix), drawing.plan, drawing.region, drawing.indicator, drawing.period,
                asked.asOf());
        Look look = new Look(asked.language(), Theme.valueOf(drawing.theme.name().toUpperCase(Locale.ROOT)),
                drawing.canvas());
        OptionalLong commits = pictures.commits();
        Charts.Shown shown = charts.show(wish);
        return pictures.answer(asked, routing, commits, shown.newest(), form, () -> {
            Picture picture = Picture.of(shown.chart(), look);
            if (!picture.isWithinBounds()) {
                throw drawing.tooLarge();
            }
            return picture;
        }, picture -> {
            Stamp stamp = new Stamp(picture.title(), Query.of(wish, look, form), shown.newest(),
                    Facts.of(shown.chart()).digest(), program);
            return switch (form) {
                case PNG -> png(Png.pixels(picture), stamp);
                case SVG -> Svg.of(picture, stamp, look.language());
                case PDF -> Pdf.of(picture, stamp, look.language());
            };
        });
    }

    private byte[] png(Pixels pixels, Stamp stamp) {
        return Png.written(pixels, seal.sealed(pixels, stamp));
    }

    private static Charts.Kind kind(String name, String suffix) {
        return Arrays.stream(Charts.Kind.values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> noSuchChart(name, suffix));
    }

    private static ProblemException noSuchChart(String kind, String suffix) {
        return Problem.of(404, "NO_SUCH_CHART", Text.of("没有图 {0}.{1}", "There is no chart {0}.{1}", kind, suffix)).exception();
    }
}
