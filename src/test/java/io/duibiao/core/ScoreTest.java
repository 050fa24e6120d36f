package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples go from 0 at the end of 2020 to 20 at the end of 2025: 4 a year. */
class ScoreTest {

    private static final Scheme.Points MATRIX = new Scheme.Matrix(Quantity.of(60), Quantity.of(55), Quantity.of(40),
            Quantity.ZERO);
    private static final PublishedPath PATH = new PublishedPath("air", new Text("进度", "path"),
            List.of(point(12, 10), point(24, 35), point(36, 65)), Optional.empty(), new Citation("《细则》", "第一类", ""));

    private static PublishedPath.Point point(int months, int percent) {
        return new PublishedPath.Point(months, Quantity.of(percent));
    }

    private static Scheme.Part part(Scheme.Points points) {
        return new Scheme.Part(Set.of(Attribute.BINDING), List.of(), points, true, false, Optional.empty(), Optional.empty(),
                new Citation("《细则》", "一", "计分"));
    }

    private static Scheme.Points rate(Scheme.Step step, int full) {
        return new Scheme.Rate(step, Quantity.of(full));
    }

    private static Given given(String values) {
        return Given.rule("≥20").baseline("0").values(values);
    }

    private static Score score(Scheme.Part part, Verdicts.Question question) {
        return Score.of(new Scheme("s", new Text("办法", "scheme"), "2014", List.of(part)), List.of(question),
                code -> Optional.of(PATH));
    }

    private static Score.Row row(Scheme.Points points, Given given, String period) {
        return score(part(points), given.question(period)).rows().get(0);
    }

    @ParameterizedTest(name = "{0}: {1} points, veto {2}")
    @CsvSource({ "2021 5; 2022 9, 60, false", "2021 5; 2022 8, 55, false", "2021 3; 2022 7, 40, false",
            "2021 3; 2022 6.99, 0, true", "2021 4; 2022 8, 60, false" })
    void aMatrixGivesPointsByTheYearAndByTheWholeWay(String values, String points, boolean vetoed) {
        Score.Row row = row(MATRIX, given(values), "2022");
        assertEquals(Optional.of(Quantity.of(points)), row.points());
        assertEquals(vetoed, row.vetoes());
        assertEquals(Quantity.of(60), row.full());
    }

    @Test
    void aThirdOfTheWayIsNotMissedByTheTenthDecimal() {
        Given thirds = Given.rule("≥1").baseline("0").due("2023-12-31").milestones("2021-12-31 ≥0.3333; 2022-12-31 ≥0.6666");
        assertEquals(Optional.of(Quantity.of(60)), row(MATRIX, thirds.values("2021 0.3333; 2022 0.6666"), "2022").points());
        Given even = Given.rule("≥10").baseline("0").due("2023-12-31");
        assertEquals(Optional.of(Quantity.of(40)), row(MATRIX, even.values("2021 0; 2022 3.3334"), "2022").points());
        assertEquals(Optional.of(Quantity.ZERO), row(MATRIX, even.values("2021 0; 2022 3.3333"), "2022").points());
    }

    @ParameterizedTest(name = "{0} of the year: {1}")
    @CsvSource({ "2021 4; 2022 7, 18.75", "2021 4; 2022 8, 25", "2021 4; 2022 20, 25", "2021 4; 2022 3, 0" })
    void aRateGivesItsShareOfThePointsAndNeverMoreThanAll(String values, String points) {
        assertEquals(Optional.of(Quantity.of(points)), row(rate(Scheme.Step.YEAR, 25), given(values), "2022").points());
    }

    @Test
    void theWholeWayIsSetAgainstWhatTimeAsksFor() {
        Score.Row row = row(rate(Scheme.Step.CUMULATIVE, 25), given("2022 6"), "2022");
        assertEquals(Optional.of(Quantity.of("18.75")), row.points());
        assertTrue(row.vetoes());
        assertEquals("累计应完成 8.00，实际完成 6，完成率 75.00%：未完成。", row.working().get(0).zh());
        assertEquals("得分 18.75（满分25）。", row.working().get(1).zh());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({ "2021 1.9, 0", "2021 2, 20", "2021 3.99, 36", "2021 4, 40", "2021 4.4, 43", "2021 9, 49" })
    void bandsGiveThePointsOfTheRateReached(String values, String points) {
        Scheme.Points bands = new Scheme.Bands(Scheme.Step.YEAR, List.of(band(50, 20), band(90, 36), band(100, 40),
                band(110, 43), band(130, 49)));
        Score.Row row = row(bands, given(values), "2021");
        assertEquals(Optional.of(Quantity.of(points)), row.points());
        assertEquals(Quantity.of(49), row.full());
    }

    private static Scheme.Bands.Band band(int percent, int points) {
        return new Scheme.Bands.Band(Quantity.of(percent), Quantity.of(points));
    }

    @Test
    void aPublishedPathAsksInItsOwnTime() {
        Scheme.Part byPath = new Scheme.Part(Set.of(), List.of(), rate(Scheme.Step.CUMULATIVE, 100), false, true,
                Optional.of("air"), Optional.empty(), new Citation("《细则》", "一", ""));
        assertEquals(Quantity.of(100), score(byPath, given("2021 2").question("2021")).points());
        assertEquals(Quantity.of(50), score(byPath, given("2021 1").question("2021")).points());
        assertEquals(Quantity.of(100), score(byPath, given("2021 2; 2022 7").question("2022")).points());
    }

    @Test
    void whatGotWorseGetsNoPointsWhereTheSchemeSaysSo() {
        Scheme.Part strict = new Scheme.Part(Set.of(), List.of(), rate(Scheme.Step.CUMULATIVE, 100), false, true,
                Optional.empty(), Optional.empty(), new Citation("《细则》", "一", ""));
        Score.Row row = score(strict, given("2021 15; 2022 14").question("2022")).rows().get(0);
        assertEquals(Optional.of(Quantity.ZERO), row.points());
        assertTrue(row.working().stream().anyMatch(line -> line.zh().equals("比上年变差，计0分。")));
        assertFalse(row.vetoes());
    }

    @Test
    void whatCannotBeJudgedYetIsNotScoredAndTakesNothingAway() {
        for (Verdicts.Question question : List.of(given("2019 1").question("2022"), given("2020 0").question("2020"),
                Given.rule("≥20").values("2022 6").question("2022"))) {
            Score score = score(part(MATRIX), question);
            assertEquals(Optional.empty(), score.rows().get(0).points());
            assertEquals(Quantity.ZERO, score.full());
            assertEquals(1, score.notScored());
            assertTrue(score.rows().get(0).working().get(0).zh().startsWith("不计分："));
        }
    }

    @Test
    void withoutLastYearsValueTheYearIsNotScoredButTheWholeWayIs() {
        assertEquals(Optional.empty(), row(MATRIX, given("2022 8"), "2022").points());
        assertEquals(Optional.of(Quantity.of(25)), row(rate(Scheme.Step.CUMULATIVE, 25), given("2022 8"), "2022").points());
    }

    @Test
    void aRuleForEveryPeriodIsMetOrNot() {
        assertEquals(Optional.of(Quantity.of(60)), row(MATRIX, Given.rule("keep 45±0").values("2022 45"), "2022").points());
        assertEquals(Optional.of(Quantity.ZERO), row(MATRIX, Given.rule("keep 45±0").values("2022 44"), "2022").points());
    }

    @Test
    void aDueTargetWithoutAWayHasTheShareThatIsDone() {
        Score.Row row = row(rate(Scheme.Step.CUMULATIVE, 100), Given.rule("done 1875").unit("个").values("2025 1838"), "2025");
        assertEquals("98.03", row.points().orElseThrow().display(2));
    }

    @Test
    void aPartScoresOnlyTheTargetsThatItNames() {
        assertEquals(List.of(), score(part(MATRIX), given("2022 8").is(Attribute.EXPECTED).question("2022")).rows());
        Scheme.Part other = new Scheme.Part(Set.of(), List.of("other"), MATRIX, true, false, Optional.empty(),
                Optional.empty(), new Citation("《细则》", "一", ""));
        assertEquals(List.of(), score(other, given("2022 8").question("2022")).rows());
    }
}
