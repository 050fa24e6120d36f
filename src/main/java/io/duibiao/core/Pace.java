package io.duibiao.core;

import java.time.YearMonth;
import java.util.List;
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

        static Start at(Quantity value, YearMonth month) {
            return new Start(Optional.of(value), Optional.of(month), Optional.empty());
        }

        static Start missing(Optional<YearMonth> month, Reason why) {
            return new Start(Optional.empty(), month, Optional.of(why));
        }
    }

    /**
     * All that the pace depends on.
     *
     * @param accepted the values that keep the rule
     * @param figure the rule's figure v
     * @param value the value x where it may be judged
     * @param asked last month of the period
     * @param due last month of the due date
     * @param stages what the way runs through, in order of time
     * @param held the baseline keeps the rule already
     * @param ended the due date has come, or the rule holds in every period
     * @param edition of the method
     */
    record Case(Rule rule, Start start, Optional<Interval> accepted, Optional<Quantity> figure, Optional<Quantity> value,
            Outcome outcome, YearMonth asked, YearMonth due, List<Waypoint> stages, boolean everyPeriod, boolean held,
            boolean ended, Edition edition) {
    }

    static Pace of(Case c) {
        if (c.start().month().equals(Optional.of(c.asked()))) {
            return none(Reason.AT_BASELINE);
        }
        if (c.accepted().isEmpty()) {
            return c.outcome() == Outcome.NOT_ASSESSABLE ? none(whyNoWay(c)) : found(c);
        }
        if (c.held()) {
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
        if (Demand.looksOneYearBack(c.rule())) {
            return none(Reason.NO_FIGURE);
        }
        boolean way = c.figure().isPresent() && !c.figure().equals(c.start().value());
        if (way && c.value().isPresent()) {
            return onTheWay(c, c.start().value().get(), c.figure().get(), c.value().get());
        }
        if (c.outcome() == Outcome.MET) {
            return only(Schedule.AHEAD);
        }
        if (c.edition().corrected() && worseThanStart(c)) {
            return only(Schedule.REVERSED);
        }
        if (c.figure().isEmpty()) {
            return none(Reason.NO_FIGURE);
        }
        return none(way ? Reason.NO_VALUE : Reason.NO_DISTANCE);
    }

    /** What a person found has no way to it, only an end. */
    private static Pace found(Case c) {
        if (c.everyPeriod()) {
            return none(Reason.EVERY_PERIOD);
        }
        return switch (c.outcome()) {
            case MET -> only(c.ended() ? Schedule.ON_SCHEDULE : Schedule.AHEAD);
            case NOT_MET -> only(Schedule.BEHIND);
            case NOT_YET_MET, NOT_ASSESSABLE -> none(Reason.NO_FIGURE);
        };
    }

    /** A printed baseline that cannot serve is named before a missing figure: that figure would not help it. */
    private static Reason whyNoWay(Case c) {
        return c.start().why().filter(why -> why != Reason.NO_BASELINE || Demand.restsOnBaseline(c.rule()))
                .orElse(Reason.NO_FIGURE);
    }

    /** From stage to stage linear in calendar months: 24 of 60 months, 0.4, for 2022 between 2020 and 2025. */
    private static Pace onTheWay(Case c, Quantity b, Quantity v, Quantity x) {
        YearMonth begin = c.start().month().orElseThrow();
        int whole = months(begin, c.due());
        int gone = Math.min(Math.max(months(begin, c.asked()), 0), whole);
        int nextYear = Math.min(gone + 12, whole);
        boolean up = v.compareTo(b) > 0;
        Way way = way(c, b, v);
        Quantity walked = distance(b, x, up);
        Optional<Quantity> progress = Optional.of(walked.dividedBy(v.minus(b).abs()));
        Optional<Quantity> required = Optional.of(way.share(gone));
        Schedule schedule;
        if (c.outcome() == Outcome.MET || way.reached(walked, nextYear)) {
            schedule = Schedule.AHEAD;
        } else if (worseThanStart(c)) {
            schedule = Schedule.REVERSED;
        } else {
            schedule = way.reached(walked, gone) ? Schedule.ON_SCHEDULE : Schedule.BEHIND;
        }
        return new Pace(schedule, Optional.empty(), progress, required);
    }

    private static Way way(Case c, Quantity b, Quantity v) {
        YearMonth begin = c.start().month().orElseThrow();
        boolean up = v.compareTo(b) > 0;
        return new Way(v.minus(b).abs(), months(begin, c.due()), c.stages().stream()
                .map(stage -> new Way.Point(months(begin, stage.month()), distance(b, stage.value(), up))).toList());
    }

    /** What the schedule leads through, from the baseline to the figure; empty where there is no way to walk. */
    static List<Waypoint> course(Case c) {
        Optional<Quantity> from = c.start().value();
        boolean none = c.everyPeriod() || c.accepted().isEmpty() || c.figure().isEmpty() || from.isEmpty()
                || Demand.looksOneYearBack(c.rule()) || c.held()
                || !c.start().month().orElseThrow().isBefore(c.due());
        if (none) {
            return List.of();
        }
        Quantity b = from.get();
        Quantity v = c.figure().get();
        YearMonth begin = c.start().month().orElseThrow();
        return way(c, b, v).points().stream().map(point -> new Waypoint(begin.plusMonths(point.months()),
                v.compareTo(b) > 0 ? b.plus(point.walked()) : b.minus(point.walked()))).toList();
    }

    /** How far a value has come from the baseline towards the figure; negative on the other side. */
    private static Quantity distance(Quantity b, Quantity x, boolean up) {
        return up ? x.minus(b) : b.minus(x);
    }

    private static boolean worseThanStart(Case c) {
        if (c.value().isEmpty() || c.start().value().isEmpty()) {
            return false;
        }
        Quantity b = c.start().value().get();
        int moved = c.value().get().compareTo(b);
        Interval accepted = c.accepted().orElseThrow();
        if (accepted.low().isPresent() && accepted.high().isPresent()) {
            return c.figure().map(v -> moved * v.compareTo(b) < 0).orElse(false);
        }
        return accepted.low().isPresent() ? moved < 0 : moved > 0;
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
