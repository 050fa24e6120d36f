package io.duibiao.problem;

import java.util.Map;

import io.vertx.ext.web.RoutingContext;

/** Answers a problem where no resource is reached yet. */
public final class Problems {

    private Problems() {
    }

    /** Ends the request with the problem in the caller's language. */
    public static void answer(RoutingContext routing, Problem problem, Map<String, String> headers) {
        routing.response().setStatusCode(problem.status()).putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
        headers.forEach((name, content) -> routing.response().putHeader(name, content));
        routing.response().end(ProblemBody.json(problem, Caller.of(routing)));
    }
}
