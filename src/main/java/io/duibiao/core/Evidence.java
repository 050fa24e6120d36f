package io.duibiao.core;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.duibiao.core.Assessment.Refusal;

/** What a verdict rests on, as the published methods ask for it: base, latest figure and target, each with its month. */
record Evidence(Verdict verdict, Pace.Start start, Optional<Quantity> figure, boolean everyPeriod, Series series) {

    private static final int A_YEAR = 12;

    /** What keeps a published method from answering. */
    enum Obstacle {
        NO_FIGURE(new Text("目标没有固定的数值", "the target has no fixed figure")),
        EVERY_PERIOD(new Text("每期都须达到，无进度可言", "applies in every period, so there is no path")),
        NO_DIRECTION(new Text("指标没有优劣方向", "neither direction of the indicator is better")),
        VALUE_NOT_EXACT(new Text("实测值只给出界限，不能参与计算", "the value is only a bound, which cannot be computed with")),
        NOT_YEARLY(new Text("该方法只用年度数据", "the method takes yearly figures only")),
        NO_BASELINE(new Text("没有可用的基数", "no usable baseline")),
        TOO_FEW_POINTS(new Text("数据点过少", "too few points")),
        AFTER_DUE(new Text("时限已过，没有可推算的时段", "the due date is past, nothing is left to project")),
        ZERO_BASE(new Text("基数为零，增长率无从计算", "the base is zero, so growth is undefined")),
        ZERO_TARGET(new Text("目标为零，复合增长永不能达到", "the target is zero, which compound growth never reaches")),
        NOT_ONE_SIGN(new Text("各数须同为正或同为负", "the figures are not all positive or all negative")),
        TARGET_IS_BASE(new Text("目标等于基数，除数为零", "target equals base, so the divisor is zero")),
        BASE_BEYOND_TARGET(new Text("基数已优于目标，比值失去意义", "the base is better than the target, so the ratio means nothing"));

        private final Text label;

        Obstacle(Text label) {
            this.label = label;
        }

        Refusal refusal() {
            return new Refusal(name(), label);
        }
    }

    static Evidence of(Verdicts.Worked worked) {
        return new Evidence(worked.verdict(), worked.start(), worked.figure(), worked.everyPeriod(), worked.series());
    }

    boolean met() {
        return verdict.outcome() == Outcome.MET;
    }

    /** +1 where higher is better, −1 where lower is, 0 where neither. */
    int better() {
        return switch (verdict.indicator().direction()) {
            case HIGHER -> 1;
            case LOWER -> -1;
            case NONE -> 0;
        };
    }

    /**
     * A target not assessable, or without a figure that stays where it is, is none for a method that measures the way to it.
     */
    Optional<Refusal> noTarget() {
        return verdict.reason().map(why -> new Refusal(why.name(), why.label()))
                .or(() -> figure.isEmpty() || Demand.looksOneYearBack(verdict.rule())
                        ? Optional.of(Obstacle.NO_FIGURE.refusal())
                        : Optional.empty());
    }

    /** The latest figure where it is one that can be computed with. */
    Optional<Obstacle> noLatest() {
        if (better() == 0) {
            return Optional.of(Obstacle.NO_DIRECTION);
        }
        if (latest().isEmpty()) {
            return Optional.of(Obstacle.VALUE_NOT_EXACT);
        }
        return measured().period().isYear() ? Optional.empty() : Optional.of(Obstacle.NOT_YEARLY);
    }

    Optional<Quantity> latest() {
        return verdict.value().flatMap(value -> value.figure().exact());
    }

    Measurement measured() {
        return verdict.value().orElseThrow();
    }

    /** Last month of the latest figure; the first edition took the 2024 figure, where data lag by a year, for that of 2025. */
    private YearMonth reached() {
        return measured().period().last().plusYears(verdict.target().dataLag() - verdict.edition().lag(verdict.target()));
    }

    private YearMonth due() {
        return verdict.edition().due(verdict.target());
    }

    /** Months from the latest figure to the due date; negative after it. */
    int left() {
        return months(reached(), due());
    }

    private static int months(YearMonth from, YearMonth to) {
        return new Period(from, from).monthsTo(new Period(to, to));
    }

    /**
     * The way from base to target, which compound growth walks.
     *
     * @param gone months from the base to the latest figure
     * @param whole months from the base to the due date
     */
    record Way(Quantity base, Quantity latest, Quantity target, int gone, int whole) {
    }

    /** What keeps growth from being compounded along the way. */
    Optional<Obstacle> noWay() {
        if (everyPeriod) {
            return Optional.of(Obstacle.EVERY_PERIOD);
        }
        Optional<Obstacle> noLatest = noLatest();
        if (noLatest.isPresent()) {
            return noLatest;
        }
        if (start.value().isEmpty()) {
            return Optional.of(Obstacle.NO_BASELINE);
        }
        Way way = way();
        if (way.gone() < A_YEAR) {
            return Optional.of(Obstacle.TOO_FEW_POINTS);
        }
        if (left() < 0) {
            return Optional.of(Obstacle.AFTER_DUE);
        }
        if (way.base().signum() == 0) {
            return Optional.of(Obstacle.ZERO_BASE);
        }
        if (way.base().signum() != way.latest().signum()) {
            return Optional.of(Obstacle.NOT_ONE_SIGN);
        }
        return way.target().equals(way.base()) ? Optional.of(Obstacle.TARGET_IS_BASE) : Optional.empty();
    }

    Way way() {
        YearMonth since = start.month().orElseThrow();
        return new Way(start.value().orElseThrow(), latest().orElseThrow(), figure.orElseThrow(), months(since, reached()),
                months(since, due()));
    }

    /** The inputs that there are, to which a method adds what it computes. */
    Map<String, Quantity> inputs() {
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        start.value().ifPresent(base -> inputs.put("base", base));
        latest().ifPresent(value -> inputs.put("latest", value));
        figure.ifPresent(target -> inputs.put("target", target));
        return inputs;
    }
}
