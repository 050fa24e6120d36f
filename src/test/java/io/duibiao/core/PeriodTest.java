package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest(name = "{0} is {1}, {2} months to {3}")
    @CsvSource({ "2025, 2025, 12, 2025-12-31", "2025-S1, 2025-S1, 6, 2025-06-30", "2025-S2, 2025-S2, 6, 2025-12-31",
            "2025-Q3, 2025-Q3, 3, 2025-09-30", "2025-Q4, 2025-Q4, 3, 2025-12-31", "2024-02, 2024-02, 1, 2024-02-29",
            "2025-01/2025-07, 2025-01/2025-07, 7, 2025-07-31", "2024-10/2025-03, 2024-10/2025-03, 6, 2025-03-31",
            "2025-01/2025-12, 2025, 12, 2025-12-31", "2025-01/2025-06, 2025-S1, 6, 2025-06-30",
            "2025-04/2025-06, 2025-Q2, 3, 2025-06-30", "2025-03/2025-03, 2025-03, 1, 2025-03-31",
            "2021-01/2025-12, 2021-01/2025-12, 60, 2025-12-31", "1949, 1949, 12, 1949-12-31", "2100, 2100, 12, 2100-12-31" })
    void aSpanHasOneSpelling(String text, String spelling, int months, LocalDate end) {
        Period period = Period.of(text);
        assertEquals(spelling, period.toString());
        assertEquals(months, period.months());
        assertEquals(end, period.end());
        assertEquals(period, Period.of(spelling));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "25", "2025-13", "2025-00", "2025-S3", "2025-S0", "2025-Q5", "2025-q1", "2025-1",
            "2025-07/2025-01",
            "2025/2026", "1948", "2101", "2025-01/2101-01", "2025年", "２０２５", " 2025", "2025\n", "2025-S1/2025-12" })
    void anythingElseIsNotAPeriod(String text) {
        assertThrows(NotAPeriod.class, () -> Period.of(text));
    }

    @Test
    void periodsAreOrderedByEndThenTheLongerFirst() {
        List<String> ordered = List.of("2024", "2024-12", "2025-S1", "2025-Q2", "2025-06", "2025", "2025-S2", "2025-Q4",
                "2025-12");
        assertEquals(ordered,
                Stream.of("2025-12", "2025-06", "2025", "2025-S1", "2024-12", "2025-Q4", "2024", "2025-Q2", "2025-S2")
                        .map(Period::of).sorted().map(Period::toString).toList());
    }

    @Test
    void aPartLiesInsideAndIsShorter() {
        assertTrue(Period.year(2025).isPartlyCoveredBy(Period.of("2025-Q4")));
        assertFalse(Period.year(2025).isPartlyCoveredBy(Period.year(2025)));
        assertFalse(Period.year(2025).isPartlyCoveredBy(Period.of("2024-10/2025-03")));
    }

    @Test
    void monthsAreCountedFromEndToEndAndMayBeNegative() {
        assertEquals(24, Period.year(2020).monthsTo(Period.year(2022)));
        assertEquals(-6, Period.year(2025).monthsTo(Period.of("2025-S1")));
        assertEquals(Period.of("2024-S1"), Period.of("2025-S1").minusYears(1));
    }
}
