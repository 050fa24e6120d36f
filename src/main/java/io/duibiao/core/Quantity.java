package io.duibiao.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An exact number in the unit of its indicator. A decimal keeps the scale that it was given (12.50 stays 12.50), and equality
 * ignores the scale (12.50 equals 12.5). A quotient that does not come out even is kept as a fraction and rounded once, when it
 * is shown: 1 ÷ 3 × 3 is 1.
 */
public final class Quantity implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);
    public static final Quantity HUNDRED = new Quantity(BigDecimal.valueOf(100));

    /** What a database and every client can hold: 14 integer digits and 4 decimals (18 digits in all). */
    public static final int MAX_INTEGER_DIGITS = 14;
    public static final int MAX_DECIMALS = 4;
    private static final int MAX_LENGTH = 40;

    /** Quotients are told with ten decimals, half-up. */
    private static final int QUOTIENT_DECIMALS = 10;

    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private final BigDecimal number;
    /** The fraction of which {@code number} is the rounding; of a decimal itself and one. */
    private final BigDecimal over;
    private final BigDecimal under;

    public Quantity(BigDecimal number) {
        this(number, number, BigDecimal.ONE);
    }

    private Quantity(BigDecimal number, BigDecimal over, BigDecimal under) {
        this.number = number;
        this.over = over;
        this.under = under;
    }

    private static Quantity fraction(BigDecimal over, BigDecimal under) {
        BigDecimal rounded = over.divide(under, QUOTIENT_DECIMALS, RoundingMode.HALF_UP);
        return rounded.multiply(under).compareTo(over) == 0 ? new Quantity(rounded) : new Quantity(rounded, over, under);
    }

    private boolean isDecimal() {
        return number.equals(over) && under.equals(BigDecimal.ONE);
    }

    /** As it is told: a decimal as given, a quotient to ten decimals. */
    public BigDecimal number() {
        return number;
    }

    /** A quotient to that many digits; a decimal as given. */
    BigDecimal number(MathContext digits) {
        return isDecimal() ? number : over.divide(under, digits);
    }

    /** What is told of it, as a decimal. */
    Quantity shown() {
        return isDecimal() ? this : new Quantity(number);
    }

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
        return isDecimal() && other.isDecimal() ? new Quantity(number.add(other.number))
                : fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    public Quantity minus(Quantity other) {
        return plus(other.negate());
    }

    public Quantity times(Quantity other) {
        return isDecimal() && other.isDecimal() ? new Quantity(number.multiply(other.number))
                : fraction(over.multiply(other.over), under.multiply(other.under));
    }

    /** The exact quotient; 21.13 ÷ 11 is told as 1.9209090909. */
    public Quantity dividedBy(Quantity divisor) {
        return fraction(over.multiply(divisor.under), under.multiply(divisor.over));
    }

    public Quantity negate() {
        return isDecimal() ? new Quantity(number.negate()) : new Quantity(number.negate(), over.negate(), under);
    }

    public Quantity abs() {
        return signum() < 0 ? negate() : this;
    }

    /** 修约: to that many decimals, half to even (GB/T 8170 3.2). */
    public Quantity rounded(int decimals) {
        return new Quantity(over.divide(under, decimals, RoundingMode.HALF_EVEN));
    }

    /** For showing: to that many decimals, half-up, in plain notation. */
    public String display(int decimals) {
        return over.divide(under, decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /**
     * The same with as many more decimals as it takes to see on which side of a limit it lies: 59.999 beside 60 is not 60.00.
     */
    public String display(int decimals, Quantity limit) {
        int enough = decimals;
        while (enough < QUOTIENT_DECIMALS && Integer.signum(new BigDecimal(display(enough)).compareTo(limit.number)) != Integer
                .signum(compareTo(limit))) {
            enough++;
        }
        return display(enough);
    }

    /** Digits after the point as given. */
    public int decimals() {
        return Math.max(0, number.scale());
    }

    public int signum() {
        return over.signum() * under.signum();
    }

    /** A computed value without trailing zeros (1.9000000000 → 1.9); a measured one keeps its scale. */
    public Quantity stripped() {
        BigDecimal bare = number.stripTrailingZeros();
        BigDecimal plain = bare.scale() < 0 ? bare.setScale(0) : bare;
        return isDecimal() ? new Quantity(plain) : new Quantity(plain, over, under);
    }

    @Override
    public int compareTo(Quantity other) {
        return isDecimal() && other.isDecimal() ? number.compareTo(other.number) : minus(other).signum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity quantity && compareTo(quantity) == 0;
    }

    @Override
    public int hashCode() {
        return number.setScale(QUOTIENT_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().hashCode();
    }

    /** Plain notation at the scale given. */
    @Override
    public String toString() {
        return number.toPlainString();
    }
}
