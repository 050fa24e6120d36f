package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @Test
    void theScaleIsKeptAndEqualityIgnoresIt() {
        assertEquals("12.50", Quantity.of("12.50").toString());
        assertEquals(Quantity.of("12.50"), Quantity.of("12.5"));
        assertEquals(Quantity.of("12.50").hashCode(), Quantity.of("12.5").hashCode());
        assertEquals(Quantity.of("0.00").hashCode(), Quantity.ZERO.hashCode());
        assertNotEquals(Quantity.of("12.50"), Quantity.of("12.51"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "+", ".5", "5.", "1e3", "1,000", " 1", "１", "٣", "NaN", "0x10", "1e10000000",
            "123456789012345",
            "0.00001", "00000000000000000000000000000000000000000000001" })
    void anythingButAPlainNumberThatCanBeStoredIsRefused(String text) {
        assertThrows(NotAQuantity.class, () -> Quantity.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1E+15", "1E-5", "1E+2147483647", "1E-2147483647", "123456789012345678901234567890" })
    void aDecimalFromAParserIsHeldToTheSameLimits(BigDecimal number) {
        assertThrows(NotAQuantity.class, () -> Quantity.of(number));
    }

    @ParameterizedTest(name = "{0} to {1} decimals: {2} half-even, {3} half-up")
    @CsvSource({ "0.5, 0, 0, 1", "1.5, 0, 2, 2", "-0.5, 0, 0, -1", "2.25, 1, 2.2, 2.3", "2.35, 1, 2.4, 2.4",
            "89.96, 1, 90.0, 90.0",
            "12, 2, 12.00, 12.00" })
    void comparingRoundsHalfToEvenAndShowingRoundsHalfUp(String number, int decimals, String even, String up) {
        assertEquals(Quantity.of(even), Quantity.of(number).rounded(decimals));
        assertEquals(up, Quantity.of(number).display(decimals));
    }

    @Test
    void aQuotientKeepsTenDecimalsAndItsZerosCanBeDropped() {
        assertEquals("1.9209090909", Quantity.of("21.13").dividedBy(Quantity.of(11)).toString());
        assertEquals("1.9", Quantity.of("3.8").dividedBy(Quantity.of(2)).stripped().toString());
        assertEquals("100", Quantity.HUNDRED.stripped().toString());
    }

    @Test
    void plainNotationReadsBackAsTheSameNumber() {
        qt().forAll(integers().all(), integers().between(0, 4)).checkAssert((digits, scale) -> {
            Quantity number = new Quantity(BigDecimal.valueOf(digits, scale));
            assertEquals(number.toString(), Quantity.of(number.toString()).toString());
            assertEquals(Integer.signum(digits), number.signum());
            assertEquals(number, number.negate().negate());
            assertEquals(Quantity.ZERO, number.minus(number));
        });
    }
}
