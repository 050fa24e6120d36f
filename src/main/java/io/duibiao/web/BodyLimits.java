package io.duibiao.web;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Holds every body to the size of a form filled in by hand, but for the paths that take a file: each has a limit of its own.
 */
class BodyLimits {

    private static final long LARGEST_FORM = 64L << 10;
    private static final long LARGEST_TABLE = 256L << 20;
    private static final long LARGEST_PICTURE = 8L << 20;
    private static final long LARGEST_EXPORT = 64L << 30;

    /** A path that takes a file reads it as an {@code InputStream}, piece by piece. */
    private static final Map<String, Long> FILES = Map.of("/api/v1/measurements:import", LARGEST_TABLE,
            "/api/v1/admin/restore", LARGEST_EXPORT, "/api/v1/charts:verify", LARGEST_PICTURE);

    /** Behind the server's own limit, which sets the same key for every path. */
    private static final int LAST = 1;
    private static final String COUNTED_WHILE_READ = "io.quarkus.max-request-size";

    void install(@Observes Filters filters) {
        filters.register(BodyLimits::check, LAST);
    }

    private static void check(RoutingContext routing) {
        long largest = FILES.getOrDefault(routing.request().path().replace("%3A", ":").replace("%3a", ":"), LARGEST_FORM);
        Optional<String> length = Optional.ofNullable(routing.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length.filter(bytes -> Long.parseLong(bytes) > largest).isPresent()) {
            routing.response().endHandler(sent -> routing.request().connection().close());
            Problems.answer(routing, tooLarge(largest), Map.of("Connection", "close"));
            return;
        }
        if (length.isEmpty()) {
            routing.put(COUNTED_WHILE_READ, largest);
        }
        routing.next();
    }

    private static Problem tooLarge(long largest) {
        return Problem.of(413, "TOO_LARGE", Text.of("请求内容超过 {0} KiB", "The body is over {0} KiB", largest >> 10));
    }
}
