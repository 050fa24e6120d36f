package io.duibiao.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one method says of a target, or why it cannot say anything.
 *
 * @param figures what the method computed with and what came out, rounded half-up to ten decimals, in that order
 */
public record Assessment(Method method, Optional<Grade> grade, Map<String, Quantity> figures, Optional<Refusal> refusal) {

    /**
     * A class of a method, by the method's own name.
     *
     * @param onTrack whether the publisher counts it as on track
     */
    public record Grade(String code, Text label, boolean onTrack) {
    }

    /** Why a method cannot answer. */
    public record Refusal(String code, Text label) {
    }

    static Assessment of(Method method, Grade grade, Map<String, Quantity> figures) {
        return new Assessment(method, Optional.of(grade), ordered(figures), Optional.empty());
    }

    static Assessment refused(Method method, Refusal why, Map<String, Quantity> figures) {
        return new Assessment(method, Optional.empty(), ordered(figures), Optional.of(why));
    }

    private static Map<String, Quantity> ordered(Map<String, Quantity> figures) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
