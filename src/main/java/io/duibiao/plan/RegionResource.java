package io.duibiao.plan;

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

import io.duibiao.core.Catalogue;
import io.duibiao.core.Language;
import io.duibiao.core.Region;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** The tree of regions, flat: each names its parent and its children. */
@Path("/api/v1/regions")
@Tag(name = "regions", description = "Regions and named sets of them")
public class RegionResource {

    /** A region with the codes of the regions directly above and below. */
    public record RegionAnswer(String code, String name, String shortName, String level, Optional<String> parent,
            List<String> children) {

        static RegionAnswer of(Region region, Catalogue catalogue, Language language) {
            return new RegionAnswer(region.code(), region.name().in(language), region.shortName(), region.level(),
                    region.parent(), catalogue.children(region.code()).stream().map(Region::code).toList());
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;

    @GET
    @Operation(operationId = "listRegions", summary = "Regions, each with the codes above and below it")
    public RestResponse<Page<RegionAnswer>> list(@BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        return Answer.page(asked, catalogue.newest(), paging, () -> catalogue.regions().stream()
                .map(region -> RegionAnswer.of(region, catalogue, asked.language())).toList(), RegionAnswer::code);
    }

    @GET
    @Path("/{region}")
    @Operation(operationId = "getRegion", summary = "One region")
    public RestResponse<RegionAnswer> one(@PathParam("region") String code) {
        Catalogue catalogue = plans.at(asked.asOf());
        Region region = Lookup.ofPath(catalogue).region(code);
        return Answer.of(asked, catalogue.newest(), () -> RegionAnswer.of(region, catalogue, asked.language()));
    }
}
