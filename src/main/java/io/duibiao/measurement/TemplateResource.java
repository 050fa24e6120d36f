package io.duibiao.measurement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Indicator;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Rule;
import io.duibiao.core.Target;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;

/** A sheet for an office to fill in and send back. */
@Path("/api/v1/measurements/template.xlsx")
@Tag(name = "measurements")
public class TemplateResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Plans plans;
    private final Measurements measurements;
    private final Asked asked;

    TemplateResource(Plans plans, Measurements measurements, Asked asked) {
        this.plans = plans;
        this.measurements = measurements;
        this.asked = asked;
    }

    /** What is to be filled in. */
    public static class Wanted {

        @QueryParam("plan")
        public Optional<String> plan = Optional.empty();

        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        @QueryParam("period")
        public Optional<Period> period = Optional.empty();
    }

    @GET
    @Operation(operationId = "getTemplate", summary = "A sheet to fill in: what a plan wants measured, for a region and its leagues")
    @APIResponse(responseCode = "200", content = @Content(mediaType = XLSX))
    public RestResponse<byte[]> sheet(@BeanParam Wanted wanted) {
        Catalogue catalogue = plans.at(asked.asOf());
        Lookup named = Lookup.ofQuery(catalogue);
        Plan plan = named.plan(Asked.given("plan", wanted.plan));
        Region region = named.region(Asked.given("region", wanted.region));
        Period period = Asked.given("period", wanted.period);
        List<Template.Line> lines = lines(catalogue, plan, region);
        List<Measurement> values = measurements.values(
                new Measurements.Wanted(lines.stream().map(line -> line.indicator().code()).distinct().toList(),
                        lines.stream().map(Template.Line::place).distinct().toList()),
                asked.asOf());
        Instant newest = Stream.concat(Stream.of(catalogue.newest()), values.stream().map(Measurement::recordedAt))
                .max(Comparator.naturalOrder()).orElseThrow();
        RestResponse<byte[]> answer = Answer.of(asked, newest, XLSX,
                () -> new Template(plan, period, values, asked.language()).written(lines, newest));
        answer.getHeaders().add(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + plan.code() + "-" + region.code() + "-" + period.toString().replace('/', '_')
                        + ".xlsx\"");
        return answer;
    }

    /** The indicators in printed order, each for every place whose figures the plan's targets for the region ask for. */
    private static List<Template.Line> lines(Catalogue catalogue, Plan plan, Region region) {
        return catalogue.targets().stream().filter(target -> target.plan().equals(plan.code()))
                .flatMap(target -> places(catalogue, target, region).map(place -> line(catalogue, target, place)))
                .filter(Template.firstOfItsKind()).toList();
    }

    /**
     * Of a target set for the region or one above it: the region, then its leagues where their figures add up to
     * the region's or are compared with it. Of another: the places it is set for, alone or in a group, that are the
     * region or lie in it.
     */
    private static Stream<String> places(Catalogue catalogue, Target target, Region region) {
        if (target.region().filter(set -> liesIn(catalogue, region.code(), set)).isPresent()) {
            Indicator indicator = catalogue.indicator(target.indicator()).orElseThrow();
            boolean ofLeagues = indicator.passDown() || !indicator.aggregation().equals("NONE");
            return Stream.concat(Stream.of(region.code()), catalogue.children(region.code()).stream()
                    .filter(below -> ofLeagues && below.level().equals("league")).map(Region::code));
        }
        return members(catalogue, target).filter(place -> liesIn(catalogue, place, region.code()));
    }

    private static Stream<String> members(Catalogue catalogue, Target target) {
        return catalogue.group(target.place()).map(group -> group.members().stream())
                .orElseGet(() -> Stream.of(target.place()));
    }

    private static boolean liesIn(Catalogue catalogue, String place, String region) {
        return place.equals(region) || catalogue.ancestors(place).stream().map(Region::code).anyMatch(region::equals);
    }

    private static Template.Line line(Catalogue catalogue, Target target, String place) {
        Indicator indicator = catalogue.indicator(target.indicator()).orElseThrow();
        boolean own = members(catalogue, target).anyMatch(place::equals);
        String printed = catalogue.resolution(target.id()).map(later -> target.printed() + "：" + later.phrase())
                .orElse(target.printed());
        Optional<Integer> baseYear = catalogue.rule(target) instanceof Rule.ChangeBy change ? change.baseYear()
                : Optional.empty();
        return new Template.Line(indicator, place, catalogue.placeName(place).orElseThrow(), target.scope(), target.basis(),
                baseYear, own || indicator.passDown() ? printed : "", own);
    }
}
