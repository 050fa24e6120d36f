package io.duibiao.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.duibiao.core.Text;
import io.duibiao.problem.Caller;
import io.duibiao.problem.Problem;
import io.duibiao.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Refuses an address that sends more requests than its share; what {@code /q} tells about the service stays open. */
@ApplicationScoped
class FloodGuard {

    private static final int AFTER_HEADERS = ResponseHeaders.FIRST - 1;
    private static final int MOST_ADDRESSES = 100_000;
    private static final Problem FLOOD = Problem.of(429, "TOO_MANY_REQUESTS",
            new Text("请求过于频繁，请稍后再试", "Too many requests; try again shortly"));

    private final long interval;
    private final long lead;
    private final Cache<String, AtomicLong> dues = Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(1))
            .maximumSize(MOST_ADDRESSES).build();

    FloodGuard(FloodConfig config) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / config.perSecond();
        this.lead = interval * config.burst();
    }

    void install(@Observes Filters filters) {
        filters.register(this::pass, AFTER_HEADERS);
    }

    private void pass(RoutingContext routing) {
        if (routing.request().path().startsWith("/q/")
                || admits(Caller.network(Caller.address(routing)), System.nanoTime())) {
            routing.next();
        } else {
            Problems.answer(routing, FLOOD, Map.of("Retry-After", "1"));
        }
    }

    /**
     * Each request is due one interval after the one before, and may come before it is due by the lead at most. At 2 a second
     * and a burst of 3: three at once pass, the fourth is refused, and half a second later one passes again.
     */
    boolean admits(String address, long now) {
        AtomicLong due = dues.get(address, first -> new AtomicLong(now));
        long before = due.getAndUpdate(at -> early(at, now) > lead ? at : now + early(at, now));
        return early(before, now) <= lead;
    }

    /** How long before the end of its own interval a request comes now. */
    private long early(long due, long now) {
        return Math.max(due - now, 0) + interval;
    }
}
