package io.duibiao.measurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a spreadsheet shows of the number in a cell: a number, a share, a date (ISO/IEC 29500-1, 18.8.30). */
final class SpreadsheetFormats {

    private enum Shown {
        NUMBER,
        PERCENT,
        DAY,
        MONTH,
        YEAR
    }

    private static final Set<String> PERCENTS = Set.of("9", "10");
    /** Built in; those from 27 on are the dates of Chinese, Japanese and Korean editions. */
    private static final Set<String> DAYS = Set.of("14", "15", "16", "22", "27", "28", "29", "30", "31", "36", "50", "51", "53",
            "54", "58");
    private static final Set<String> MONTHS = Set.of("17", "52", "55", "56", "57");

    /** What LibreOffice calls the format of a cell that has none. */
    private static final String GENERAL = "general";

    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    /** 9999-12-31. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private final LocalDate dayZero;
    private final List<Shown> styles = new ArrayList<>();

    SpreadsheetFormats(boolean from1904) {
        dayZero = from1904 ? FROM_1904 : FROM_1900;
    }

    /** The format of the next style; the code is empty where it is built in. */
    void add(String id, String code) {
        styles.add(code.isEmpty() ? builtIn(id) : shown(code));
    }

    String shown(String number, int style) {
        Shown shown = style < styles.size() ? styles.get(style) : Shown.NUMBER;
        return switch (shown) {
            case NUMBER -> Numbers.shown(number);
            case PERCENT -> Numbers.percent(number);
            case DAY -> day(number).map(LocalDate::toString).orElse(number);
            case MONTH -> day(number).map(day -> day.toString().substring(0, "2023-09".length())).orElse(number);
            case YEAR -> day(number).map(day -> day.getYear() + "年").orElse(number);
        };
    }

    private static Shown builtIn(String id) {
        return PERCENTS.contains(id) ? Shown.PERCENT
                : DAYS.contains(id) ? Shown.DAY : MONTHS.contains(id) ? Shown.MONTH : Shown.NUMBER;
    }

    /** Quoted and escaped text, colours and conditions show nothing of the number; e alone is a year of an era. */
    private static Shown shown(String code) {
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT)
                .replace(GENERAL, "");
        if (bare.contains("%")) {
            return Shown.PERCENT;
        }
        boolean month = bare.contains("m");
        if (bare.contains("d") && (month || bare.contains("y"))) {
            return Shown.DAY;
        }
        boolean year = bare.contains("y") || bare.contains("e") && !bare.contains("0");
        return year ? month ? Shown.MONTH : Shown.YEAR : Shown.NUMBER;
    }

    private Optional<LocalDate> day(String serial) {
        if (!serial.matches("\\d{1,7}(\\.\\d+)?")) {
            return Optional.empty();
        }
        BigDecimal days = new BigDecimal(serial);
        return days.compareTo(LAST_DAY) > 0 ? Optional.empty() : Optional.of(dayZero.plusDays(days.longValue()));
    }
}
