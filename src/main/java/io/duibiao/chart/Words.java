package io.duibiao.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Text;
import io.duibiao.web.OfficeClock;

/** Puts what a picture or a page says into its language. */
public record Words(Language language) {

    /** In the language of the picture, in characters that its typeface has. */
    public String say(String zh, String en, Object... arguments) {
        return displayable(Text.in(language, zh, en, arguments));
    }

    public String say(Text text) {
        return displayable(text.in(language));
    }

    private String displayable(String said) {
        String words = ChineseFont.displayable(said);
        // Quotation marks of a Chinese typeface are as wide as a character.
        return language == Language.ZH ? words
                : words.replace('“', '"').replace('”', '"').replace('‘', '\'').replace('’', '\'');
    }

    public String date(Instant instant) {
        LocalDate date = instant.atZone(OfficeClock.ZONE).toLocalDate();
        return say("{0}年{1}月{2}日", "{3}", date.getYear(), date.getMonthValue(), date.getDayOfMonth(), date);
    }

    public String year(int year) {
        return say("{0}年", "{0}", year);
    }

    /** A period inside another one, without what both have in common: 1—7月 of 2023年. */
    String in(Period when, Period whole) {
        if (when.year() != whole.year() || !whole.isPartlyCoveredBy(when)) {
            return in(when);
        }
        return language == Language.ZH ? in(when).substring(in(when).indexOf('年') + 1) : months(when);
    }

    /** Jul; Jan–Jul; Nov 2024–Mar. */
    private static String months(Period when) {
        String first = month(when.first()) + (when.first().getYear() == when.year() ? "" : " " + when.first().getYear());
        return when.months() == 1 ? first : first + "–" + month(when.last());
    }

    private static String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** A period as an official writes it: 2025年, 2025年上半年, 2025年第三季度, 2025年9月, 2025年1—7月. */
    public String in(Period when) {
        if (language == Language.EN) {
            return when.isYear() ? when.toString() : months(when) + " " + when.year();
        }
        int year = when.year();
        int first = when.first().getMonthValue();
        int last = when.last().getMonthValue();
        if (when.first().getYear() != year) {
            return when.first().getYear() + "年" + first + "月—" + year + "年" + last + "月";
        } else if (when.isYear()) {
            return year + "年";
        } else if (when.months() == 6 && first % 6 == 1) {
            return year + "年" + (first == 1 ? "上" : "下") + "半年";
        } else if (when.months() == 3 && first % 3 == 1) {
            return year + "年第" + "一二三四".charAt(last / 3 - 1) + "季度";
        }
        return year + "年" + first + (first == last ? "" : "—" + last) + "月";
    }
}
