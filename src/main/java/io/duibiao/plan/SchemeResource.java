package io.duibiao.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.Language;
import io.duibiao.core.Scheme;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Scoring schemes; none is used unless it is named. */
@Path("/api/v1/schemes")
@Tag(name = "scorecards")
public class SchemeResource {

    /**
     * A scoring scheme.
     *
     * @param version of the document, as its issuer names it
     * @param revision of what is kept here
     */
    public record SchemeAnswer(String code, String title, String version, List<PartAnswer> parts, int revision,
            Instant recordedAt) {

        static SchemeAnswer of(Scheme scheme, Catalogue catalogue, Language language) {
            Entry entry = catalogue.entry(Noun.SCHEME, scheme.code()).orElseThrow();
            return new SchemeAnswer(scheme.code(), scheme.title().in(language), scheme.version(),
                    scheme.parts().stream().map(PartAnswer::of).toList(), entry.revision(), entry.recordedAt());
        }
    }

    /**
     * What points are given for.
     *
     * @param attributes which targets are scored, none: all; the same for {@code indicators}
     * @param points Matrix by year and whole way, Rate 完成率 × full, Bands points from each 完成率 on
     * @param veto 否决性指标
     * @param zeroIfWorse 不降反升计0分
     * @param path the published path that tells what is asked; else the target's own course
     * @param note what is not certain
     */
    public record PartAnswer(Set<Attribute> attributes, List<String> indicators, Scheme.Points points, boolean veto,
            boolean zeroIfWorse, Optional<String> path, Optional<String> note, Citation citation) {

        static PartAnswer of(Scheme.Part part) {
            return new PartAnswer(part.attributes(), part.indicators(), part.points(), part.veto(), part.zeroIfWorse(),
                    part.path(), part.note(), part.citation());
        }
    }

    @Inject
    Asked asked;
    @Inject
    Plans plans;

    @GET
    @Operation(operationId = "listSchemes", summary = "Scoring schemes; a scorecard gives points only where it is asked for one of them")
    public RestResponse<Page<SchemeAnswer>> list(@BeanParam @Valid Paging paging) {
        Catalogue catalogue = plans.at(asked.asOf());
        return Answer.page(asked, catalogue.newest(), paging, () -> catalogue.schemes().stream()
                .map(scheme -> SchemeAnswer.of(scheme, catalogue, asked.language())).toList(), SchemeAnswer::code);
    }

    @GET
    @Path("/{scheme}")
    @Operation(operationId = "getScheme", summary = "One scoring scheme with its parts and where they are printed")
    public RestResponse<SchemeAnswer> one(@PathParam("scheme") String code) {
        Catalogue catalogue = plans.at(asked.asOf());
        Scheme scheme = Lookup.ofPath(catalogue).scheme(code);
        return Answer.of(asked, catalogue.newest(), () -> SchemeAnswer.of(scheme, catalogue, asked.language()));
    }
}
