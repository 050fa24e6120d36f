package io.duibiao.plan;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Language;
import io.duibiao.core.Subject;
import io.duibiao.plan.TargetResource.TargetAnswer;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Targets that contradict one another; none is preferred. */
@Path("/api/v1/conflicts")
@Tag(name = "conflicts", description = "Targets that contradict one another")
public class ConflictResource {

    /**
     * Targets that ask different things of one indicator, place, scope, due year and basis.
     *
     * @param basis 口径 that all of them are on, the indicator's default included
     */
    public record ConflictAnswer(String indicator, String indicatorName, String place, String placeName,
            Optional<String> scope, int due, Optional<String> basis, Optional<Integer> baseYear, List<TargetAnswer> targets) {

        static ConflictAnswer of(Conflict conflict, Catalogue catalogue, Language language) {
            List<TargetAnswer> targets = conflict.targets().stream()
                    .map(target -> TargetAnswer.of(target, catalogue, language)).toList();
            Subject subject = conflict.subject();
            return new ConflictAnswer(subject.indicator(), targets.get(0).indicatorName(), subject.place(),
                    targets.get(0).placeName(), subject.scope(), conflict.due(), subject.basis(), subject.baseYear(), targets);
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;

    @GET
    @Operation(operationId = "listConflicts", summary = "Targets that contradict one another, with their clauses")
    public RestResponse<Page<ConflictAnswer>> list(@BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        return Answer.page(asked, catalogue.newest(), paging, () -> Conflict.in(catalogue).stream()
                .map(conflict -> ConflictAnswer.of(conflict, catalogue, asked.language())).toList(),
                conflict -> conflict.targets().get(0).id());
    }
}
