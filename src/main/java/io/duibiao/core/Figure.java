package io.duibiao.core;

import java.util.Optional;

/** What a plan or an office prints where a number is expected. */
public sealed interface Figure {

    /** A number: 90.8. */
    record Exact(Quantity value) implements Figure {
    }

    /** A limit of the number: 90以上, 超过20, 约3.19. */
    record Bound(Relation relation, Quantity value) implements Figure {
    }

    /** ———: no base figure, or not audited. */
    record Absent() implements Figure {
    }

    /** Words: 全区13个达到国家目标要求. */
    record Words(String words) implements Figure {
    }

    /** The number where it is exact. */
    default Optional<Quantity> exact() {
        return this instanceof Exact exact ? Optional.of(exact.value()) : Optional.empty();
    }

    /** The number that is printed, exact or as a limit. */
    default Optional<Quantity> number() {
        return this instanceof Bound bound ? Optional.of(bound.value()) : exact();
    }
}
