package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.duibiao.core.Verdict;

class GoalTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "energy-consumption, [2.25], -Infinity, 2.2725, false, true",
            "co2-rising, [18.0], 18, Infinity, false, true", "ph, '[6.5, 8.5]', 6.5, 8.5, false, true",
            "radiation-accident-rate, [0.0], 0, 0, false, false", "redline-share, [50.46], 50.46, Infinity, true, true",
            "fertiliser, [218.4], -Infinity, 218.4, true, true", "missing, [25.0], 25, Infinity, false, true",
            "long, [], -Infinity, Infinity, false, false" })
    void marksAndZoneAreTheFigureAndTheValuesThatTheVerdictAccepts(String indicator, String marks, double from, double to,
            boolean byEarlier, boolean zone) {
        Goal goal = Goal.of(verdict(indicator));
        assertEquals(marks, goal.marks().toString());
        assertEquals(from, goal.from());
        assertEquals(to, goal.to());
        assertEquals(byEarlier, goal.byEarlier());
        assertEquals(zone, goal.hasZone());
    }

    private static Verdict verdict(String indicator) {
        return BulletChartTextTest.everything().stream().filter(verdict -> verdict.indicator().code().equals(indicator))
                .findFirst().orElseThrow();
    }
}
