package io.duibiao.account;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

/** Counts failed logins by account and address: after ten, none is tried again until a minute after the first. */
final class FailedLogins {

    private static final int MOST = 10;
    private static final int MOST_COUNTED = 100_000;
    private static final String SECONDS = "60";

    private record Who(String username, String address) {
    }

    private final Cache<Who, AtomicInteger> failures = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(MOST_COUNTED).build();

    void refuseFurther(String username, String address) {
        AtomicInteger failed = failures.getIfPresent(new Who(username, address));
        if (failed != null && failed.get() >= MOST) {
            throw new ProblemException(Problem.of(429, "TOO_MANY_FAILED_LOGINS",
                    new Text("登录失败次数过多，请一分钟后再试", "Too many failed logins; try again in a minute")),
                    Map.of("Retry-After", SECONDS));
        }
    }

    void count(String username, String address) {
        failures.get(new Who(username, address), who -> new AtomicInteger()).incrementAndGet();
    }
}
