package io.duibiao.web;

import java.text.Normalizer;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;

/** Which characters a text may have, and when two names are the same. */
public final class Characters {

    /** Written Mongolian needs this one inside words; it is the only format character that a name here can have. */
    private static final int MONGOLIAN_VOWEL_SEPARATOR = 0x180E;

    private Characters() {
    }

    /**
     * The text itself.
     *
     * @param place JSON pointer or parameter name
     * @throws io.duibiao.problem.ProblemException 422 when it has a control, zero-width or bidi character, a NUL or half a
     *         surrogate pair
     */
    public static String checked(String place, String text) {
        if (text.codePoints().allMatch(Characters::allowed)) {
            return text;
        }
        throw Problem.of(422, Problem.Fault.at(place, "BAD_CHARACTERS",
                new Text("含有控制字符或不可见字符", "Has control or invisible characters"), text)).exception();
    }

    /** A name as it is compared: full-width forms narrowed (NFKC), without space around it. */
    public static String name(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static boolean allowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> c == MONGOLIAN_VOWEL_SEPARATOR;
            default -> true;
        };
    }
}
