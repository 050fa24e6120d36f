package io.duibiao.briefing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.chart.Renders;
import io.duibiao.core.Period;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;

/** Briefing packs over HTTP; as with pictures, few are made at once, and none that the caller has already. */
@Path("/api/v1/briefings")
@Tag(name = "briefings", description = "Packs to take into the meeting")
public class BriefingResource {

    private final Briefings briefings;
    private final Asked asked;
    private final Renders renders;

    BriefingResource(Briefings briefings, Asked asked, Renders renders) {
        this.briefings = briefings;
        this.asked = asked;
        this.renders = renders;
    }

    @GET
    @Path("/{plan}/{region}/{period}.{form}")
    @Operation(operationId = "getBriefing", summary = "Scorecard, findings, charts and all targets of a plan for a region or group, as a document or slides")
    @APIResponse(responseCode = "200", content = {
            @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = "application/vnd.openxmlformats-officedocument.presentationml.presentation", schema = @Schema(type = SchemaType.STRING, format = "binary")) })
    public RestResponse<byte[]> get(@PathParam("plan") String plan, @PathParam("region") String region,
            @PathParam("period") Period period,
            @Parameter(schema = @Schema(enumeration = { "pdf", "docx", "pptx" })) @PathParam("form") String suffix) {
        Form form = Form.named(suffix).orElseThrow(() -> Problem.of(404, "NO_SUCH_BRIEFING",
                Text.of("简报没有 {0} 格式，可用 pdf、docx、pptx", "There is no briefing as {0}; there are pdf, docx and pptx", suffix))
                .exception());
        Briefings.Gathered gathered = briefings.gather(plan, region, period, asked.asOf());
        RestResponse<byte[]> answer = Answer.of(asked, gathered.newest(), form.mediaType(),
                () -> renders.drawAlone(() -> form.written(briefings.pack(gathered, asked.language(), form.wide()))));
        String name = String.join("-", plan, region, period.toString().replace('/', '_')) + "." + suffix;
        answer.getHeaders().add(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return answer;
    }
}
