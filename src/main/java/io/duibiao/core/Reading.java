package io.duibiao.core;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A printed text and the place that has been read up to. It is read in one width and without white space or quotation marks,
 * and
 * every
 * place is known in the text as printed.
 */
final class Reading {

    /** A number with its unit: 2.25亿吨标准煤; 三成 and 百分之三十 are 30 %. */
    record Amount(Quantity value, Optional<String> unit) {
    }

    private static final String QUOTES = "“”\"‘’'「」『』";
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";
    private static final String CHINESE_POWERS = "千百十";

    private final String printed;
    private final String text;
    /** Where each character of the text stands in the printed one. */
    private final int[] origins;
    private int at;

    Reading(String printed) {
        this.printed = printed;
        StringBuilder folded = new StringBuilder();
        int[] places = new int[printed.length() * 18 + 1];
        boolean gap = false;
        for (int i = 0, point; i < printed.length(); i += Character.charCount(point)) {
            point = printed.codePointAt(i);
            for (char c : fold(point).toCharArray()) {
                if (Character.isWhitespace(c) || Character.isSpaceChar(c) || QUOTES.indexOf(c) >= 0) {
                    gap = true;
                    continue;
                }
                // 8 5% is not 85%: a gap between two digits stays and is not understood
                if (gap && isDigit(c) && folded.length() > 0 && isDigit(folded.charAt(folded.length() - 1))) {
                    places[folded.length()] = i - 1;
                    folded.append(' ');
                }
                gap = false;
                places[folded.length()] = i;
                folded.append(c);
            }
        }
        text = folded.toString();
        origins = Arrays.copyOf(places, text.length() + 1);
        origins[text.length()] = printed.length();
    }

    /** Full-width forms and Roman numerals in plain letters (NFKC); but a raised 2 is no digit. */
    private static String fold(int point) {
        String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        boolean becomesDigit = !Character.isDigit(point) && plain.chars().anyMatch(c -> isDigit((char) c));
        return becomesDigit ? Character.toString(point) : plain;
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

    /** The text between two places, in one width. */
    String text(int from, int to) {
        return text.substring(from, to);
    }

    /** The same as printed. */
    String printed(int from, int to) {
        return printed.substring(origins[from], Math.max(origins[from], origins[to])).strip();
    }

    static String withoutQuotes(String words) {
        StringBuilder bare = new StringBuilder();
        words.chars().filter(c -> QUOTES.indexOf(c) < 0).forEach(c -> bare.append((char) c));
        return bare.toString();
    }

    String printed() {
        return printed;
    }

    int origin(int place) {
        return origins[place];
    }

    boolean take(String words) {
        boolean here = text.startsWith(words, at);
        if (here) {
            at += words.length();
        }
        return here;
    }

    Optional<String> takeAny(List<String> alternatives) {
        return alternatives.stream().filter(this::take).findFirst();
    }

    /** The word here, where it is of that kind. */
    <W extends Lexicon.Word> Optional<W> take(Class<W> kind) {
        return Lexicon.at(text, at).filter(entry -> kind.isInstance(entry.word())).map(entry -> {
            at += entry.length();
            return kind.cast(entry.word());
        });
    }

    boolean sees(Class<? extends Lexicon.Word> kind) {
        return Lexicon.at(text, at).filter(entry -> kind.isInstance(entry.word())).isPresent();
    }

    boolean seesDigit() {
        return digitsFrom(at) > 0 || text.startsWith("百分之", at);
    }

    /** Where the word, the number or the run of other characters ends that begins here. */
    int endOfPart() {
        Optional<Lexicon.Entry> word = Lexicon.at(text, at);
        int to = word.isPresent() ? at + word.get().length() : at + digitsFrom(at);
        while (to == at || text.substring(at, to).isBlank() && to < text.length()) {
            to++;
        }
        boolean run = word.isEmpty() && digitsFrom(at) == 0;
        while (run && to < text.length() && !isDigit(text.charAt(to)) && Lexicon.at(text, to).isEmpty()) {
            to++;
        }
        return to;
    }

    /** @throws NotAQuantity when the number is longer than a quantity holds */
    Optional<Amount> amount() {
        int from = at;
        if (take("一半")) {
            return Optional.of(percent(Quantity.of(50)));
        }
        if (take("百分之")) {
            Optional<Quantity> share = take("百") ? Optional.of(Quantity.HUNDRED) : number();
            if (share.isEmpty()) {
                at = from;
            }
            return share.map(Reading::percent);
        }
        return number().map(value -> {
            boolean tenths = at == from + 1 && take("成");
            return tenths ? percent(value.times(Quantity.of(10))) : new Amount(value, unit());
        });
    }

    private static Amount percent(Quantity value) {
        return new Amount(value, Optional.of("%"));
    }

    private Optional<Quantity> number() {
        int from = at;
        String sign = take("-") || take("−") ? "-" : take("+") ? "+" : "";
        Optional<String> digits = sign.isEmpty() ? plainNumber().or(this::chineseNumber) : plainNumber();
        if (digits.isEmpty()) {
            at = from;
        }
        return digits.map(number -> Quantity.of(sign + number));
    }

    /** 90.8, 1,875. */
    private Optional<String> plainNumber() {
        StringBuilder number = new StringBuilder(digits());
        if (number.length() == 0) {
            return Optional.empty();
        }
        boolean grouped = number.length() <= 3;
        while (grouped && text.startsWith(",", at) && digitsFrom(at + 1) == 3) {
            at++;
            number.append(digits());
        }
        if (text.startsWith(".", at) && digitsFrom(at + 1) > 0) {
            at++;
            number.append('.').append(digits());
        }
        return Optional.of(number.toString());
    }

    private String digits() {
        int from = at;
        at += digitsFrom(at);
        return text.substring(from, at);
    }

    private int digitsFrom(int from) {
        int to = from;
        while (to < text.length() && isDigit(text.charAt(to))) {
            to++;
        }
        return to - from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** 两, 十五, 一百零二, 二点二五. Powers fall and a gap is a 零; so 一百二 and 七八 are not read to their end. */
    private Optional<String> chineseNumber() {
        int from = at;
        int value = 0;
        boolean gap = false;
        for (int i = 0, power = 1000; power > 0; i++, power /= 10) {
            int before = at;
            boolean bridged = !gap || take("零") || take("〇");
            int digit = chineseDigit();
            boolean ten = digit < 0 && power == 10 && at == from;
            boolean here = bridged && (digit > 0 || ten || digit == 0 && power == 1 && before == from)
                    && (power == 1 || take(CHINESE_POWERS.substring(i, i + 1)));
            if (here) {
                value += power * (ten ? 1 : digit);
                gap = false;
            } else {
                at = before;
                gap = at > from;
            }
        }
        if (at == from) {
            return Optional.empty();
        }
        StringBuilder number = new StringBuilder().append(value);
        int point = at;
        if (take("点")) {
            number.append('.');
            for (int digit = chineseDigit(); digit >= 0; digit = chineseDigit()) {
                number.append(digit);
            }
            if (number.charAt(number.length() - 1) == '.') {
                at = point;
                number.setLength(number.length() - 1);
            }
        }
        return Optional.of(number.toString());
    }

    private int chineseDigit() {
        if (atEnd()) {
            return -1;
        }
        char c = text.charAt(at);
        int digit = c == '两' ? 2 : c == '〇' ? 0 : CHINESE_DIGITS.indexOf(c);
        if (digit >= 0) {
            at++;
        }
        return digit;
    }

    private Optional<String> unit() {
        if (take("个百分点") || take("百分点")) {
            return Optional.of("百分点");
        }
        if (take("%")) {
            return Optional.of("%");
        }
        int from = at;
        if (!single()) {
            return Optional.empty();
        }
        for (int end = at; take("/") || take("每"); end = at) {
            take("每");
            if (!single()) {
                at = end;
                break;
            }
        }
        return Optional.of(text.substring(from, at));
    }

    private boolean single() {
        boolean unit = unitWord();
        if (!unit && takeAny(Lexicon.SCALES).isPresent()) {
            unitWord();
            unit = true;
        }
        return unit;
    }

    private boolean unitWord() {
        return takeAny(Lexicon.MEASURES).isPresent() || takeAny(Lexicon.COUNTERS).isPresent();
    }

    /** 2025年, 二〇三五年. */
    OptionalInt year() {
        int from = at;
        StringBuilder year = new StringBuilder();
        if (digitsFrom(at) == 4) {
            year.append(digits());
        } else {
            for (int digit = chineseDigit(); digit >= 0; digit = chineseDigit()) {
                year.append(digit);
            }
        }
        if (year.length() == 4 && take("年")) {
            int number = Integer.parseInt(year.toString());
            if (number >= 1949 && number <= 2100) {
                return OptionalInt.of(number);
            }
        }
        at = from;
        return OptionalInt.empty();
    }

    /** 到2025年, 2020年底前, 2020年6月30日前, 年底前, “十四五”末, 每年: says when, and changes no rule. */
    boolean date() {
        int from = at;
        takeAny(List.of("截至", "到", "至", "于", "在", "自", "从"));
        boolean dated = year().isPresent() || takeAny(List.of("十三五", "十四五", "十五五")).isPresent();
        boolean ended = takeAny(List.of("年底", "年末", "年内", "期末", "期间", "时期")).isPresent();
        boolean month = calendar("月");
        month = calendar("日") || month;
        ended = (dated || month) && takeAny(List.of("底", "末")).isPresent() || ended;
        dated = dated || ended || month;
        if (!dated) {
            at = from;
            return false;
        }
        takeAny(List.of("之前", "以前", "前", "起"));
        take(",");
        return true;
    }

    private boolean calendar(String unit) {
        int from = at;
        int digits = digitsFrom(at);
        at += digits;
        if (digits >= 1 && digits <= 2 && take(unit)) {
            return true;
        }
        at = from;
        return false;
    }
}
