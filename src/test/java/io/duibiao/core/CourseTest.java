package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

    /** 002 三/(七), from a supposed baseline of 30 at the end of 2020: 2023年底达到50%以上，2025年底达到60%以上. */
    @ParameterizedTest(name = "{0} in {1}: {2} required, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            36.7 | 2021    | 0.2222222222 | ON_SCHEDULE
            36.6 | 2021    | 0.2222222222 | BEHIND
            43.3 | 2022    | 0.4444444444 | BEHIND
            43.4 | 2022    | 0.4444444444 | ON_SCHEDULE
            40   | 2022-S1 | 0.3333333333 | ON_SCHEDULE
            49   | 2023    | 0.6666666667 | BEHIND
            50   | 2023    | 0.6666666667 | ON_SCHEDULE
            54.9 | 2023    | 0.6666666667 | ON_SCHEDULE
            55   | 2023    | 0.6666666667 | AHEAD
            54.9 | 2024    | 0.8333333333 | BEHIND
            55   | 2024    | 0.8333333333 | ON_SCHEDULE
            29   | 2024    | 0.8333333333 | REVERSED
            """)
    void theWayRunsThroughThePlansOwnEarlierFigure(String value, String period, String required, Schedule schedule) {
        Verdict verdict = Given.rule("≥60").baseline("30").stock().milestones("2023-12-31 ≥50")
                .values(period + " " + value).at(period);
        assertEquals(Optional.of(required), verdict.requiredShare().map(Quantity::toString));
        assertEquals(schedule, verdict.schedule());
    }

    @ParameterizedTest(name = "{0} through {1}, from {2}: {3} required in 2022")
    @CsvSource(delimiter = '|', textBlock = """
            ≥60       | 2023-12-31 StateAssessed              | 40 | 0.4      # without a figure
            ≥60       | 2023-12-31 ≥70                        | 40 | 0.6666666667 # past the figure: all of it
            ≥60       | 2022-12-31 ≥30                        | 40 | 0        # behind the baseline: none of it
            ≥60       | 2019-12-31 ≥50                        | 40 | 0.4      # before the baseline
            ≥60       | 2021-12-31 ≥50; 2023-12-31 ≥45        | 40 | 0.5      # never back
            ≥60       | 2022-06-30 ≥50; 2024-12-31 ≥55        | 40 | 0.55
            ≤20       | 2022-12-31 ≤25                        | 40 | 0.75
            Δ20% 2020 | 2022-12-31 Δ15% 2020                  | 40 | 0.75
            """)
    void aMilestoneCountsWithinTheWay(String rule, String milestones, String baseline, String requiredAndWhy) {
        Given given = Given.rule(rule).baseline(baseline).milestones(milestones).values("2022 41");
        Verdict verdict = (rule.startsWith("≥") ? given : given.lower()).at("2022");
        assertEquals(Optional.of(requiredAndWhy.split(" ")[0]),
                verdict.requiredShare().map(Quantity::stripped).map(Quantity::toString));
    }

    @Test
    void aChangeIsCountedFromZeroThroughItsMilestones() {
        Given given = Given.rule("Δ18% 2020").change().milestones("2022-12-31 Δ12% 2020");
        assertEquals(Schedule.ON_SCHEDULE, given.values("2022 12 /2020").at("2022").schedule());
        assertEquals(Schedule.BEHIND, given.values("2022 11.9 /2020").at("2022").schedule());
    }

    /** 25 % from 2013 to 2017, of which 10, 35 and 65 % after one, two and three years: 2.5, 8.75, 16.25. */
    @ParameterizedTest(name = "{0} in {1}: {2} required, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2.5   | 2014    | 0.1  | ON_SCHEDULE
            2.49  | 2014    | 0.1  | BEHIND
            8.75  | 2014    | 0.1  | AHEAD
            8.74  | 2015    | 0.35 | BEHIND
            8.75  | 2015    | 0.35 | ON_SCHEDULE
            12.5  | 2016-S1 | 0.5  | ON_SCHEDULE
            16.24 | 2016    | 0.65 | BEHIND
            16.25 | 2016    | 0.65 | ON_SCHEDULE
            -1    | 2016    | 0.65 | REVERSED
            """)
    void aPublishedPathSetsTheShare(String value, String period, String required, Schedule schedule) {
        Verdict verdict = Given.rule("Δ25% 2013").change().stock().planFrom(2013).due("2017-12-31").path("12:10 24:35 36:65")
                .values(period + " " + value + " /2013").at(period);
        assertEquals(Optional.of(Quantity.of(required)), verdict.requiredShare());
        assertEquals(schedule, verdict.schedule());
    }

    @Test
    void withoutPathAndMilestonesTheWayIsStraight() {
        Verdict verdict = Given.rule("Δ25% 2013").change().planFrom(2013).due("2017-12-31").values("2014 2.5 /2013").at("2014");
        assertEquals(Optional.of(Quantity.of("0.25")), verdict.requiredShare());
        assertEquals(Schedule.BEHIND, verdict.schedule());
    }

    @Test
    void thePlansOwnFiguresComeBeforeAPublishedPath() {
        Verdict verdict = Given.rule("≥60").baseline("40").path("12:10 24:35").milestones("2022-12-31 ≥50").values("2022 45")
                .at("2022");
        assertEquals(Optional.of(Quantity.of("0.5")), verdict.requiredShare());
        assertFalse(inChinese(verdict).contains("大气十条"));
    }

    @Test
    void theExplanationNamesThePathOrTheMilestones() {
        String path = inChinese(Given.rule("≥60").baseline("40").path("12:10 24:35").values("2022 45").at("2022"));
        assertTrue(path.contains("序时要求按“大气十条年度考核进度”：12个月10%、24个月35%（《考核办法实施细则》）；原文未核对。"), path);
        String milestone = inChinese(
                Given.rule("≥60").baseline("40").milestones("2023-12-31 ≥50").values("2022 45").at("2022"));
        assertTrue(milestone.contains("序时要求经过规划的阶段目标：2023-12-31 “≥50”（nm.2）。"), milestone);
    }

    /** Whatever the milestones say, the requirement never falls, and lies between nothing and all. */
    @Test
    void theRequiredShareNeverFalls() {
        qt().forAll(lists().of(integers().between(-20, 120)).ofSizeBetween(0, 6), integers().between(1, 100))
                .checkAssert((levels, length) -> {
                    List<Way.Point> points = new ArrayList<>();
                    levels.forEach(level -> points.add(new Way.Point(7 * (points.size() + 1), Quantity.of(level))));
                    Way way = new Way(Quantity.of(length), 60, points);
                    List<Quantity> shares = IntStream.rangeClosed(0, 60).mapToObj(way::share).toList();
                    for (int month = 1; month <= 60; month++) {
                        assertTrue(shares.get(month).compareTo(shares.get(month - 1)) >= 0, shares.toString());
                    }
                    assertEquals(Quantity.ZERO, shares.get(0));
                    assertEquals(Quantity.of(1), shares.get(60));
                });
    }

    @Test
    void whoHasComeAsFarAsRequiredHasReachedItAndWhoHasNotHasNot() {
        Quantity little = Quantity.of("0.0001");
        qt().forAll(integers().between(1, 59), integers().between(0, 100), integers().between(0, 60))
                .checkAssert((month, percent, asked) -> {
                    Way way = new Way(Quantity.HUNDRED, 60, List.of(new Way.Point(month, Quantity.of(percent))));
                    Quantity required = way.share(asked).times(Quantity.HUNDRED);
                    assertTrue(way.reached(required.plus(little), asked));
                    assertFalse(way.reached(required.minus(little), asked));
                });
    }

    @ParameterizedTest(name = "{0} on {1}, declared {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2023 69.8 @52个断面               |                   | NOT_ASSESSABLE | BASIS_MISMATCH
            2023 69.8 @52个断面               | 52个断面/136个断面 | NOT_YET_MET    |
            2023 69.8 @52个断面               | 136个断面/52个断面 | NOT_YET_MET    |
            2023 69.8 @52个断面               | 52个断面/133个断面 | NOT_ASSESSABLE | BASIS_MISMATCH
            2023 69.8 @52个断面; 2023 77      | 52个断面/136个断面 | MET            |
            2023 77; 2023 69.8 @52个断面      | 52个断面/136个断面 | MET            |
            """)
    void anotherBasisIsComparedOnlyWhereItIsDeclaredComparable(String values, String declared, Outcome outcome,
            Outcome.Reason reason) {
        Given given = Given.rule("≥70").defaultBasis("136个断面").values(values);
        if (declared != null) {
            given.comparable(declared.split("/")[0], declared.split("/")[1]);
        }
        Verdict verdict = given.at("2023");
        assertEquals(outcome, verdict.outcome());
        assertEquals(Optional.ofNullable(reason), verdict.reason());
    }

    @Test
    void aBaselineOnAComparableBasisOpensTheWayAndTheReasonIsGiven() {
        Given given = Given.rule("≥70").defaultBasis("136个断面").baseline("60", "2020", Optional.of("52个断面"))
                .values("2021 62 @52个断面; 2022 64");
        Verdict apart = given.at("2022");
        assertEquals(Optional.of(Schedule.Reason.BASIS_MISMATCH), apart.scheduleReason());
        assertEquals(Movement.UNKNOWN, apart.movement());
        Verdict joined = given.comparable("52个断面", "136个断面").at("2022");
        assertEquals(Schedule.ON_SCHEDULE, joined.schedule());
        assertEquals(Movement.BETTER, joined.movement());
        assertTrue(inChinese(joined).contains("口径“52个断面”与“136个断面”可比：两种口径同比可比（《公报》）。"), inChinese(joined));
    }

    @Test
    void aTargetThatIsNotInForceSaysSoAndKeepsItsVerdict() {
        Verdict verdict = Given.rule("≥60").baseline("40").values("2023 61").beside(false, "nm.7").at("2023");
        assertEquals(Outcome.MET, verdict.outcome());
        assertTrue(inChinese(verdict).contains("还有目标 nm.7，各自评价；2023-12-31 本目标不是有效目标。"), inChinese(verdict));
    }

    private static String inChinese(Verdict verdict) {
        return verdict.explain().stream().map(Text::zh).collect(Collectors.joining("\n"));
    }
}
