package io.duibiao.measurement;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.duibiao.core.NotAPeriod;
import io.duibiao.core.Period;
import io.duibiao.web.Characters;

/** A period as offices write it: 2023年, 2023年三季度, 2023年上半年, 2023年1-9月, and what spreadsheets make of these. */
final class PeriodWords {

    private static final String YEAR = "(?<y>\\d{4})";
    private static final String JOINED = "年?";

    private static final Pattern WHOLE = Pattern.compile(YEAR + "(\\.0+|年|年度|年?全年|年?年[底末])");
    private static final Pattern HALF = Pattern.compile(YEAR + JOINED + "(?<half>[上下])半年");
    private static final Pattern QUARTER = Pattern.compile(YEAR + "[年-]?(第?(?<q>[一二三四1-4])季度?|[Qq](?<n>[1-4]))");
    private static final Pattern THREE_QUARTERS = Pattern.compile(YEAR + JOINED + "前三季度");
    private static final Pattern MONTHS = Pattern
            .compile(YEAR + "年(?<m>\\d{1,2})月?份?[-~—–至到](?<n>\\d{1,2})月份?");
    private static final Pattern MONTH = Pattern.compile(YEAR + "(年(?<m>\\d{1,2})月份?|[-/](?<n>\\d{1,2})|(?<d>\\d{2}))");
    /** A month that a spreadsheet took for a day is the first of it; any other day is no period. */
    private static final Pattern FIRST_DAY = Pattern.compile(YEAR + "[-/年](?<m>\\d{1,2})[-/月]0?1日?");

    private static final String QUARTERS = "一二三四";

    private PeriodWords() {
    }

    static Optional<Period> read(String sent) {
        String text = Characters.name(sent).replaceAll("\\s+", "");
        try {
            return Optional.of(Period.of(text));
        } catch (NotAPeriod e) {
            return canonical(text).flatMap(PeriodWords::period);
        }
    }

    private static Optional<Period> period(String canonical) {
        try {
            return Optional.of(Period.of(canonical));
        } catch (NotAPeriod e) {
            return Optional.empty();
        }
    }

    private static Optional<String> canonical(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return Optional.of(whole.group("y"));
        }
        Matcher half = HALF.matcher(text);
        if (half.matches()) {
            return Optional.of(half.group("y") + (half.group("half").equals("上") ? "-S1" : "-S2"));
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            String number = quarter.group("n") != null ? quarter.group("n") : quarter.group("q");
            int chinese = QUARTERS.indexOf(number);
            return Optional.of(quarter.group("y") + "-Q" + (chinese < 0 ? number : String.valueOf(chinese + 1)));
        }
        Matcher three = THREE_QUARTERS.matcher(text);
        if (three.matches()) {
            return Optional.of(months(three.group("y"), "1", "9"));
        }
        Matcher months = MONTHS.matcher(text);
        if (months.matches()) {
            return Optional.of(months(months.group("y"), months.group("m"), months.group("n")));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            String number = month.group("m") != null ? month.group("m")
                    : month.group("n") != null ? month.group("n") : month.group("d");
            return Optional.of(month.group("y") + "-" + twoDigits(number));
        }
        Matcher day = FIRST_DAY.matcher(text);
        return day.matches() ? Optional.of(day.group("y") + "-" + twoDigits(day.group("m"))) : Optional.empty();
    }

    private static String months(String year, String first, String last) {
        return year + "-" + twoDigits(first) + "/" + year + "-" + twoDigits(last);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
