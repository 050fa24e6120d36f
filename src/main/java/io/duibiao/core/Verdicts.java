package io.duibiao.core;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @param computed figures rolled up or derived for the region; they count where nothing was reported
     * @param comparable bases of the indicator that are declared comparable
     * @param course what the schedule runs through
     * @param finding the person's finding that answers, where only one settles the target
     * @param reference the target is the parent's: its rule applies, and the region's own value is where the way begins
     * @param edition of the method that judges
     */
    public record Question(Plan plan, Target target, Indicator indicator, String region, Text regionName, boolean membersKnown,
            Period period, List<Measurement> values, List<Computed> computed, Optional<Resolution> resolution,
            List<ComparableBases> comparable, Course course, Optional<Judgement> finding, Standing standing,
            boolean reference, Edition edition) {

        private Question about(Target other) {
            return new Question(plan, other, indicator, region, regionName, membersKnown, period, values, computed, resolution,
                    comparable, course, finding, standing, reference, edition);
        }

        /** The way to a parent's target begins at the region's own value, and not at the parent's. */
        private Question fromItsOwnStart() {
            Optional<Baseline> own = target.baseline().flatMap(
                    printed -> values.stream().filter(value -> value.period().equals(printed.period()))
                            .filter(value -> indicator.sameBasis(value.basis(), target.basis())).findFirst()
                            .map(value -> new Baseline(value.figure(), value.printed(), value.period(), false, value.basis(),
                                    value.baseYear())));
            return about(target.from(own));
        }
    }

    public static Verdict judge(Question q) {
        return work(q).verdict();
    }

    /** What the schedule of a target leads through, from the baseline to the figure; empty where there is no way to walk. */
    public static List<Waypoint> course(Question q) {
        Judging judging = new Judging(q.reference() ? q.fromItsOwnStart() : q);
        return Pace.course(judging.paced());
    }

    /**
     * A verdict with the numbers that it was made with, for other methods to judge by.
     *
     * @param figure the rule's figure v, in the unit of the value
     * @param everyPeriod the rule holds in each period, due or not
     * @param stages what the way runs through
     */
    record Worked(Verdict verdict, Pace.Start start, Optional<Quantity> figure, boolean everyPeriod, Series series,
            List<Waypoint> stages) {
    }

    static Worked work(Question q) {
        Judging judging = new Judging(q.reference() ? q.fromItsOwnStart() : q);
        return new Worked(judging.verdict(), judging.start, judging.demand.figure(), judging.everyPeriod, judging.series,
                judging.stages());
    }

    /** 各, 均: a group keeps its target when every member does, and breaks it when one does. */
    public static Verdict judgeEach(Question group, List<Verdict> members) {
        Outcome outcome = Stream.of(Outcome.NOT_MET, Outcome.NOT_YET_MET, Outcome.NOT_ASSESSABLE)
                .filter(one -> members.stream().anyMatch(member -> member.outcome() == one)).findFirst().orElse(Outcome.MET);
        Optional<Reason> reason = outcome != Outcome.NOT_ASSESSABLE ? Optional.empty()
                : members.stream().flatMap(member -> member.reason().stream()).findFirst();
        return judge(group).ofMembers(outcome, reason, members);
    }

    /** The working of one verdict: each field is one step, in the order in which the steps rest on each other. */
    private static final class Judging {

        private final Question q;
        private final Edition edition;
        private final Rule rule;
        private final Period asked;
        private final Series series;
        private final Series.Answer answer;
        private final Pace.Start start;
        private final Optional<Explanation.Prior> prior;
        private final Demand demand;
        private final Course course;
        private final boolean everyPeriod;
        private final Optional<Reason> reason;
        private final Optional<Quantity> value;
        private final Outcome outcome;

        Judging(Question q) {
            this.q = q;
            this.edition = q.edition();
            this.rule = q.resolution().map(Resolution::rule).orElse(q.target().rule());
            this.asked = q.period().minusYears(q.target().dataLag());
            Optional<String> basis = q.resolution().flatMap(Resolution::basis).or(() -> q.target().basis());
            Optional<Integer> baseYear = q.indicator().isChange() && rule instanceof Rule.ChangeBy r ? r.baseYear()
                    : Optional.empty();
            this.series = Series.of(q.indicator(), q.values(), q.computed(), basis, q.comparable(), baseYear);
            this.answer = series.at(asked);
            this.start = start(basis);
            this.prior = prior();
            this.demand = Demand.of(rule,
                    new Demand.Footing(q.indicator(), start.value(), prior.map(Explanation.Prior::value)));
            this.course = course();
            this.everyPeriod = everyPeriod();
            this.reason = reason();
            this.value = reason.isPresent() || q.finding().isPresent() ? Optional.empty() : answer.exact();
            this.outcome = outcome();
        }

        /**
         * Where the way to the target begins: 0 at the end of the base year of a change, else the baseline, else the base
         * year's value.
         */
        private Pace.Start start(Optional<String> basis) {
            Optional<Baseline> baseline = q.target().baseline();
            Pace.Start missing = Pace.Start.missing(baseline.map(b -> b.period().last()), Schedule.Reason.NO_BASELINE);
            if (rule instanceof Rule.ChangeBy r) {
                return r.baseYear().map(year -> changeStart(year, basis))
                        .orElse(Pace.Start.missing(Optional.empty(), Schedule.Reason.NO_BASELINE));
            }
            return q.indicator().isChange() ? missing
                    : baseline.map(printed -> printedStart(printed, basis)).orElse(missing);
        }

        private Pace.Start changeStart(int baseYear, Optional<String> basis) {
            YearMonth month = YearMonth.of(baseYear, 12);
            if (q.indicator().isChange()) {
                return Pace.Start.at(Quantity.ZERO, month);
            }
            Pace.Start printed = q.target().baseline().filter(b -> b.period().equals(Period.year(baseYear)))
                    .map(b -> printedStart(b, basis))
                    .orElse(Pace.Start.missing(Optional.of(month), Schedule.Reason.NO_BASELINE));
            return printed.value().isPresent() ? printed
                    : series.at(Period.year(baseYear)).exact().map(measured -> Pace.Start.at(measured, month)).orElse(printed);
        }

        private Pace.Start printedStart(Baseline baseline, Optional<String> basis) {
            YearMonth month = baseline.period().last();
            Figure figure = baseline.figure();
            if (figure instanceof Figure.Exact exact && series.onBasis(baseline.basis())) {
                return Pace.Start.at(exact.value(), month);
            }
            return Pace.Start.missing(Optional.of(month),
                    figure instanceof Figure.Exact ? Schedule.Reason.BASIS_MISMATCH
                            : figure instanceof Figure.Bound ? Schedule.Reason.BASELINE_IS_BOUND
                                    : figure instanceof Figure.Words ? Schedule.Reason.BASELINE_IS_TEXT
                                            : Schedule.Reason.NO_BASELINE);
        }

        /**
         * Last year's value on the same basis and base year; 0 in the first year of a change; never the same figure twice.
         * Where nothing was recorded for it, the printed baseline of that year tells it.
         */
        private Optional<Explanation.Prior> prior() {
            Optional<Measurement> now = answer.reason().isPresent() ? Optional.empty() : answer.value();
            Optional<Integer> baseYear = now.flatMap(Measurement::baseYear);
            if (q.indicator().isChange()) {
                if (baseYear.isEmpty()) {
                    return Optional.empty();
                }
                if (baseYear.get() == asked.year() - 1) {
                    return Optional.of(new Explanation.Prior(Quantity.ZERO, asked.minusYears(1)));
                }
            }
            Series same = new Series(series.indicator(), series.values(), series.basis(), series.comparable(), baseYear);
            Period yearBefore = asked.minusYears(1);
            Series.Answer before = same.at(yearBefore);
            if (edition.corrected() && now.isPresent() && before.reason().isPresent()) {
                return baselineOf(yearBefore);
            }
            return before.value().equals(now) ? Optional.empty()
                    : before.exact().map(value -> new Explanation.Prior(value, before.value().orElseThrow().period()));
        }

        /** The printed baseline where it is the value of that period, or of a state that goes on the latest before its end. */
        private Optional<Explanation.Prior> baselineOf(Period period) {
            return q.target().baseline().filter(printed -> !q.indicator().isChange() && series.onBasis(printed.basis()))
                    .filter(printed -> q.indicator().runsOn() ? !printed.period().last().isAfter(period.last())
                            : printed.period().equals(period))
                    .flatMap(printed -> printed.figure().exact()
                            .map(value -> new Explanation.Prior(value, printed.period())));
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
            if (q.finding().isPresent()) {
                return Optional.empty();
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
            if (partOfAYearlyTarget()) {
                return Optional.of(Reason.PART_YEAR_ONLY);
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

        /** The amount or mean of a quarter answers no target for a year; a state and a running total answer at any date. */
        private boolean partOfAYearlyTarget() {
            boolean flow = q.indicator().timing() == Timing.FLOW && q.indicator().kind() != Kind.CUMULATIVE_TOTAL;
            return flow && asked.months() < 12 && q.target().due().kind() == Due.Kind.BY;
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
            if (rounded ? keepsRounded() : keeps()) {
                return Outcome.MET;
            }
            return ended() ? Outcome.NOT_MET : Outcome.NOT_YET_MET;
        }

        private boolean keeps() {
            if (q.finding().isPresent()) {
                return q.finding().get().outcome() == Outcome.MET;
            }
            Figure figure = answer.value().orElseThrow().figure();
            return demand.accepted().orElseThrow().containsAll(Interval.allowedBy(figure).orElseThrow());
        }

        private boolean keepsRounded() {
            if (q.finding().isPresent()) {
                return keeps();
            }
            Interval accepted = rule instanceof Rule.ChangeBy r ? Interval.from(r.value(), !r.strict())
                    : demand.accepted().orElseThrow();
            return rounded().map(accepted::contains).orElseGet(this::keeps);
        }

        /** 修约 (GB/T 8170): the number compared, at the decimals of the figure compared with; 89.96 against 90 is 90. */
        private Optional<Quantity> rounded() {
            Optional<Quantity> compared = rule instanceof Rule.ChangeBy ? actualChange() : value;
            Optional<Quantity> figure = rule instanceof Rule.ChangeBy r ? Optional.of(r.value())
                    : demand.figure().map(this::limit);
            return figure.flatMap(v -> compared.map(x -> x.rounded(v.decimals())));
        }

        /** A tolerance moves the limit: 79 ± 0.79 is compared with at two decimals. */
        private Quantity limit(Quantity figure) {
            Optional<Interval.Edge> edge = demand.accepted().flatMap(accepted -> accepted.low().or(accepted::high));
            return edge.filter(one -> edition.corrected()).map(Interval.Edge::at).orElse(figure);
        }

        /**
         * The value that the comparison saw: where that is by rounded figures, what lies within rounding of the limit lies on
         * it. 89.96 against 90 is 90; a fall of 11.96 % against 12 % from 50 is 44.
         */
        private Optional<Quantity> seen() {
            Optional<Quantity> rounded = byRounded() && value.isPresent() ? rounded() : Optional.empty();
            return rounded.map(number -> rule instanceof Rule.ChangeBy r ? reachedBy(r, number) : number).or(() -> value);
        }

        /** Where a change since the base year leads. */
        private Quantity reachedBy(Rule.ChangeBy r, Quantity change) {
            if (q.indicator().isChange()) {
                return change;
            }
            Quantity b = start.value().orElseThrow();
            Quantity step = r.changeUnit() == Rule.ChangeUnit.PERCENT ? b.abs().times(change).dividedBy(Quantity.HUNDRED)
                    : change;
            return q.indicator().direction() == Direction.LOWER ? b.minus(step) : b.plus(step);
        }

        Verdict verdict() {
            Target target = q.target();
            Pace pace = Pace.of(paced());
            boolean withinRounding = reason.isEmpty() && keeps() != keepsRounded();
            boolean afterDue = target.due().kind() != Due.Kind.FROM && q.period().end().isAfter(target.due().date());
            return new Verdict(target, q.indicator(), q.region(), q.regionName(), q.period(), rule, q.resolution(),
                    q.finding(), demand.accepted(), demand.figure(), answer.value(), outcome, reason, afterDue, withinRounding,
                    pace.schedule(), pace.reason(), pace.progress(),
                    pace.required(), movement(), gap(), completionRate(), ceilingUse(), requiredPerYear(), projection(),
                    q.standing(), q.reference(), computed(), List.of(),
                    new Explanation.Working(start, prior, actualChange(), rounded(), course, joined(), edition));
        }

        private Pace.Case paced() {
            return new Pace.Case(rule, start, demand.accepted(), demand.figure(), value, outcome, month(), due(),
                    stages(), everyPeriod, held(), ended(), edition);
        }

        /** Whether the baseline keeps the rule already; compared by rounded figures, 89.96 keeps ≥ 90. */
        private boolean held() {
            if (start.value().isEmpty() || demand.accepted().isEmpty() || Demand.looksOneYearBack(rule)) {
                return false;
            }
            Quantity b = start.value().get();
            boolean whole = demand.figure().isEmpty() || rule instanceof Rule.ChangeBy || !byRounded();
            Quantity seen = whole ? b : b.rounded(limit(demand.figure().get()).decimals());
            return rule instanceof Rule.StableOrImproving || demand.accepted().get().contains(seen);
        }

        private boolean byRounded() {
            return edition.corrected() && q.target().comparison() == Target.Comparison.ROUNDED;
        }

        /**
         * The month that is judged. A figure from before the baseline that a lag leaves for its year counts as the baseline's.
         */
        private YearMonth month() {
            YearMonth month = edition.asked(q.period(), q.target());
            return start.month().filter(begin -> month.isBefore(begin) && !beforeStart()).orElse(month);
        }

        private YearMonth due() {
            return edition.due(q.target());
        }

        /** The course without what gives no figure; where the plan's own figures lead, no published path does. */
        private Course course() {
            List<Course.Milestone> own = q.course().milestones().stream().filter(passed -> level(passed).isPresent()).toList();
            return new Course(own, q.course().path().filter(path -> own.isEmpty()));
        }

        private Optional<Quantity> level(Course.Milestone milestone) {
            return Demand.of(milestone.rule(), new Demand.Footing(q.indicator(), start.value(), Optional.empty())).figure();
        }

        private List<Waypoint> stages() {
            List<Waypoint> stages = new ArrayList<>();
            for (Course.Milestone milestone : course.milestones()) {
                stages.add(new Waypoint(edition.due(milestone.target()), level(milestone).orElseThrow()));
            }
            if (course.path().isPresent() && start.value().isPresent() && demand.figure().isPresent()) {
                Quantity b = start.value().get();
                Quantity hundredth = demand.figure().get().minus(b).times(Quantity.of("0.01"));
                for (PublishedPath.Point point : course.path().get().points()) {
                    stages.add(new Waypoint(start.month().orElseThrow().plusMonths(point.months())
                            .minusYears(edition.lag(q.target())),
                            b.plus(hundredth.times(point.percent()))));
                }
            }
            return stages;
        }

        /** The declarations by which value or baseline are compared on another basis than the target's. */
        private List<ComparableBases> joined() {
            Optional<ComparableBases> value = answer.value().filter(found -> answer.reason().isEmpty())
                    .flatMap(found -> series.declared(found.basis()));
            Optional<ComparableBases> baseline = q.target().baseline().filter(printed -> start.value().isPresent())
                    .flatMap(printed -> series.declared(printed.basis()));
            return Stream.of(value, baseline).flatMap(Optional::stream).distinct().toList();
        }

        /** The computed figure beside the value; where the value is older, the one of the period asked about. */
        private Optional<Computed> computed() {
            Stream<Computed> beside = answer.value().stream().flatMap(value -> q.computed().stream()
                    .filter(one -> series.isSame(one.value(), value)));
            Stream<Computed> ofPeriod = q.computed().stream().filter(one -> one.value().period().equals(asked)
                    && q.indicator().sameBasis(one.value().basis(), series.basis()));
            return Stream.concat(beside, ofPeriod).findFirst();
        }

        private Movement movement() {
            Optional<Quantity> now = answer.exact();
            if (now.isEmpty() || prior.isEmpty() || q.indicator().direction() == Direction.NONE) {
                return Movement.UNKNOWN;
            }
            int order = now.get().compareTo(prior.get().value());
            int better = q.indicator().direction() == Direction.HIGHER ? order : -order;
            return better > 0 ? Movement.BETTER : better < 0 ? Movement.WORSE : Movement.SAME;
        }

        /** 90.8 against 89.1 → +1.7; 1.9 against ≤3.8 → +1.9; 0 inside a range, and within a tolerance of the figure. */
        private Optional<Quantity> gap() {
            Optional<Quantity> seen = seen();
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            Quantity x = seen.get();
            if (rule instanceof Rule.Between r) {
                return Optional.of(rangeGap(x, r));
            }
            return demand.figure().map(v -> gap(x, v, demand.accepted().orElseThrow()))
                    .map(gap -> gap.signum() < 0 && outcome == Outcome.MET && edition.corrected() ? Quantity.ZERO : gap);
        }

        private static Quantity gap(Quantity x, Quantity v, Interval accepted) {
            if (accepted.low().isPresent() && accepted.high().isPresent()) {
                return accepted.contains(x) ? Quantity.ZERO : x.minus(v).abs().negate();
            }
            return accepted.low().isPresent() ? x.minus(v) : v.minus(x);
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

        /** The change since the base year in the good direction, in the unit of the rule's figure. */
        private Optional<Quantity> actualChange() {
            if (!(rule instanceof Rule.ChangeBy r) || value.isEmpty()) {
                return Optional.empty();
            }
            if (q.indicator().isChange()) {
                return value;
            }
            Quantity moved = value.get().minus(start.value().orElseThrow());
            Quantity good = q.indicator().direction() == Direction.LOWER ? moved.negate() : moved;
            return Optional.of(r.changeUnit() == Rule.ChangeUnit.PERCENT
                    ? edition.kept(good.times(Quantity.HUNDRED).dividedBy(start.value().get().abs()))
                    : good);
        }

        /** 完成率: 21.13 against 11 → 192.09 %; 1838 of 1875 → 98.03 %. */
        private Optional<Quantity> completionRate() {
            if (rule instanceof Rule.ChangeBy r) {
                return actualChange().flatMap(change -> percentOf(change, r.value()));
            }
            boolean counts = rule instanceof Rule.AtLeast || rule instanceof Rule.Above || rule instanceof Rule.Complete;
            return counts ? value.flatMap(x -> demand.figure().flatMap(v -> percentOf(x, v))) : Optional.empty();
        }

        /** 2.71 of 2.25 → 120.44 %; 左右 where lower is better is a ceiling too. */
        private Optional<Quantity> ceilingUse() {
            boolean counts = rule instanceof Rule.AtMost || rule instanceof Rule.Below
                    || rule instanceof Rule.About && q.indicator().direction() == Direction.LOWER;
            return counts ? value.flatMap(x -> demand.figure().flatMap(v -> percentOf(x, v))) : Optional.empty();
        }

        private Optional<Quantity> percentOf(Quantity part, Quantity whole) {
            return whole.signum() == 0 ? Optional.empty()
                    : Optional.of(edition.kept(part.times(Quantity.HUNDRED).dividedBy(whole)).stripped());
        }

        private Optional<Quantity> requiredPerYear() {
            int months = monthsLeft();
            if (outcome != Outcome.NOT_YET_MET || Demand.looksOneYearBack(rule) || months <= 0) {
                return Optional.empty();
            }
            return seen().flatMap(x -> demand.figure()
                    .map(v -> v.minus(x).times(Quantity.of(12)).dividedBy(Quantity.of(months)).stripped()));
        }

        private int monthsLeft() {
            return new Period(month(), month()).monthsTo(new Period(due(), due()));
        }

        /** Least squares through three years or more from the start on, else the line from the baseline through the latest. */
        private Optional<Projection> projection() {
            if (everyPeriod || value.isEmpty() || monthsLeft() <= 0 || !asked.isYear()) {
                return Optional.empty();
            }
            int first = start.month().map(YearMonth::getYear).orElse(q.plan().baseYear());
            List<Line.Point> points = new ArrayList<>();
            for (Measurement year : series.years(first, asked.year())) {
                points.add(new Line.Point(year.period(), year.figure().exact().orElseThrow()));
            }
            boolean startMeasured = !points.isEmpty() && points.get(0).period().year() == first;
            if (!startMeasured && start.value().isPresent()) {
                points.add(0, new Line.Point(Period.year(first), start.value().get()));
            }
            boolean fromBaseline = startMeasured || start.value().isPresent();
            return fromBaseline || points.size() > 2 ? Line.through(points, due().getYear()) : Optional.empty();
        }
    }
}
