package io.duibiao.web;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Keeps the line open while an answer takes longer to work out than a line may be idle: interim responses (RFC 9110, 15.2.1) go
 * before it. Whoever is slow himself gets none.
 */
@Singleton
class LongAnswers {

    private static final Duration BEFORE_IDLE = Duration.ofSeconds(20);
    private static final int LAST = 1;

    private final Duration interval;

    LongAnswers() {
        this(BEFORE_IDLE);
    }

    LongAnswers(Duration interval) {
        this.interval = interval;
    }

    void install(@Observes Filters filters) {
        filters.register(this::keepOpen, LAST);
    }

    void keepOpen(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.version() != HttpVersion.HTTP_1_0 && takesLong(request.path())) {
            HttpServerResponse response = routing.response();
            long timer = routing.vertx().setPeriodic(interval.toMillis(), again -> {
                if (isSent(request) && !response.headWritten()) {
                    response.writeContinue();
                }
            });
            routing.addEndHandler(ended -> routing.vertx().cancelTimer(timer));
        }
        routing.next();
    }

    /** A request that was halted, or read piece by piece, is never said to have ended: then the length of its body tells. */
    private static boolean isSent(HttpServerRequest request) {
        boolean chunked = request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        String length = request.headers().contains(HttpHeaders.CONTENT_LENGTH) ? request.getHeader(HttpHeaders.CONTENT_LENGTH)
                : "0";
        return request.isEnded() || !chunked && length.equals(String.valueOf(request.bytesRead()));
    }

    private static boolean takesLong(String path) {
        return path.startsWith("/api/v1/admin/") || path.startsWith("/api/v1/measurements")
                || path.startsWith("/api/v1/attainment") || path.startsWith("/api/v1/scorecards")
                || path.startsWith("/api/v1/facts");
    }
}
