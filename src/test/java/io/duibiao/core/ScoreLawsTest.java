package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Points of targets from 50 at the end of 2020 that are due at the end of 2025. */
class ScoreLawsTest {

    private static final Scheme.Points MATRIX = new Scheme.Matrix(Quantity.of(60), Quantity.of(55), Quantity.of(40),
            Quantity.ZERO);
    private static final Scheme.Points RATE = new Scheme.Rate(Scheme.Step.CUMULATIVE, Quantity.of(25));
    private static final Scheme.Points YEARLY = new Scheme.Rate(Scheme.Step.YEAR, Quantity.of(25));
    private static final Scheme.Points BANDS = new Scheme.Bands(Scheme.Step.CUMULATIVE,
            List.of(new Scheme.Bands.Band(Quantity.of(90), Quantity.of(36)),
                    new Scheme.Bands.Band(Quantity.of(100), Quantity.of(40))));

    private record Scene(String rule, int year, Scheme.Points points) {

        Score.Row of(Quantity before, Quantity x) {
            Verdicts.Question question = question(before, x);
            Scheme.Part part = new Scheme.Part(Set.of(), List.of(), points, true, false, Optional.empty(), Optional.empty(),
                    new Citation("《细则》", "一", ""));
            return Score.of(new Scheme("s", Text.same("s"), "1", List.of(part)), List.of(question), code -> Optional.empty())
                    .rows().get(0);
        }

        Verdicts.Question question(Quantity before, Quantity x) {
            return Given.rule(rule).baseline("50").values((year - 1) + " " + before + "; " + year + " " + x)
                    .question("" + year);
        }
    }

    private static Gen<Scene> scenes() {
        return arbitrary().pick("≥60", ">60", "≥40", "60±0.6", "58…60", "Δ7% 2020", "Δ>7% 2020", "done 60", "Improve")
                .zip(integers().between(2022, 2027), arbitrary().pick(MATRIX, RATE, YEARLY, BANDS), Scene::new);
    }

    private static Gen<Quantity> values() {
        return integers().between(4_500, 6_500).map(n -> new Quantity(BigDecimal.valueOf(n, 2)));
    }

    @Test
    void pointsLieBetweenNoneAndAllAndABetterValueNeverGivesFewer() {
        qt().forAll(scenes(), values(), values(), integers().between(0, 300)).checkAssert((scene, before, x, more) -> {
            Score.Row one = scene.of(before, x);
            Score.Row better = scene.of(before, x.plus(new Quantity(BigDecimal.valueOf(more, 2))));
            one.points().ifPresent(points -> {
                assertFalse(points.signum() < 0 || points.compareTo(one.full()) > 0);
                assertFalse(better.points().filter(others -> others.compareTo(points) < 0).isPresent());
            });
            assertFalse(better.vetoes() && !one.vetoes() && one.points().isPresent());
        });
    }

    @Test
    void theWholeWayOfATargetThatIsMetIsGoneAndOfOneThatIsMissedIsNot() {
        qt().forAll(scenes(), values(), values()).checkAssert((scene, before, x) -> {
            Scene whole = new Scene(scene.rule(), scene.year(), RATE);
            Outcome outcome = Verdicts.judge(whole.question(before, x)).outcome();
            Score.Row row = whole.of(before, x);
            if (outcome == Outcome.MET) {
                assertEquals(Optional.of(row.full()), row.points());
            }
            assertFalse(row.vetoes() && outcome == Outcome.MET);
            assertFalse(!row.vetoes() && outcome == Outcome.NOT_MET);
        });
    }

    /** What the working tells is on the right side of what it is set against: never 100.00 % that is not reached. */
    @Test
    void theWorkingNeverRoundsAcrossWhatItTurnsOn() {
        qt().forAll(scenes(), values(), values()).checkAssert((scene, before, x) -> {
            for (Text line : new Scene(scene.rule(), scene.year(), RATE).of(before, x).working()) {
                boolean strict = scene.rule().contains(">");
                assertFalse(!strict && line.zh().contains("完成率 100.00%：未完成"), line.zh());
            }
        });
    }
}
