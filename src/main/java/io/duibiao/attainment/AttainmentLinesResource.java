package io.duibiao.attainment;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.duibiao.attainment.AttainmentResource.Row;
import io.duibiao.attainment.AttainmentResource.RowQuery;
import io.duibiao.core.Language;
import io.duibiao.core.Verdict;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;

/** All verdict rows in one answer, however many: each is written when it is made, and none is kept. */
@Path("/api/v1/attainment.ndjson")
@Tag(name = "attainment")
public class AttainmentLinesResource {

    private static final String LINES = "application/x-ndjson";
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final AttainmentResource rows;
    private final Asked asked;
    private final ObjectWriter line;

    AttainmentLinesResource(AttainmentResource rows, Asked asked, ObjectMapper json) {
        this.rows = rows;
        this.asked = asked;
        this.line = json.writerFor(Row.class).without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @GET
    @Operation(operationId = "streamAttainment", summary = "All verdict rows of a period in one answer, a JSON object a line", description = "The rows of /attainment, those of one region or group together, not paged and not kept: they are written while they are made. "
            + "An answer that breaks off is not complete and ends without the last chunk of HTTP.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = LINES, schema = @Schema(implementation = Row.class)))
    public RestResponse<StreamingOutput> lines(@BeanParam @Valid RowQuery query) {
        Attainments.Found found = rows.found(query);
        Language language = asked.language();
        return Answer.of(asked, found.asOf(), LINES,
                () -> out -> write(found.byPlace().verdicts(0).iterator(), query, language, out));
    }

    /**
     * Where few verdicts are among those asked for, a line that would be idle too long is kept open with spaces: before the end
     * of a line they mean nothing.
     */
    private void write(Iterator<Verdict> found, RowQuery query, Language language, OutputStream out) throws IOException {
        try (JsonGenerator json = line.createGenerator(out)) {
            json.setRootValueSeparator(null);
            String end = "";
            long sent = System.nanoTime();
            while (found.hasNext()) {
                Verdict verdict = found.next();
                if (query.includes(verdict)) {
                    json.writeRaw(end);
                    line.writeValue(json, Row.of(verdict, language));
                    end = "\n";
                }
                if (!end.isEmpty() && System.nanoTime() - sent > QUIET.toNanos()) {
                    json.writeRaw(' ');
                    json.flush();
                    sent = System.nanoTime();
                }
            }
            json.writeRaw(end);
        }
    }
}
