package io.duibiao.chart;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;

/** Reads a picture back. */
@Path("/api/v1/charts:verify")
@Tag(name = "charts")
public class VerifyResource {

    private static final int READ_AT_ONCE = 4;

    private final Charts charts;
    private final Seal seal;
    private final Renders renders;
    /** Apart from the drawing, so that a slow sender keeps nobody from a picture. */
    private final Renders readings = new Renders(READ_AT_ONCE);

    VerifyResource(Charts charts, Seal seal, Renders renders) {
        this.charts = charts;
        this.seal = seal;
        this.renders = renders;
    }

    /**
     * What a picture turned out to be.
     *
     * @param ours the service drew it, or wrote what it says of itself
     * @param intact nothing in it was changed, added or removed
     * @param query what it shows; none where what it says of itself is not what the service wrote
     * @param asOf the instant up to which records were counted
     * @param reproduced whether the records as of then still give the figures that it was drawn from
     * @param changed which of its figures say something else now
     */
    public record Verified(boolean ours, boolean intact, Optional<String> query, Optional<Instant> asOf,
            Optional<Boolean> reproduced, List<Facts.Change> changed) {
    }

    @POST
    @Consumes("image/png")
    @Operation(operationId = "verifyChart", summary = "Whether a PNG is ours and intact, what it shows, and which of its figures have changed since")
    @RequestBody(content = @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Verified verify(InputStream picture) {
        byte[] file = readings.draw(() -> sent(picture));
        Seal.Finding finding = renders.read(Png.area(file),
                () -> seal.examine(Png.read(file).orElseThrow(() -> notAPng().exception())));
        return finding.stamp().map(stamp -> compared(finding, stamp)).orElseGet(() -> new Verified(finding.ours(),
                finding.intact(), Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
    }

    private Verified compared(Seal.Finding finding, Stamp stamp) {
        Facts then = facts(stamp, Optional.of(stamp.asOf()));
        Facts now = facts(stamp, Optional.empty());
        return new Verified(finding.ours(), finding.intact(), Optional.of(stamp.query()), Optional.of(stamp.asOf()),
                Optional.of(then.digest().equals(stamp.data())), now.since(then));
    }

    private Facts facts(Stamp stamp, Optional<Instant> asOf) {
        return Facts.of(charts.show(Query.wish(stamp.query(), asOf)).chart());
    }

    private static byte[] sent(InputStream picture) {
        try {
            return picture.readAllBytes();
        } catch (IOException e) {
            throw Problem.of(413, "BODY_NOT_READ",
                    new Text("请求内容超过上限，或未传完", "The body is over the limit, or broke off")).exception();
        }
    }

    private static Problem notAPng() {
        return Problem.of(415, "NOT_A_PNG", new Text("所传内容不是 PNG 图片", "What was sent is no PNG picture"));
    }
}
