package io.duibiao.web;

import jakarta.enterprise.event.Observes;

import io.duibiao.problem.Caller;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** What every response carries, whoever made it. */
class ResponseHeaders {

    static final int FIRST = 1000;

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");
    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence LANGUAGE_ASKED = HttpHeaders.createOptimized("Accept-Language");
    private static final CharSequence CONTENT_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence OWN_CONTENT = HttpHeaders.createOptimized(
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    void install(@Observes Filters filters) {
        filters.register(ResponseHeaders::add, FIRST);
    }

    private static void add(RoutingContext routing) {
        Caller caller = Caller.of(routing);
        MultiMap headers = routing.response().headers();
        headers.set(REQUEST_ID, caller.requestId());
        headers.set(TYPE_OPTIONS, NOSNIFF);
        headers.set(REFERRER_POLICY, SAME_ORIGIN);
        if (!routing.request().path().startsWith("/q/swagger-ui")) {
            headers.set(CONTENT_POLICY, OWN_CONTENT);
        }
        if (routing.request().path().startsWith("/api/")) {
            headers.set(HttpHeaders.VARY, LANGUAGE_ASKED);
            headers.set(HttpHeaders.CONTENT_LANGUAGE, caller.language().tag());
        }
        routing.next();
    }
}
