package io.duibiao.core;

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

    /** The same for who needs one language alone. */
    public static String in(Language language, String zh, String en, Object... arguments) {
        return fill(language == Language.ZH ? zh : en, language, arguments);
    }

    private static String fill(String pattern, Language language, Object... arguments) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            int number = pattern.charAt(i) == '{' && pattern.startsWith("}", i + 2) ? pattern.charAt(i + 1) - '0' : -1;
            if (number >= 0 && number < arguments.length) {
                filled.append(arguments[number] instanceof Text text ? text.in(language) : arguments[number]);
                i += 2;
            } else {
                filled.append(pattern.charAt(i));
            }
        }
        return filled.toString();
    }
}
