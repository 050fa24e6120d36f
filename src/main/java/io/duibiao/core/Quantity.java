package io.duibiao.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An exact decimal in the unit of its indicator. It keeps the scale that it was given (12.50 stays 12.50), and equality ignores
 * the
 * scale (12.50 equals 12.5).
 */
public record Quantity(BigDecimal number) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);
    public static final Quantity HUNDRED = new Quantity(BigDecimal.valueOf(100));

    /** What a database and every client can hold: 14 integer digits and 4 decimals (18 digits in all). */
    public static final int MAX_INTEGER_DIGITS = 14;
    public static final int MAX_DECIMALS = 4;
    private static final int MAX_LENGTH = 40;

    /** Quotients keep ten decimals, so that what is shown with two is rounded from the quotient and not from a rounding. */
    private static final int QUOTIENT_DECIMALS = 10;

    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    /**
     * Reads plain notation with ASCII digits ({@code -12.50}; no exponent, no grouping).
     *
     * @throws NotAQuantity when the text is anything else or lies outside what can be stored; the length is checked before any
     *         arithmetic, because {@code 1e10000000} costs seconds in a few bytes
     */
    public static Quantity of(String text) {
        if (text.length() > MAX_LENGTH || !PLAIN.matcher(text).matches()) {
            throw new NotAQuantity(text);
        }
        return checked(new BigDecimal(text), text);
    }

    public static Quantity of(long number) {
        return new Quantity(BigDecimal.valueOf(number));
    }

    /**
     * A decimal that came through a parser.
     *
     * @throws NotAQuantity when it has more than 14 integer digits or 4 decimals
     */
    public static Quantity of(BigDecimal number) {
        return checked(number, "number");
    }

    private static Quantity checked(BigDecimal number, String text) {
        boolean fits = number.precision() <= MAX_LENGTH && Math.abs((long) number.scale()) <= MAX_LENGTH
                && number.scale() <= MAX_DECIMALS
                && (long) number.precision() - number.scale() <= MAX_INTEGER_DIGITS;
        if (!fits) {
            throw new NotAQuantity(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text);
        }
        return new Quantity(number.scale() < 0 ? number.setScale(0) : number);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(number.add(other.number));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(number.subtract(other.number));
    }

    public Quantity times(Quantity other) {
        return new Quantity(number.multiply(other.number));
    }

    /** Quotient to ten decimals, half-up; 21.13 ÷ 11 = 1.9209090909. */
    public Quantity dividedBy(Quantity divisor) {
        return new Quantity(number.divide(divisor.number, QUOTIENT_DECIMALS, RoundingMode.HALF_UP));
    }

    public Quantity negate() {
        return new Quantity(number.negate());
    }

    public Quantity abs() {
        return new Quantity(number.abs());
    }

    /** 修约: to that many decimals, half to even (GB/T 8170 3.2). */
    public Quantity rounded(int decimals) {
        return new Quantity(number.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** For showing: to that many decimals, half-up, in plain notation. */
    public String display(int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** Digits after the point as given. */
    public int decimals() {
        return Math.max(0, number.scale());
    }

    public int signum() {
        return number.signum();
    }

    /** A computed value without trailing zeros (1.9000000000 → 1.9); a measured one keeps its scale. */
    public Quantity stripped() {
        BigDecimal bare = number.stripTrailingZeros();
        return new Quantity(bare.scale() < 0 ? bare.setScale(0) : bare);
    }

    @Override
    public int compareTo(Quantity other) {
        return number.compareTo(other.number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity && number.compareTo(quantity.number) == 0;
    }

    @Override
    public int hashCode() {
        return number.stripTrailingZeros().hashCode();
    }

    /** Plain notation at the scale given. */
    @Override
    public String toString() {
        return number.toPlainString();
    }
}
