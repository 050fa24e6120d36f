package io.duibiao.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Powers with a fraction for exponent, in decimals: the same digits on every machine. It works with 60 digits and
 * gives 50; what meets a threshold is rounded half-even to 30 decimals first, so that a root that comes out even
 * (1.21^(1/2) = 1.1) is even.
 */
final class Power {

    /** Enough for what is rounded to 30 decimals after a few operations. */
    static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);

    private static final MathContext WORKING = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final int COMPARED_DECIMALS = 30;
    private static final int SHOWN_DECIMALS = 10;

    private Power() {
    }

    /** base^(numerator ÷ denominator) for a positive base and positive whole numbers; 1.331^(2/3) = 1.21. */
    static BigDecimal of(BigDecimal base, int numerator, int denominator) {
        int common = BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).intValueExact();
        BigDecimal power = base.pow(numerator / common, WORKING);
        return root(power, denominator / common).round(DIGITS);
    }

    /** Newton's method from above: every step comes down until rounding stops it. */
    private static BigDecimal root(BigDecimal number, int degree) {
        if (degree == 1) {
            return number;
        }
        BigDecimal n = BigDecimal.valueOf(degree);
        int magnitude = number.precision() - number.scale();
        BigDecimal root = BigDecimal.ONE.scaleByPowerOfTen(Math.floorDiv(magnitude, degree) + 1);
        while (true) {
            BigDecimal next = root.multiply(n.subtract(BigDecimal.ONE), WORKING)
                    .add(number.divide(root.pow(degree - 1, WORKING), WORKING), WORKING).divide(n, WORKING);
            if (next.compareTo(root) >= 0) {
                return root;
            }
            root = next;
        }
    }

    /** As it meets a threshold. */
    static BigDecimal compared(BigDecimal number) {
        return number.setScale(COMPARED_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** As it is shown. */
    static Quantity shown(BigDecimal number) {
        return new Quantity(number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)).stripped();
    }
}
