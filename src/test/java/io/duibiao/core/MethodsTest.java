package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsTest {

    private static final String SIX_YEARS = "2018 50; 2019 52; 2020 54; 2021 56; 2022 58; 2023 60";

    private static Assessment by(Method method, Methods.Comparison comparison) {
        return comparison.assessments().get(method.ordinal());
    }

    private static String answer(Assessment one) {
        return one.grade().map(Assessment.Grade::code).or(() -> one.refusal().map(Assessment.Refusal::code)).orElseThrow();
    }

    private static String figure(Assessment one, String name) {
        return Optional.ofNullable(one.figures().get(name)).map(Quantity::toString).orElse("none");
    }

    /**
     * 100 in 2020, 121 in 2022, 161.051 wanted in 2025. g = √1.21 − 1 = 0.1 and G = ⁵√1.61051 − 1 = 0.1, so R = 1; 121 × 1.1³ =
     * 161.051, so the whole way; but 21 of 61.051, 0.344, of a straight way is less than 2 years of 5.
     */
    @Test
    void steadyGrowthIsOnTrackByGrowthAndBehindByAStraightLine() {
        Methods.Comparison comparison = Given.rule("≥161.051").baseline("100").values("2022 121").methodsAt("2022");
        Assessment growth = by(Method.COMPOUND_GROWTH, comparison);
        assertEquals("ON_TRACK", answer(growth));
        assertEquals("0.1 0.1 1",
                figure(growth, "growth") + " " + figure(growth, "requiredGrowth") + " " + figure(growth, "ratio"));
        Assessment extrapolated = by(Method.EXTRAPOLATION, comparison);
        assertEquals("ON_TRACK", answer(extrapolated));
        assertEquals("161.051 1", figure(extrapolated, "expected") + " " + figure(extrapolated, "ratio"));
        Assessment schedule = by(Method.SCHEDULE, comparison);
        assertEquals("BEHIND", answer(schedule));
        assertEquals("0.3439747097 0.4", figure(schedule, "progress") + " " + figure(schedule, "requiredShare"));
        assertEquals("TOO_FEW_POINTS", answer(by(Method.WEATHER, comparison)));
        assertEquals(Optional.of(false), comparison.agree());
        assertEquals(
                "认为进度正常的：复合增长率之比（加拿大统计局）“进度正常”、外推法（联合国可持续发展目标进展图）“已实现或进度正常”；认为进度不足的：序时进度“滞后”。",
                comparison.disagreement().orElseThrow().zh());
        assertEquals("On track by compound growth ratio (Statistics Canada): “on track”, "
                + "extrapolation (UN SDG progress chart): “target met or on track”; "
                + "not on track by linear schedule (序时进度): “behind”.", comparison.disagreement().orElseThrow().en());
    }

    /** From 100 to 144 in two years is 20 % a year; after one year R is what was gained, divided by 20. */
    @ParameterizedTest(name = "{0} after a year: R = {1}, {2}")
    @CsvSource({ "119, 0.95, ON_TRACK", "118.99, 0.9495, ACCELERATION_NEEDED", "112, 0.6, ACCELERATION_NEEDED",
            "111.99, 0.5995, LIMITED_PROGRESS", "100, 0, LIMITED_PROGRESS", "99.99, -0.0005, DETERIORATION",
            "144, none, TARGET_ACHIEVED" })
    void compoundGrowthChangesClassAtItsThresholds(String latest, String ratio, String grade) {
        Assessment one = by(Method.COMPOUND_GROWTH, Given.rule("≥144").baseline("100").due("2022-12-31")
                .values("2021 " + latest).methodsAt("2021"));
        assertEquals(grade, answer(one));
        assertEquals(ratio, figure(one, "ratio"));
    }

    /** 100, 90 and 81 are g = −0.1; to 64 in the fourth year G = ⁴√0.64 − 1 = −0.1056. */
    @Test
    void aFallIsGrowthWhereLowerIsBetter() {
        Assessment one = by(Method.COMPOUND_GROWTH, Given.rule("≤64").lower().baseline("100").due("2024-12-31")
                .values("2022 81").methodsAt("2022"));
        assertEquals("-0.1 -0.105572809 0.9472135955 ACCELERATION_NEEDED", figure(one, "growth") + " "
                + figure(one, "requiredGrowth") + " " + figure(one, "ratio") + " " + answer(one));
    }

    /** At the due date nothing is left to extrapolate: the share is (x − 100) ÷ (200 − 100). */
    @ParameterizedTest(name = "{0} when due: {1}, {2}")
    @CsvSource({ "195, 0.95, ON_TRACK", "194.99, 0.9499, FAIR_PROGRESS", "110, 0.1, FAIR_PROGRESS",
            "109.99, 0.0999, STAGNATION_OR_REGRESSION", "90, -0.1, STAGNATION_OR_REGRESSION", "200, none, ON_TRACK" })
    void extrapolationChangesClassAtItsThresholds(String latest, String ratio, String grade) {
        Methods.Comparison comparison = Given.rule("≥200").baseline("100").values("2025 " + latest).methodsAt("2025");
        Assessment one = by(Method.EXTRAPOLATION, comparison);
        assertEquals(grade, answer(one));
        assertEquals(ratio, figure(one, "ratio"));
    }

    /** 100 and 110 two years later become 110 × 1.1 = 121 after two more: 21 of the 42 to 142. */
    @Test
    void growthGoesOnAtTheRateSeen() {
        Assessment one = by(Method.EXTRAPOLATION,
                Given.rule("≥142").baseline("100").due("2024-12-31").values("2022 110").methodsAt("2022"));
        assertEquals("121 0.5 FAIR_PROGRESS", figure(one, "expected") + " " + figure(one, "ratio") + " " + answer(one));
    }

    /** Zero is a target that a share of the way can be measured to: 100, 50 after two years of four, 25 expected. */
    @Test
    void extrapolationAnswersATargetOfZeroWhereGrowthCannot() {
        Methods.Comparison comparison = Given.rule("Eliminate").lower().baseline("100").due("2024-12-31").values("2022 50")
                .methodsAt("2022");
        assertEquals("0.75", figure(by(Method.EXTRAPOLATION, comparison), "ratio"));
        assertEquals("FAIR_PROGRESS", answer(by(Method.EXTRAPOLATION, comparison)));
        assertEquals("ZERO_TARGET", answer(by(Method.COMPOUND_GROWTH, comparison)));
    }

    /** 50 to 60 in five years is 2 a year, so 64 in 2025; what the target exceeds 64 by, of what it exceeds 60 by. */
    @ParameterizedTest(name = "{0}: missed by {1}, {2}")
    @CsvSource({ "≥64, 0, SUN", "≥64.2, 0.0476190476, SUN", "≥65, 0.2, SUN_AND_CLOUD", "≥65.01, 0.2015968064, CLOUD",
            "≥90, 0.8666666667, CLOUD", "≥60, none, SUN" })
    void theWeatherFollowsWhatWillBeMissed(String rule, String missed, String symbol) {
        Assessment one = by(Method.WEATHER, Given.rule(rule).baseline("54").values(SIX_YEARS).methodsAt("2023"));
        assertEquals(symbol, answer(one));
        assertEquals(missed, figure(one, "missedShare"));
        assertEquals("6 2", figure(one, "points") + " " + figure(one, "averageChange"));
    }

    /** 9.5 a year from 60 is 79 in 2025: of the 20 to 80 that misses 1, exactly 5 %. */
    @Test
    void fivePercentIsNoLongerSun() {
        String values = "2018 12.5; 2019 22; 2020 31.5; 2021 41; 2022 50.5; 2023 60";
        assertEquals("SUN_AND_CLOUD", answer(by(Method.WEATHER, Given.rule("≥80").values(values).methodsAt("2023"))));
        assertEquals("SUN", answer(by(Method.WEATHER, Given.rule("≥79.99").values(values).methodsAt("2023"))));
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ≥65      | 2020 60; 2021 60; 2022 61; 2023 60 | THUNDERSTORM
            ≥65      | 2020 60; 2021 59; 2022 58; 2023 57 | THUNDERSTORM
            ≥55      | 2020 60; 2021 59; 2022 58; 2023 57 | SUN_AND_CLOUD
            ≥55      | 2020 60; 2021 59; 2022 58; 2023 60 | SUN
            keep 60±0 | 2020 57; 2021 58; 2022 58; 2023 59 | CLOUD
            keep 60±0 | 2020 62; 2021 61; 2022 60; 2023 59 | THUNDERSTORM
            keep 60±0 | 2020 62; 2021 61; 2022 60; 2023 60 | SUN_AND_CLOUD
            """)
    void theWrongWayIsAThunderstormAndAtTheTargetACloudBeforeTheSun(String rule, String values, String symbol) {
        assertEquals(symbol, answer(by(Method.WEATHER, Given.rule(rule).values(values).methodsAt("2023"))));
    }

    @Test
    void aPrintedBaselineIsAPointAndAGapEndsThePoints() {
        Assessment four = by(Method.WEATHER,
                Given.rule("≥60").baseline("50").values("2021 52; 2022 54; 2023 56").methodsAt("2023"));
        assertEquals("4 SUN", figure(four, "points") + " " + answer(four));
        Assessment three = by(Method.WEATHER,
                Given.rule("≥60").values("2018 46; 2019 48; 2021 52; 2022 54; 2023 56").methodsAt("2023"));
        assertEquals("3 TOO_FEW_POINTS", figure(three, "points") + " " + answer(three));
    }

    @ParameterizedTest(name = "{0} from {2}, {3}: growth {5}, extrapolation {6}, weather {7}")
    @CsvSource(delimiter = '|', textBlock = """
            StateAssessed  | HIGHER | 100  | 2022 121     | 2022 | AWAITING_STATE_FIGURE | AWAITING_STATE_FIGURE | AWAITING_STATE_FIGURE
            ≥200           | HIGHER | 100  | 2021 110     | 2022 | NO_VALUE              | NO_VALUE              | NO_VALUE
            Improve        | HIGHER | 100  | 2022 121     | 2022 | NO_FIGURE             | NO_FIGURE             | NO_FIGURE
            NegativeGrowth | LOWER  | 100  | 2021 99; 2022 98 | 2022 | NO_FIGURE         | NO_FIGURE             | NO_FIGURE
            keep 200±0     | HIGHER | 100  | 2022 121     | 2022 | EVERY_PERIOD          | EVERY_PERIOD          | TOO_FEW_POINTS
            200±2          | NONE   | 100  | 2022 121     | 2022 | NO_DIRECTION          | NO_DIRECTION          | NO_DIRECTION
            ≥200           | HIGHER | 100  | 2022 不满120  | 2022 | VALUE_NOT_EXACT       | VALUE_NOT_EXACT       | VALUE_NOT_EXACT
            ≥200           | HIGHER | 100  | 2022-S1 121  | 2022-S1 | PART_YEAR_ONLY     | PART_YEAR_ONLY        | PART_YEAR_ONLY
            ≥200           | HIGHER | 90以上 | 2022 121    | 2022 | NO_BASELINE           | NO_BASELINE           | TOO_FEW_POINTS
            ≥200           | HIGHER | 100  | 2020 100     | 2020 | TOO_FEW_POINTS        | TOO_FEW_POINTS        | TOO_FEW_POINTS
            ≥200           | HIGHER | 100  | 2023 160; 2024 170; 2025 180; 2026 190 | 2026 | AFTER_DUE | AFTER_DUE | AFTER_DUE
            ≥200           | HIGHER | 0    | 2022 121     | 2022 | ZERO_BASE             | ZERO_BASE             | TOO_FEW_POINTS
            ≤0             | LOWER  | 100  | 2022 81      | 2022 | ZERO_TARGET           | FAIR_PROGRESS         | TOO_FEW_POINTS
            ≥200           | HIGHER | -100 | 2022 121     | 2022 | NOT_ONE_SIGN          | NOT_ONE_SIGN          | TOO_FEW_POINTS
            ≥200           | HIGHER | -100 | 2022 -90     | 2022 | NOT_ONE_SIGN          | STAGNATION_OR_REGRESSION | TOO_FEW_POINTS
            ≥100           | HIGHER | 100  | 2022 90      | 2022 | TARGET_IS_BASE        | TARGET_IS_BASE        | TOO_FEW_POINTS
            ≥90.7          | HIGHER | 90.8 | 2022 90      | 2022 | DETERIORATION         | BASE_BEYOND_TARGET    | TOO_FEW_POINTS
            """)
    void whatAMethodCannotAnswerItRefusesByName(String rule, Direction better, String base, String values, String period,
            String growth, String extrapolation, String weather) {
        Methods.Comparison comparison = Given.rule(rule).is(better).baseline(base).values(values).methodsAt(period);
        assertEquals(List.of(growth, extrapolation, weather), List.of(answer(by(Method.COMPOUND_GROWTH, comparison)),
                answer(by(Method.EXTRAPOLATION, comparison)), answer(by(Method.WEATHER, comparison))));
    }

    @Test
    void aHalfYearOfAStockIsJudgedByTheScheduleAlone() {
        Methods.Comparison comparison = Given.rule("≥200").stock().baseline("100").values("2022-S1 121").methodsAt("2022-S1");
        assertEquals(List.of("NOT_YEARLY", "NOT_YEARLY", "NOT_YEARLY"),
                List.of(answer(by(Method.COMPOUND_GROWTH, comparison)), answer(by(Method.EXTRAPOLATION, comparison)),
                        answer(by(Method.WEATHER, comparison))));
    }

    /** A cumulative change starts at 0 and so has no growth; the symbols take its years: 3, 6, 9 and 12 % from 0 in 2020. */
    @Test
    void aCumulativeChangeHasNoGrowthButHasWeather() {
        Methods.Comparison comparison = Given.rule("Δ15% 2020").change()
                .values("2021 3 /2020; 2022 6 /2020; 2023 9 /2020").methodsAt("2023");
        assertEquals("ZERO_BASE", answer(by(Method.COMPOUND_GROWTH, comparison)));
        assertEquals("ZERO_BASE", answer(by(Method.EXTRAPOLATION, comparison)));
        assertEquals("SUN", answer(by(Method.WEATHER, comparison)));
        assertEquals("ON_SCHEDULE", answer(by(Method.SCHEDULE, comparison)));
        assertEquals(Optional.of(true), comparison.agree());
        assertEquals(Optional.empty(), comparison.disagreement());
    }

    @Test
    void oneAnswerIsNoAgreement() {
        Methods.Comparison comparison = Given.rule("StateAssessed").values("2022 121").methodsAt("2022");
        assertTrue(comparison.assessments().stream().allMatch(one -> one.grade().isEmpty()));
        assertEquals(Optional.empty(), comparison.agree());
        assertEquals(Optional.empty(), comparison.disagreement());
    }

    /** With a data lag of a year 2024 is judged on 2023, three years of 10 % after 2020, and 2025 on 2024. */
    @Test
    void growthIsCountedInTheYearsOfTheDataWhereTheyLag() {
        Given given = Given.rule("≥161.051").baseline("100").dataLag(1).values("2023 133.1");
        Assessment one = by(Method.EXTRAPOLATION, given.methodsAt("2024"));
        assertEquals("0.1 146.41", figure(one, "growth") + " " + figure(one, "expected"));
        Assessment before = by(Method.EXTRAPOLATION,
                given.values("2023 146.41").byTheFirstEdition().methodsAt("2024"));
        assertEquals("0.1 161.051", figure(before, "growth") + " " + figure(before, "expected"));
    }

    @Test
    void everyMethodIsNamedAndCitedInBothLanguages() {
        for (Method method : Method.values()) {
            Method.Source source = method.source(Edition.LATEST);
            List.of(method.label(), source.publisher(), source.title(), source.where())
                    .forEach(text -> assertFalse(text.zh().isBlank() || text.en().isBlank(), method.name()));
            assertFalse(method.formula().isBlank());
        }
    }
}
