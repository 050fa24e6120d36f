package io.duibiao.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
import io.duibiao.core.Group;
import io.duibiao.core.Language;
import io.duibiao.core.Region;
import io.duibiao.core.Text;
import io.duibiao.plan.Revisions.Kept;
import io.duibiao.plan.Revisions.Revision;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Characters;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** The tree of regions, flat: each names its parent and its children. */
@Path("/api/v1/regions")
@Tag(name = "regions", description = "Regions and named sets of them")
public class RegionResource {

    /**
     * A region with the codes of the regions directly above and below.
     *
     * @param content what a PUT of it sends; only where one region is asked for
     */
    public record RegionAnswer(String code, String name, String shortName, String level, Optional<String> parent,
            List<String> children, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RegionGiven> content) {

        static RegionAnswer of(Region region, Optional<RegionGiven> content, Catalogue catalogue, Language language) {
            return new RegionAnswer(region.code(), region.name().in(language), region.shortName(), region.level(),
                    region.parent(), catalogue.children(region.code()).stream().map(Region::code).toList(),
                    content);
        }
    }

    /**
     * A region as it is sent.
     *
     * @param level nation, region, league, banner, town, basin, lake or section
     * @param parent code of the region directly above
     * @param reason needed where a region that stands is changed
     */
    record RegionGiven(@NotNull @Valid TextGiven name, @NotBlank @Size(max = 200) String shortName, @NotBlank String level,
            Optional<@Size(max = Draft.LONGEST_CODE) String> parent,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<@Size(max = 1000) String> reason) {

        private static final List<String> LEVELS = List.of("nation", "region", "league", "banner", "town", "basin", "lake",
                "section");

        static RegionGiven of(Region region) {
            return new RegionGiven(TextGiven.of(region.name()), region.shortName(), region.level(), region.parent(),
                    Optional.empty());
        }

        Region region(String code, Draft draft) {
            draft.ownCode(code);
            draft.otherPlace(Group.class, code);
            return new Region(code, name.text(), shortName.strip(), draft.oneOf("level", level, LEVELS), Draft.some(parent));
        }

        /** Checked when all regions that are written together can be found. */
        static void refer(Region region, Draft draft) {
            draft.refer(Region.class, region.code(), "parent", region.parent().stream().toList(),
                    above -> above.parent().stream().toList(), new Text("上级地区成环", "the region is above itself"));
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;
    @Inject
    Revisions revisions;

    @GET
    @Operation(operationId = "listRegions", summary = "Regions, each with the codes above and below it; like is a part of a name or "
            + "code, below the code of the region directly above")
    public RestResponse<Page<RegionAnswer>> list(@QueryParam("like") Optional<@Size(max = 200) String> like,
            @QueryParam("below") Optional<String> below, @BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        below.ifPresent(Lookup.ofQuery(catalogue)::above);
        Predicate<Region> wanted = region -> (below.isEmpty() || below.equals(region.parent()))
                && like.map(part -> isCalled(region, part)).orElse(true);
        return Answer.page(asked, catalogue.newest(), paging, () -> catalogue.regions().stream().filter(wanted)
                .map(region -> RegionAnswer.of(region, Optional.empty(), catalogue, asked.language())).toList(),
                RegionAnswer::code);
    }

    private static boolean isCalled(Region region, String part) {
        String wanted = Characters.name(part).toLowerCase(Locale.ROOT);
        return Stream.of(region.code(), region.name().zh(), region.name().en(), region.shortName())
                .anyMatch(name -> Characters.name(name).toLowerCase(Locale.ROOT).contains(wanted));
    }

    @GET
    @Path("/{region}")
    @Operation(operationId = "getRegion", summary = "One region")
    public RestResponse<RegionAnswer> one(@PathParam("region") String code) {
        Catalogue catalogue = plans.at(asked.asOf());
        Region region = Lookup.ofPath(catalogue).region(code);
        return revisions.answer(catalogue, Noun.REGION, code, () -> whole(region, catalogue));
    }

    private RegionAnswer whole(Region region, Catalogue catalogue) {
        return RegionAnswer.of(region, Optional.of(RegionGiven.of(region)), catalogue, asked.language());
    }

    @GET
    @Path("/{region}/revisions")
    @Operation(operationId = "listRegionRevisions", summary = "The whole history of one region, the first revision first")
    public RestResponse<Page<Revision<RegionGiven>>> history(@PathParam("region") String code,
            @BeanParam @Valid Paging paging) {
        return revisions.list(Noun.REGION, code, paging, content -> RegionGiven.of((Region) content),
                named -> named.region(code));
    }

    @PUT
    @Path("/{region}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "putRegion", summary = "Record a region; a change needs If-Match and a reason")
    public RestResponse<RegionAnswer> put(@PathParam("region") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull RegionGiven given) {
        Kept kept = revisions.keep(Noun.REGION, code, ifMatch, given.reason(),
                catalogue -> RequestDraft.of(catalogue, "region", draft -> {
                    Region region = given.region(code, draft);
                    RegionGiven.refer(region, draft);
                    return region;
                }));
        return revisions.written(kept, catalogue -> whole((Region) kept.entry().content(), catalogue));
    }

    @DELETE
    @Path("/{region}")
    @RolesAllowed(Roles.PLANNER)
    @Operation(operationId = "withdrawRegion", summary = "Withdraw a region made by mistake, which nothing names; needs If-Match and a reason, and its history stays")
    public RestResponse<Void> withdraw(@PathParam("region") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @QueryParam("reason") Optional<@Size(max = 1000) String> reason) {
        return revisions.withdraw(Noun.REGION, code, ifMatch, reason, named -> named.region(code));
    }
}
