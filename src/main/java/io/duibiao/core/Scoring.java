package io.duibiao.core;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives one verdict the points of one part of a scheme. Worked example: from 0 in 2020 to 20 in 2025, 5 in 2021 and 8 in 2022:
 * the year asked 4 and brought 3, 75 %; the way asked 8 and is gone, so a matrix of 60/55/40/0 gives 55.
 */
final class Scoring {

    private static final int A_YEAR = 12;

    /** What was asked over a time and what came of it; a rate of 100 % or more has come up to it. */
    private record Reach(boolean reached, Quantity rate, List<Text> working) {
    }

    private final Scheme.Part part;
    private final Verdicts.Worked worked;
    private final Verdict verdict;
    private final Edition edition;
    private final Optional<PublishedPath> path;
    private final List<Text> working = new ArrayList<>();

    private Scoring(Scheme.Part part, Verdicts.Worked worked, Optional<PublishedPath> path) {
        this.part = part;
        this.worked = worked;
        this.verdict = worked.verdict();
        this.edition = worked.verdict().edition();
        this.path = path;
    }

    static Score.Row row(Scheme.Part part, Verdicts.Worked worked, Optional<PublishedPath> path) {
        return new Scoring(part, worked, path).row();
    }

    private Score.Row row() {
        Optional<Text> why = notScored();
        if (why.isPresent()) {
            say("不计分：{0}。", "Not scored: {0}.", why.get());
            return new Score.Row(verdict.target(), part, Optional.empty(), part.points().full(), false, List.copyOf(working));
        }
        Optional<Reach> cumulative = reach(Scheme.Step.CUMULATIVE);
        Optional<Reach> year = reach(Scheme.Step.YEAR);
        boolean needsYear = part.points() instanceof Scheme.Matrix || step() == Scheme.Step.YEAR;
        if (needsYear && year.isEmpty()) {
            say("不计分：{0}。", "Not scored: {0}.", Outcome.Reason.NO_PRIOR_YEAR.label());
            return new Score.Row(verdict.target(), part, Optional.empty(), part.points().full(), false, List.copyOf(working));
        }
        Reach whole = cumulative.orElseThrow();
        Reach asked = needsYear ? year.orElseThrow() : whole;
        boolean missed = part.points() instanceof Scheme.Matrix ? !whole.reached() && !asked.reached() : !asked.reached();
        Quantity points = points(whole, asked);
        boolean vetoes = part.veto() && missed;
        if (part.zeroIfWorse() && verdict.movement() == Movement.WORSE) {
            say("比上年变差，计0分。", "Worse than the year before: no points.");
            points = Quantity.ZERO;
        }
        say("得分 {0}（满分{1}）。", "{0} of {1} points.", points.display(2), part.points().full());
        if (vetoes) {
            say("否决性指标未完成。", "What has a veto was missed.");
        }
        return new Score.Row(verdict.target(), part, Optional.of(points), part.points().full(), vetoes, List.copyOf(working));
    }

    private void say(String zh, String en, Object... arguments) {
        working.add(Text.of(zh, en, arguments));
    }

    private Optional<Scheme.Step> chosen() {
        return part.points() instanceof Scheme.Rate rate ? Optional.of(rate.step())
                : part.points() instanceof Scheme.Bands bands ? Optional.of(bands.step()) : Optional.empty();
    }

    private Scheme.Step step() {
        return chosen().orElse(Scheme.Step.CUMULATIVE);
    }

    /** A verdict that says nothing yet about how far one has come is not scored, rather than scored 0. */
    private Optional<Text> notScored() {
        if (verdict.reason().isPresent()) {
            return verdict.reason().map(Outcome.Reason::label);
        }
        boolean early = verdict.scheduleReason().equals(Optional.of(Schedule.Reason.AT_BASELINE));
        boolean open = way().isEmpty() && verdict.outcome() == Outcome.NOT_YET_MET && verdict.schedule() != Schedule.LOST;
        return early || open ? Optional.of(verdict.scheduleReason().orElse(Schedule.Reason.NO_FIGURE).label())
                : Optional.empty();
    }

    private Quantity points(Reach whole, Reach asked) {
        if (part.points() instanceof Scheme.Matrix matrix) {
            whole.working().forEach(working::add);
            asked.working().forEach(working::add);
            return whole.reached() ? asked.reached() ? matrix.both() : matrix.cumulative()
                    : asked.reached() ? matrix.year() : matrix.neither();
        }
        asked.working().forEach(working::add);
        if (part.points() instanceof Scheme.Bands bands) {
            return bands.at(asked.rate());
        }
        Quantity rate = asked.rate().compareTo(Quantity.HUNDRED) > 0 ? Quantity.HUNDRED
                : asked.rate().signum() < 0 ? Quantity.ZERO : asked.rate();
        return edition.kept(part.points().full().times(rate).dividedBy(Quantity.HUNDRED)).stripped();
    }

    /** How far one came over the time, against what was asked; empty where the value a year ago is not known. */
    private Optional<Reach> reach(Scheme.Step step) {
        if (way().isEmpty()) {
            return Optional.of(settled(step));
        }
        Way way = way().get();
        int month = months(edition.asked(asked(), verdict.target()));
        int now = Math.min(month, wholeWay());
        int yearBefore = Math.max(0, (edition.corrected() ? Math.min(month - A_YEAR, wholeWay()) : now - A_YEAR));
        int since = step == Scheme.Step.YEAR ? yearBefore : 0;
        Optional<Quantity> before = since == 0 ? Optional.of(Quantity.ZERO) : walkedAYearAgo();
        return before.map(gone -> {
            Quantity walked = walked(verdict.value().flatMap(value -> value.figure().exact()).orElseThrow()).minus(gone);
            Quantity required = way.required(since, now, edition);
            boolean come = way.reached(walked, since, now);
            boolean reached = step == Scheme.Step.CUMULATIVE ? asJudged(come) : come;
            Quantity rate = required.signum() > 0
                    ? edition.kept(walked.times(Quantity.HUNDRED).dividedBy(required)).stripped()
                    : reached ? Quantity.HUNDRED : Quantity.ZERO;
            // What is met within a tolerance counts whole; and the first edition divided what was rounded.
            Quantity exact = reached && rate.compareTo(Quantity.HUNDRED) < 0 ? Quantity.HUNDRED : rate;
            Text told = Text.of("{0}应完成 {1}，实际完成 {2}，完成率 {3}%：{4}。", "Asked {0}: {1}, done {2}, completion {3}%: {4}.",
                    step.label(), verdict.shown(required, walked), walked.stripped(), shown(exact), reachedWords(reached));
            return new Reach(reached, exact, come == reached ? List.of(told)
                    : List.of(told, Text.of("以目标是否达到论：{0}。", "The target itself counts: {0}.", verdict.outcome().label())));
        });
    }

    /** The whole way is gone where the target is met, within its tolerance too, and is not where it is due and missed. */
    private boolean asJudged(boolean come) {
        return !edition.corrected() ? come
                : verdict.outcome() == Outcome.MET || verdict.outcome() != Outcome.NOT_MET && come;
    }

    /** Where there is no way to walk, the year and the whole are one: the target is met, or the part of it that is done. */
    private Reach settled(Scheme.Step step) {
        boolean met = verdict.outcome() == Outcome.MET;
        Quantity rate = met ? Quantity.HUNDRED : verdict.completionRate().orElse(Quantity.ZERO);
        return new Reach(met, rate, step == Scheme.Step.YEAR && part.points() instanceof Scheme.Matrix ? List.of()
                : List.of(Text.of("没有进度可言，以目标是否达到论：{0}，完成率 {1}%。",
                        "There is no way to walk, so the target itself counts: {0}, completion {1}%.",
                        verdict.outcome().label(), shown(rate))));
    }

    /**
     * A rate, with decimals enough to see that it lies below what would have given more: 89.996 is not 90.00 where 90 counts.
     */
    private String shown(Quantity rate) {
        Stream<Quantity> marks = part.points() instanceof Scheme.Bands bands
                ? bands.bands().stream().map(Scheme.Bands.Band::percent)
                : Stream.of(Quantity.HUNDRED);
        return !edition.corrected() ? rate.display(2)
                : marks.map(mark -> rate.display(2, mark)).max(Comparator.comparing(String::length)).orElse(rate.display(2));
    }

    private static Text reachedWords(boolean reached) {
        return reached ? new Text("完成", "reached") : new Text("未完成", "not reached");
    }

    private Period asked() {
        return verdict.period();
    }

    /** The way that is walked in time: none where the rule holds in each period, or the baseline kept it already. */
    private Optional<Way> way() {
        boolean walked = !worked.everyPeriod() && !Demand.looksOneYearBack(verdict.rule())
                && verdict.schedule() != Schedule.HELD && verdict.schedule() != Schedule.LOST
                && worked.start().value().isPresent() && worked.figure().isPresent()
                && !worked.figure().equals(worked.start().value()) && wholeWay() > 0
                && verdict.value().flatMap(value -> value.figure().exact()).isPresent();
        if (!walked) {
            return Optional.empty();
        }
        Quantity length = worked.figure().orElseThrow().minus(start()).abs();
        List<Way.Point> between = path
                .map(published -> published.points().stream().map(point -> new Way.Point(
                        point.months() - A_YEAR * edition.lag(verdict.target()),
                        length.times(point.percent()).times(Quantity.of("0.01")))).toList())
                .orElseGet(() -> worked.stages().stream()
                        .map(stage -> new Way.Point(months(stage.month()), walked(stage.value()))).toList());
        return Optional.of(new Way(length, wholeWay(), between));
    }

    private int wholeWay() {
        return worked.start().month().map(begin -> months(edition.due(verdict.target()))).orElse(0);
    }

    private int months(YearMonth month) {
        YearMonth begin = worked.start().month().orElseThrow();
        return new Period(begin, begin).monthsTo(new Period(month, month));
    }

    private Quantity start() {
        return worked.start().value().orElseThrow();
    }

    private Quantity walked(Quantity value) {
        boolean up = worked.figure().orElseThrow().compareTo(start()) > 0;
        return up ? value.minus(start()) : start().minus(value);
    }

    private Optional<Quantity> walkedAYearAgo() {
        Period measured = asked().minusYears(1 + verdict.target().dataLag());
        return worked.series().at(measured).exact().map(this::walked);
    }
}
