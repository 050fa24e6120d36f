package io.duibiao.core;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import io.duibiao.core.Assessment.Grade;
import io.duibiao.core.Evidence.Obstacle;

/**
 * Statistics Canada's ratio R = d·g ÷ |G| of the growth seen to the growth needed. Worked example: 100 in 2020, 121 in 2022 and
 * 161.051 wanted in 2025 are g = 1.21^(1/2) − 1 = 0.1 and G = 1.61051^(1/5) − 1 = 0.1, so R = 1: on track.
 *
 * <p>
 * The publisher puts 0.001 in place of a base or target of zero and warns that the answer depends on that number; here there is
 * no answer.
 */
final class CompoundGrowth {

    private static final Grade ACHIEVED = new Grade("TARGET_ACHIEVED", new Text("已实现目标", "target achieved"), true);
    private static final Grade ON_TRACK = new Grade("ON_TRACK", new Text("进度正常", "on track"), true);
    private static final Grade ACCELERATE = new Grade("ACCELERATION_NEEDED",
            new Text("有进展，但须加快", "progress made but acceleration needed"), false);
    private static final Grade LIMITED = new Grade("LIMITED_PROGRESS", new Text("进展有限", "limited progress"), false);
    private static final Grade DETERIORATION = new Grade("DETERIORATION", new Text("恶化", "deterioration"), false);

    private static final BigDecimal ON_TRACK_FROM = new BigDecimal("0.95");
    private static final BigDecimal PROGRESS_FROM = new BigDecimal("0.60");

    private CompoundGrowth() {
    }

    static Assessment judge(Evidence evidence) {
        Map<String, Quantity> figures = evidence.inputs();
        if (evidence.noTarget().isPresent()) {
            return Assessment.refused(Method.COMPOUND_GROWTH, evidence.noTarget().get(), figures);
        }
        if (evidence.met()) {
            return Assessment.of(Method.COMPOUND_GROWTH, ACHIEVED, figures);
        }
        Optional<Obstacle> obstacle = evidence.noWay().or(() -> unreachable(evidence.way()));
        if (obstacle.isPresent()) {
            return Assessment.refused(Method.COMPOUND_GROWTH, obstacle.get().refusal(), figures);
        }
        Evidence.Way way = evidence.way();
        BigDecimal seen = yearly(way.latest(), way.base(), way.gone());
        BigDecimal needed = yearly(way.target(), way.base(), way.whole());
        // Growth of a negative figure is a fall, so the publisher turns the wanted direction round.
        BigDecimal wanted = BigDecimal.valueOf((long) evidence.better() * way.base().signum());
        BigDecimal ratio = Power.compared(wanted.multiply(seen).divide(needed.abs(), Power.DIGITS));
        figures.put("growth", Power.shown(seen));
        figures.put("requiredGrowth", Power.shown(needed));
        figures.put("ratio", Power.shown(ratio));
        return Assessment.of(Method.COMPOUND_GROWTH, grade(ratio), figures);
    }

    private static Optional<Obstacle> unreachable(Evidence.Way way) {
        if (way.target().signum() == 0) {
            return Optional.of(Obstacle.ZERO_TARGET);
        }
        return way.target().signum() == way.base().signum() ? Optional.empty() : Optional.of(Obstacle.NOT_ONE_SIGN);
    }

    /** Growth a year as a fraction. */
    static BigDecimal yearly(Quantity to, Quantity from, int months) {
        BigDecimal factor = to.number(Power.DIGITS).divide(from.number(Power.DIGITS), Power.DIGITS);
        return Power.of(factor, 12, months).subtract(BigDecimal.ONE);
    }

    private static Grade grade(BigDecimal ratio) {
        if (ratio.compareTo(ON_TRACK_FROM) >= 0) {
            return ON_TRACK;
        }
        if (ratio.compareTo(PROGRESS_FROM) >= 0) {
            return ACCELERATE;
        }
        return ratio.signum() >= 0 ? LIMITED : DETERIORATION;
    }
}
