package io.duibiao.chart;

import java.util.List;
import java.util.OptionalDouble;

import io.duibiao.core.Direction;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Quantity;
import io.duibiao.core.Rule;

/**
 * Where a rule stands on the scale of its indicator.
 *
 * @param marks the rule's figure, both ends of a range; empty where it has none
 * @param from where the values that keep the rule begin, to where they end; infinite where they are open
 * @param byBaseline the figure is the baseline's, not one of its own
 */
record Goal(List<Double> marks, double from, double to, boolean byBaseline) {

    private static final Goal WITHOUT_FIGURE = new Goal(List.of(), Double.NaN, Double.NaN, false);

    /** The goal of a rule, counted from the baseline where the rule is. */
    static Goal of(Rule rule, Indicator indicator, OptionalDouble baseline) {
        Direction direction = indicator.direction();
        if (rule instanceof Rule.AtLeast r) {
            return floor(number(r.value()));
        } else if (rule instanceof Rule.Above r) {
            return floor(number(r.value()));
        } else if (rule instanceof Rule.AtMost r) {
            return ceiling(number(r.value()));
        } else if (rule instanceof Rule.Below r) {
            return ceiling(number(r.value()));
        } else if (rule instanceof Rule.About r) {
            return near(number(r.value()), number(r.tolerance()), direction);
        } else if (rule instanceof Rule.Maintain r) {
            return near(number(r.value()), number(r.tolerance()), direction);
        } else if (rule instanceof Rule.Between r) {
            return between(number(r.from()), number(r.to()), direction);
        } else if (rule instanceof Rule.Exactly r) {
            return only(number(r.value()));
        } else if (rule instanceof Rule.ChangeBy r) {
            return change(r, indicator, baseline);
        } else if (rule instanceof Rule.NotWorseThanBaseline
                || rule instanceof Rule.Improve improve && improve.against() == Rule.Against.BASELINE) {
            return baseline.isPresent() ? byBaseline(near(baseline.getAsDouble(), 0, direction)) : WITHOUT_FIGURE;
        } else if (rule instanceof Rule.Eliminate r) {
            return r.basically() ? WITHOUT_FIGURE : only(0);
        } else if (rule instanceof Rule.Prohibited) {
            return only(0);
        } else if (rule instanceof Rule.Complete r && !r.basically()) {
            return r.value().map(v -> floor(number(v))).orElse(indicator.isPercent() ? floor(100) : WITHOUT_FIGURE);
        } else if (rule instanceof Rule.ByStandard r) {
            return r.value().map(v -> near(number(v), 0, direction)).orElse(WITHOUT_FIGURE);
        }
        return WITHOUT_FIGURE;
    }

    private static Goal change(Rule.ChangeBy rule, Indicator indicator, OptionalDouble baseline) {
        double change = number(rule.value());
        if (indicator.kind() == Kind.CUMULATIVE_CHANGE) {
            return floor(change);
        }
        if (baseline.isEmpty()) {
            return WITHOUT_FIGURE;
        }
        double start = baseline.getAsDouble();
        double step = rule.changeUnit() == Rule.ChangeUnit.PERCENT ? Math.abs(start) * change / 100 : change;
        return indicator.direction() == Direction.LOWER ? ceiling(start - step) : floor(start + step);
    }

    private static Goal floor(double v) {
        return new Goal(List.of(v), v, Double.POSITIVE_INFINITY, false);
    }

    private static Goal ceiling(double v) {
        return new Goal(List.of(v), Double.NEGATIVE_INFINITY, v, false);
    }

    private static Goal only(double v) {
        return new Goal(List.of(v), v, v, false);
    }

    private static Goal near(double v, double tolerance, Direction direction) {
        return switch (direction) {
            case HIGHER -> new Goal(List.of(v), v - tolerance, Double.POSITIVE_INFINITY, false);
            case LOWER -> new Goal(List.of(v), Double.NEGATIVE_INFINITY, v + tolerance, false);
            case NONE -> new Goal(List.of(v), v - tolerance, v + tolerance, false);
        };
    }

    private static Goal between(double a, double b, Direction direction) {
        return switch (direction) {
            case HIGHER -> floor(a);
            case LOWER -> ceiling(b);
            case NONE -> new Goal(List.of(a, b), a, b, false);
        };
    }

    private static Goal byBaseline(Goal goal) {
        return new Goal(goal.marks, goal.from, goal.to, true);
    }

    private static double number(Quantity quantity) {
        return quantity.number().doubleValue();
    }
}
