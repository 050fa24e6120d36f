package io.duibiao.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.enterprise.event.Observes;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Refuses a path or query whose escapes are not UTF-8, before they are read as something else ({@code %ff} as U+FFFD). */
class Escapes {

    private static final int AFTER_FLOODS = ResponseHeaders.FIRST - 2;
    private static final Problem BROKEN = Problem.of(400, "NOT_UTF8",
            new Text("地址中的转义不是 UTF-8", "An escape in the address is not UTF-8"));

    void install(@Observes Filters filters) {
        filters.register(Escapes::check, AFTER_FLOODS);
    }

    private static void check(RoutingContext routing) {
        if (readable(routing.request().uri())) {
            routing.next();
        } else {
            Problems.answer(routing, BROKEN, Map.of());
        }
    }

    private static boolean readable(String address) {
        try {
            String bytes = URLDecoder.decode(address, StandardCharsets.ISO_8859_1);
            return Utf8.beforeFault(bytes.getBytes(StandardCharsets.ISO_8859_1)).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
