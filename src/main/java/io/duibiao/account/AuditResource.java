package io.duibiao.account;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;

/** Who signed in, who was refused and who wrote. */
@Path("/api/v1/admin/audit")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "admin")
public class AuditResource {

    private static final Pattern KEY = Pattern.compile("(\\d{1,14})-(\\d{1,18})");

    /**
     * A line of the log.
     *
     * @param at when, or when first
     * @param name empty where nobody was signed in; also empty, with address and path, where too many came to tell apart
     * @param requestId as in the answer's X-Request-Id and in errors
     * @param status of the answer; 0 for a sign-in
     * @param times how often within some seconds
     */
    public record Line(long id, Instant at, Audit.Event event, String name, String address, String requestId, String method,
            String path, int status, int times) {

        static Line of(AuditRow row) {
            return new Line(row.id, row.occurredAt, row.event, row.username, row.address, row.requestId, row.method, row.path,
                    row.status, row.times);
        }
    }

    /** What the log is narrowed to. */
    public static class AuditQuery {

        @QueryParam("event")
        public Optional<Audit.Event> event = Optional.empty();

        @QueryParam("name")
        public Optional<@Size(max = 100) String> name = Optional.empty();

        @QueryParam("from")
        public Optional<String> from = Optional.empty();

        @QueryParam("to")
        public Optional<String> to = Optional.empty();
    }

    @Inject
    Audit audit;
    @Inject
    Asked asked;

    @GET
    @Operation(operationId = "listAudit", summary = "The audit log, the newest line first")
    public RestResponse<Page<Line>> list(@BeanParam @Valid AuditQuery query, @BeanParam @Valid Paging paging) {
        Audit.Wanted wanted = new Audit.Wanted(query.event, query.name, query.from.map(from -> Asked.instant("from", from)),
                query.to.map(to -> Asked.instant("to", to)).or(asked::asOf));
        // A line that was gathered comes after lines of a later time, so that only this moment tells the state of the log.
        return Answer.page(asked, Instant.now(), paging, after -> lines(wanted, after, paging.size + 1),
                line -> line.at().toEpochMilli() + "-" + line.id());
    }

    /** Empty where no line can be of that key. */
    private Optional<Iterator<Line>> lines(Audit.Wanted wanted, Optional<String> after, int most) {
        Optional<Audit.Place> before = after.map(KEY::matcher).map(key -> !key.matches() ? Optional.<Audit.Place> empty()
                : Optional
                        .of(new Audit.Place(Instant.ofEpochMilli(Long.parseLong(key.group(1))), Long.parseLong(key.group(2)))))
                .orElse(Optional.of(Audit.END));
        return before.map(place -> audit.read(wanted, place, most).stream().map(Line::of).iterator());
    }
}
