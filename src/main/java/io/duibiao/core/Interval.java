package io.duibiao.core;

import java.util.Optional;

/**
 * A span of values: those that a rule accepts, or those that a figure allows. A rule is settled when every allowed
 * value is accepted, or none is; so 98以上 settles ≥98, and 90以上 does not settle ≥92. The ends are in the unit of the
 * indicator (percent for a share or a change in percent).
 *
 * @param low where it begins; empty where it has no lower end
 * @param high where it ends; empty where it has no upper end
 */
public record Interval(Optional<Edge> low, Optional<Edge> high) {

    /** One end, and whether it belongs to the span. */
    public record Edge(Quantity at, boolean included) {
    }

    static Interval from(Quantity low, boolean included) {
        return new Interval(Optional.of(new Edge(low, included)), Optional.empty());
    }

    static Interval upTo(Quantity high, boolean included) {
        return new Interval(Optional.empty(), Optional.of(new Edge(high, included)));
    }

    static Interval between(Quantity low, Quantity high) {
        return new Interval(Optional.of(new Edge(low, true)), Optional.of(new Edge(high, true)));
    }

    static Interval only(Quantity value) {
        return between(value, value);
    }

    /** Values that are not worse than the limit; where neither way is better, the limit itself. */
    static Interval notWorseThan(Quantity limit, Direction direction) {
        return switch (direction) {
            case HIGHER -> from(limit, true);
            case LOWER -> upTo(limit, true);
            case NONE -> only(limit);
        };
    }

    /** Values that are strictly better than the limit; empty where neither way is better. */
    static Optional<Interval> betterThan(Quantity limit, Direction direction) {
        return switch (direction) {
            case HIGHER -> Optional.of(from(limit, false));
            case LOWER -> Optional.of(upTo(limit, false));
            case NONE -> Optional.empty();
        };
    }

    /** The values that a reported figure allows; empty for 约, which has no printed limits, and where nothing is reported. */
    static Optional<Interval> allowedBy(Figure figure) {
        if (figure instanceof Figure.Exact exact) {
            return Optional.of(only(exact.value()));
        }
        if (figure instanceof Figure.Bound bound) {
            return switch (bound.relation()) {
                case AT_LEAST -> Optional.of(from(bound.value(), true));
                case ABOVE -> Optional.of(from(bound.value(), false));
                case AT_MOST -> Optional.of(upTo(bound.value(), true));
                case BELOW -> Optional.of(upTo(bound.value(), false));
                case ABOUT -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    boolean contains(Quantity value) {
        return low.map(edge -> above(value, edge)).orElse(true) && high.map(edge -> below(value, edge)).orElse(true);
    }

    /** Whether every value of the other lies in this one. */
    boolean containsAll(Interval other) {
        return low.map(mine -> other.low.map(its -> its.at().compareTo(mine.at()) > 0
                || its.at().equals(mine.at()) && (mine.included() || !its.included())).orElse(false)).orElse(true)
                && high.map(mine -> other.high.map(its -> its.at().compareTo(mine.at()) < 0
                        || its.at().equals(mine.at()) && (mine.included() || !its.included())).orElse(false)).orElse(true);
    }

    /** Whether no value lies in both. */
    boolean misses(Interval other) {
        return isEmpty() || liesBelow(other) || other.liesBelow(this);
    }

    /** What two intervals share may be nothing. */
    private boolean isEmpty() {
        return liesBelow(this);
    }

    Interval and(Interval other) {
        return new Interval(tighter(low, other.low, 1), tighter(high, other.high, -1));
    }

    private boolean liesBelow(Interval other) {
        if (high.isEmpty() || other.low.isEmpty()) {
            return false;
        }
        int order = high.get().at().compareTo(other.low.get().at());
        return order < 0 || order == 0 && !(high.get().included() && other.low.get().included());
    }

    private static Optional<Edge> tighter(Optional<Edge> one, Optional<Edge> two, int sign) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.or(() -> two);
        }
        int order = one.get().at().compareTo(two.get().at()) * sign;
        if (order == 0) {
            return one.get().included() ? two : one;
        }
        return order > 0 ? one : two;
    }

    private static boolean above(Quantity value, Edge edge) {
        int order = value.compareTo(edge.at());
        return order > 0 || order == 0 && edge.included();
    }

    private static boolean below(Quantity value, Edge edge) {
        int order = value.compareTo(edge.at());
        return order < 0 || order == 0 && edge.included();
    }
}
