package io.duibiao.measurement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.duibiao.account.Person;
import io.duibiao.account.Roles;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Text;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Names;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;
import io.duibiao.web.Asked;
import io.duibiao.web.CsvLine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;

/** Values in bulk: a file is sent, and what came of it is told line by line. */
@Path("/api/v1")
@Tag(name = "measurements")
public class ImportResource {

    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** What clients call these files, and what they say who do not know what they send. */
    private static final Set<String> TYPES = Set.of(CSV, XLSX, JSON, "text/plain", "application/csv",
            "application/vnd.ms-excel", "application/vnd.ms-excel.sheet.macroenabled.12", MediaType.APPLICATION_OCTET_STREAM);
    private static final String KEY = "Idempotency-Key";
    private static final String KEY_FORM = "[\\x21-\\x7E]{1,255}";
    private static final int PARTS_AT_ONCE = 16;

    private final Imports imports;
    private final Plans plans;
    private final Asked asked;
    private final SecurityIdentity caller;

    ImportResource(Imports imports, Plans plans, Asked asked, SecurityIdentity caller) {
        this.imports = imports;
        this.plans = plans;
        this.asked = asked;
        this.caller = caller;
    }

    /** Whether one fault lets nothing be recorded. */
    public enum Mode {
        atomic,
        partial
    }

    /** How a file is taken, and what holds for all of its lines. */
    public static class Order {

        @QueryParam("dryRun")
        @DefaultValue("false")
        public boolean dryRun;

        @QueryParam("mode")
        @DefaultValue("atomic")
        public Mode mode = Mode.atomic;

        @Parameter(description = "Why values that stand are changed, where no column says so")
        @QueryParam("reason")
        public Optional<@Size(max = 1000) String> reason = Optional.empty();

        @Parameter(description = "Who published the values, where no column says so; else the one who sends them")
        @QueryParam("source")
        public Optional<@Size(max = 1000) String> source = Optional.empty();

        @Parameter(description = "Period of every line that names none")
        @QueryParam("period")
        public Optional<Period> period = Optional.empty();

        @Parameter(description = "Region of every line that names none")
        @QueryParam("region")
        public Optional<String> region = Optional.empty();

        @Parameter(description = "Whether bases and scopes that are not known yet are meant so")
        @QueryParam("declares")
        @DefaultValue("false")
        public boolean declares;

        /** In one spelling: a key that is used again must come with the same. */
        String spelled() {
            return String.join("\n", "", String.valueOf(dryRun), mode.name(), reason.orElse(""), source.orElse(""),
                    period.map(Period::toString).orElse(""), region.orElse(""), String.valueOf(declares));
        }
    }

    /** A fault and its place. */
    public record ErrorLine(@JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> line,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> column, String code, String message,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> value) {

        static ErrorLine of(Problem.Fault fault, Language language) {
            return new ErrorLine(fault.line(), fault.column(), fault.code(), fault.message().in(language), fault.value());
        }
    }

    /**
     * What was not sent in the service's own words, where it was met first; what is not read, as a title, is understood as —.
     */
    public record UnderstoodLine(int line, int column, String sent, String as) {
    }

    /**
     * An import.
     *
     * @param phase what a running one is at: CHECKING, RECORDING
     * @param form how the file was read: UTF-8, GB18030, XLSX, JSON
     * @param rows values met so far; a cell without a value is none
     * @param total values in the file, as soon as that is known
     * @param unchanged values that say what stands
     * @param empty lines without a value
     * @param errors the first thousand
     * @param flagged values that were taken and should be looked at, the first two hundred
     */
    public record ImportAnswer(String id, String state, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> phase,
            Mode mode, boolean dryRun, String form, int rows,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> total,
            int accepted, int unchanged, int rejected, int empty, Instant sentAt, String digest, List<ErrorLine> errors,
            List<UnderstoodLine> understood, List<ErrorLine> flagged) {

        static ImportAnswer of(Imports.Standing standing, Language language) {
            ImportRow row = standing.row();
            Tally.Report report = standing.report();
            boolean runs = standing.state() == ImportRow.State.RUNNING;
            return new ImportAnswer(row.id, standing.state().name(), Optional.of(row.phase.name()).filter(phase -> runs),
                    row.atomic ? Mode.atomic : Mode.partial, row.dryRun, report.form(), row.rows,
                    Optional.of(row.total).filter(known -> known > 0), row.accepted, row.unchanged, row.rejected, row.empty,
                    row.sentAt, row.digest, report.errors().stream().map(fault -> ErrorLine.of(fault, language)).toList(),
                    report.understood().stream()
                            .map(as -> new UnderstoodLine(as.line(), as.column(), as.sent(), as.as())).toList(),
                    report.flagged().stream().map(flag -> new ErrorLine(Optional.of(flag.line()), Optional.of(flag.column()),
                            flag.code(), flag.message().in(language), Optional.empty())).toList());
        }
    }

    static String path(String id) {
        return "/api/v1/imports/" + id;
    }

    @POST
    @Path("/measurements:import")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.REPORTER)
    @Operation(operationId = "importMeasurements", summary = "Record many values: CSV, XLSX or JSON, in the long or the wide form")
    @RequestBody(content = { @Content(mediaType = CSV), @Content(mediaType = XLSX), @Content(mediaType = JSON) })
    @APIResponse(responseCode = "200", description = "Recorded, or would be (dryRun)")
    @APIResponse(responseCode = "202", description = "A large file is being worked on; Location tells how it stands")
    @APIResponse(responseCode = "403", description = "Refused, in either mode, because of lines of regions that are not the sender's; "
            + "the same body tells all that is wrong, and the same key is good for another try")
    @APIResponse(responseCode = "422", description = "Refused; the same body tells why, line by line")
    public RestResponse<ImportAnswer> take(@BeanParam @Valid Order order, @HeaderParam(KEY) Optional<String> key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) Optional<String> type,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) Optional<String> encoding, InputStream body) {
        type.map(sent -> sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).filter(sent -> !TYPES.contains(sent))
                .ifPresent(sent -> {
                    throw Spool.unsupported();
                });
        Optional<String> compression = encoding.map(sent -> sent.toLowerCase(Locale.ROOT))
                .filter(sent -> !sent.equals("identity"));
        compression.filter(sent -> !sent.equals("gzip")).ifPresent(sent -> {
            throw Problem.of(415, "UNSUPPORTED_ENCODING", new Text("压缩请用 gzip", "Compress with gzip")).exception();
        });
        Imports.Standing standing = imports.take(new Imports.Sent(
                new ImportPass.Order(Person.of(caller), order.mode == Mode.atomic, order.dryRun, given(order)),
                order.dryRun ? Optional.empty() : Optional.of(checked(key)), order.spelled(), body, compression.isPresent(),
                asked.language()));
        return answer(standing);
    }

    private static String checked(Optional<String> key) {
        return key.filter(sent -> sent.matches(KEY_FORM))
                .orElseThrow(() -> Problem.of(400, Problem.Fault.at(KEY, "MISSING_IDEMPOTENCY_KEY",
                        new Text("请在 Idempotency-Key 头中给这次发送一个独有的编号（1至255个可见字符），以便断线后可以安全重发",
                                "Give this sending a number of its own in the header Idempotency-Key (1 to 255 visible "
                                        + "characters), so that it can safely be sent again"),
                        key.map(Problem.Fault::visible).orElse(""))).exception());
    }

    private Given given(Order order) {
        Optional<String> region = order.region.map(sent -> {
            Catalogue catalogue = plans.at(Optional.empty());
            List<String> codes = Names.ofPlaces(catalogue).codes(sent);
            return codes.size() == 1 ? codes.get(0) : Lookup.ofQuery(catalogue).place(sent);
        });
        return new Given(order.period, region, order.reason.filter(words -> !words.isBlank()).map(String::strip),
                order.source.filter(words -> !words.isBlank()).map(String::strip), order.declares);
    }

    private RestResponse<ImportAnswer> answer(Imports.Standing standing) {
        boolean runs = standing.state() == ImportRow.State.RUNNING;
        ResponseBuilder<ImportAnswer> answer = ResponseBuilder.create(runs ? 202 : standing.row().status);
        answer.entity(ImportAnswer.of(standing, asked.language())).type(JSON).location(URI.create(path(standing.row().id)));
        if (standing.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.build();
    }

    @GET
    @Path("/imports/{id}")
    @RolesAllowed({ Roles.REPORTER, Roles.REVIEWER })
    @Operation(operationId = "getImport", summary = "How an import stands: progress, counts, errors by line and column")
    public RestResponse<ImportAnswer> get(@PathParam("id") String id) {
        return ResponseBuilder.ok(ImportAnswer.of(seen(id), asked.language()), JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GET
    @Path("/imports/{id}/rejected.csv")
    @RolesAllowed({ Roles.REPORTER, Roles.REVIEWER })
    @Operation(operationId = "getRejectedLines", summary = "The rejected lines as they were sent, to be corrected and sent again")
    @APIResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public RestResponse<StreamingOutput> rejected(@PathParam("id") String id) {
        String known = seen(id).row().id;
        return ResponseBuilder.<StreamingOutput> ok(output -> write(known, output), CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static void write(String id, OutputStream output) throws IOException {
        output.write(CsvLine.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        int from = 0;
        List<RejectedPartRow> parts;
        do {
            int next = from;
            parts = QuarkusTransaction.requiringNew().call(() -> RejectedPartRow.next(id, next, PARTS_AT_ONCE));
            for (RejectedPartRow part : parts) {
                output.write(part.content.getBytes(StandardCharsets.UTF_8));
            }
            from += parts.size();
        } while (!parts.isEmpty());
    }

    /** An import is its sender's and the reviewers'; to others it is none. */
    private Imports.Standing seen(String id) {
        Person person = Person.of(caller);
        return imports.standing(id, false)
                .filter(standing -> standing.row().sender.equals(person.name()) || person.is(Roles.REVIEWER))
                .orElseThrow(() -> Problem.of(404, Problem.Fault.at("id", "NO_SUCH_IMPORT",
                        new Text("没有这次导入", "There is no such import"), id)).exception());
    }
}
