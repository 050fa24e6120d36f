package io.duibiao.web;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.RestResponse;

import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Status;
import io.duibiao.core.Text;
import io.duibiao.core.UnreadablePhrase;

/** A resource of the tests alone, with one of everything that a request can get wrong. */
@Path("/api/v1/echo")
public class EchoResource {

    static final Instant NEWEST = Instant.parse("2026-03-01T00:00:00.123Z");

    public record Form(@NotNull Quantity value, @NotBlank String source, Optional<String> note, Optional<Status> status,
            Optional<Integer> baseYear, Optional<List<Form>> parts, Optional<Boolean> sure) {
    }

    public record Said(String language, Quantity number, Optional<String> note) {
    }

    @Inject
    Asked asked;

    @GET
    public RestResponse<Said> read(@QueryParam("region") Optional<String> region, @QueryParam("period") Optional<Period> period,
            @QueryParam("status") Optional<Status> status, @QueryParam("year") Optional<@Max(2100) Integer> year) {
        return Answer.of(asked, NEWEST, () -> new Said(asked.language().tag(), Quantity.of("12.50"), region));
    }

    @PUT
    public Form write(@Valid Form form) {
        return form;
    }

    @DELETE
    @RolesAllowed("admin")
    public void erase() {
    }

    @GET
    @Path("/items")
    public RestResponse<Page<Integer>> items(@BeanParam @Valid Paging paging) {
        return Answer.page(asked, NEWEST, paging, () -> IntStream.rangeClosed(1, 450).boxed().toList(), String::valueOf);
    }

    @GET
    @Path("/periods/{period}")
    public Said period(@PathParam("period") Period period) {
        return new Said(asked.language().tag(), Quantity.ZERO, Optional.of(period.toString()));
    }

    @GET
    @Path("/failures/{kind}")
    public Said fail(@PathParam("kind") String kind) throws Exception {
        throw switch (kind) {
            case "down" -> new IllegalStateException(new SQLException("Connection refused", "08001"));
            case "pool" -> new IllegalStateException(new SQLException("Sorry, acquisition timeout!"));
            case "full" -> new IllegalStateException(
                    new SQLException("IO Exception", "90031", new IOException("No space left on device")));
            case "commit" -> {
                Exception refused = new IllegalStateException("Could not commit");
                refused.addSuppressed(new IllegalStateException(new IOException("No space left on device")));
                yield new IllegalStateException(refused);
            }
            case "twice" -> new IllegalStateException(new SQLException("duplicate", "23505"));
            case "phrase" -> new UnreadablePhrase("很好", "很", 0, new Text("读不懂", "unreadable"));
            default -> new IllegalStateException("secret " + kind);
        };
    }
}
