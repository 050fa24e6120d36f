package io.duibiao.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+cmd", "-2+3", "@SUM(A1)", "\ta", "\ra", "＝1", "＋1", "－1", "＠a" })
    void whatASpreadsheetWouldRunIsMarkedAsTextAndReadBackAsItWas(String text) {
        assertEquals("'" + text, CsvLine.prefixed(text));
        assertEquals(text, CsvLine.unprefixed(CsvLine.prefixed(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-2.0", "+3", "45", "'a", "包头市", "" })
    void numbersStayNumbersAndOtherTextStaysText(String text) {
        assertEquals(text, CsvLine.prefixed(text));
        assertEquals(text, CsvLine.unprefixed(text));
    }

    @Test
    void cellsThatNeedItAreQuoted() {
        assertEquals("a,\"b,c\",\"d\"\"e\",\"f\ng\",-1\r\n", CsvLine.of(List.of("a", "b,c", "d\"e", "f\ng", "-1")));
    }
}
