package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class MethodsLawsTest {

    private static final List<String> GROWTH_FROM_WORST = List.of("DETERIORATION", "LIMITED_PROGRESS", "ACCELERATION_NEEDED",
            "ON_TRACK", "TARGET_ACHIEVED");
    private static final List<String> EXTRAPOLATION_FROM_WORST = List.of("STAGNATION_OR_REGRESSION", "FAIR_PROGRESS",
            "ON_TRACK");

    /** Yearly figures from 2020 on and a figure to be reached by 2025. */
    private record Scene(Quantity target, List<Quantity> years) {

        Methods.Comparison in(Quantity unit, Direction better) {
            boolean higher = better == Direction.HIGHER;
            String values = IntStream.range(0, years.size()).mapToObj(i -> (2020 + i) + " " + years.get(i).times(unit))
                    .collect(Collectors.joining("; "));
            return Given.rule((higher ? "≥" : "≤") + target.times(unit)).is(better)
                    .baseline(years.get(0).times(unit).toString()).values(values).methodsAt("" + (2019 + years.size()));
        }

        Methods.Comparison plain() {
            return in(Quantity.of(1), Direction.HIGHER);
        }
    }

    private static Gen<Quantity> tenths() {
        return integers().between(-50, 999).map(n -> new Quantity(BigDecimal.valueOf(n, 1)));
    }

    private static Gen<Scene> scenes() {
        Gen<List<Quantity>> years = integers().between(2, 6)
                .zip(tenths(), tenths(), tenths(), (count, a, b, c) -> List
                        .of(a, b, c, a.plus(b), b.plus(c), a.plus(c)).subList(0, count));
        return tenths().zip(years, Scene::new);
    }

    private static List<String> answers(Methods.Comparison comparison) {
        return comparison.assessments().stream()
                .map(one -> one.grade().map(Assessment.Grade::code).orElseGet(() -> one.refusal().orElseThrow().code()))
                .toList();
    }

    @Test
    void theUnitOfMeasurementChangesNoClass() {
        qt().forAll(scenes()).checkAssert(
                scene -> assertEquals(answers(scene.plain()), answers(scene.in(Quantity.of("12.5"), Direction.HIGHER))));
    }

    @Test
    void lowerIsBetterIsTheMirrorOfHigherIsBetter() {
        qt().forAll(scenes()).checkAssert(
                scene -> assertEquals(answers(scene.plain()), answers(scene.in(Quantity.of(-1), Direction.LOWER))));
    }

    @Test
    void everyMethodGivesAClassOrAReasonAndNeverBoth() {
        qt().forAll(scenes()).checkAssert(scene -> scene.plain().assessments()
                .forEach(one -> assertTrue(one.grade().isPresent() != one.refusal().isPresent())));
    }

    @Test
    void aHigherFigureIsNeverAWorseClassWhereHigherIsBetter() {
        qt().forAll(tenths(), tenths(), tenths(), integers().between(0, 500)).checkAssert((base, target, latest, more) -> {
            Scene low = new Scene(target, List.of(base, base, latest));
            Scene high = new Scene(target, List.of(base, base, latest.plus(Quantity.of(more))));
            List<String> before = answers(low.plain());
            List<String> after = answers(high.plain());
            assertNotWorse(GROWTH_FROM_WORST, before.get(1), after.get(1));
            assertNotWorse(EXTRAPOLATION_FROM_WORST, before.get(2), after.get(2));
        });
    }

    private static void assertNotWorse(List<String> fromWorst, String before, String after) {
        boolean answered = fromWorst.contains(before) && fromWorst.contains(after);
        assertTrue(!answered || fromWorst.indexOf(after) >= fromWorst.indexOf(before), () -> before + " → " + after);
    }

    /** b·q² after two years is on the way to b·q⁵ after five, whatever q is. */
    @Test
    void whoGrowsAsTheTargetDemandsIsExactlyOnTrack() {
        qt().forAll(integers().between(1, 99), integers().between(101, 130)).checkAssert((start, percent) -> {
            BigDecimal base = BigDecimal.valueOf(start * 1_000L);
            BigDecimal step = BigDecimal.valueOf(percent, 1).movePointLeft(1);
            Quantity latest = new Quantity(base.multiply(step.pow(2)));
            Quantity target = new Quantity(base.multiply(step.pow(5)));
            Methods.Comparison comparison = Given.rule(new Rule.AtLeast(target, Optional.empty(), ""))
                    .baseline(base.toString()).values("2022 " + latest).methodsAt("2022");
            for (Method method : List.of(Method.COMPOUND_GROWTH, Method.EXTRAPOLATION)) {
                Assessment one = comparison.assessments().get(method.ordinal());
                assertEquals(Quantity.of(1), one.figures().get("ratio"));
                assertEquals("ON_TRACK", one.grade().orElseThrow().code());
            }
        });
    }

    /** In the due year nothing is left to extrapolate, so the share of the way is that of the straight line. */
    @Test
    void whenDueTheExtrapolatedShareIsTheShareWalked() {
        Gen<Quantity> positive = integers().between(1, 999).map(n -> new Quantity(BigDecimal.valueOf(n, 1)));
        qt().forAll(positive, positive, positive).checkAssert((base, target, latest) -> {
            Assessment one = new Scene(target, List.of(base, base, base, base, base, latest)).plain().assessments()
                    .get(Method.EXTRAPOLATION.ordinal());
            if (one.figures().containsKey("ratio")) {
                assertEquals(latest.minus(base).dividedBy(target.minus(base)).shown(), one.figures().get("ratio"));
            }
        });
    }
}
