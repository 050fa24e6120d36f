package io.duibiao.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of a CSV file that people open in a spreadsheet: what would run as a formula there is marked as text. */
public final class CsvLine {

    /** What a file begins with, so that a spreadsheet takes it for UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private CsvLine() {
    }

    /** The line with its end. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = prefixed(text);
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** The text with a ' before it where a spreadsheet would take it for a formula; a number stays one. */
    public static String prefixed(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The text without the ' that {@link #prefixed} put before it. */
    public static String unprefixed(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0 ? text.substring(1) : text;
    }
}
