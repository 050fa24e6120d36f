package io.duibiao.core;

import java.time.YearMonth;
import java.util.Optional;

import io.duibiao.core.Schedule.Reason;

/**
 * 序时进度: how far along the way from baseline to target a value is, against the share of the way that time requires.
 *
 * @param progress (x − b) ÷ (v − b)
 * @param required the share required at the period's end
 */
record Pace(Schedule schedule, Optional<Reason> reason, Optional<Quantity> progress, Optional<Quantity> required) {

    /**
     * Where the way begins: the value b at the end of a month, or why there is none.
     */
    record Start(Optional<Quantity> value, Optional<YearMonth> month, Optional<Reason> why) {
    }

    /**
     * All that the pace depends on.
     *
     * @param figure the rule's figure v
     * @param value the value x where it may be judged
     * @param asked last month of the period
     * @param due last month of the due date
     * @param ended the due date has come, or the rule holds in every period
     */
    record Case(Rule rule, Direction direction, Start start, Optional<Interval> accepted, Optional<Quantity> figure,
            Optional<Quantity> value, Outcome outcome, YearMonth asked, YearMonth due, boolean everyPeriod, boolean ended) {
    }

    static Pace of(Case c) {
        if (c.start().month().equals(Optional.of(c.asked()))) {
            return none(Reason.AT_BASELINE);
        }
        if (c.accepted().isEmpty()) {
            return none(Demand.restsOnBaseline(c.rule()) ? c.start().why().orElse(Reason.NO_VALUE) : Reason.NO_FIGURE);
        }
        if (c.start().value().isPresent() && baselineKeeps(c)) {
            return switch (c.outcome()) {
                case MET -> only(Schedule.HELD);
                case NOT_MET, NOT_YET_MET -> only(Schedule.LOST);
                case NOT_ASSESSABLE -> none(Reason.NO_VALUE);
            };
        }
        if (c.everyPeriod()) {
            return none(Reason.EVERY_PERIOD);
        }
        if (c.ended() && c.outcome() == Outcome.MET) {
            return only(Schedule.ON_SCHEDULE);
        }
        if (c.ended() && c.outcome() == Outcome.NOT_MET) {
            return only(worseThanStart(c) ? Schedule.REVERSED : Schedule.BEHIND);
        }
        if (c.start().value().isEmpty()) {
            return none(c.start().why().orElse(Reason.NO_BASELINE));
        }
        if (c.figure().isEmpty()) {
            return none(Reason.NO_FIGURE);
        }
        if (c.figure().equals(c.start().value())) {
            return none(Reason.NO_DISTANCE);
        }
        if (c.value().isEmpty()) {
            return c.outcome() == Outcome.MET ? only(Schedule.AHEAD) : none(Reason.NO_VALUE);
        }
        return onTheWay(c, c.start().value().get(), c.figure().get(), c.value().get());
    }

    /** Linear in calendar months: 24 of 60 months, 0.4, for 2022 between 2020 and 2025. */
    private static Pace onTheWay(Case c, Quantity b, Quantity v, Quantity x) {
        YearMonth begin = c.start().month().orElseThrow();
        int whole = months(begin, c.due());
        int gone = Math.min(Math.max(months(begin, c.asked()), 0), whole);
        int nextYear = Math.min(gone + 12, whole);
        Quantity way = v.minus(b);
        Quantity walked = x.minus(b);
        Optional<Quantity> progress = Optional.of(walked.dividedBy(way));
        Optional<Quantity> required = Optional.of(Quantity.of(gone).dividedBy(Quantity.of(whole)));
        Schedule schedule;
        if (c.outcome() == Outcome.MET || reached(walked, way, nextYear, whole)) {
            schedule = Schedule.AHEAD;
        } else if (worseThanStart(c)) {
            schedule = Schedule.REVERSED;
        } else {
            schedule = reached(walked, way, gone, whole) ? Schedule.ON_SCHEDULE : Schedule.BEHIND;
        }
        return new Pace(schedule, Optional.empty(), progress, required);
    }

    /** walked ÷ way ≥ part ÷ whole, without dividing. */
    private static boolean reached(Quantity walked, Quantity way, int part, int whole) {
        Quantity left = walked.times(Quantity.of((long) whole * way.signum()));
        return left.compareTo(way.abs().times(Quantity.of(part))) >= 0;
    }

    private static boolean baselineKeeps(Case c) {
        return c.rule() instanceof Rule.NotWorseThanBaseline || c.rule() instanceof Rule.StableOrImproving
                || c.figure().isPresent() && c.accepted().orElseThrow().contains(c.start().value().orElseThrow());
    }

    private static boolean worseThanStart(Case c) {
        if (c.value().isEmpty() || c.start().value().isEmpty()) {
            return false;
        }
        Quantity b = c.start().value().get();
        Quantity x = c.value().get();
        return c.figure().map(v -> x.minus(b).signum() * v.minus(b).signum() < 0).orElse(false);
    }

    private static Pace only(Schedule schedule) {
        return new Pace(schedule, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Pace none(Reason reason) {
        return new Pace(Schedule.NOT_APPLICABLE, Optional.of(reason), Optional.empty(), Optional.empty());
    }

    private static int months(YearMonth from, YearMonth to) {
        return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
    }
}
