package io.duibiao.account;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an account may do; {@code admin} may do everything. */
public final class Roles {

    /** Reads. */
    public static final String VIEWER = "viewer";
    /** Writes measurements and task reports of its own regions and those below. */
    public static final String REPORTER = "reporter";
    /** Makes a value final, or returns it. */
    public static final String REVIEWER = "reviewer";
    /** Edits plans, targets, indicators and regions, and records resolutions and judgements. */
    public static final String PLANNER = "planner";
    /** Has every role. */
    public static final String ADMIN = "admin";

    static final Set<String> ALL = Set.of(VIEWER, REPORTER, REVIEWER, PLANNER, ADMIN);

    private Roles() {
    }

    /** The roles that somebody given these acts in; what is no role of the service counts for nothing. */
    static Set<String> of(Set<String> given) {
        return given.contains(ADMIN) ? ALL
                : Stream.concat(Stream.of(VIEWER), given.stream().filter(ALL::contains))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
