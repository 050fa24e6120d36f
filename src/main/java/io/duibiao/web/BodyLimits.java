package io.duibiao.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
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
    private static final String LARGEST = "duibiao.largest-body";

    void install(@Observes Filters filters) {
        filters.register(BodyLimits::check, LAST);
    }

    private static void check(RoutingContext routing) {
        long largest = FILES.getOrDefault(routing.request().path().replace("%3A", ":").replace("%3a", ":"), LARGEST_FORM);
        Optional<String> length = Optional.ofNullable(routing.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        routing.put(LARGEST, largest);
        routing.addEndHandler(sent -> {
            if (routing.response().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
                routing.request().connection().close();
            }
        });
        if (length.filter(bytes -> Long.parseLong(bytes) > largest).isPresent()) {
            ProblemException tooLarge = tooLarge(largest);
            Problems.answer(routing, tooLarge.problem(), tooLarge.headers());
        } else {
            routing.next();
        }
    }

    /** The body of a request, which may not say its length: it is counted while it is read. */
    static InputStream bounded(InputStream body, RoutingContext routing) {
        return new Bounded(body, routing.get(LARGEST));
    }

    private static final class Bounded extends FilterInputStream {

        private final long largest;
        private long count;

        Bounded(InputStream body, long largest) {
            super(body);
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int some) {
            count += some;
            if (count > largest) {
                throw tooLarge(largest);
            }
        }
    }

    private static ProblemException tooLarge(long largest) {
        return new ProblemException(
                Problem.of(413, "TOO_LARGE", Text.of("请求内容超过 {0} KiB", "The body is over {0} KiB", largest >> 10)),
                Map.of("Connection", "close"));
    }
}
