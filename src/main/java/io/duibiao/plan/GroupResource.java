package io.duibiao.plan;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Citation;
import io.duibiao.core.Group;
import io.duibiao.core.Language;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Named sets of regions. */
@Path("/api/v1/groups")
@Tag(name = "regions")
public class GroupResource {

    /**
     * A set of regions that a document names.
     *
     * @param members region codes; empty where the document leaves them open
     */
    public record GroupAnswer(String code, String name, List<String> members, boolean membersKnown, Citation citation) {

        static GroupAnswer of(Group group, Language language) {
            return new GroupAnswer(group.code(), group.name().in(language), group.members(), group.membersKnown(),
                    group.citation());
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;

    @GET
    @Operation(operationId = "listGroups", summary = "Named sets of regions")
    public RestResponse<Page<GroupAnswer>> list(@BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        return Answer.page(asked, catalogue.newest(), paging,
                () -> catalogue.groups().stream().map(group -> GroupAnswer.of(group, asked.language())).toList(),
                GroupAnswer::code);
    }
}
