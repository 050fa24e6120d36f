package io.duibiao.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.duibiao.account.AuditLog;
import io.duibiao.account.Roles;
import io.duibiao.core.Text;
import io.duibiao.exchange.Tally.Total;
import io.duibiao.history.Chain;
import io.duibiao.history.Chain.Walker;
import io.duibiao.plan.Seed;
import io.duibiao.problem.Problem;
import io.duibiao.web.Asked;

/** Everything with its history, out and in again, and whether it is still what was recorded. */
@Path("/api/v1/admin")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "admin", description = "Backup and proof")
public class BackupResource {

    private static final Logger LOG = Logger.getLogger(BackupResource.class);

    private final Chain chain;
    private final AuditLog audit;
    private final Asked asked;
    private final String program;

    BackupResource(Chain chain, AuditLog audit, Asked asked,
            @ConfigProperty(name = "quarkus.application.version") String program) {
        this.chain = chain;
        this.audit = audit;
        this.asked = asked;
        this.program = program;
    }

    /**
     * Whether the chain of commits holds.
     *
     * @param brokenAt the first commit that is not what was recorded
     * @param commits how many hold; whoever keeps their last digest elsewhere can tell later that none of them was replaced
     */
    record Integrity(boolean intact, Optional<Instant> brokenAt, Optional<Total> commits) {
    }

    @GET
    @Path("/integrity")
    @Operation(operationId = "getIntegrity", summary = "Recomputes the chain of commits and names the first that is broken")
    public RestResponse<Integrity> integrity() {
        return ResponseBuilder.ok(checked()).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private Integrity checked() {
        Tally tally = new Tally();
        try {
            chain.walk(asked.asOf(), tally);
            return new Integrity(true, Optional.empty(), Optional.of(tally.total()));
        } catch (Chain.Broken e) {
            return new Integrity(false, Optional.of(e.at()), Optional.empty());
        }
    }

    @GET
    @Path("/export")
    @Produces(Export.MEDIA_TYPE)
    @Operation(operationId = "export", summary = "Everything with its history and the audit log, as lines of JSON")
    public RestResponse<StreamingOutput> export() {
        Optional<Instant> asOf = asked.asOf();
        return ResponseBuilder.<StreamingOutput> ok(to -> {
            Export.Lines lines = new Export.Lines(to, program);
            try {
                chain.walk(asOf, lines);
            } catch (Chain.Broken e) {
                LOG.errorf("Export broken off: %s (GET /api/v1/admin/integrity)", e.getMessage());
                throw e;
            }
            lines.end(reader -> audit.tell(asOf, reader));
        }).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"duibiao.ndjson\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** The file is checked whole before the commit lock is taken: a slow sender keeps nobody from writing. */
    @POST
    @Path("/restore")
    @Consumes({ Export.MEDIA_TYPE, MediaType.APPLICATION_OCTET_STREAM })
    @Operation(operationId = "restore", summary = "Puts an export back where nobody has recorded anything yet", description = "Accounts, passwords and tokens are those of the export from then on, and whoever was signed in signs in again.")
    public Total restore(InputStream export) throws IOException {
        java.nio.file.Path file = Files.createTempFile("duibiao", ".ndjson");
        try {
            Files.copy(export, file, StandardCopyOption.REPLACE_EXISTING);
            read(file, new Tally(), line -> {
            });
            return chain.restore(entry -> entry.author().equals(Seed.AUTHOR), into -> read(file, into, audit::putBack));
        } catch (Chain.Occupied e) {
            throw Problem.of(409, "NOT_EMPTY", new Text("库中已有人录入的数据，只能恢复到新库",
                    "People have recorded in this database; restore into a new one")).exception();
        } catch (Chain.Broken e) {
            throw Export.unreadable(Optional.empty());
        } finally {
            Files.delete(file);
        }
    }

    private static Total read(java.nio.file.Path file, Walker into, Consumer<String> log) {
        try (InputStream from = new BufferedInputStream(Files.newInputStream(file))) {
            return Export.read(from, into, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
