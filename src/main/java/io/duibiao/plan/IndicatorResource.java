package io.duibiao.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Direction;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Language;
import io.duibiao.core.Timing;
import io.duibiao.plan.TargetResource.TargetAnswer;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Indicators. */
@Path("/api/v1/indicators")
@Tag(name = "indicators", description = "Indicators")
public class IndicatorResource {

    /**
     * An indicator.
     *
     * @param shortName what offices call it, or null
     * @param changeUnit unit of a change
     * @param decimals as published
     * @param aggregation how leagues add up to the region: NONE, MEAN, SUM, WEIGHTED(by) or RATIO(numerator/denominator)
     * @param derived the formula by which it follows from another indicator, DECLINE(other), or null
     * @param basis the default 口径
     * @param bases the further 口径 on which it is measured as well
     * @param passDown whether a region without a target of its own is compared with its parent's figure
     * @param targets those of every plan; only where one indicator is asked for
     */
    public record IndicatorAnswer(String code, String name, Optional<String> shortName, String unit, String changeUnit,
            int decimals, Direction direction,
            Kind kind, Timing timing, String aggregation, Optional<String> derived, Optional<String> basis,
            List<String> bases, boolean passDown,
            String note,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<TargetAnswer>> targets) {

        static IndicatorAnswer of(Indicator indicator, Optional<List<TargetAnswer>> targets, Language language) {
            return new IndicatorAnswer(indicator.code(), indicator.name().in(language), indicator.shortName(), indicator.unit(),
                    indicator.changeUnit(), indicator.decimals(), indicator.direction(), indicator.kind(), indicator.timing(),
                    indicator.aggregation(), indicator.derived(), indicator.basis(), indicator.bases(),
                    indicator.passDown(), indicator.note(),
                    targets);
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;

    @GET
    @Operation(operationId = "listIndicators", summary = "Indicators")
    public RestResponse<Page<IndicatorAnswer>> list(@BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        return Answer.page(asked, catalogue.newest(), paging, () -> catalogue.indicators().stream()
                .map(indicator -> IndicatorAnswer.of(indicator, Optional.empty(), asked.language())).toList(),
                IndicatorAnswer::code);
    }

    @GET
    @Path("/{indicator}")
    @Operation(operationId = "getIndicator", summary = "One indicator with its targets across plans")
    public RestResponse<IndicatorAnswer> one(@PathParam("indicator") String code, @QueryParam("on") Optional<LocalDate> on) {
        Catalogue catalogue = plans.at(asked.asOf());
        Indicator indicator = Lookup.ofPath(catalogue).indicator(code);
        return Answer.of(asked, catalogue.newest(), () -> IndicatorAnswer.of(indicator, Optional.of(catalogue.targets()
                .stream().filter(target -> target.indicator().equals(code))
                .map(target -> TargetAnswer.of(target, catalogue, on, asked.language())).toList()), asked.language()));
    }
}
