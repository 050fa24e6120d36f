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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.core.Attribute;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Language;
import io.duibiao.core.Plan;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Plans. */
@Path("/api/v1/plans")
@Tag(name = "plans", description = "Plans as issued")
public class PlanResource {

    /**
     * A plan.
     *
     * @param documentNumber 文号, null where none is printed; so is {@code issuer}
     * @param level state, region, league or banner
     * @param targets how many it has
     * @param notes its own notes (注1 …)
     */
    public record PlanAnswer(String code, String title, Optional<String> documentNumber, Optional<String> issuer, String level,
            Optional<LocalDate> issued, int startYear, int endYear, int baseYear, TargetCounts targets, List<String> notes) {

        static PlanAnswer of(Plan plan, Catalogue catalogue, Language language) {
            return new PlanAnswer(plan.code(), plan.title().in(language), printed(plan.documentNumber()),
                    printed(plan.issuer()), plan.level(),
                    plan.issued(), plan.startYear(), plan.endYear(), plan.baseYear(), TargetCounts.of(plan, catalogue),
                    plan.notes());
        }

        private static Optional<String> printed(String text) {
            return Optional.of(text).filter(words -> !words.isEmpty());
        }
    }

    /** Targets by attribute. */
    public record TargetCounts(long binding, long expected, long tasks) {

        static TargetCounts of(Plan plan, Catalogue catalogue) {
            return new TargetCounts(count(plan, Attribute.BINDING, catalogue), count(plan, Attribute.EXPECTED, catalogue),
                    count(plan, Attribute.TASK, catalogue));
        }

        private static long count(Plan plan, Attribute attribute, Catalogue catalogue) {
            return catalogue.targets().stream()
                    .filter(target -> target.plan().equals(plan.code()) && target.attribute() == attribute).count();
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;

    @GET
    @Operation(operationId = "listPlans", summary = "Plans")
    public RestResponse<Page<PlanAnswer>> list(@BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        return Answer.page(asked, catalogue.newest(), paging, () -> catalogue.plans().stream()
                .map(plan -> PlanAnswer.of(plan, catalogue, asked.language())).toList(), PlanAnswer::code);
    }

    @GET
    @Path("/{plan}")
    @Operation(operationId = "getPlan", summary = "One plan with its notes and the number of its targets")
    public RestResponse<PlanAnswer> one(@PathParam("plan") String code) {
        Catalogue catalogue = plans.at(asked.asOf());
        Plan plan = Lookup.ofPath(catalogue).plan(code);
        return Answer.of(asked, catalogue.newest(), () -> PlanAnswer.of(plan, catalogue, asked.language()));
    }
}
