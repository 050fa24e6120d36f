package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputedVerdictTest {

    private static boolean says(Verdict verdict, String words) {
        return verdict.explain().stream().anyMatch(line -> line.zh().contains(words));
    }

    @Test
    void whereNothingWasReportedTheRolledUpFigureIsJudgedAndSaysHowManyReported() {
        Verdict verdict = Given.rule("≥90").rolledUp("2025 91.5 2/12").at("2025");
        assertEquals(Outcome.MET, verdict.outcome());
        assertEquals(Optional.of(new Coverage(2, 12)), verdict.coverage());
        assertEquals(Optional.of(Quantity.of("1.5")), verdict.gap());
        assertTrue(says(verdict, "应报地区12个，已报2个，未报的不按0计"));
    }

    @Test
    void theOfficialFigureRulesAndTheDifferenceIsShown() {
        Verdict verdict = Given.rule("≥91").values("2025 90.8").rolledUp("2025 91.5 12/12").at("2025");
        assertEquals(Outcome.NOT_MET, verdict.outcome());
        assertEquals(Optional.empty(), verdict.coverage());
        assertEquals(Optional.of(Quantity.of("-0.7")), verdict.difference());
        assertTrue(says(verdict, "以公布数为准"));
    }

    @Test
    void aFigureThatWasNotAuditedIsFilledByTheRolledUpOne() {
        Verdict verdict = Given.rule("≥90").values("2025 ———").rolledUp("2025 91 12/12").at("2025");
        assertEquals(Outcome.MET, verdict.outcome());
    }

    @Test
    void anotherBasisIsNotFilledFromTheRolledUpFigure() {
        Verdict verdict = Given.rule("≥90").basis("含沙尘").rolledUp("2025 91 12/12").at("2025");
        assertEquals(Optional.of(Outcome.Reason.BASIS_MISMATCH), verdict.reason());
    }

    @ParameterizedTest(name = "{0} and {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2020 45     | 2023 30 1/12                 | 45
            2020 45     | 2023 46 12/12                | 46
            2020 ———    | 2023 30 1/12                 | 30
            2023 45     | 2023 46 12/12                | 45
                        | 2022 46 12/12; 2023 30 1/12  | 46
                        | 2022 46 2/12; 2023 30 1/12   | 30
            """)
    void aStateThatGoesOnIsNotReplacedByAFewRegions(String reported, String rolledUp, String value) {
        Verdict verdict = Given.rule("keep 45±0").stock().values(reported == null ? "" : reported).rolledUp(rolledUp)
                .at("2023");
        assertEquals(value, verdict.value().orElseThrow().printed());
    }

    @Test
    void aReferenceStartsAtTheRegionsOwnValue() {
        Verdict verdict = Given.rule("≥90").baseline("80").values("2020 70; 2021 75").asReference().at("2021");
        assertTrue(verdict.reference());
        assertEquals(Optional.of(Quantity.of("0.25")), verdict.progress());
        assertTrue(says(verdict, "没有自己的目标"));
        assertEquals(Optional.of(Schedule.Reason.NO_BASELINE),
                Given.rule("≥90").baseline("80").values("2021 75").asReference().at("2021").scheduleReason());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2025 96, 2025 97      | MET
            2025 96, 2025 94      | NOT_MET
            2025 96, none         | NOT_ASSESSABLE NO_VALUE
            none, 2025 94         | NOT_MET
            2025 96, 2025 90以上  | NOT_ASSESSABLE VALUE_IS_BOUND
            """)
    void aGroupKeepsItsTargetWhenEveryMemberDoes(String members, String outcome) {
        Given group = Given.rule("≥95");
        List<Verdict> each = Stream.of(members.split(", ")).map(values -> Given.rule("≥95").values(values).at("2025")).toList();
        Verdict whole = group.ofMembers("2025", each);
        assertEquals(outcome, whole.outcome() + whole.reason().map(reason -> " " + reason).orElse(""));
        assertEquals(each, whole.members());
        assertTrue(says(whole, "全部成员达标方为达标"));
    }
}
