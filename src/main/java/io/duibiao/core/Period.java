package io.duibiao.core;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of whole calendar months, written as in SDMX: {@code 2025}, {@code 2025-S1}, {@code 2025-Q3}, {@code
 * 2025-09}, and any other span as {@code 2025-01/2025-07}. A span has one spelling: {@code 2025-01/2025-12} is
 * {@code 2025}.
 */
public record Period(YearMonth first, YearMonth last) implements Comparable<Period> {

    private static final Pattern FORM = Pattern.compile(
            "(?<y>\\d{4})(-(S(?<s>[12])|Q(?<q>[1-4])|(?<m>\\d{2})(/(?<y2>\\d{4})-(?<m2>\\d{2}))?))?");
    private static final int EARLIEST_YEAR = 1949;
    private static final int LATEST_YEAR = 2100;

    public Period {
        if (last.isBefore(first)) {
            throw new NotAPeriod(first + "/" + last);
        }
    }

    /** @throws NotAPeriod when the text is not one of the forms, or lies outside 1949 … 2100 */
    public static Period of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new NotAPeriod(text);
        }
        try {
            int year = year(form.group("y"), text);
            if (form.group("s") != null) {
                return months(year, 6 * Integer.parseInt(form.group("s")) - 5, 6);
            }
            if (form.group("q") != null) {
                return months(year, 3 * Integer.parseInt(form.group("q")) - 2, 3);
            }
            if (form.group("m") == null) {
                return year(year);
            }
            YearMonth first = YearMonth.of(year, Integer.parseInt(form.group("m")));
            if (form.group("y2") == null) {
                return new Period(first, first);
            }
            return new Period(first, YearMonth.of(year(form.group("y2"), text), Integer.parseInt(form.group("m2"))));
        } catch (DateTimeException e) {
            throw new NotAPeriod(text);
        }
    }

    public static Period year(int year) {
        return months(year, 1, 12);
    }

    private static Period months(int year, int from, int count) {
        YearMonth first = YearMonth.of(year, from);
        return new Period(first, first.plusMonths(count - 1L));
    }

    private static int year(String digits, String text) {
        int year = Integer.parseInt(digits);
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw new NotAPeriod(text);
        }
        return year;
    }

    /** Last day of the period. */
    public LocalDate end() {
        return last.atEndOfMonth();
    }

    /** Months in the period: 12 for a year. */
    public int months() {
        return monthsBetween(first, last) + 1;
    }

    public boolean isYear() {
        return months() == 12 && first.getMonthValue() == 1;
    }

    /** The calendar year of the last month. */
    public int year() {
        return last.getYear();
    }

    /** The same months that many years earlier. */
    public Period minusYears(int years) {
        return new Period(first.minusYears(years), last.minusYears(years));
    }

    /** Whether the other span lies inside this one and is shorter. */
    public boolean isPartlyCoveredBy(Period other) {
        return !equals(other) && !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    /** Whole months from the end of this period to the end of the other; negative when the other ends earlier. */
    public int monthsTo(Period other) {
        return monthsBetween(last, other.last);
    }

    private static int monthsBetween(YearMonth from, YearMonth to) {
        return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
    }

    /** 2023年, 2023年上半年, 2023年第一季度, 2023年5月, 2023年1月至7月. */
    public Text inWords() {
        String year = first.getYear() + "年";
        String code = toString();
        String part = code.substring(Math.min(5, code.length()));
        String zh = switch (part) {
            case "" -> year;
            case "S1" -> year + "上半年";
            case "S2" -> year + "下半年";
            case "Q1", "Q2", "Q3", "Q4" -> year + "第" + "一二三四".charAt(part.charAt(1) - '1') + "季度";
            default -> year + first.getMonthValue() + "月" + (first.equals(last) ? ""
                    : "至" + (first.getYear() == last.getYear() ? "" : last.getYear() + "年") + last.getMonthValue() + "月");
        };
        return new Text(zh, code);
    }

    /** By end, then the longer first: a year comes before its own December. */
    @Override
    public int compareTo(Period other) {
        int byEnd = last.compareTo(other.last);
        return byEnd != 0 ? byEnd : first.compareTo(other.first);
    }

    @Override
    public String toString() {
        int month = first.getMonthValue();
        if (isYear()) {
            return first.getYear() + "";
        }
        if (months() == 6 && (month == 1 || month == 7)) {
            return first.getYear() + "-S" + (month + 5) / 6;
        }
        if (months() == 3 && month % 3 == 1) {
            return first.getYear() + "-Q" + (month + 2) / 3;
        }
        return months() == 1 ? first.toString() : first + "/" + last;
    }
}
