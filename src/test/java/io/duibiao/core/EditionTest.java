package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the second edition of the method answers otherwise than the first, with the numbers of both worked out by hand. */
class EditionTest {

    private static Optional<Quantity> number(String text) {
        return Optional.ofNullable(text).map(Quantity::of);
    }

    private static String schedule(Verdict verdict) {
        return verdict.scheduleReason().map(Enum::name).orElse(verdict.schedule().name());
    }

    private static String inChinese(Verdict verdict) {
        return verdict.explain().stream().map(Text::zh).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest(name = "due {0} counts to {1}")
    @CsvSource({ "2023-01-01, 2022-12", "2022-12-31, 2022-12", "2022-06-15, 2022-06", "2022-06-01, 2022-05",
            "2022-06-30, 2022-06" })
    void theMonthOfADueDateIsThatOfTheDayBefore(String date, String month) {
        Target target = Given.rule("≥60").due(date).question("2021").target();
        assertEquals(month, Edition.LATEST.due(target).toString());
        assertEquals(LocalDate.parse(date).getMonthValue(), Edition.FIRST.due(target).getMonthValue());
    }

    /** 12 of 24 months to the last of 2022 are 0.5, and not 12 of 25; 55 is half of the way and leads to 60 when due. */
    @ParameterizedTest
    @EnumSource(value = Due.Kind.class, names = { "BY", "FROM" })
    void untilTheFirstOfJanuaryItIsTwoYears(Due.Kind kind) {
        Given given = Given.rule("≥60").baseline("50").due(kind, "2023-01-01").values("2021 55; 2022 59");
        Verdict half = given.at("2021");
        assertEquals(number("0.5"), half.requiredShare());
        assertEquals(Schedule.ON_SCHEDULE, half.schedule());
        assertEquals(number("5"), half.requiredPerYear());
        assertEquals(number("60"), half.projection().map(Verdict.Projection::value));
        Verdict eve = given.at("2022");
        assertEquals(Outcome.NOT_YET_MET, eve.outcome());
        assertEquals("1 0.9 BEHIND", eve.requiredShare().orElseThrow().stripped() + " "
                + eve.progress().orElseThrow().stripped() + " " + eve.schedule());
        assertEquals(Optional.empty(), eve.requiredPerYear(), "no month is left to spread it over");
        assertEquals(Optional.empty(), eve.projection());
        assertEquals(number("0.48"), given.byTheFirstEdition().at("2021").requiredShare());
    }

    /** With a lag of two years what is due in 2022 is judged on 2020: asked for 2021, nothing is left to spread. */
    @Test
    void afterTheDataThatSettlesATargetNoChangeAYearIsNeeded() {
        Given given = Given.rule("≥70").stock().dataLag(2).due("2022-12-31").baseline("50", "2021", Optional.empty())
                .values("2019 45");
        assertEquals(Optional.empty(), given.at("2021").requiredPerYear());
    }

    /** Judged in 2025 on 2024, the way takes four years: half of it is walked in 2022, which 2023 is judged on. */
    @Test
    void whereDataLagTheWayEndsWithTheDataThatIsJudgedWhenDue() {
        Given given = Given.rule("≥60").stock().dataLag(1).baseline("50").values("2021 52.5; 2022 55; 2023 57.5; 2024 60");
        Verdict half = given.at("2023");
        assertEquals(number("0.5"), half.requiredShare());
        assertEquals(number("0.5"), half.progress());
        assertEquals(Schedule.ON_SCHEDULE, half.schedule());
        assertEquals(number("60"), half.projection().map(Verdict.Projection::value));
        assertEquals(number("2.5"), half.requiredPerYear(), "5 in the two years from 2022 to 2024");
        assertTrue(inChinese(half).contains("到期以截至2024年末的数据评价"), inChinese(half));
        assertEquals(Outcome.MET, given.at("2025").outcome());
        Verdict before = given.byTheFirstEdition().at("2023");
        assertEquals("BEHIND 0.6 62.5", before.schedule() + " " + before.requiredShare().orElseThrow().stripped() + " "
                + before.projection().orElseThrow().value());
    }

    /**
     * What is asked of 2023 is asked of the data that 2023 is judged on: 58 for 2023 of 2022, 35 % after 24 months after 12.
     */
    @Test
    void whereDataLagWhatIsAskedOnTheWayLagsToo() {
        Given passing = Given.rule("≥60").stock().dataLag(1).baseline("50").milestones("2023-12-31 ≥58").values("2022 58");
        assertEquals(number("0.8"), passing.at("2023").requiredShare());
        assertEquals(Schedule.ON_SCHEDULE, passing.at("2023").schedule());
        Given along = Given.rule("≥60").stock().dataLag(1).baseline("50").path("12:10 24:35 36:65").values("2021 53.5");
        assertEquals(number("0.35"), along.at("2022").requiredShare());
        assertEquals(Schedule.ON_SCHEDULE, along.at("2022").schedule());
    }

    @ParameterizedTest(name = "{1}, {0} from {2} to {3}: {4}")
    @CsvSource({ "Improve, HIGHER, 50, 49, REVERSED", "Improve, LOWER, 50, 51, REVERSED", "Improve, HIGHER, 50, 50, NO_FIGURE",
            "Improve, HIGHER, 50, 51, AHEAD", ">50, HIGHER, 50, 49, REVERSED", ">50, HIGHER, 50, 50, NO_DISTANCE",
            "<50, LOWER, 50, 51, REVERSED" })
    void whatIsWorseThanTheBaselineIsReversedAlsoWhereNoFigureIsSet(String rule, Direction better, String baseline,
            String value, String schedule) {
        assertEquals(schedule,
                schedule(Given.rule(rule).is(better).baseline(baseline).values("2023 " + value).at("2023")));
    }

    /**
     * From 3 to 4 is 33.33… %; against 11 % that is 10000 ÷ 33 = 303.0303030303 %, of which the first edition knew
     * 303.03030303.
     */
    @Test
    void aRateOfARateIsRoundedOnce() {
        Given given = Given.rule("Δ11% 2020").baseline("3").values("2025 4");
        assertEquals("303.0303030303", given.at("2025").completionRate().orElseThrow().toString());
        assertEquals("303.03030303", given.byTheFirstEdition().at("2025").completionRate().orElseThrow().toString());
    }

    /** A third of 1 is asked and 0.1 done: 30 % of 3 points are 0.9, and not 0.9000000001. */
    @Test
    void pointsAreRoundedOnce() {
        Given given = Given.rule("≥1").baseline("0").due("2023-12-31").values("2021 0.1");
        assertEquals("0.9", points(given).points().orElseThrow().toString());
        assertEquals("0.9000000001", points(given.byTheFirstEdition()).points().orElseThrow().toString());
    }

    /** 59.9996 of 60 are 99.99933 %, which is not 100.00 %; 20.0039 of 20.004 are 99.9995 %, which is not 100.000 %. */
    @Test
    void theWorkingOfPointsShowsWhatTheyTurnOn() {
        Given given = Given.rule("≥300").baseline("0").values("2021 59.9996");
        assertEquals("累计应完成 60.0000，实际完成 59.9996，完成率 99.999%：未完成。", points(given).working().get(0).zh());
        assertEquals("累计应完成 60.0000，实际完成 59.9996，完成率 100.00%：未完成。",
                points(given.byTheFirstEdition()).working().get(0).zh());
        Given odd = Given.rule("≥100.02").baseline("0").values("2021 20.0039");
        assertEquals("累计应完成 20.0040，实际完成 20.0039，完成率 99.9995%：未完成。",
                points(odd).working().get(0).zh());
    }

    /** 78.5 is 79 within its tolerance: met, and so the way from 70 is gone, though 8.5 is not 9. 85 is not above 85. */
    @Test
    void whatIsMetWithinItsToleranceHasGoneTheWholeWay() {
        Given about = Given.rule("79±0.79").baseline("70").due("2021-12-31").values("2021 78.5");
        assertEquals(List.of("累计应完成 9.00，实际完成 8.5，完成率 100.00%：完成。", "以目标是否达到论：达标。", "得分 3.00（满分3）。"),
                points(about).working().stream().map(Text::zh).toList());
        assertEquals("累计应完成 9.00，实际完成 8.5，完成率 94.44%：未完成。",
                points(about.byTheFirstEdition()).working().get(0).zh());
        Given above = Given.rule(">85").baseline("70").due("2021-12-31").values("2021 85");
        assertEquals(List.of("累计应完成 15.00，实际完成 15，完成率 100.00%：未完成。", "以目标是否达到论：未达标。"),
                points(above).working().stream().map(Text::zh).limit(2).toList());
    }

    /**
     * From 50 in 2020 to 60 in 2025, 61 in 2025 and 61.5 in 2026: the way asks nothing of 2026, and not 2 of what came since.
     */
    @ParameterizedTest(name = "{0} after {1}: {2} %, before {3} %")
    @CsvSource({ "61.5, 61, 100, 25", "61, 61, 100, 0", "60.5, 61, 0, 0" })
    void afterTheDueDateTheYearAsksForNoMore(String value, String before, String points, String pointsBefore) {
        Given given = Given.rule("≥60").baseline("50").values("2025 " + before + "; 2026 " + value);
        Scheme.Points rate = new Scheme.Rate(Scheme.Step.YEAR, Quantity.HUNDRED);
        assertEquals(number(points), points(rate, given, "2026").points());
        assertEquals(number(pointsBefore), points(rate, given.byTheFirstEdition(), "2026").points());
    }

    private static Score.Row points(Given given) {
        return points(new Scheme.Rate(Scheme.Step.CUMULATIVE, Quantity.of(3)), given, "2021");
    }

    private static Score.Row points(Scheme.Points points, Given given, String period) {
        Scheme.Part part = new Scheme.Part(Set.of(), List.of(), points, false,
                false, Optional.empty(), Optional.empty(), new Citation("《细则》", "一", ""));
        return Score.of(new Scheme("s", Text.same("s"), "1", List.of(part)), List.of(given.question(period)),
                code -> Optional.empty()).rows().get(0);
    }

    /** 89.96 is 90 and meets ≥90; 90.04 is 90 and not above it; 44.02 is 11.96 % below 50, which is 12 %. */
    @ParameterizedTest(name = "{0} {1} {2}: {3}, gap {4} and not {6}, {5} a year and not {7}")
    @CsvSource({ "≥90, HIGHER, 89.96, MET, 0, , -0.04, ", "≥90, HIGHER, 89.4, NOT_YET_MET, -1, 0.5, -0.6, 0.3",
            ">90, HIGHER, 90.04, NOT_YET_MET, 0, 0, 0.04, -0.02", "≤17, LOWER, 17.4, MET, 0, , -0.4, ",
            "Δ12% 2020, LOWER, 44.02, MET, 0, , -0.02, ", "Δ12% 2020, LOWER, 44.3, NOT_YET_MET, -0.5, -0.25, -0.3, -0.15",
            "1…2, NONE, 2.4, NOT_YET_MET, -0.4, , -0.4, " })
    void byRoundedFiguresTheGapIsThatOfTheRoundedFigure(String rule, Direction better, String value, Outcome outcome,
            String gap, String step, String gapBefore, String stepBefore) {
        Given given = Given.rule(rule).is(better).comparedRounded().values("2020 50; 2023 " + value);
        Verdict verdict = given.at("2023");
        assertEquals(outcome, verdict.outcome());
        assertEquals(List.of(number(gap), number(step)), List.of(verdict.gap(), verdict.requiredPerYear()));
        Verdict before = given.byTheFirstEdition().at("2023");
        assertEquals(List.of(number(gapBefore), number(stepBefore)), List.of(before.gap(), before.requiredPerYear()));
    }

    @ParameterizedTest(name = "≥ 90 from {0}, {1}: {2}, before {3}")
    @CsvSource({ "89.96, 89.96, HELD, AHEAD", "89.96, 89.4, LOST, REVERSED", "89.4, 89.96, AHEAD, AHEAD",
            "89.4, 89, REVERSED, REVERSED" })
    void byRoundedFiguresTheBaselineKeepsTheTargetToo(String baseline, String value, String schedule, String before) {
        Given given = Given.rule("≥90").comparedRounded().baseline(baseline).values("2023 " + value);
        assertEquals(schedule, schedule(given.at("2023")));
        assertEquals(before, schedule(given.byTheFirstEdition().at("2023")));
    }

    /** 79 ± 0.79 has its limit at 78.21, and a value is rounded to the two decimals of that. */
    @ParameterizedTest(name = "{0} against 79 ± 0.79: {1}, before {2}")
    @CsvSource({ "78.3, MET, NOT_MET", "78.206, MET, NOT_MET", "78.2, NOT_MET, NOT_MET", "78.6, MET, MET" })
    void aToleranceHasDecimalsToo(String value, Outcome outcome, Outcome before) {
        Given given = Given.rule("79±0.79").comparedRounded().values("2025 " + value);
        assertEquals(outcome, given.at("2025").outcome());
        assertEquals(before, given.byTheFirstEdition().at("2025").outcome());
    }

    @ParameterizedTest(name = "{1} {0} is {2} from the figure, and not {3}")
    @CsvSource({ "79.5, LOWER, 0, -0.5", "78.5, HIGHER, 0, -0.5", "78.5, LOWER, 0.5, 0.5", "80, LOWER, -1, -1" })
    void withinTheToleranceNothingIsMissing(String value, Direction better, String gap, String before) {
        Given given = Given.rule("79±0.79").is(better).values("2025 " + value);
        assertEquals(number(gap), given.at("2025").gap());
        assertEquals(gap.equals("0"), inChinese(given.at("2025")).contains("在目标值的容差之内"));
        assertEquals(number(before), given.byTheFirstEdition().at("2025").gap());
    }

    @Test
    void aGroupKeptOneByOneSaysThatItsScheduleIsItsMembers() {
        Given given = Given.rule("≥60").baseline("50");
        List<Verdict> members = List.of(Given.rule("≥60").baseline("50").values("2023 56").at("2023"));
        assertEquals("FOLLOWS_MEMBERS", schedule(given.ofMembers("2023", members)));
        assertEquals("NO_VALUE", schedule(given.byTheFirstEdition().ofMembers("2023", members)));
    }

    @ParameterizedTest(name = "{0} {1} from {2}, measured {3}, in {4}: {5}")
    @CsvSource({ "FLOW, HIGHER, 50, 2021 51, 2021, BETTER", "FLOW, LOWER, 50, 2021 51, 2021, WORSE",
            "FLOW, HIGHER, 50, 2021 50.0, 2021, SAME", "FLOW, HIGHER, 50, 2022 51, 2022, UNKNOWN",
            "STOCK, HIGHER, 50, 2022 51, 2022, BETTER", "STOCK, HIGHER, 50, 2021 51, 2022, UNKNOWN",
            "FLOW, HIGHER, 50, 2020 52; 2021 51, 2021, WORSE", "FLOW, HIGHER, 50, 2020 50以上; 2021 51, 2021, UNKNOWN",
            "FLOW, HIGHER, 50, 2020 52 @含沙尘; 2021 51, 2021, BETTER", "FLOW, HIGHER, 50以上, 2021 51, 2021, UNKNOWN" })
    void theBaselineTellsTheYearBeforeWhereNothingElseDoes(Timing timing, Direction better, String baseline, String values,
            String period, Movement movement) {
        assertEquals(movement, Given.rule("≥60").is(timing).is(better).baseline(baseline).values(values).at(period).movement());
    }

    @Test
    void aBaselineOnAnotherBasisOrOfAChangeIsNoYearBefore() {
        assertEquals(Movement.UNKNOWN, Given.rule("≥60").defaultBasis("136个断面").baseline("50", "2020", Optional.of("52个断面"))
                .values("2021 51").at("2021").movement());
        assertEquals(Movement.UNKNOWN,
                Given.rule("Δ15% 2015").change().baseline("6.89").values("2021 9 /2015").at("2021").movement());
    }

    /** 49 after 50 is negative growth; until now there was no year before to tell. */
    @Test
    void theFirstYearAfterTheBaselineCanShowNegativeGrowth() {
        Given given = Given.rule("NegativeGrowthYearly").lower().baseline("50").values("2021 49");
        assertEquals(Outcome.MET, given.at("2021").outcome());
        assertEquals(number("1"), given.at("2021").gap());
        assertEquals(Optional.of(Outcome.Reason.NO_PRIOR_YEAR), given.byTheFirstEdition().at("2021").reason());
    }

    /** 3 + 4 of three leagues are 7 already, and 6 was published for all: −1. */
    @ParameterizedTest(name = "{0} published, {1} rolled up: {2}")
    @CsvSource({ "6, 7以上, -1", "7, 7以上, ", "8, 7以上, ", "6, 约7, ", "6, 7, -1" })
    void aSumOfSomeAboveTheOfficialFigureOfAllIsADifference(String official, String rolledUp, String difference) {
        Given given = Given.rule("≥5").values("2023 " + official).rolledUp("2023 " + rolledUp + " 2/3");
        assertEquals(number(difference), given.at("2023").difference());
        assertEquals(rolledUp.startsWith("7以") && difference != null,
                inChinese(given.at("2023")).contains("公布数小于已报部分的合计，相差 1"));
    }

    @Test
    void eachEditionNamesItself() {
        Given given = Given.rule("≥60").values("2023 60");
        assertTrue(inChinese(given.at("2023")).contains("评价方法第2版"));
        assertEquals("评价方法第2版", Method.SCHEDULE.source(Edition.LATEST).title().zh());
        assertTrue(inChinese(given.byTheFirstEdition().at("2023")).contains("评价方法第1版"));
    }
}
