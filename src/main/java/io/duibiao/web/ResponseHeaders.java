package io.duibiao.web;

import jakarta.enterprise.event.Observes;

import io.duibiao.problem.Caller;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What every response carries, whoever made it. */
class ResponseHeaders {

    static final int FIRST = 1000;

    void install(@Observes Filters filters) {
        filters.register(ResponseHeaders::add, FIRST);
    }

    private static void add(RoutingContext routing) {
        Caller caller = Caller.of(routing);
        MultiMap headers = routing.response().headers();
        headers.set("X-Request-Id", caller.requestId());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        if (!routing.request().path().startsWith("/q/swagger-ui")) {
            headers.set("Content-Security-Policy",
                    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        }
        if (routing.request().path().startsWith("/api/")) {
            headers.set("Vary", "Accept-Language");
            headers.set("Content-Language", caller.language().tag());
        }
        routing.next();
    }
}
