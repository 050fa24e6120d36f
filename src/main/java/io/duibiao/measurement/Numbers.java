package io.duibiao.measurement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as machines and people write them, in plain notation. */
final class Numbers {

    private static final int LONGEST = 40;

    /** What a spreadsheet shows of a number; what it stores has two digits more (90.8 as 90.799999999999997). */
    private static final MathContext SHOWN = new MathContext(15);

    private static final Pattern GROUPED = Pattern.compile("(?<sign>[+-]?)(?<whole>\\d{1,3}(,\\d{3})+)(?<part>\\.\\d+)?");

    private Numbers() {
    }

    /** A number of JSON: 1e2 is 100. What is none, or too large to write out, stays as it is and is refused as a value. */
    static String plain(String text) {
        return decimal(text).map(BigDecimal::toPlainString).orElse(text);
    }

    /** A number of a spreadsheet: 90.799999999999997 is 90.8. */
    static String shown(String text) {
        return decimal(text).map(number -> stripped(number.round(SHOWN))).orElse(text);
    }

    /** A share as a spreadsheet keeps it: 0.908 is 90.8%. */
    static String percent(String text) {
        return decimal(text).map(number -> stripped(number.movePointRight(2).round(SHOWN)) + "%").orElse(text);
    }

    /** 1,838 is 1838: groups of three are never decimals in these offices. */
    static String ungrouped(String text) {
        Matcher grouped = GROUPED.matcher(text);
        return grouped.matches() ? text.replace(",", "") : text;
    }

    private static String stripped(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The size is looked at before anything is computed: 1e10000000 costs seconds in ten bytes. */
    private static Optional<BigDecimal> decimal(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Optional.of(number).filter(fits -> Math.abs((long) fits.scale()) <= LONGEST);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
