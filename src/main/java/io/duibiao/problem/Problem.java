package io.duibiao.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.duibiao.core.Text;

/**
 * What a caller is told when a request fails (RFC 9457).
 *
 * @param status HTTP status
 * @param code stable, in capitals: UNKNOWN_REGION; its lower-case form ends the problem's {@code type}
 * @param detail what is wrong with this request, for a person
 * @param faults each fault with its place
 */
public record Problem(int status, String code, Text detail, List<Fault> faults) {

    /**
     * One fault.
     *
     * @param pointer JSON pointer or parameter name; or else line and column of a table or body
     */
    public record Fault(Optional<String> pointer, Optional<Integer> line, Optional<Integer> column, String code, Text message,
            Optional<String> value) {

        private static final int LONGEST_VALUE = 100;

        public static Fault at(String pointer, String code, Text message, String value) {
            return new Fault(Optional.of(pointer), Optional.empty(), Optional.empty(), code, message, Optional.of(value));
        }

        /** Shortened, and with characters that cannot be seen written out, so that the reader sees what was sent. */
        public static String visible(String sent) {
            StringBuilder shown = new StringBuilder();
            sent.codePoints().limit(LONGEST_VALUE).forEach(c -> {
                switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                        shown.append(String.format(Locale.ROOT, "<U+%04X>", c));
                    default -> shown.appendCodePoint(c);
                }
            });
            return sent.codePointCount(0, sent.length()) > LONGEST_VALUE ? shown + "…" : shown.toString();
        }
    }

    public static Problem of(int status, String code, Text detail) {
        return new Problem(status, code, detail, List.of());
    }

    public static Problem of(int status, Fault fault) {
        return new Problem(status, fault.code(), fault.message(), List.of(fault));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
