package io.duibiao.core;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.duibiao.core.Outcome.Reason;
import io.duibiao.core.Verdict.Projection;

/** Judges one target for one region and one period; three questions that are never blended: met? on schedule? which way? */
public final class Verdicts {

    private Verdicts() {
    }

    /**
     * Everything that one verdict rests on.
     *
     * @param region the region or group asked about
     * @param values all measured values of the indicator, scope and region, on whatever basis, in order of period
     * @param reference the target is the parent's
     */
    public record Question(Plan plan, Target target, Indicator indicator, String region, Text regionName, boolean membersKnown,
            Period period, List<Measurement> values, Optional<Resolution> resolution, boolean reference) {
    }

    public static Verdict judge(Question q) {
        return new Judging(q).verdict();
    }

    /** The working of one verdict: each field is one step, in the order in which the steps rest on each other. */
    private static final class Judging {

        private final Question q;
        private final Rule rule;
        private final Period asked;
        private final Series series;
        private final Series.Answer answer;
        private final Pace.Start start;
        private final Optional<Quantity> prior;
        private final Demand demand;
        private final boolean everyPeriod;
        private final Optional<Reason> reason;
        private final Optional<Quantity> value;
        private final Outcome outcome;

        Judging(Question q) {
            this.q = q;
            this.rule = q.resolution().map(Resolution::rule).orElse(q.target().rule());
            this.asked = q.period().minusYears(q.target().dataLag());
            Optional<String> basis = q.resolution().flatMap(Resolution::basis).or(() -> q.target().basis());
            boolean change = q.indicator().kind() == Kind.CUMULATIVE_CHANGE;
            Optional<Integer> baseYear = change && rule instanceof Rule.ChangeBy r ? r.baseYear() : Optional.empty();
            this.series = new Series(q.indicator(), q.values(), basis, baseYear);
            this.answer = series.at(asked);
            this.start = start(basis);
            this.prior = prior();
            this.demand = Demand.of(rule, new Demand.Footing(q.indicator(), start.value(), prior));
            this.everyPeriod = everyPeriod();
            this.reason = reason();
            this.value = reason.isPresent() ? Optional.empty() : answer.exact();
            this.outcome = outcome();
        }

        /**
         * Where the way to the target begins: 0 at the end of the base year of a change, else the baseline, else the base
         * year's value.
         */
        private Pace.Start start(Optional<String> basis) {
            if (rule instanceof Rule.ChangeBy r) {
                return r.baseYear().map(year -> changeStart(year, basis))
                        .orElse(new Pace.Start(Optional.empty(), Optional.empty(), Optional.of(Schedule.Reason.NO_BASELINE)));
            }
            if (q.indicator().kind() == Kind.CUMULATIVE_CHANGE) {
                return new Pace.Start(Optional.empty(), Optional.empty(), Optional.of(Schedule.Reason.NO_BASELINE));
            }
            return q.target().baseline().map(baseline -> printedStart(baseline, basis))
                    .orElse(new Pace.Start(Optional.empty(), Optional.empty(), Optional.of(Schedule.Reason.NO_BASELINE)));
        }

        private Pace.Start changeStart(int baseYear, Optional<String> basis) {
            Optional<YearMonth> month = Optional.of(YearMonth.of(baseYear, 12));
            if (q.indicator().kind() == Kind.CUMULATIVE_CHANGE) {
                return new Pace.Start(Optional.of(Quantity.ZERO), month, Optional.empty());
            }
            Optional<Quantity> measured = series.at(Period.year(baseYear)).exact();
            Optional<Quantity> printed = q.target().baseline().filter(b -> b.period().equals(Period.year(baseYear)))
                    .flatMap(b -> printedStart(b, basis).value());
            Optional<Quantity> start = printed.or(() -> measured);
            return new Pace.Start(start, month,
                    start.isPresent() ? Optional.empty() : Optional.of(Schedule.Reason.NO_BASELINE));
        }

        private static Pace.Start printedStart(Baseline baseline, Optional<String> basis) {
            Optional<YearMonth> month = Optional.of(baseline.period().last());
            Figure figure = baseline.figure();
            if (figure instanceof Figure.Exact && !baseline.basis().equals(basis)) {
                return new Pace.Start(Optional.empty(), month, Optional.of(Schedule.Reason.BASIS_MISMATCH));
            } else if (figure instanceof Figure.Exact exact) {
                return new Pace.Start(Optional.of(exact.value()), month, Optional.empty());
            } else if (figure instanceof Figure.Bound) {
                return new Pace.Start(Optional.empty(), month, Optional.of(Schedule.Reason.BASELINE_IS_BOUND));
            } else if (figure instanceof Figure.Words) {
                return new Pace.Start(Optional.empty(), month, Optional.of(Schedule.Reason.BASELINE_IS_TEXT));
            }
            return new Pace.Start(Optional.empty(), month, Optional.of(Schedule.Reason.NO_BASELINE));
        }

        /** Last year's value on the same basis and base year; 0 in the first year of a change; never the same figure twice. */
        private Optional<Quantity> prior() {
            Optional<Measurement> now = answer.reason().isPresent() ? Optional.empty() : answer.value();
            Optional<Integer> baseYear = now.flatMap(Measurement::baseYear);
            boolean firstYearOfChange = q.indicator().kind() == Kind.CUMULATIVE_CHANGE
                    && baseYear.equals(Optional.of(asked.year() - 1));
            if (firstYearOfChange) {
                return Optional.of(Quantity.ZERO);
            }
            Series same = new Series(series.indicator(), series.values(), series.basis(), baseYear.or(series::baseYear));
            Series.Answer before = same.at(asked.minusYears(1));
            return before.value().equals(now) ? Optional.empty() : before.exact();
        }

        private boolean everyPeriod() {
            Due due = q.target().due();
            return Demand.inEveryPeriod(rule) || due.kind() == Due.Kind.EVERY_PERIOD
                    || due.kind() == Due.Kind.FROM && !q.period().end().isBefore(due.date());
        }

        private boolean ended() {
            return everyPeriod || !q.period().end().isBefore(q.target().due().date());
        }

        private Optional<Reason> reason() {
            if (beforeStart()) {
                return Optional.of(Reason.BEFORE_BASELINE);
            }
            boolean figureMissing = demand.why().isPresent() && demand.why().get() != Reason.NO_PRIOR_YEAR
                    && demand.why().get() != Reason.NO_BASELINE;
            if (figureMissing) {
                return demand.why();
            }
            if (!q.membersKnown() && answer.reason().isPresent()) {
                return Optional.of(Reason.MEMBERS_UNKNOWN);
            }
            if (answer.reason().isPresent()) {
                return answer.reason();
            }
            Figure figure = answer.value().orElseThrow().figure();
            if (figure instanceof Figure.Words) {
                return Optional.of(Reason.NO_VALUE);
            }
            if (demand.accepted().isEmpty()) {
                return demand.why();
            }
            Interval accepted = demand.accepted().get();
            boolean settled = Interval.allowedBy(figure)
                    .map(allowed -> accepted.containsAll(allowed) || accepted.misses(allowed)).orElse(false);
            return settled ? Optional.empty() : Optional.of(Reason.VALUE_IS_BOUND);
        }

        private boolean beforeStart() {
            YearMonth begin = start.month().orElse(YearMonth.of(q.plan().baseYear(), 12));
            return q.period().last().isBefore(begin);
        }

        private Outcome outcome() {
            if (reason.isPresent()) {
                return Outcome.NOT_ASSESSABLE;
            }
            boolean rounded = q.target().comparison() == Target.Comparison.ROUNDED;
            if (keeps(rounded ? roundedFigure() : figure())) {
                return Outcome.MET;
            }
            return ended() ? Outcome.NOT_MET : Outcome.NOT_YET_MET;
        }

        private boolean keeps(Figure figure) {
            return demand.accepted().orElseThrow().containsAll(Interval.allowedBy(figure).orElseThrow());
        }

        private Figure figure() {
            return answer.value().orElseThrow().figure();
        }

        /** 修约: an exact value at the decimals of the target's figure. */
        private Figure roundedFigure() {
            if (value.isPresent() && demand.figure().isPresent()) {
                return new Figure.Exact(value.get().rounded(demand.figure().get().decimals()));
            }
            return figure();
        }

        Verdict verdict() {
            Target target = q.target();
            YearMonth due = YearMonth.from(target.due().date());
            Pace pace = Pace.of(new Pace.Case(rule, q.indicator().direction(), start, demand.accepted(), pathFigure(), value,
                    outcome, asked.last(), due, everyPeriod, ended()));
            boolean withinRounding = reason.isEmpty() && keeps(figure()) != keeps(roundedFigure());
            boolean afterDue = target.due().kind() == Due.Kind.BY && !everyPeriod
                    && q.period().end().isAfter(target.due().date());
            Verdict bare = new Verdict(target, q.indicator(), q.region(), q.regionName(), q.period(), rule, q.resolution(),
                    answer.value(), outcome, reason, afterDue, withinRounding, pace.schedule(), pace.reason(), pace.progress(),
                    pace.required(), movement(), gap(), completionRate(), ceilingUse(), requiredPerYear(due), projection(due),
                    q.reference(), List.of());
            return bare.explained(Explanation.of(bare, start, prior, demand));
        }

        /** Growth rules look one year back and have no way to walk. */
        private Optional<Quantity> pathFigure() {
            boolean growth = rule instanceof Rule.NegativeGrowth || rule instanceof Rule.ZeroGrowth;
            return growth ? Optional.empty() : demand.figure();
        }

        private Movement movement() {
            Optional<Quantity> now = answer.exact();
            if (now.isEmpty() || prior.isEmpty() || q.indicator().direction() == Direction.NONE) {
                return Movement.UNKNOWN;
            }
            int order = now.get().compareTo(prior.get());
            int better = q.indicator().direction() == Direction.HIGHER ? order : -order;
            return better > 0 ? Movement.BETTER : better < 0 ? Movement.WORSE : Movement.SAME;
        }

        /** 90.8 against 89.1 → +1.7; 1.9 against ≤3.8 → +1.9; 0 inside a range. */
        private Optional<Quantity> gap() {
            if (value.isEmpty()) {
                return Optional.empty();
            }
            Quantity x = value.get();
            if (rule instanceof Rule.ChangeBy r) {
                return actualChange().map(change -> change.minus(r.value()));
            }
            if (rule instanceof Rule.Between r) {
                return Optional.of(rangeGap(x, r));
            }
            boolean twoSided = q.indicator().direction() == Direction.NONE
                    && (rule instanceof Rule.About || rule instanceof Rule.Maintain);
            if (twoSided && demand.accepted().orElseThrow().contains(x)) {
                return Optional.of(Quantity.ZERO);
            }
            return demand.figure().map(v -> twoSided || rule instanceof Rule.Exactly ? x.minus(v).abs().negate()
                    : ceiling() ? v.minus(x) : x.minus(v));
        }

        private Quantity rangeGap(Quantity x, Rule.Between range) {
            Quantity above = x.minus(range.to());
            Quantity below = range.from().minus(x);
            if (above.signum() <= 0 && below.signum() <= 0) {
                return Quantity.ZERO;
            }
            Quantity outside = above.signum() > 0 ? above : below;
            Direction favourable = above.signum() > 0 ? Direction.HIGHER : Direction.LOWER;
            return q.indicator().direction() == favourable ? outside : outside.negate();
        }

        private boolean ceiling() {
            return rule instanceof Rule.AtMost || rule instanceof Rule.Below || rule instanceof Rule.Eliminate
                    || rule instanceof Rule.Prohibited || rule instanceof Rule.NegativeGrowth || rule instanceof Rule.ZeroGrowth
                    || !(rule instanceof Rule.AtLeast || rule instanceof Rule.Above)
                            && q.indicator().direction() == Direction.LOWER;
        }

        /** The change since the base year in the good direction, in the unit of the rule's figure. */
        private Optional<Quantity> actualChange() {
            if (!(rule instanceof Rule.ChangeBy r) || value.isEmpty()) {
                return Optional.empty();
            }
            if (q.indicator().kind() == Kind.CUMULATIVE_CHANGE) {
                return value;
            }
            Quantity moved = value.get().minus(start.value().orElseThrow());
            Quantity good = q.indicator().direction() == Direction.LOWER ? moved.negate() : moved;
            return Optional.of(r.changeUnit() == Rule.ChangeUnit.PERCENT
                    ? good.times(Quantity.HUNDRED).dividedBy(start.value().get().abs())
                    : good);
        }

        /** 完成率: 21.13 against 11 → 192.09 %; 1838 of 1875 → 98.03 %. */
        private Optional<Quantity> completionRate() {
            if (rule instanceof Rule.ChangeBy r) {
                return actualChange().flatMap(change -> percentOf(change, r.value()));
            }
            boolean counts = rule instanceof Rule.AtLeast || rule instanceof Rule.Above || rule instanceof Rule.Complete
                    || rule instanceof Rule.About && q.indicator().direction() == Direction.HIGHER;
            return counts ? value.flatMap(x -> demand.figure().flatMap(v -> percentOf(x, v))) : Optional.empty();
        }

        private Optional<Quantity> ceilingUse() {
            boolean counts = rule instanceof Rule.AtMost || rule instanceof Rule.Below
                    || rule instanceof Rule.About && q.indicator().direction() == Direction.LOWER;
            return counts ? value.flatMap(x -> demand.figure().flatMap(v -> percentOf(x, v))) : Optional.empty();
        }

        private static Optional<Quantity> percentOf(Quantity part, Quantity whole) {
            return whole.signum() == 0 ? Optional.empty()
                    : Optional.of(part.times(Quantity.HUNDRED).dividedBy(whole).stripped());
        }

        private Optional<Quantity> requiredPerYear(YearMonth due) {
            int months = monthsUntil(due);
            if (everyPeriod || outcome != Outcome.NOT_YET_MET || months <= 0 || value.isEmpty()) {
                return Optional.empty();
            }
            return pathFigure()
                    .map(v -> v.minus(value.get()).times(Quantity.of(12)).dividedBy(Quantity.of(months)).stripped());
        }

        private int monthsUntil(YearMonth due) {
            return asked.monthsTo(new Period(due, due));
        }

        /** Least squares through the years from the start on; with two of them the line through both. */
        private Optional<Projection> projection(YearMonth due) {
            if (everyPeriod || value.isEmpty() || monthsUntil(due) <= 0 || start.month().isEmpty() || !asked.isYear()) {
                return Optional.empty();
            }
            int first = start.month().get().getYear();
            List<Line.Point> points = new ArrayList<>();
            for (Measurement year : series.years(first, asked.year())) {
                points.add(new Line.Point(year.period(), year.figure().exact().orElseThrow()));
            }
            boolean startMeasured = !points.isEmpty() && points.get(0).period().year() == first;
            if (!startMeasured && start.value().isPresent()) {
                points.add(0, new Line.Point(Period.year(first), start.value().get()));
            }
            return Line.through(points, due.getYear());
        }
    }
}
