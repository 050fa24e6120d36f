package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictsTest {

    /** 001 chapter 1 against what the state set: the differences and rates that the document itself prints. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            good air days, as 000 prints   | ≥83.8     | HIGHER | LEVEL             | %       | 90.8         | MET     | 7.0   | 108.35 |
            good air days, as implied      | ≥89.1     | HIGHER | LEVEL             | %       | 90.8         | MET     | 1.7   | 101.91 |
            water Ⅰ–Ⅲ                      | ≥59.6     | HIGHER | LEVEL             | %       | 69.2         | MET     | 9.6   | 116.11 |
            inferior to Ⅴ                  | ≤3.8      | LOWER  | LEVEL             | %       | 1.9          | MET     | 1.9   |        | 50.00
            drinking water                 | ≥81.0     | HIGHER | LEVEL             | %       | 85.7         | MET     | 4.7   | 105.80 |
            groundwater                    | ≤21.30    | LOWER  | LEVEL             | %       | 17.02        | MET     | 4.28  |        | 79.91
            NOx                            | Δ11% 2015 | HIGHER | CUMULATIVE_CHANGE | %       | 21.13 /2015  | MET     | 10.13 | 192.09 |
            COD                            | Δ7.1% 2015 | HIGHER | CUMULATIVE_CHANGE | %      | 7.6 /2015    | MET     | 0.5   | 107.04 |
            NH3-N                          | Δ7% 2015  | HIGHER | CUMULATIVE_CHANGE | %       | 12.1 /2015   | MET     | 5.1   | 172.86 |
            energy use                     | 2.25±0.0225 | LOWER | LEVEL            | 亿吨标准煤 | 2.71       | NOT_MET | -0.46 |        | 120.44
            coal share                     | 79±0.79   | LOWER  | LEVEL             | %       | 82           | NOT_MET | -3    |        | 103.80
            villages                       | done 1875 | HIGHER | CUMULATIVE_TOTAL  | 个      | 1838         | NOT_MET | -37   | 98.03  |
            carbon intensity, up by 2.0 %  | Δ17% 2015 | HIGHER | CUMULATIVE_CHANGE | %       | -2.0 /2015   | NOT_MET | -19   | -11.76 |
            """)
    void theSourcesOwnFiguresComeOut(String name, String rule, Direction better, Kind kind, String unit, String value,
            Outcome outcome, String gap, String completion, String ceiling) {
        Verdict verdict = Given.rule(rule).is(better).is(kind).unit(unit).planFrom(2015).due("2020-12-31")
                .values("2020 " + value).at("2020");
        assertEquals(outcome, verdict.outcome());
        assertEquals(Optional.of(Quantity.of(gap)), verdict.gap());
        assertEquals(Optional.ofNullable(completion), verdict.completionRate().map(rate -> rate.display(2)));
        assertEquals(Optional.ofNullable(ceiling), verdict.ceilingUse().map(use -> use.display(2)));
        assertEquals(outcome == Outcome.MET ? Schedule.ON_SCHEDULE
                : kind == Kind.CUMULATIVE_CHANGE ? Schedule.REVERSED : Schedule.BEHIND, verdict.schedule());
    }

    @Test
    void aDeclineWithoutBracketsDoesNotAnswerATargetAgainst2015() {
        Verdict verdict = Given.rule("Δ14% 2015").change().planFrom(2015).due("2020-12-31").values("2020 6.89").at("2020");
        assertEquals(Outcome.NOT_ASSESSABLE, verdict.outcome());
        assertEquals(Optional.of(Outcome.Reason.BASE_YEAR_UNKNOWN), verdict.reason());
        assertEquals("6.89", verdict.value().orElseThrow().printed());
        assertEquals(Movement.UNKNOWN, verdict.movement());
        assertEquals(Optional.empty(), verdict.gap());
        assertEquals(Optional.empty(), verdict.completionRate());
        assertTrue(verdict.explain().stream().anyMatch(line -> line.zh().contains("基期不明")));
    }

    /** 专栏1 of 001 as printed, with the values that it prints for 2020 and supposed ones after. */
    @ParameterizedTest(name = "row {0} in {7}")
    @CsvSource(delimiter = '|', textBlock = """
            1  | StateAssessed      | HIGHER | LEVEL FLOW  |        | 90.8   | 2020 90.8                | 2020 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE AT_BASELINE
            1  | StateAssessed      | HIGHER | LEVEL FLOW  |        | 90.8   | 2023 91.2                | 2023 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE NO_FIGURE
            1  | StateAssessed      | HIGHER | LEVEL FLOW  |        | 90.8   | 2025 91.2                | 2025 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE NO_FIGURE
            2  | StateAssessed      | HIGHER | CHANGE FLOW | 剔除沙尘 | (25.0) |                          | 2020 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE AT_BASELINE
            2  | StateAssessed      | HIGHER | CHANGE FLOW | 剔除沙尘 | (25.0) | 2023 3 /2020             | 2023 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE NO_FIGURE
            3  | StateAssessed      | HIGHER | LEVEL FLOW  | 136个断面 | 69.2 @52个断面 | 2020 69.2 @52个断面 | 2020 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE AT_BASELINE
            3  | StateAssessed      | HIGHER | LEVEL FLOW  | 136个断面 | 69.2 @52个断面 | 2023 77.0         | 2023 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE BASIS_MISMATCH
            3  | ≥70                | HIGHER | LEVEL FLOW  | 136个断面 | 69.2 @52个断面 | 2023 69.8         | 2023 | NOT_YET_MET     | NOT_APPLICABLE BASIS_MISMATCH
            3  | ≥70                | HIGHER | LEVEL FLOW  | 136个断面 | 69.2 @52个断面 | 2023 69.8 @52个断面 | 2023 | NOT_ASSESSABLE BASIS_MISMATCH | NOT_APPLICABLE BASIS_MISMATCH
            4  | StateAssessed      | LOWER  | LEVEL FLOW  | 136个断面 | 1.9 @52个断面 | 2023 1.5           | 2023 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE BASIS_MISMATCH
            5  | EliminateBasically | LOWER  | LEVEL STOCK |        | 全区13个达到国家目标要求 | 2020 全区13个达到国家目标要求 | 2020 | NOT_ASSESSABLE AWAITING_DEFINITION | NOT_APPLICABLE AT_BASELINE
            5  | EliminateBasically | LOWER  | LEVEL STOCK |        | 全区13个达到国家目标要求 | 2023 0           | 2023 | NOT_ASSESSABLE AWAITING_DEFINITION | NOT_APPLICABLE BASELINE_IS_TEXT
            5  | Eliminate          | LOWER  | LEVEL STOCK |        | 全区13个达到国家目标要求 | 2020 全区13个达到国家目标要求 | 2025 | NOT_ASSESSABLE NO_VALUE | NOT_APPLICABLE BASELINE_IS_TEXT
            6  | StateAssessed      | HIGHER | CHANGE FLOW |        | ———    | 2020 ———                 | 2020 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE AT_BASELINE
            6  | StateAssessed      | HIGHER | CHANGE FLOW |        | ———    | 2020 ———                 | 2023 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE NO_FIGURE
            7  | Δ15.5% 2020        | HIGHER | CHANGE FLOW |        | 6.89   | 2020 6.89                | 2020 | NOT_ASSESSABLE BASE_YEAR_UNKNOWN | NOT_APPLICABLE AT_BASELINE
            7  | Δ15.5% 2020        | HIGHER | CHANGE FLOW |        | 6.89   | 2020 6.89; 2023 9.3 /2020 | 2023 | NOT_YET_MET    | ON_SCHEDULE
            7  | Δ15.5% 2020        | HIGHER | CHANGE FLOW |        | 6.89   | 2023 15.5                | 2023 | NOT_ASSESSABLE BASE_YEAR_UNKNOWN | NOT_APPLICABLE NO_VALUE
            7  | Δ15.5% 2020        | HIGHER | CHANGE FLOW |        | 6.89   | 2023 30 /2015            | 2023 | NOT_ASSESSABLE BASE_YEAR_MISMATCH | NOT_APPLICABLE NO_VALUE
            7  | Δ15.5% 2020        | HIGHER | CHANGE FLOW |        | 6.89   | 2025 15.5 /2020          | 2025 | MET             | ON_SCHEDULE
            7  | Δ15.5% 2020        | HIGHER | CHANGE FLOW |        | 6.89   | 2025 -0.1 /2020          | 2025 | NOT_MET         | REVERSED
            8  | ≥18                | HIGHER | LEVEL FLOW  |        | 9.2    | 2020 9.2                 | 2020 | NOT_YET_MET     | NOT_APPLICABLE AT_BASELINE
            8  | ≥18                | HIGHER | LEVEL FLOW  |        | 9.2    | 2023 14.47               | 2023 | NOT_YET_MET     | BEHIND
            8  | ≥18                | HIGHER | LEVEL FLOW  |        | 9.2    | 2025 18                  | 2025 | MET             | ON_SCHEDULE
            9  | StateAssessed      | HIGHER | CHANGE FLOW |        | (21.13) | 2020 21.13 /2015        | 2020 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE AT_BASELINE
            9  | StateAssessed      | HIGHER | CHANGE FLOW |        | (21.13) | 2023 5 /2020            | 2023 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE NO_FIGURE
            10 | StateAssessed      | HIGHER | CHANGE FLOW |        | ———    | 2020 ———                 | 2025 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE NO_FIGURE
            11 | StateAssessed      | HIGHER | CHANGE FLOW |        | (7.6)  | 2025 5 /2020             | 2025 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE NO_FIGURE
            12 | StateAssessed      | HIGHER | CHANGE FLOW |        | (12.1) | 2025 5 /2020             | 2025 | NOT_ASSESSABLE AWAITING_STATE_FIGURE | NOT_APPLICABLE NO_FIGURE
            13 | NotWorseThanBaseline | HIGHER | LEVEL STOCK |      | 50.46  | 2020 50.46               | 2020 | MET             | NOT_APPLICABLE AT_BASELINE
            13 | NotWorseThanBaseline | HIGHER | LEVEL STOCK |      | 50.46  | 2023 50.46               | 2023 | MET             | HELD
            13 | NotWorseThanBaseline | HIGHER | LEVEL STOCK |      | 50.46  | 2023 50.45               | 2023 | NOT_MET         | LOST
            14 | stable ±0          | HIGHER | LEVEL STOCK |        | ———    | 2020 ———                 | 2020 | NOT_ASSESSABLE NO_VALUE | NOT_APPLICABLE AT_BASELINE
            14 | stable ±0          | HIGHER | LEVEL STOCK |        | ———    | 2021 44; 2022 45         | 2023 | NOT_ASSESSABLE NO_BASELINE | NOT_APPLICABLE NO_BASELINE
            14 | stable ±0          | HIGHER | LEVEL STOCK |        | ———    | 2023 44; 2024 45         | 2025 | NOT_ASSESSABLE NO_BASELINE | NOT_APPLICABLE NO_BASELINE
            15 | ≥23.5              | HIGHER | LEVEL STOCK |        | 23.0   | 2020 23.0                | 2020 | NOT_YET_MET     | NOT_APPLICABLE AT_BASELINE
            15 | ≥23.5              | HIGHER | LEVEL STOCK |        | 23.0   | 2023 23.3                | 2023 | NOT_YET_MET     | ON_SCHEDULE
            15 | ≥23.5              | HIGHER | LEVEL STOCK |        | 23.0   | 2020 23.0                | 2025 | NOT_MET         | BEHIND
            16 | keep 45±0          | HIGHER | LEVEL STOCK |        | 45     | 2020 45                  | 2020 | MET             | NOT_APPLICABLE AT_BASELINE
            16 | keep 45±0          | HIGHER | LEVEL STOCK |        | 45     | 2023 45.0                | 2023 | MET             | HELD
            16 | keep 45±0          | HIGHER | LEVEL STOCK |        | 45     | 2025 44.9                | 2025 | NOT_MET         | LOST
            17 | ≥98                | HIGHER | LEVEL STOCK |        | 98     | 2020 98                  | 2020 | MET             | NOT_APPLICABLE AT_BASELINE
            17 | ≥98                | HIGHER | LEVEL STOCK |        | 98     | 2023 98以上              | 2023 | MET             | HELD
            17 | ≥98                | HIGHER | LEVEL STOCK |        | 98     | 2023 97.9                | 2023 | NOT_YET_MET     | LOST
            18 | ≥92                | HIGHER | LEVEL STOCK |        | 90以上 | 2020 90以上              | 2020 | NOT_ASSESSABLE VALUE_IS_BOUND | NOT_APPLICABLE AT_BASELINE
            18 | ≥92                | HIGHER | LEVEL STOCK |        | 90以上 | 2020 90以上              | 2023 | NOT_ASSESSABLE VALUE_IS_BOUND | NOT_APPLICABLE BASELINE_IS_BOUND
            18 | ≥92                | HIGHER | LEVEL STOCK |        | 90以上 | 2023 91                  | 2023 | NOT_YET_MET     | NOT_APPLICABLE BASELINE_IS_BOUND
            18 | ≥92                | HIGHER | LEVEL STOCK |        | 90以上 | 2025 93                  | 2025 | MET             | ON_SCHEDULE
            18 | ≥92                | HIGHER | LEVEL STOCK |        | 90以上 | 2025 91                  | 2025 | NOT_MET         | BEHIND
            19 | ≤17                | LOWER  | LEVEL STOCK |        | 17     | 2020 17                  | 2020 | MET             | NOT_APPLICABLE AT_BASELINE
            19 | ≤17                | LOWER  | LEVEL STOCK |        | 17     | 2023 17.02               | 2023 | NOT_YET_MET     | LOST
            19 | ≤17                | LOWER  | LEVEL STOCK |        | 17     | 2025 17.00               | 2025 | MET             | HELD
            20 | ≥25                | HIGHER | LEVEL STOCK |        | 15     | 2020 15                  | 2020 | NOT_YET_MET     | NOT_APPLICABLE AT_BASELINE
            20 | ≥25                | HIGHER | LEVEL STOCK |        | 15     | 2023 26                  | 2023 | MET             | AHEAD
            20 | ≥25                | HIGHER | LEVEL STOCK |        | 15     | 2025 14                  | 2025 | NOT_MET         | REVERSED
            21 | =0                 | LOWER  | LEVEL FLOW  |        | 0      | 2020 0                   | 2020 | MET             | NOT_APPLICABLE AT_BASELINE
            21 | =0                 | LOWER  | LEVEL FLOW  |        | 0      | 2023 0.1                 | 2023 | NOT_MET         | LOST
            21 | =0                 | LOWER  | LEVEL FLOW  |        | 0      | 2023 0                   | 2025 | NOT_ASSESSABLE NO_VALUE | NOT_APPLICABLE NO_VALUE
            """)
    void everyRowOfTheMainTableIsJudgedAsItIsPrinted(int row, String rule, Direction better, String nature, String basis,
            String baseline, String values, String period, String outcome, String schedule) {
        Given given = Given.rule(rule).is(better).dataLag(row == 14 ? 1 : 0);
        String[] start = baseline.split(" @");
        given.baseline(start[0], "2020", start.length > 1 ? Optional.of(start[1]) : Optional.empty());
        if (nature.startsWith("CHANGE")) {
            given.change();
        }
        if (nature.endsWith("STOCK")) {
            given.stock();
        }
        if (basis != null) {
            given.defaultBasis(basis);
        }
        Verdict verdict = given.values(values == null ? "" : values).at(period);
        assertEquals(outcome, spoken(verdict.outcome(), verdict.reason()));
        assertEquals(schedule, spoken(verdict.schedule(), verdict.scheduleReason()));
    }

    private static String spoken(Enum<?> answer, Optional<? extends Enum<?>> reason) {
        return answer + reason.map(why -> " " + why).orElse("");
    }

    @ParameterizedTest(name = "{0} {1}: {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ≥92          | HIGHER | 91.9999 | NOT_MET | -0.0001
            ≥92          | HIGHER | 92.00   | MET     | 0
            ≥92          | HIGHER | 92.0001 | MET     | 0.0001
            ≥92          | LOWER  | 92.0001 | MET     | 0.0001
            ≥92          | NONE   | 91.9999 | NOT_MET | -0.0001
            >85          | HIGHER | 84.9999 | NOT_MET | -0.0001
            >85          | HIGHER | 85.0    | NOT_MET | 0
            >85          | NONE   | 85.0001 | MET     | 0.0001
            ≤17          | LOWER  | 16.9999 | MET     | 0.0001
            ≤17          | LOWER  | 17      | MET     | 0
            ≤17          | LOWER  | 17.0001 | NOT_MET | -0.0001
            ≤17          | NONE   | 17.0001 | NOT_MET | -0.0001
            <3           | LOWER  | 2.9999  | MET     | 0.0001
            <3           | LOWER  | 3       | NOT_MET | 0
            <3           | HIGHER | 3.0001  | NOT_MET | -0.0001
            79±0.79      | LOWER  | 79.79   | MET     | 0
            79±0.79      | LOWER  | 79.7901 | NOT_MET | -0.7901
            79±0.79      | LOWER  | 10      | MET     | 69
            79±0.79      | HIGHER | 78.21   | MET     | 0
            79±0.79      | HIGHER | 78.2099 | NOT_MET | -0.7901
            79±0.79      | HIGHER | 100     | MET     | 21
            79±0.79      | NONE   | 78.21   | MET     | 0
            79±0.79      | NONE   | 79.79   | MET     | 0
            79±0.79      | NONE   | 79.7901 | NOT_MET | -0.7901
            79±0.79      | NONE   | 78.2099 | NOT_MET | -0.7901
            7…10         | HIGHER | 6.9999  | NOT_MET | -0.0001
            7…10         | HIGHER | 7       | MET     | 0
            7…10         | HIGHER | 11      | MET     | 1
            7…10         | LOWER  | 10      | MET     | 0
            7…10         | LOWER  | 10.0001 | NOT_MET | -0.0001
            7…10         | LOWER  | 5       | MET     | 2
            7…10         | NONE   | 6.9999  | NOT_MET | -0.0001
            7…10         | NONE   | 7       | MET     | 0
            7…10         | NONE   | 10      | MET     | 0
            7…10         | NONE   | 10.0001 | NOT_MET | -0.0001
            =0           | LOWER  | 0.00    | MET     | 0
            =0           | LOWER  | 0.0001  | NOT_MET | -0.0001
            keep 45±0    | HIGHER | 44.9999 | NOT_MET | -0.0001
            keep 45±0    | HIGHER | 46      | MET     | 1
            keep 45±0    | LOWER  | 45.0001 | NOT_MET | -0.0001
            keep 45±1    | NONE   | 46      | MET     | 0
            keep 45±1    | NONE   | 46.0001 | NOT_MET | -1.0001
            NotWorseThanBaseline | HIGHER | 49.9999 | NOT_MET | -0.0001
            NotWorseThanBaseline | HIGHER | 50   | MET     | 0
            NotWorseThanBaseline | LOWER | 50.0001 | NOT_MET | -0.0001
            NotWorseThanBaseline | NONE | 50.0001 | NOT_MET | -0.0001
            NotWorseThanBaseline | NONE | 50     | MET     | 0
            Improve      | HIGHER | 50      | NOT_MET |
            Improve      | HIGHER | 50.0001 | MET     |
            Improve      | LOWER  | 49.9999 | MET     |
            ImproveYearly | HIGHER | 60     | NOT_MET |
            ImproveYearly | HIGHER | 60.0001 | MET    |
            ImproveYearly | LOWER | 59.9999 | MET     |
            stable ±0    | HIGHER | 60      | MET     |
            stable ±0    | HIGHER | 59.9999 | NOT_MET |
            stable ±0    | LOWER  | 50.0001 | NOT_MET |
            stable ±0    | LOWER  | 50      | MET     |
            stable ±1    | HIGHER | 59      | MET     |
            stable ±1    | NONE   | 55      | NOT_MET |
            NegativeGrowth | LOWER | 60     | NOT_MET | 0
            NegativeGrowth | LOWER | 59.9999 | MET    | 0.0001
            NegativeGrowthYearly | HIGHER | 60 | NOT_MET | 0
            ZeroGrowth   | LOWER  | 60      | MET     | 0
            ZeroGrowth   | LOWER  | 60.0001 | NOT_MET | -0.0001
            Eliminate    | LOWER  | 0       | MET     | 0
            Eliminate    | LOWER  | 0.0001  | NOT_MET | -0.0001
            Prohibited   | LOWER  | 0       | MET     | 0
            Prohibited   | LOWER  | 1       | NOT_MET | -1
            Complete     | HIGHER | 99.9999 | NOT_MET | -0.0001
            Complete     | HIGHER | 100     | MET     | 0
            done 1875    | HIGHER | 1874    | NOT_MET | -1
            done 1875    | HIGHER | 1875    | MET     | 0
            standard 3   | LOWER  | 3       | MET     | 0
            standard 3   | LOWER  | 4       | NOT_MET | -1
            Δ12% 2020    | LOWER  | 44      | MET     | 0
            Δ12% 2020    | LOWER  | 44.0001 | NOT_MET | -0.0001
            Δ12% 2020    | HIGHER | 56      | MET     | 0
            Δ12% 2020    | HIGHER | 55.9999 | NOT_MET | -0.0001
            Δ>12% 2020   | LOWER  | 44      | NOT_MET | 0
            Δ>12% 2020   | LOWER  | 43.9999 | MET     | 0.0001
            Δ20pp 2020   | LOWER  | 30      | MET     | 0
            Δ20pp 2020   | LOWER  | 30.0001 | NOT_MET | -0.0001
            Δ5 2020      | HIGHER | 55      | MET     | 0
            """)
    void eachRuleTurnsExactlyAtItsBound(String rule, Direction better, String value, Outcome outcome, String gap) {
        Verdict verdict = Given.rule(rule).is(better).baseline("50").values("2024 60; 2025 " + value).at("2025");
        assertEquals(outcome, verdict.outcome());
        assertEquals(Optional.ofNullable(gap).map(Quantity::of), verdict.gap());
    }

    @ParameterizedTest(name = "{0} waits: {1}")
    @CsvSource({ "StateAssessed, AWAITING_STATE_FIGURE", "EliminateBasically, AWAITING_DEFINITION",
            "CompleteBasically, AWAITING_DEFINITION", "Standard, AWAITING_DEFINITION", "SameAs, AWAITING_DEFINITION",
            "Judged, AWAITING_JUDGEMENT", "Δ50%, BASE_YEAR_UNKNOWN" })
    void aRuleWithoutAFigureWaitsForOne(String rule, Outcome.Reason reason) {
        Verdict verdict = Given.rule(rule).baseline("50").values("2025 60").at("2025");
        assertEquals(Optional.of(reason), verdict.reason());
        assertEquals(Outcome.NOT_ASSESSABLE, verdict.outcome());
        assertTrue(verdict.value().isPresent(), "the value is shown all the same");
    }

    @Test
    void completingWithoutACountOrAShareIsAPersonsFinding() {
        Verdict verdict = Given.rule("Complete").unit("个").values("2025 60").at("2025");
        assertEquals(Optional.of(Outcome.Reason.AWAITING_JUDGEMENT), verdict.reason());
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ≥98       | HIGHER | 98以上  | MET
            ≥98       | HIGHER | 超过98  | MET
            >98       | HIGHER | 98以上  | VALUE_IS_BOUND
            >98       | HIGHER | 超过98  | MET
            ≥92       | HIGHER | 90以上  | VALUE_IS_BOUND
            ≥92       | HIGHER | 不满92  | NOT_MET
            ≥92       | HIGHER | 92以内  | VALUE_IS_BOUND
            >92       | HIGHER | 92以内  | NOT_MET
            ≤17       | LOWER  | 17以内  | MET
            ≤17       | LOWER  | 超过17  | NOT_MET
            ≤17       | LOWER  | 17以上  | VALUE_IS_BOUND
            <17       | LOWER  | 17以上  | NOT_MET
            ≥3        | HIGHER | 约3.19  | VALUE_IS_BOUND
            =0        | LOWER  | 超过0   | NOT_MET
            =0        | LOWER  | 0以上   | VALUE_IS_BOUND
            7…10      | NONE   | 超过10  | NOT_MET
            7…10      | NONE   | 8以上   | VALUE_IS_BOUND
            ≥92       | HIGHER | ———     | NO_VALUE
            ≥92       | HIGHER | 达到要求 | NO_VALUE
            """)
    void aBoundSettlesARuleOnlyIfEveryValueItAllowsAgrees(String rule, Direction better, String value, String answer) {
        Verdict verdict = Given.rule(rule).is(better).values("2025 " + value).at("2025");
        assertEquals(answer, verdict.reason().map(Enum::name).orElse(verdict.outcome().name()));
        assertEquals(Optional.empty(), verdict.gap());
    }

    @Test
    void whatATargetDemandsIsKnownBeforeAnythingIsMeasured() {
        Verdict verdict = Given.rule("Δ12% 2020").lower().baseline("34").at("2025");
        assertEquals(Optional.of(Outcome.Reason.NO_VALUE), verdict.reason());
        assertEquals(Optional.of(Interval.upTo(Quantity.of("29.92"), true)), verdict.accepted());
        assertEquals(Optional.of(Quantity.of("29.92")), verdict.figure());
    }

    @Test
    void aComputedLimitDoesNotWidenWhatIsShown() {
        Verdict verdict = Given.rule("Δ12.5% 2020").lower().baseline("34.25").values("2023 33.1").at("2023");
        assertEquals(2, verdict.decimals());
    }

    @Test
    void aDashReportedForThePeriodIsShownAndAnswersNothing() {
        Verdict verdict = Given.rule("≥92").stock().values("2023 ———").at("2023");
        assertEquals(Optional.of("———"), verdict.value().map(Measurement::printed));
        assertEquals(Optional.of(Outcome.Reason.NO_VALUE), verdict.reason());
        assertEquals(Optional.empty(), Given.rule("≥92").stock().values("2023 ———").at("2024").value());
    }

    @ParameterizedTest(name = "target {0}, value {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                      | 136个断面 | MET
            136个断面 |           | MET
                      | 52个断面  | BASIS_MISMATCH
            52个断面  |           | BASIS_MISMATCH
            52个断面  | 52个断面  | MET
            """)
    void noBasisNamedIsTheIndicatorsOwn(String target, String value, String answer) {
        Given given = Given.rule("≥50").defaultBasis("136个断面").values("2025 60" + (value == null ? "" : " @" + value));
        Verdict verdict = (target == null ? given : given.basis(target)).at("2025");
        assertEquals(answer, verdict.reason().map(Enum::name).orElse(verdict.outcome().name()));
        assertTrue(verdict.value().isPresent(), "the other basis is shown");
    }

    @ParameterizedTest(name = "{0} in {2} answers {3} with {4}")
    @CsvSource(delimiter = '|', textBlock = """
            FLOW  | LEVEL            | 2025-01/2025-07 60 | 2025    | PART_YEAR_ONLY
            FLOW  | LEVEL            | 2025-Q1 95         | 2025-Q1 | PART_YEAR_ONLY
            FLOW  | CUMULATIVE_CHANGE | 2025-S1 95        | 2025-S1 | PART_YEAR_ONLY
            STOCK | LEVEL            | 2025-S1 60         | 2025-S1 | NOT_YET_MET
            FLOW  | CUMULATIVE_TOTAL | 2025-S1 60         | 2025-S1 | NOT_YET_MET
            FLOW  | LEVEL            | 2025 60            | 2025-S1 | NO_VALUE
            FLOW  | LEVEL            | 2024 60            | 2025    | NO_VALUE
            STOCK | LEVEL            | 2025-07 60         | 2025    | NOT_MET
            STOCK | LEVEL            | 2024 60            | 2025    | NOT_MET
            STOCK | LEVEL            | 2026 60            | 2025    | NO_VALUE
            STOCK | LEVEL            | 2025 60            | 2025-09 | NO_VALUE
            FLOW  | CUMULATIVE_TOTAL | 2025-01/2025-07 60 | 2025    | NOT_MET
            """)
    void aStockIsAnsweredByItsLatestFigureAFlowByItsWholePeriod(Timing timing, Kind kind, String value, String period,
            String answer) {
        Verdict verdict = Given.rule("≥92").is(timing).is(kind).values(value).at(period);
        assertEquals(answer, verdict.reason().map(Enum::name).orElse(verdict.outcome().name()));
        assertEquals(!answer.equals("NO_VALUE"), verdict.value().isPresent());
    }

    @Test
    void theLastRunningTotalAnswersAndTotalsAreNotAdded() {
        Verdict verdict = Given.rule("≥100").is(Kind.CUMULATIVE_TOTAL).unit("个").values("2023 60; 2024 70; 2025 80").at("2025");
        assertEquals("80", verdict.value().orElseThrow().printed());
        assertEquals(Outcome.NOT_MET, verdict.outcome());
    }

    @Test
    void laggingDataAreJudgedAYearLater() {
        Given given = Given.rule("≥60").stock().dataLag(1).baseline("50").values("2020 50; 2023 56; 2024 60; 2025 10");
        assertEquals(Outcome.MET, given.at("2025").outcome());
        assertEquals(Period.year(2024), given.at("2025").value().orElseThrow().period());
        assertEquals(Schedule.NOT_APPLICABLE, given.at("2020").schedule());
        assertEquals(Optional.of(Schedule.Reason.AT_BASELINE), given.at("2020").scheduleReason());
        assertEquals(Optional.of(Schedule.Reason.AT_BASELINE), given.at("2021").scheduleReason());
        assertEquals(Optional.of(Quantity.of("0.75")), given.at("2024").requiredShare());
    }

    @Test
    void aPeriodBeforeTheBaselineIsNotJudgedAndOneAfterTheDueDateIsMarked() {
        Given given = Given.rule("≥60").baseline("50").values("2019 70; 2026 60");
        assertEquals(Optional.of(Outcome.Reason.BEFORE_BASELINE), given.at("2019").reason());
        assertEquals(Outcome.MET, given.at("2026").outcome());
        assertTrue(given.at("2026").afterDue());
        assertTrue(Given.rule("keep 45±0").baseline("45").values("2026 45").at("2026").afterDue());
        assertFalse(given.at("2025").afterDue());
    }

    @Test
    void aGroupWithoutMembersHasNoValueToJudge() {
        assertEquals(Optional.of(Outcome.Reason.MEMBERS_UNKNOWN), Given.rule("≥60").membersUnknown().at("2025").reason());
    }

    @ParameterizedTest(name = "{0} from {1} in {2}: {3}, {4}")
    @CsvSource({ "BY, 2025-12-31, 2023, NOT_YET_MET, BEHIND", "BY, 2025-12-31, 2025, NOT_MET, BEHIND",
            "BY, 2023-06-30, 2023, NOT_MET, BEHIND", "FROM, 2024-01-01, 2023, NOT_YET_MET, BEHIND",
            "FROM, 2023-01-01, 2023, NOT_MET, NOT_APPLICABLE", "FROM, 2023-01-01, 2025, NOT_MET, NOT_APPLICABLE",
            "EVERY_PERIOD, 2025-12-31, 2023, NOT_MET, NOT_APPLICABLE" })
    void theKindOfDueDateDecidesWhenAMissIsAMiss(Due.Kind kind, String date, String period, Outcome outcome,
            Schedule schedule) {
        Verdict verdict = Given.rule("≥60").due(kind, date).baseline("50").values("2023 50.1; 2025 50.1").at(period);
        assertEquals(outcome, verdict.outcome());
        assertEquals(schedule, verdict.schedule());
        assertEquals(schedule == Schedule.NOT_APPLICABLE ? Optional.of(Schedule.Reason.EVERY_PERIOD) : Optional.empty(),
                verdict.scheduleReason());
    }

    @ParameterizedTest
    @ValueSource(strings = { "=0", "keep 45±0", "NotWorseThanBaseline", "stable ±0", "Prohibited", "ImproveYearly",
            "NegativeGrowthYearly", "ZeroGrowthYearly" })
    void aRuleForEveryPeriodIsMetOrNotMetEachYear(String rule) {
        Verdict verdict = Given.rule(rule).lower().baseline("45").values("2022 45; 2023 50").at("2023");
        assertEquals(Outcome.NOT_MET, verdict.outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = { "NegativeGrowth", "ZeroGrowth", "Improve" })
    void aRuleForItsDueYearIsNotMissedBefore(String rule) {
        Verdict verdict = Given.rule(rule).lower().baseline("45").values("2022 45; 2023 50").at("2023");
        assertEquals(Outcome.NOT_YET_MET, verdict.outcome());
    }

    @ParameterizedTest(name = "{0} on {1}: exactly {2}, rounded {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ≥90        | 89.96 | NOT_MET | MET
            ≥90        | 89.5  | NOT_MET | MET
            ≥91        | 90.5  | NOT_MET | NOT_MET
            ≥90.0      | 89.94 | NOT_MET | NOT_MET
            ≤17        | 17.4  | NOT_MET | MET
            >85        | 85.4  | MET     | NOT_MET
            Δ12% 2020  | 55.8  | NOT_MET | MET
            Δ12.0% 2020 | 55.8 | NOT_MET | NOT_MET
            """)
    void roundingHalfEvenFirstMayChangeTheOutcomeAndIsMarked(String rule, String value, Outcome exact, Outcome rounded) {
        Verdict plainly = Given.rule(rule).baseline("50").values("2025 " + value).at("2025");
        Verdict byRounding = Given.rule(rule).comparedRounded().baseline("50").values("2025 " + value).at("2025");
        assertEquals(exact, plainly.outcome());
        assertEquals(rounded, byRounding.outcome());
        assertEquals(exact != rounded, plainly.withinRounding());
        assertEquals(exact != rounded, byRounding.withinRounding());
        assertTrue(byRounding.explain().stream().anyMatch(line -> line.zh().contains("全数值") && line.zh().contains("修约值")));
    }

    /** From 50 at the end of 2020 to 60 at the end of 2025, two points a year. */
    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({ "54, 2022, ON_SCHEDULE", "53.9999, 2022, BEHIND", "55.9999, 2022, ON_SCHEDULE", "56, 2022, AHEAD",
            "50, 2022, BEHIND", "49.9999, 2022, REVERSED", "60, 2022, AHEAD", "59.9999, 2024, ON_SCHEDULE",
            "58, 2024, ON_SCHEDULE",
            "57.9999, 2024, BEHIND", "60, 2025, ON_SCHEDULE", "59.9999, 2025, BEHIND", "50, 2025, BEHIND",
            "49.9999, 2025, REVERSED", "51, 2021-S1, ON_SCHEDULE", "50.9999, 2021-S1, BEHIND", "53, 2021-S1, AHEAD" })
    void theScheduleTurnsExactlyAtTheRequiredShare(String value, String period, Schedule schedule) {
        Verdict up = Given.rule("≥60").stock().baseline("50").values(period + " " + value).at(period);
        assertEquals(schedule, up.schedule());
        Verdict down = Given.rule("≤40").lower().stock().baseline("50")
                .values(period + " " + Quantity.HUNDRED.minus(Quantity.of(value))).at(period);
        assertEquals(schedule, down.schedule());
    }

    @Test
    void twentyFourMonthsOfSixtyRequireTwoFifths() {
        Verdict verdict = Given.rule("≥60").baseline("50").values("2022 53").at("2022");
        assertEquals(Optional.of(Quantity.of("0.4")), verdict.requiredShare());
        assertEquals(Optional.of(Quantity.of("0.3")), verdict.progress());
    }

    @ParameterizedTest(name = "{0} from {1}: {2} in {3} is {4}")
    @CsvSource(delimiter = '|', textBlock = """
            ≥90.7     | 90.8 | 90.7 | 2023 | HELD
            ≥90.7     | 90.8 | 90.6 | 2023 | LOST
            ≥90.7     | 90.8 | 90.6 | 2025 | LOST
            ≥90.7     | 90.8 | 91   | 2025 | HELD
            >90.8     | 90.8 | 90.8 | 2023 | NO_DISTANCE
            >90.8     | 90.8 | 91   | 2023 | AHEAD
            >90.8     | 90.8 | 90.8 | 2025 | BEHIND
            >90.8     | 90.8 | 90.7 | 2025 | REVERSED
            7…10      | 8    | 9    | 2023 | HELD
            Improve   | 50   | 51   | 2023 | AHEAD
            Improve   | 50   | 50   | 2023 | NO_FIGURE
            Improve   | 50   | 49   | 2023 | REVERSED
            >90.8     | 90.8 | 90.7 | 2023 | REVERSED
            Improve   | 50   | 51   | 2025 | ON_SCHEDULE
            Improve   | 50   | 50   | 2025 | BEHIND
            Improve   | 50   | 49   | 2025 | REVERSED
            Δ12% 2020 | 50   | 56   | 2025 | ON_SCHEDULE
            Δ12% 2020 | 50   | 49   | 2025 | REVERSED
            keep 45±0 | 44   | 45   | 2023 | EVERY_PERIOD
            =0        | 1    | 0    | 2023 | EVERY_PERIOD
            """)
    void whereNoWayIsLeftToWalkTheScheduleSaysSo(String rule, String baseline, String value, String period, String schedule) {
        Verdict verdict = Given.rule(rule).baseline(baseline).values(period + " " + value).at(period);
        assertEquals(schedule, verdict.scheduleReason().map(Enum::name).orElse(verdict.schedule().name()));
        boolean bare = List.of("HELD", "LOST", "NO_DISTANCE", "EVERY_PERIOD").contains(schedule);
        assertTrue(!bare || verdict.progress().isEmpty(), "never 0 %, never infinite");
    }

    @Test
    void aRangeThatIsItsOwnEndIsHeldWhereNeitherWayIsBetter() {
        assertEquals(Schedule.HELD,
                Given.rule("7…10").is(Direction.NONE).baseline("8").values("2023 9").at("2023").schedule());
        assertEquals(Schedule.LOST,
                Given.rule("7…10").is(Direction.NONE).baseline("8").values("2023 11").at("2023").schedule());
    }

    @Test
    void aTargetMetWithoutAFitBaselineIsNotCalledAhead() {
        Verdict verdict = Given.rule("≥92").baseline("90以上").values("2023 93").at("2023");
        assertEquals(Outcome.MET, verdict.outcome());
        assertEquals(Optional.of(Schedule.Reason.BASELINE_IS_BOUND), verdict.scheduleReason());
        assertEquals(Optional.of(Schedule.Reason.NO_BASELINE),
                Given.rule("≥92").values("2023 93").at("2023").scheduleReason());
    }

    @ParameterizedTest(name = "{1} then {2}, {0} is better: {3}")
    @CsvSource({ "HIGHER, 50, 51, BETTER", "HIGHER, 50, 50.0, SAME", "HIGHER, 50, 49, WORSE", "LOWER, 50, 49, BETTER",
            "LOWER, 50, 51, WORSE", "NONE, 50, 51, UNKNOWN", "HIGHER, ———, 51, UNKNOWN", "HIGHER, 50以上, 51, UNKNOWN" })
    void theDirectionIsAgainstTheYearBefore(Direction better, String before, String now, Movement movement) {
        assertEquals(movement,
                Given.rule("≥60").is(better).values("2022 " + before + "; 2023 " + now).at("2023").movement());
    }

    @Test
    void theFirstYearOfAChangeIsComparedWithZeroAndLaterOnesWithTheSameBaseYear() {
        assertEquals(Movement.BETTER, Given.rule("Δ15% 2020").change().values("2021 3 /2020").at("2021").movement());
        assertEquals(Movement.WORSE, Given.rule("Δ15% 2020").change().values("2021 -3 /2020").at("2021").movement());
        assertEquals(Movement.WORSE,
                Given.rule("Δ15% 2020").change().values("2022 9 /2015; 2022 4 /2020; 2023 3 /2020").at("2023").movement());
        assertEquals(Movement.UNKNOWN,
                Given.rule("Δ15% 2020").change().values("2022 9 /2015; 2023 3 /2020").at("2023").movement());
        assertEquals(Movement.UNKNOWN, Given.rule("StateAssessed").change().values("2022 9; 2023 3").at("2023").movement());
    }

    @Test
    void aStockThatNobodyMeasuredAgainHasNotMoved() {
        assertEquals(Movement.UNKNOWN, Given.rule("≥60").stock().values("2020 50").at("2023").movement());
        assertEquals(Movement.UNKNOWN, Given.rule("≥60").values("2022 50 @含沙尘; 2023 51").at("2023").movement());
    }

    @Test
    void twoYearsGiveTheLineThroughBaselineAndLatestAndThreeGiveLeastSquares() {
        Verdict two = Given.rule("≥60").baseline("50").values("2022 54").at("2022");
        assertEquals(Optional.of(new Verdict.Projection(Quantity.of("60"), List.of(Period.year(2020), Period.year(2022)))),
                two.projection());
        Verdict three = Given.rule("≥60").baseline("50").values("2021 51; 2022 55").at("2022");
        assertEquals("62.00", three.projection().orElseThrow().value().display(2));
        assertEquals(3, three.projection().orElseThrow().points().size());
        assertEquals(Optional.empty(), Given.rule("≥60").values("2021 51; 2022 55").at("2022").projection());
        assertEquals(3, Given.rule("≥60").values("2021 51; 2022 55; 2023 56").at("2023").projection().orElseThrow().points()
                .size());
        assertEquals(Optional.empty(), Given.rule("≥60").baseline("50").values("2025 55").at("2025").projection());
    }

    @ParameterizedTest(name = "{0} {1} at {2}: {3} a year")
    @CsvSource(delimiter = '|', textBlock = """
            ≥60       | HIGHER | 54 | 2
            ≤44       | LOWER  | 50 | -2
            ≥60       | HIGHER | 61 |
            Δ12% 2020 | LOWER  | 47 | -1
            keep 45±0 | HIGHER | 44 |
            NegativeGrowth | LOWER | 60 |
            """)
    void whatIsStillNeededIsSpreadOverTheYearsLeft(String rule, Direction better, String value, String step) {
        Verdict verdict = Given.rule(rule).is(better).baseline("50").values("2021 55; 2022 " + value).at("2022");
        assertEquals(Optional.ofNullable(step).map(Quantity::of), verdict.requiredPerYear());
    }

    @Test
    void ratesMayPassAHundredAndNeverDivideByZero() {
        assertEquals(Optional.of(Quantity.of(300)), Given.rule("≥20").values("2025 60").at("2025").completionRate());
        assertEquals(Optional.empty(), Given.rule("≥0").values("2025 60").at("2025").completionRate());
        assertEquals(Optional.empty(), Given.rule("≤0").lower().values("2025 60").at("2025").ceilingUse());
        assertEquals(Optional.empty(), Given.rule("Δ0% 2020").change().values("2025 6 /2020").at("2025").completionRate());
        assertEquals(Optional.of(Outcome.Reason.NO_BASELINE),
                Given.rule("Δ12% 2020").lower().baseline("0").values("2025 6").at("2025").reason());
    }

    @Test
    void aChangeOfALevelStartsFromTheBaseYearsOwnValueWhereThePlanPrintsNone() {
        Verdict verdict = Given.rule("Δ15% 2015").lower().unit("微克/立方米").planFrom(2015).due("2020-12-31")
                .values("2015 40; 2020 34").at("2020");
        assertEquals(Outcome.MET, verdict.outcome());
        assertEquals(Optional.of(Quantity.ZERO), verdict.gap());
        assertEquals(Optional.of(Quantity.HUNDRED), verdict.completionRate());
        assertEquals(Optional.of(Outcome.Reason.NO_BASELINE),
                Given.rule("Δ15% 2015").lower().planFrom(2015).values("2020 34").at("2020").reason());
    }

    @Test
    void aResolutionIsJudgedInPlaceOfTheTargetAndMayNameABasis() {
        Verdict verdict = Given.rule("StateAssessed").baseline("90.8").resolvedTo("≥90.7").values("2023 90.7").at("2023");
        assertEquals(Outcome.MET, verdict.outcome());
        assertEquals(Schedule.HELD, verdict.schedule());
        assertEquals("达到国家考核目标", verdict.target().rule().printed());
        Given onBasis = Given.rule("StateAssessed").baseline("90.8").resolvedTo("≥90.7", Optional.of("含沙尘"))
                .values("2023 91; 2024 88 @含沙尘");
        assertEquals(Optional.of(Outcome.Reason.BASIS_MISMATCH), onBasis.at("2023").reason());
        assertEquals(Outcome.NOT_YET_MET, onBasis.at("2024").outcome());
        assertEquals(Optional.of(Schedule.Reason.BASIS_MISMATCH), onBasis.at("2024").scheduleReason());
    }

    @Test
    void theExplanationCarriesEachFormulaWithItsNumbers() {
        String up = inChinese(Given.rule("≥60").baseline("50").values("2021 52; 2022 53").at("2022"));
        assertTrue(up.contains("完成进度 = (53 − 50) ÷ (60 − 50) = 0.3，序时要求 0.4：滞后"), up);
        assertTrue(up.contains("完成率 = 实际 53 ÷ 目标 60 × 100"), up);
        assertTrue(up.contains("上年 52%：好转"), up);
        String change = inChinese(Given.rule("Δ15% 2020").lower().unit("吨").baseline("40").values("2025 34").at("2025"));
        assertTrue(change.contains("较2020年下降不低于15%"), change);
        assertTrue(change.contains("变化幅度 = (40 − 34) ÷ 40 × 100 = 15%"), change);
        assertTrue(change.contains("要求 ≤ 34.00吨，实测 34吨"), change);
        String shown = inChinese(Given.rule("Δ15.5% 2020").change().baseline("6.89").values("2023 9 /2020").at("2023"));
        assertTrue(shown.contains("基数原文“6.89”，仅供参考"), shown);
    }

    @ParameterizedTest
    @ValueSource(strings = { "≥60", ">60", "≤60", "<60", "60±6", "1…2", "=0", "Δ15% 2020", "Δ>15% 2020", "Δ20pp 2020",
            "Δ5 2020",
            "Δ50%", "keep 45±0", "stable ±0", "done 1875", "standard 3", "NotWorseThanBaseline", "Improve", "ImproveYearly",
            "NegativeGrowth", "ZeroGrowth", "Eliminate", "EliminateBasically", "Complete", "CompleteBasically", "Prohibited",
            "Standard", "SameAs", "StateAssessed", "Judged" })
    void everyRuleIsExplainedInBothLanguages(String rule) {
        for (Direction better : Direction.values()) {
            Verdict verdict = Given.rule(rule).is(better).comparedRounded().baseline("50").values("2022 51; 2023 52")
                    .at("2023");
            String zh = verdict.explain().stream().skip(1).map(Text::zh).collect(Collectors.joining());
            String en = verdict.explain().stream().map(Text::en).collect(Collectors.joining());
            assertFalse(zh.replace("GB/T 8170", "").replace("GB 3838", "").matches("(?s).*[A-Za-z].*"), zh);
            assertFalse(Stream.of(zh, en).anyMatch(text -> text.matches("(?s).*(\\{\\d|Optional|null).*")), zh + en);
            assertEquals(verdict.explain().size(), verdict.explain().stream().filter(line -> !line.en().isBlank()).count());
        }
    }

    @Test
    void aTargetForEveryQuarterIsAnsweredByAQuarter() {
        Given given = Given.rule("≥60").due(Due.Kind.EVERY_PERIOD, "2025-12-31").values("2023-Q1 59");
        assertEquals(Outcome.NOT_MET, given.at("2023-Q1").outcome());
    }

    @ParameterizedTest(name = "{0} with {1} in {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ≥60 | 2023 51.2 | 2023 | 距目标值差8.8个百分点。
            ≥60 | 2023 61.7 | 2023 | 好于目标值1.7个百分点。
            ≥60 | 2023 60.0 | 2023 | 与目标值持平。
            ≥60 | 2023 (61.7) | 2023 | 实测值 61.7%（原文“(61.7)”）（2023年，核定），来源
            ≥60 | 2023 90以上 | 2023 | 要求 ≥ 60%，实测 ≥ 90%（原文“90以上”）：达标
            ≥60 | 2023 61 | 2023 | 起点 50%（2020年末）。
            ≥60 | 2020 50; 2023 51 | 2023 | 此前最近一期（2020年） 50%：好转
            ≥60 | 2022-Q1 50; 2023-Q1 51 | 2023-Q1 | 上年同期 50%：好转
            ≥60 | 2023-Q1 51 | 2023-Q1 | （2023年第一季度，核定）
            ≥11 | 2025 21.13 | 2025 | × 100 = 192.0909090909%（四舍五入为192.09%）。
            """)
    void theExplanationReadsAsAnOfficialWouldWriteIt(String rule, String values, String period, String words) {
        String said = inChinese(Given.rule(rule).stock().baseline("50").values(values).at(period));
        assertTrue(said.contains(words), said);
    }

    @Test
    void theDayOfAResolutionIsWrittenOut() {
        String said = inChinese(Given.rule("StateAssessed").resolvedTo("≥90.7").values("2023 90.7").at("2023"));
        assertTrue(said.contains("生态环境部于2024年5月14日下达"), said);
    }

    @Test
    void aChangeIsCalledWhatItsIndicatorIsCalled() {
        String said = inChinese(Given.rule("Δ11.0% 2015").called("氮氧化物排放量减少比例").change().at("2020"));
        assertTrue(said.contains("较2015年累计减少不低于11.0%"), said);
    }

    private static String inChinese(Verdict verdict) {
        return verdict.explain().stream().map(Text::zh).collect(Collectors.joining("\n"));
    }
}
