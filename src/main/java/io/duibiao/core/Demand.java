package io.duibiao.core;

import java.util.Optional;

import io.duibiao.core.Outcome.Reason;

/**
 * What a rule demands of a value once baseline and prior year are known, or why that cannot be said.
 *
 * @param accepted the values that keep the rule
 * @param figure the rule's figure v, in the unit of the value
 * @param why the reason when {@code accepted} is empty
 */
record Demand(Optional<Interval> accepted, Optional<Quantity> figure, Optional<Reason> why) {

    private static final Quantity HUNDREDTH = Quantity.of("0.01");

    /**
     * What a rule may be measured against.
     *
     * @param start the value at the baseline: the printed one, the base year's, or 0 for a cumulative change
     * @param prior the value of the year before
     */
    record Footing(Indicator indicator, Optional<Quantity> start, Optional<Quantity> prior) {
    }

    static Demand of(Rule rule, Footing footing) {
        Direction direction = footing.indicator().direction();
        if (rule instanceof Rule.AtLeast r) {
            return figure(r.value(), Interval.from(r.value(), true));
        } else if (rule instanceof Rule.Above r) {
            return figure(r.value(), Interval.from(r.value(), false));
        } else if (rule instanceof Rule.AtMost r) {
            return figure(r.value(), Interval.upTo(r.value(), true));
        } else if (rule instanceof Rule.Below r) {
            return figure(r.value(), Interval.upTo(r.value(), false));
        } else if (rule instanceof Rule.About r) {
            return figure(r.value(), within(r.value(), r.tolerance(), direction));
        } else if (rule instanceof Rule.Between r) {
            return between(r, direction);
        } else if (rule instanceof Rule.Exactly r) {
            return figure(r.value(), Interval.only(r.value()));
        } else if (rule instanceof Rule.ChangeBy r) {
            return change(r, footing);
        } else if (rule instanceof Rule.Maintain r) {
            return figure(r.value(), within(r.value(), r.tolerance(), direction));
        } else if (rule instanceof Rule.NotWorseThanBaseline) {
            return footing.start().map(b -> figure(b, Interval.notWorseThan(b, direction))).orElse(because(Reason.NO_BASELINE));
        } else if (rule instanceof Rule.Improve r) {
            return improve(r, footing);
        } else if (rule instanceof Rule.StableOrImproving r) {
            return stableOrImproving(r, footing);
        } else if (rule instanceof Rule.NegativeGrowth) {
            return footing.prior().map(p -> figure(p, Interval.upTo(p, false))).orElse(because(Reason.NO_PRIOR_YEAR));
        } else if (rule instanceof Rule.ZeroGrowth) {
            return footing.prior().map(p -> figure(p, Interval.upTo(p, true))).orElse(because(Reason.NO_PRIOR_YEAR));
        } else if (rule instanceof Rule.Eliminate r) {
            return r.basically() ? because(Reason.AWAITING_DEFINITION) : figure(Quantity.ZERO, Interval.only(Quantity.ZERO));
        } else if (rule instanceof Rule.Complete r) {
            return complete(r, footing.indicator());
        } else if (rule instanceof Rule.Prohibited) {
            return figure(Quantity.ZERO, Interval.only(Quantity.ZERO));
        } else if (rule instanceof Rule.ByStandard r) {
            return r.value().map(v -> figure(v, Interval.notWorseThan(v, direction)))
                    .orElse(because(Reason.AWAITING_DEFINITION));
        } else if (rule instanceof Rule.SameAs) {
            return because(Reason.AWAITING_DEFINITION);
        } else if (rule instanceof Rule.StateAssessed) {
            return because(Reason.AWAITING_STATE_FIGURE);
        }
        return because(Reason.AWAITING_JUDGEMENT);
    }

    /** Whether the rule holds in each period, due or not (domain: "in every period"). */
    static boolean inEveryPeriod(Rule rule) {
        return rule instanceof Rule.Exactly || rule instanceof Rule.Maintain || rule instanceof Rule.NotWorseThanBaseline
                || rule instanceof Rule.StableOrImproving || rule instanceof Rule.Prohibited
                || rule instanceof Rule.Improve improve && improve.against() == Rule.Against.EVERY_YEAR
                || rule instanceof Rule.NegativeGrowth negative && negative.everyYear()
                || rule instanceof Rule.ZeroGrowth zero && zero.everyYear();
    }

    /** Whether the rule measures each year against the one before, so that its figure moves and no way leads to it. */
    static boolean looksOneYearBack(Rule rule) {
        return rule instanceof Rule.NegativeGrowth || rule instanceof Rule.ZeroGrowth
                || rule instanceof Rule.Improve improve && improve.against() == Rule.Against.EVERY_YEAR;
    }

    /** Whether the rule means nothing without the value at the baseline. */
    static boolean restsOnBaseline(Rule rule) {
        return rule instanceof Rule.NotWorseThanBaseline || rule instanceof Rule.StableOrImproving
                || rule instanceof Rule.ChangeBy
                || rule instanceof Rule.Improve improve && improve.against() == Rule.Against.BASELINE;
    }

    private static Interval within(Quantity value, Quantity tolerance, Direction direction) {
        return switch (direction) {
            case HIGHER -> Interval.from(value.minus(tolerance), true);
            case LOWER -> Interval.upTo(value.plus(tolerance), true);
            case NONE -> Interval.between(value.minus(tolerance), value.plus(tolerance));
        };
    }

    private static Demand between(Rule.Between rule, Direction direction) {
        return switch (direction) {
            case HIGHER -> figure(rule.from(), Interval.from(rule.from(), true));
            case LOWER -> figure(rule.to(), Interval.upTo(rule.to(), true));
            case NONE -> new Demand(Optional.of(Interval.between(rule.from(), rule.to())), Optional.empty(), Optional.empty());
        };
    }

    /**
     * On a change indicator the value is the change; on any other the change is carried over to the value itself,
     * which needs no division: 下降12% from 34 where lower is better accepts x ≤ 34 − 34 × 0.12 = 29.92.
     */
    private static Demand change(Rule.ChangeBy rule, Footing footing) {
        Indicator indicator = footing.indicator();
        if (rule.baseYear().isEmpty()) {
            return because(Reason.BASE_YEAR_UNKNOWN);
        }
        if (indicator.isChange()) {
            return figure(rule.value(), Interval.from(rule.value(), !rule.strict()));
        }
        if (indicator.direction() == Direction.NONE) {
            return because(Reason.AWAITING_DEFINITION);
        }
        if (footing.start().isEmpty() || rule.changeUnit() == Rule.ChangeUnit.PERCENT && footing.start().get().signum() == 0) {
            return because(Reason.NO_BASELINE);
        }
        Quantity start = footing.start().get();
        Quantity step = rule.changeUnit() == Rule.ChangeUnit.PERCENT ? start.abs().times(rule.value()).times(HUNDREDTH)
                : rule.value();
        boolean lower = indicator.direction() == Direction.LOWER;
        Quantity limit = lower ? start.minus(step) : start.plus(step);
        return figure(limit, lower ? Interval.upTo(limit, !rule.strict()) : Interval.from(limit, !rule.strict()));
    }

    private static Demand improve(Rule.Improve rule, Footing footing) {
        boolean yearly = rule.against() == Rule.Against.EVERY_YEAR;
        Optional<Quantity> against = yearly ? footing.prior() : footing.start();
        if (against.isEmpty()) {
            return because(yearly ? Reason.NO_PRIOR_YEAR : Reason.NO_BASELINE);
        }
        return Interval.betterThan(against.get(), footing.indicator().direction())
                .map(better -> new Demand(Optional.of(better), Optional.empty(), Optional.empty()))
                .orElse(because(Reason.AWAITING_DEFINITION));
    }

    private static Demand stableOrImproving(Rule.StableOrImproving rule, Footing footing) {
        if (footing.start().isEmpty()) {
            return because(Reason.NO_BASELINE);
        }
        if (footing.prior().isEmpty()) {
            return because(Reason.NO_PRIOR_YEAR);
        }
        Direction direction = footing.indicator().direction();
        Interval accepted = within(footing.start().get(), rule.tolerance(), direction)
                .and(within(footing.prior().get(), rule.tolerance(), direction));
        return new Demand(Optional.of(accepted), Optional.empty(), Optional.empty());
    }

    private static Demand complete(Rule.Complete rule, Indicator indicator) {
        if (rule.basically()) {
            return because(Reason.AWAITING_DEFINITION);
        }
        Optional<Quantity> whole = rule.value()
                .or(() -> indicator.isPercent() ? Optional.of(Quantity.HUNDRED) : Optional.empty());
        return whole.map(n -> figure(n, Interval.from(n, true))).orElse(because(Reason.AWAITING_JUDGEMENT));
    }

    private static Demand figure(Quantity figure, Interval accepted) {
        return new Demand(Optional.of(accepted), Optional.of(figure), Optional.empty());
    }

    private static Demand because(Reason reason) {
        return new Demand(Optional.empty(), Optional.empty(), Optional.of(reason));
    }
}
