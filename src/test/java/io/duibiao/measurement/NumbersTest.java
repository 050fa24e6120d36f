package io.duibiao.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({ "90.799999999999997, 90.8", "1.1000000000000001, 1.1", "0.30000000000000004, 0.3",
            "9.0800000000000006E-1, 0.908",
            "45, 45", "0, 0", "1E+3, 1000", "1e10000000, 1e10000000", "#N/A, #N/A" })
    void aNumberOfASpreadsheetIsWhatItShows(String stored, String shown) {
        assertEquals(shown, Numbers.shown(stored));
    }

    @ParameterizedTest
    @CsvSource({ "0.908, 90.8%", "0.90800000000000003, 90.8%", "1, 100%", "0, 0%" })
    void aShareOfASpreadsheetIsKeptAsAHundredth(String stored, String shown) {
        assertEquals(shown, Numbers.percent(stored));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1,838|1838", "12,345,678.5|12345678.5", "-1,000|-1000", "1,83|1,83", "1838|1838",
            "1,8380|1,8380" })
    void onlyGroupsOfThreeAreTakenTogether(String sent, String number) {
        assertEquals(number, Numbers.ungrouped(sent));
    }

    @ParameterizedTest
    @CsvSource({ "1e2, 100", "12.50, 12.50", "1e10000000, 1e10000000", "NaN, NaN" })
    void aNumberOfJsonKeepsItsScale(String sent, String number) {
        assertEquals(number, Numbers.plain(sent));
    }
}
