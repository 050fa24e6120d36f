package io.duibiao.plan;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.Group;
import io.duibiao.core.Language;
import io.duibiao.core.Region;
import io.duibiao.core.Text;
import io.duibiao.plan.Revisions.Kept;
import io.duibiao.plan.Revisions.Revision;
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
     * @param content what a PUT of it sends; only where one group is asked for
     */
    public record GroupAnswer(String code, String name, List<String> members, boolean membersKnown, Citation citation,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<GroupGiven> content) {

        static GroupAnswer of(Group group, Optional<GroupGiven> content, Language language) {
            return new GroupAnswer(group.code(), group.name().in(language), group.members(), group.membersKnown(),
                    group.citation(), content);
        }
    }

    /**
     * A group as it is sent.
     *
     * @param members region codes; none where the document leaves them open
     * @param reason needed where a group that stands is changed
     */
    record GroupGiven(@NotNull @Valid TextGiven name,
            @NotNull @Size(max = 3000) List<@NotBlank @Size(max = Draft.LONGEST_CODE) String> members,
            @NotNull @Valid CitationGiven citation,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<@Size(max = 1000) String> reason) {

        static GroupGiven of(Group group) {
            return new GroupGiven(TextGiven.of(group.name()), group.members(), CitationGiven.of(group.citation()),
                    Optional.empty());
        }

        Group group(String code, Draft draft) {
            draft.ownCode(code);
            draft.otherPlace(Region.class, code);
            members.forEach(member -> draft.known(Region.class, "members", member));
            if (members.stream().distinct().count() < members.size()) {
                draft.fault("members", "REPEATED_MEMBER", new Text("成员重复", "a member is named twice"),
                        String.join(" ", members));
            }
            return new Group(code, name.text(), List.copyOf(members), citation.citation(draft));
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;
    @Inject
    Revisions revisions;

    @GET
    @Operation(operationId = "listGroups", summary = "Named sets of regions")
    public RestResponse<Page<GroupAnswer>> list(@BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        return Answer.page(asked, catalogue.newest(), paging,
                () -> catalogue.groups().stream().map(group -> GroupAnswer.of(group, Optional.empty(), asked.language()))
                        .toList(),
                GroupAnswer::code);
    }

    @GET
    @Path("/{group}")
    @Operation(operationId = "getGroup", summary = "One named set of regions")
    public RestResponse<GroupAnswer> one(@PathParam("group") String code) {
        Catalogue catalogue = plans.at(asked.asOf());
        Group group = Lookup.ofPath(catalogue).group(code);
        return revisions.answer(catalogue, Noun.GROUP, code, () -> whole(group));
    }

    private GroupAnswer whole(Group group) {
        return GroupAnswer.of(group, Optional.of(GroupGiven.of(group)), asked.language());
    }

    @GET
    @Path("/{group}/revisions")
    @Operation(operationId = "listGroupRevisions", summary = "The whole history of one group, the first revision first")
    public RestResponse<Page<Revision<GroupGiven>>> history(@PathParam("group") String code, @BeanParam @Valid Paging paging) {
        return revisions.list(Noun.GROUP, code, paging, content -> GroupGiven.of((Group) content), named -> named.group(code));
    }

    @PUT
    @Path("/{group}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "putGroup", summary = "Record a named set of regions; a change needs If-Match and a reason")
    public RestResponse<GroupAnswer> put(@PathParam("group") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull GroupGiven given) {
        Kept kept = revisions.keep(Noun.GROUP, code, ifMatch, given.reason(),
                catalogue -> RequestDraft.of(catalogue, "group", draft -> given.group(code, draft)));
        return revisions.written(kept, catalogue -> whole((Group) kept.entry().content()));
    }

    @DELETE
    @Path("/{group}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "withdrawGroup", summary = "Withdraw a group made by mistake, which nothing names; needs If-Match and a reason, and its history stays")
    public RestResponse<Void> withdraw(@PathParam("group") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @QueryParam("reason") Optional<@Size(max = 1000) String> reason) {
        return revisions.withdraw(Noun.GROUP, code, ifMatch, reason, named -> named.group(code));
    }
}
