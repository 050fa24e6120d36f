package io.duibiao.core;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printed text and the place that it has been read up to. It is read in one width, without white space, quotation marks and a
 * closing stop; every place is known in the text as printed.
 */
final class Reading {

    /** A number with its unit: 2.25亿吨标准煤; 三成, 一半 and 百分之三十 are percent. */
    record Amount(Quantity value, Optional<String> unit) {
    }

    private static final Text UNKNOWN = new Text("读不懂这一部分", "this part is not understood");
    private static final Text UNFINISHED = new Text("话没有说完，缺少数值或对象", "unfinished: a figure or an object is missing");
    private static final Text VAGUE = new Text("这个说法没有给出数值", "this word gives no figure");
    private static final Text BEYOND = new Text("数值超出范围：整数最多14位，小数最多4位",
            "the number is out of range: at most 14 integer digits and 4 decimals");

    private static final String QUOTES = "“”\"‘’'「」『』";
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern NUMBER = Pattern
            .compile("[-+−]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\\.[0-9]+)?");
    private static final Pattern NUMERAL = Pattern.compile("([〇零一二两三四五六七八九十百千]{1,9})(?:点([〇零一二三四五六七八九]{1,9}))?");
    private static final Pattern UNIT = Pattern.compile(Lexicon.UNIT);
    private static final String YEAR = "((?:19|20)[0-9]{2}|二[〇零][〇零一二三四五六七八九]{2})年";
    private static final Pattern BASE_YEAR = Pattern.compile("(?:较|比|与|同|相比)" + YEAR + "(?:年?底|末|水平)?(?:相比)?,?");
    /** 到2025年, 2020年底前, 2020年6月30日前, 年底前, 十四五末. */
    private static final Pattern DATE = Pattern.compile("(?:截至|到|至|于|在|自|从)?(?:" + YEAR
            + "(?:年?底|年?末|[0-9]{1,2}月(?:底|末|[0-9]{1,2}日)?)?|[0-9]{1,2}月(?:底|末|[0-9]{1,2}日)?"
            + "|年底|年末|年内|十[三四五]五(?:末|期末|期间|时期))(?:之前|以前|前|起)?,?");

    private final String printed;
    private final String text;
    /** Where each character of the text stands in the printed one. */
    private final int[] origins;
    private int at;

    Reading(String printed) {
        this.printed = printed;
        StringBuilder folded = new StringBuilder();
        int[] places = new int[printed.length() + 2];
        boolean gap = false;
        for (int i = 0, point; i < printed.length(); i += Character.charCount(point)) {
            point = printed.codePointAt(i);
            for (char c : fold(point).toCharArray()) {
                if (Character.isWhitespace(c) || Character.isSpaceChar(c) || QUOTES.indexOf(c) >= 0) {
                    gap = true;
                    continue;
                }
                // 8 5% is not 85%: a gap between digits stays, and no rule explains it
                boolean split = gap && isDigit(c) && folded.length() > 0 && isDigit(folded.charAt(folded.length() - 1));
                folded.append(split ? " " : "").append(c);
                places = folded.length() < places.length ? places : Arrays.copyOf(places, 2 * folded.length());
                places[folded.length() - 1] = i;
                places[folded.length() - (split ? 2 : 1)] = i;
                gap = false;
            }
        }
        int length = folded.length();
        boolean stopped = length > 1 && "。;".indexOf(folded.charAt(length - 1)) >= 0;
        text = stopped ? folded.substring(0, length - 1) : folded.toString();
        origins = Arrays.copyOf(places, text.length() + 1);
        if (!stopped) {
            origins[length] = printed.length();
        }
    }

    /** Full-width forms and Roman numerals in plain letters (NFKC); but a raised 2 is no digit. */
    private static String fold(int point) {
        String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        boolean becomesDigit = !Character.isDigit(point) && plain.chars().anyMatch(Reading::isDigit);
        return becomesDigit ? Character.toString(point) : plain;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    int at() {
        return at;
    }

    void backTo(int place) {
        at = place;
    }

    int length() {
        return text.length();
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** What is left to read. */
    String rest() {
        return text.substring(at);
    }

    /** The text between two places, in one width. */
    String text(int from, int to) {
        return text.substring(from, to);
    }

    /** The same as printed. */
    String printed(int from, int to) {
        return printed.substring(origins[from], Math.max(origins[from], origins[to])).strip();
    }

    /** The same as printed, without what is not read. */
    String bare(int from, int to) {
        return printed(from, to).replaceAll("[\\s\\p{Z}" + QUOTES + "]", "");
    }

    boolean take(String words) {
        boolean here = text.startsWith(words, at);
        at += here ? words.length() : 0;
        return here;
    }

    Optional<String> takeAny(List<String> alternatives) {
        return alternatives.stream().filter(this::take).findFirst();
    }

    boolean take(Lexicon.Mark mark) {
        return word().filter(found -> found.word() == mark).map(found -> at += found.length()).isPresent();
    }

    /** The word here, where it is of that kind. */
    <W extends Lexicon.Word> Optional<W> take(Class<W> kind) {
        Optional<Lexicon.Entry> entry = word().filter(found -> kind.isInstance(found.word()));
        at += entry.map(Lexicon.Entry::length).orElse(0);
        return entry.map(found -> kind.cast(found.word()));
    }

    /** The longest word here. */
    Optional<Lexicon.Entry> word() {
        return Lexicon.at(text, at);
    }

    /** Reads a part, or stays where it is. */
    <T> Optional<T> whole(Supplier<Optional<T>> part) {
        int from = at;
        Optional<T> read = part.get();
        at = read.isPresent() ? at : from;
        return read;
    }

    private Optional<MatchResult> take(Pattern pattern) {
        Matcher here = pattern.matcher(text).region(at, text.length());
        boolean found = here.lookingAt();
        at = found ? here.end() : at;
        return found ? Optional.of(here.toMatchResult()) : Optional.empty();
    }

    boolean date() {
        return take(DATE).isPresent();
    }

    /** 较2015年, 与2015年相比. */
    Optional<Integer> baseYear() {
        return take(BASE_YEAR).map(year -> Integer.valueOf(digits(year.group(1))));
    }

    boolean seesNumber() {
        return !atEnd() && isDigit(text.charAt(at)) || text.startsWith("百分之", at);
    }

    /** @throws NotAQuantity when the number is longer than a quantity holds */
    Optional<Amount> amount() {
        if (take("百分之百")) {
            return Optional.of(percent(Quantity.HUNDRED));
        }
        if (take("一半")) {
            return Optional.of(percent(Quantity.of(50)));
        }
        return whole(() -> {
            boolean share = take("百分之");
            int from = at;
            return take(NUMBER).map(number -> number.group().replace(",", "").replace('−', '-'))
                    .or(() -> take(NUMERAL).flatMap(Reading::chinese)).map(Quantity::of).map(value -> {
                        boolean tenths = at == from + 1 && take("成");
                        Quantity percents = tenths ? value.times(Quantity.of(10)) : value;
                        return tenths || share ? percent(percents) : new Amount(value, unit());
                    });
        });
    }

    private static Amount percent(Quantity value) {
        return new Amount(value, Optional.of("%"));
    }

    private Optional<String> unit() {
        return take(UNIT).map(MatchResult::group).map(unit -> unit.equals("个百分点") ? "百分点" : unit);
    }

    /** 两, 十五, 一百零二, 二点二五: only as the number is written, so that 一百二 and 七八 are not guessed at. */
    private static Optional<String> chinese(MatchResult numeral) {
        String written = numeral.group(1).replace('两', '二').replace('〇', '零');
        int value = 0;
        int digit = 0;
        for (char c : written.toCharArray()) {
            int power = "十百千".indexOf(c);
            value += power < 0 ? 0 : Math.max(digit, 1) * List.of(10, 100, 1000).get(power);
            digit = power < 0 ? DIGITS.indexOf(c) : 0;
        }
        value += digit;
        String decimals = numeral.group(2) == null ? "" : "." + digits(numeral.group(2));
        return chinese(value).equals(written) ? Optional.of(value + decimals) : Optional.empty();
    }

    /** 102 is written 一百零二. */
    private static String chinese(int value) {
        StringBuilder written = new StringBuilder();
        int power = 1000;
        boolean gap = false;
        for (String mark : List.of("千", "百", "十", "")) {
            int digit = value / power % 10;
            if (digit > 0) {
                written.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(mark);
            }
            gap = digit == 0 && written.length() > 0;
            power /= 10;
        }
        return value == 0 ? "零" : written.toString().replaceFirst("^一十", "十");
    }

    /** 二〇二五 in digits. */
    private static String digits(String numerals) {
        StringBuilder plain = new StringBuilder();
        for (char c : numerals.replace('〇', '零').toCharArray()) {
            plain.append(isDigit(c) ? c - '0' : DIGITS.indexOf(c));
        }
        return plain.toString();
    }

    UnreadablePhrase unreadable(int from, int to, Text why) {
        return new UnreadablePhrase(printed, printed(from, to), origins[from], why);
    }

    UnreadablePhrase beyond(int from) {
        return unreadable(from, at, BEYOND);
    }

    /** Names the word, the number or the run of other characters here. */
    UnreadablePhrase unexplained() {
        if (atEnd()) {
            return unreadable(0, at, UNFINISHED);
        }
        Text why = word().filter(entry -> entry.word() == Lexicon.Mark.VAGUE).isPresent() ? VAGUE : UNKNOWN;
        int from = at;
        at += text.startsWith(" ", at) ? 1 : 0;
        if (take(Lexicon.Word.class).isEmpty() && take(NUMBER).isEmpty()) {
            do {
                at++;
            } while (!atEnd() && word().isEmpty() && !seesNumber());
        }
        int to = at;
        at = from;
        return unreadable(from, to, why);
    }
}
