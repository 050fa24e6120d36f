package io.duibiao.core;

import java.text.MessageFormat;
import java.util.Locale;

/** A label or message in the two languages of the service. */
public record Text(String zh, String en) {

    /** The same words in both languages: codes, figures, quotations. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /**
     * Both languages with {@code {0}}, {@code {1}} … replaced; an argument that is a {@link Text} is put in its own language.
     */
    public static Text of(String zh, String en, Object... arguments) {
        return new Text(fill(zh, Language.ZH, arguments), fill(en, Language.EN, arguments));
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    private static String fill(String pattern, Language language, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = arguments[i] instanceof Text text ? text.in(language) : String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(words);
    }
}
