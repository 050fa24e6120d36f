package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {

    @ParameterizedTest(name = "{0}^({1}/{2}) = {3}")
    @CsvSource({ "1.21, 1, 2, 1.1", "1.331, 2, 3, 1.21", "1.61051, 12, 60, 1.1", "0.25, 1, 2, 0.5", "3, 24, 12, 9",
            "1, 7, 5, 1",
            "2, 1, 2, 1.414213562373095048801688724210", "0.5, 1, 3, 0.793700525984099737375852819636" })
    void aRootThatComesOutEvenIsEven(BigDecimal base, int numerator, int denominator, BigDecimal power) {
        assertEquals(0, power.compareTo(Power.compared(Power.of(base, numerator, denominator))));
    }

    @Test
    void theRootRaisedAgainIsTheNumber() {
        qt().forAll(longs().between(1, 999_999_999_999L), integers().between(0, 12), integers().between(1, 60))
                .checkAssert((digits, scale, degree) -> {
                    BigDecimal number = BigDecimal.valueOf(digits, scale);
                    BigDecimal again = Power.of(number, 1, degree).pow(degree, Power.DIGITS);
                    BigDecimal off = again.subtract(number).abs().divide(number, Power.DIGITS);
                    assertTrue(off.compareTo(new BigDecimal("1e-45")) < 0, () -> number + ", " + degree + ": " + again);
                });
    }
}
