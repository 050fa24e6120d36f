package io.duibiao.account;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.duibiao.core.Text;
import io.duibiao.problem.Caller;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

/**
 * Slows guessing: so many failures of one account from one network, from one network, or of one account, and no login is tried
 * until a minute after the first. Where someone signed in lately only his own failures there count, so that strangers who guess
 * do not lock him out.
 */
final class FailedLogins {

    private static final int OF_ONE_ACCOUNT_FROM_ONE_NETWORK = 10;
    private static final int FROM_ONE_NETWORK = 100;
    private static final int OF_ONE_ACCOUNT = 100;
    private static final int MOST_COUNTED = 100_000;
    private static final String SECONDS = "60";
    private static final String ANY = "";

    private record Who(String username, String network) {
    }

    private final Cache<Who, AtomicInteger> failures = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(MOST_COUNTED).build();
    private final Cache<Who, Boolean> atHome = Caffeine.newBuilder().expireAfterAccess(Duration.ofDays(30))
            .maximumSize(MOST_COUNTED).build();

    /** @throws ProblemException 429 with when to try again */
    void refuseFurther(String username, String address) {
        Who who = new Who(username, Caller.network(address));
        if (failed(who) >= OF_ONE_ACCOUNT_FROM_ONE_NETWORK
                || atHome.getIfPresent(who) == null && (failed(new Who(ANY, who.network())) >= FROM_ONE_NETWORK
                        || failed(new Who(username, ANY)) >= OF_ONE_ACCOUNT)) {
            throw new ProblemException(Problem.of(429, "TOO_MANY_FAILED_LOGINS",
                    new Text("登录失败次数过多，请一分钟后再试", "Too many failed logins; try again in a minute")),
                    Map.of("Retry-After", SECONDS));
        }
    }

    void count(String username, String address) {
        String network = Caller.network(address);
        for (Who who : new Who[] { new Who(username, network), new Who(ANY, network), new Who(username, ANY) }) {
            failures.get(who, first -> new AtomicInteger()).incrementAndGet();
        }
    }

    void succeeded(String username, String address) {
        Who who = new Who(username, Caller.network(address));
        atHome.put(who, true);
        failures.invalidate(who);
    }

    private int failed(Who who) {
        AtomicInteger failed = failures.getIfPresent(who);
        return failed == null ? 0 : failed.get();
    }
}
