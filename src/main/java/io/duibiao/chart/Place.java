package io.duibiao.chart;

import java.util.Comparator;
import java.util.Optional;

import io.duibiao.core.Direction;
import io.duibiao.core.Measurement;
import io.duibiao.core.Outcome;
import io.duibiao.core.Region;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/**
 * One region among others.
 *
 * @param verdict empty where no target applies to it
 * @param value what was judged or would have been
 */
record Place(Region region, Optional<Verdict> verdict, Optional<Measurement> value) {

    /** The best value first; then those that cannot be compared, and those without a number last. */
    static Comparator<Place> bestFirst(Direction direction) {
        Comparator<Place> byValue = Comparator.comparingDouble(place -> place.actual().map(Actual::value).orElse(0.0));
        return Comparator.comparingInt(Place::group)
                .thenComparing(direction == Direction.LOWER ? byValue : byValue.reversed())
                .thenComparing(place -> place.region().code());
    }

    private int group() {
        return actual().map(actual -> actual.comparable() ? 0 : 1).orElse(2);
    }

    Optional<Actual> actual() {
        return verdict.isPresent() ? verdict.flatMap(Actual::of) : value.flatMap(found -> Actual.of(found, true));
    }

    /** Whether the value can be set beside those of others. */
    boolean isComparable() {
        return group() == 0;
    }

    /** Without a verdict, that of a figure that nothing is demanded of. */
    Outcome outcome() {
        return verdict.map(Verdict::outcome).orElse(Outcome.NOT_ASSESSABLE);
    }

    Text shortName() {
        return new Text(region.shortName(),
                region.name().en().replaceFirst(" (League|Banner|City|Autonomous Region|Autonomous Banner)$", ""));
    }
}
