package io.duibiao.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
import io.duibiao.core.Baseline;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Direction;
import io.duibiao.core.Formula;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Language;
import io.duibiao.core.Phrases;
import io.duibiao.core.Resolution;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Timing;
import io.duibiao.core.UnreadablePhrase;
import io.duibiao.plan.Revisions.Kept;
import io.duibiao.plan.Revisions.Revision;
import io.duibiao.plan.TargetResource.TargetAnswer;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;
import io.duibiao.web.Units;

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
     * @param content what a PUT of it sends; likewise
     */
    public record IndicatorAnswer(String code, String name, Optional<String> shortName, String unit, String changeUnit,
            int decimals, Direction direction,
            Kind kind, Timing timing, String aggregation, Optional<String> derived, Optional<String> basis,
            List<String> bases, boolean passDown, String note,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<TargetAnswer>> targets,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<IndicatorGiven> content) {

        static IndicatorAnswer of(Indicator indicator, Optional<List<TargetAnswer>> targets,
                Optional<IndicatorGiven> content, Language language) {
            return new IndicatorAnswer(indicator.code(), indicator.name().in(language), indicator.shortName(), indicator.unit(),
                    indicator.changeUnit(), indicator.decimals(), indicator.direction(), indicator.kind(), indicator.timing(),
                    indicator.aggregation(), indicator.derived(), indicator.basis(), indicator.bases(), indicator.passDown(),
                    indicator.note(),
                    targets, content);
        }
    }

    /**
     * An indicator as it is sent.
     *
     * @param shortName what offices call it, where that is not the name itself
     * @param aggregation NONE, MEAN, SUM, WEIGHTED(by) or RATIO(numerator/denominator)
     * @param derived DECLINE(other), where it follows from another indicator
     * @param reason needed where an indicator that stands is changed
     */
    record IndicatorGiven(@NotNull @Valid TextGiven name, Optional<@Size(max = 200) String> shortName,
            Optional<@Size(max = 50) String> unit,
            Optional<@Size(max = 50) String> changeUnit, @NotNull @Min(0) @Max(4) Integer decimals,
            @NotNull Direction direction, @NotNull Kind kind, @NotNull Timing timing,
            @NotBlank @Size(max = 200) String aggregation, Optional<@Size(max = 200) String> derived,
            Optional<@Size(max = 200) String> basis,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 200) String> bases, Optional<Boolean> passDown,
            Optional<@Size(max = 1000) String> note,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<@Size(max = 1000) String> reason) {

        private static final String AGGREGATION = "NONE|MEAN|SUM|WEIGHTED\\([a-z0-9-]+\\)|RATIO\\([a-z0-9-]+/[a-z0-9-]+\\)";
        private static final String DERIVED = "DECLINE\\([a-z0-9-]+\\)";

        static IndicatorGiven of(Indicator indicator) {
            return new IndicatorGiven(TextGiven.of(indicator.name()), indicator.shortName(),
                    Draft.some(Optional.of(indicator.unit())),
                    Draft.some(Optional.of(indicator.changeUnit())), indicator.decimals(), indicator.direction(),
                    indicator.kind(), indicator.timing(), indicator.aggregation(), indicator.derived(), indicator.basis(),
                    indicator.bases(),
                    Optional.of(indicator.passDown()), Draft.some(Optional.of(indicator.note())), Optional.empty());
        }

        Indicator indicator(String code, Draft draft) {
            draft.ownCode(code);
            if (!aggregation.isEmpty() && !aggregation.matches(AGGREGATION)) {
                draft.fault("aggregation", "BAD_FORMULA", new Text("应为 NONE、MEAN、SUM、WEIGHTED(…) 或 RATIO(…/…)",
                        "should be NONE, MEAN, SUM, WEIGHTED(…) or RATIO(…/…)"), aggregation);
            }
            if (passDown.orElse(false) && (aggregation.equals("NONE") || aggregation.equals("SUM"))) {
                draft.fault("passDown", "NOT_INTENSIVE", Text.of("只有按均值、加权或比率汇总的指标才能以上级目标对照，{0} 不能",
                        "only an indicator that is rolled up as a mean, weighted or as a ratio is set against the figure above, "
                                + "not one of {0}",
                        aggregation), "true");
            }
            Draft.some(derived).filter(formula -> !formula.matches(DERIVED)).ifPresent(formula -> draft.fault("derived",
                    "BAD_FORMULA", new Text("应为 DECLINE(…) 或空", "should be DECLINE(…) or empty"), formula));
            return new Indicator(code, name.text(), Draft.some(shortName), Draft.some(unit).orElse(""),
                    Draft.some(changeUnit).orElse(""), decimals,
                    direction, kind, timing, aggregation, Draft.some(derived), Draft.some(basis),
                    bases.stream().map(String::strip).toList(), passDown.orElse(false),
                    Draft.some(note).orElse(""));
        }

        /** Checked when all indicators that are written together can be found. */
        static void refer(Indicator indicator, Draft draft) {
            Text circle = new Text("指标由自身算出", "the indicator follows from itself");
            draft.refer(Indicator.class, indicator.code(), "aggregation", Formula.of(indicator.aggregation()).from(),
                    IndicatorGiven::from, circle);
            indicator.derived().ifPresent(formula -> draft.refer(Indicator.class, indicator.code(), "derived",
                    Formula.of(formula).from(), IndicatorGiven::from, circle));
        }

        /** The indicators that this one follows from. */
        static List<String> from(Indicator indicator) {
            return Stream.concat(Stream.of(indicator.aggregation()), indicator.derived().stream()).map(Formula::of)
                    .flatMap(formula -> formula.from().stream()).toList();
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;
    @Inject
    Revisions revisions;

    @GET
    @Operation(operationId = "listIndicators", summary = "Indicators")
    public RestResponse<Page<IndicatorAnswer>> list(@BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        return Answer.page(asked, catalogue.newest(), paging, () -> catalogue.indicators().stream()
                .map(indicator -> IndicatorAnswer.of(indicator, Optional.empty(), Optional.empty(), asked.language())).toList(),
                IndicatorAnswer::code);
    }

    @GET
    @Path("/{indicator}")
    @Operation(operationId = "getIndicator", summary = "One indicator with its targets across plans")
    public RestResponse<IndicatorAnswer> one(@PathParam("indicator") String code, @QueryParam("on") Optional<LocalDate> on) {
        Catalogue catalogue = plans.at(asked.asOf());
        Indicator indicator = Lookup.ofPath(catalogue).indicator(code);
        return revisions.answer(catalogue, Noun.INDICATOR, code, () -> whole(indicator, catalogue, on));
    }

    private IndicatorAnswer whole(Indicator indicator, Catalogue catalogue, Optional<LocalDate> on) {
        return IndicatorAnswer.of(indicator, Optional.of(of(indicator, catalogue)
                .map(target -> TargetAnswer.of(target, catalogue, on, asked.language())).toList()),
                Optional.of(IndicatorGiven.of(indicator)), asked.language());
    }

    private static Stream<Target> of(Indicator indicator, Catalogue catalogue) {
        return catalogue.targets().stream().filter(target -> target.indicator().equals(indicator.code()));
    }

    @GET
    @Path("/{indicator}/revisions")
    @Operation(operationId = "listIndicatorRevisions", summary = "The whole history of one indicator, the first revision first")
    public RestResponse<Page<Revision<IndicatorGiven>>> history(@PathParam("indicator") String code,
            @BeanParam @Valid Paging paging) {
        return revisions.list(Noun.INDICATOR, code, paging, content -> IndicatorGiven.of((Indicator) content),
                named -> named.indicator(code));
    }

    @PUT
    @Path("/{indicator}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "putIndicator", summary = "Record an indicator; a change needs If-Match and a reason")
    public RestResponse<IndicatorAnswer> put(@PathParam("indicator") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull IndicatorGiven given) {
        Kept kept = revisions.keep(Noun.INDICATOR, code, ifMatch, given.reason(),
                catalogue -> RequestDraft.of(catalogue, "indicator", draft -> {
                    Indicator indicator = given.indicator(code, draft);
                    IndicatorGiven.refer(indicator, draft);
                    catalogue.indicator(code).ifPresent(before -> {
                        keepsItsMeaning(before, indicator, catalogue, draft);
                        keepsItsMeasure(before, indicator, catalogue, draft);
                    });
                    return indicator;
                }));
        return revisions.written(kept, catalogue -> whole((Indicator) kept.entry().content(), catalogue, Optional.empty()));
    }

    @DELETE
    @Path("/{indicator}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "withdrawIndicator", summary = "Withdraw an indicator made by mistake, which nothing names; needs If-Match and a reason, and its history stays")
    public RestResponse<Void> withdraw(@PathParam("indicator") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @QueryParam("reason") Optional<@Size(max = 1000) String> reason) {
        return revisions.withdraw(Noun.INDICATOR, code, ifMatch, reason, named -> named.indicator(code));
    }

    /** 18 is a floor where higher is better and a ceiling where lower is: what the targets were read as must not turn. */
    private static void keepsItsMeaning(Indicator before, Indicator after, Catalogue catalogue, Draft draft) {
        Function<String, Boolean> turned = phrase -> !meaning(phrase, before).equals(meaning(phrase, after));
        List<String> targets = of(before, catalogue)
                .filter(target -> turned.apply(target.readAs().orElse(target.printed()))
                        || catalogue.resolution(target.id()).map(Resolution::phrase).map(turned).orElse(false))
                .map(Target::id).toList();
        if (!targets.isEmpty()) {
            draft.fault("direction", "READ_OTHERWISE", Text.of("优劣方向或类型一变，这些目标的含义就变了：{0}；请另立指标代码",
                    "with another direction or kind these targets would mean something else: {0}; give the indicator another code",
                    String.join(", ", targets)), after.direction().name());
        }
    }

    /** Figures recorded in a unit, and on the basis that goes without saying, must not become figures of another. */
    private void keepsItsMeasure(Indicator before, Indicator after, Catalogue catalogue, Draft draft) {
        List<Target> targets = of(before, catalogue).toList();
        boolean unit = !Units.same(before.unit(), after.unit());
        boolean basis = !before.basis().equals(after.basis())
                && (before.basis().isPresent() || after.basis().filter(before.bases()::contains).isPresent());
        if ((unit || basis) && (!targets.isEmpty() || revisions.recordedElsewhere(Noun.INDICATOR, before.code()))) {
            draft.fault(unit ? "unit" : "basis", "READ_OTHERWISE",
                    new Text("已有目标或填报数据；单位或默认口径一变，其含义就变了，请另立指标代码",
                            "There are targets or values, which would mean something else with another unit or default basis; "
                                    + "give the indicator another code"),
                    unit ? after.unit() : after.basis().orElse(""));
        }
        targets.stream().flatMap(target -> Stream.of(target.basis(), target.baseline().flatMap(Baseline::basis),
                catalogue.resolution(target.id()).flatMap(Resolution::basis)).flatMap(Optional::stream))
                .filter(named -> before.declaredBases().contains(named) && !after.declaredBases().contains(named)).findFirst()
                .ifPresent(named -> draft.fault("bases", "STILL_NAMED",
                        Text.of("仍有目标采用口径“{0}”", "Targets are still on the basis “{0}”", named), named));
    }

    private static Optional<Phrases.Meaning> meaning(String phrase, Indicator indicator) {
        try {
            return Optional.of(Phrases.read(phrase, indicator.direction(), indicator.kind()));
        } catch (UnreadablePhrase e) {
            return Optional.empty();
        }
    }
}
