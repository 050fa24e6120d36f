package io.duibiao.attainment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.duibiao.attainment.Attainments.Compared;
import io.duibiao.core.Assessment;
import io.duibiao.core.Edition;
import io.duibiao.core.Language;
import io.duibiao.core.Method;
import io.duibiao.core.Methods;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;

/** The same data by other published methods over HTTP. */
@Path("/api/v1/attainment/{target}/{region}/{period}/methods")
@Tag(name = "attainment")
public class MethodsResource {

    private final Plans plans;
    private final Attainments attainments;
    private final Asked asked;

    MethodsResource(Plans plans, Attainments attainments, Asked asked) {
        this.plans = plans;
        this.attainments = attainments;
        this.asked = asked;
    }

    /** Where a method is published; the year is null for a page that is kept up to date and bears no date. */
    record Published(String publisher, String title, Optional<Integer> year, String where) {

        static Published of(Method.Source source, Language language) {
            return new Published(source.publisher().in(language), source.title().in(language), source.year(),
                    source.where().in(language));
        }
    }

    /** What one method says, or why it cannot. */
    record MethodAnswer(Method method, String name,
            @Schema(description = "b base, x latest figure, v target, n years from base to latest figure, N to the due date, "
                    + "r remaining, d = 1 where higher is better, else −1; then the thresholds") String formula,
            Published source,
            @Schema(description = "SCHEDULE: AHEAD, ON_SCHEDULE, BEHIND, REVERSED, HELD, LOST. COMPOUND_GROWTH: TARGET_ACHIEVED, "
                    + "ON_TRACK, ACCELERATION_NEEDED, LIMITED_PROGRESS, DETERIORATION. EXTRAPOLATION: ON_TRACK, FAIR_PROGRESS, "
                    + "STAGNATION_OR_REGRESSION. WEATHER: SUN, SUN_AND_CLOUD, CLOUD, THUNDERSTORM. "
                    + "Null where the method cannot answer") @JsonProperty("class") Optional<String> grade,
            @Schema(description = "The class in words, or the reason why there is none") String label,
            @Schema(description = "Whether the publisher counts the class as on track") Optional<Boolean> onTrack,
            @Schema(description = "What was computed with and what came out, in the unit of the indicator; growth as a fraction a "
                    + "year; shares and ratios as fractions") Map<String, Quantity> figures,
            @Schema(description = "Why the method cannot answer: ZERO_BASE, TARGET_IS_BASE, TOO_FEW_POINTS and others; a target "
                    + "that cannot be assessed gives the reason of its verdict") Optional<String> reason) {

        static MethodAnswer of(Assessment one, Edition edition, Language language) {
            return new MethodAnswer(one.method(), one.method().label().in(language), one.method().formula(),
                    Published.of(one.method().source(edition), language), one.grade().map(Assessment.Grade::code),
                    one.grade().map(Assessment.Grade::label).or(() -> one.refusal().map(Assessment.Refusal::label))
                            .orElseThrow()
                            .in(language),
                    one.grade().map(Assessment.Grade::onTrack), one.figures(), one.refusal().map(Assessment.Refusal::code));
        }
    }

    /** The methods side by side. */
    record MethodComparison(String target, String region, Period period, List<MethodAnswer> methods,
            @Schema(description = "Whether all methods that answer say alike whether the target is on track; null where fewer "
                    + "than two answer") Optional<Boolean> agree,
            @Schema(description = "Which methods say on track and which do not; null where they agree") Optional<String> disagreement,
            Instant asOf) {

        static MethodComparison of(Compared compared, Language language) {
            Methods.Comparison comparison = compared.comparison();
            return new MethodComparison(comparison.verdict().target().id(), comparison.verdict().region(),
                    comparison.verdict().period(),
                    comparison.assessments().stream().map(one -> MethodAnswer.of(one, comparison.verdict().edition(), language))
                            .toList(),
                    comparison.agree(), comparison.disagreement().map(text -> text.in(language)), compared.asOf());
        }
    }

    @GET
    @Operation(operationId = "compareMethods", summary = "The same data by 序时进度 and by three published methods, and where they disagree")
    public RestResponse<MethodComparison> compare(@PathParam("target") String target, @PathParam("region") String region,
            @PathParam("period") Period period) {
        Lookup named = Lookup.ofPath(plans.at(asked.asOf()));
        Compared compared = attainments.compare(named.target(target), named.place(region), period, asked.asOf())
                .orElseThrow(() -> AttainmentResource.notItsTarget(target, region));
        return Answer.of(asked, compared.asOf(), () -> MethodComparison.of(compared, asked.language()));
    }
}
