package io.duibiao.core;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import io.duibiao.core.Assessment.Grade;
import io.duibiao.core.Evidence.Obstacle;

/**
 * The UN progress chart's share (e − b) ÷ (v − b) of the way that will have been walked when due. Worked example:
 * 100 in 2020 and 110 in 2022 become e = 110 × 1.1 = 121 in 2024; of the way to 142 that is 21 ÷ 42 = 0.5: fair
 * progress.
 */
final class Extrapolation {

    private static final Grade ON_TRACK = new Grade("ON_TRACK", new Text("已实现或进度正常", "target met or on track"), true);
    private static final Grade FAIR = new Grade("FAIR_PROGRESS",
            new Text("有一定进展，但须加快", "fair progress, but acceleration needed"), false);
    private static final Grade STAGNATION = new Grade("STAGNATION_OR_REGRESSION", new Text("停滞或倒退", "stagnation or regression"),
            false);

    private static final BigDecimal ON_TRACK_FROM = new BigDecimal("0.95");
    private static final BigDecimal FAIR_FROM = new BigDecimal("0.10");

    private Extrapolation() {
    }

    static Assessment judge(Evidence evidence) {
        Map<String, Quantity> figures = evidence.inputs();
        if (evidence.noTarget().isPresent()) {
            return Assessment.refused(Method.EXTRAPOLATION, evidence.noTarget().get(), figures);
        }
        if (evidence.met()) {
            return Assessment.of(Method.EXTRAPOLATION, ON_TRACK, figures);
        }
        Optional<Obstacle> obstacle = evidence.noWay().or(() -> beyond(evidence));
        if (obstacle.isPresent()) {
            return Assessment.refused(Method.EXTRAPOLATION, obstacle.get().refusal(), figures);
        }
        Evidence.Way way = evidence.way();
        BigDecimal base = way.base().number(Power.DIGITS);
        BigDecimal factor = way.latest().number(Power.DIGITS).divide(base, Power.DIGITS);
        // x·(1 + g)^r is b·(x ÷ b)^(N ÷ n): one root in place of two.
        BigDecimal expected = base.multiply(Power.of(factor, way.whole(), way.gone()));
        BigDecimal ratio = Power
                .compared(expected.subtract(base).divide(way.target().minus(way.base()).number(Power.DIGITS), Power.DIGITS));
        figures.put("growth", Power.shown(CompoundGrowth.yearly(way.latest(), way.base(), way.gone())));
        figures.put("expected", Power.shown(expected));
        figures.put("ratio", Power.shown(ratio));
        return Assessment.of(Method.EXTRAPOLATION, grade(ratio), figures);
    }

    private static Optional<Obstacle> beyond(Evidence evidence) {
        Evidence.Way way = evidence.way();
        int ahead = way.target().compareTo(way.base());
        return ahead * evidence.better() > 0 ? Optional.empty() : Optional.of(Obstacle.BASE_BEYOND_TARGET);
    }

    private static Grade grade(BigDecimal ratio) {
        if (ratio.compareTo(ON_TRACK_FROM) >= 0) {
            return ON_TRACK;
        }
        return ratio.compareTo(FAIR_FROM) >= 0 ? FAIR : STAGNATION;
    }
}
