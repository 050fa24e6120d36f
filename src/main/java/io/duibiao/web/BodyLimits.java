package io.duibiao.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Observes;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Holds every body to the size of a form filled in by hand, but for the paths that take a file; these are held by
 * {@code quarkus.http.limits.max-body-size}.
 */
class BodyLimits {

    /** A path that takes a file reads it as an {@code InputStream}, piece by piece. */
    private static final Set<String> FILES = Set.of("/api/v1/measurements:import", "/api/v1/admin/restore");

    private static final long LARGEST_FORM = 64 * 1024;
    /** Behind the server's own limit, which sets the same key for every path. */
    private static final int LAST = 1;
    private static final String COUNTED_WHILE_READ = "io.quarkus.max-request-size";
    private static final Problem TOO_LARGE = Problem.of(413, "TOO_LARGE",
            new Text("请求内容超过 64 KiB", "The body is over 64 KiB"));

    void install(@Observes Filters filters) {
        filters.register(BodyLimits::check, LAST);
    }

    private static void check(RoutingContext routing) {
        if (FILES.contains(routing.request().path().replace("%3A", ":").replace("%3a", ":"))) {
            routing.next();
            return;
        }
        Optional<String> length = Optional.ofNullable(routing.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length.filter(bytes -> Long.parseLong(bytes) > LARGEST_FORM).isPresent()) {
            routing.response().endHandler(sent -> routing.request().connection().close());
            Problems.answer(routing, TOO_LARGE, Map.of("Connection", "close"));
            return;
        }
        if (length.isEmpty()) {
            routing.put(COUNTED_WHILE_READ, LARGEST_FORM);
        }
        routing.next();
    }
}
