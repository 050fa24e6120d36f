package io.duibiao.chart;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a picture says of itself, in whatever form: what it shows, what was asked as of when, on which data, and by which
 * program it was drawn.
 *
 * @param query path and parameters that draw it again; the instant stands beside it
 * @param data digest of the figures
 */
record Stamp(String title, String query, Instant asOf, String data, String version) {

    static final String PROGRAM = "Duibiao";
    static final String QUERY = "duibiao-query";
    static final String AS_OF = "duibiao-as-of";
    static final String DATA = "duibiao-data";
    private static final String TITLE = "Title";
    private static final String SOFTWARE = "Software";

    /** By the keywords that stand for them in a file, in this order. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(TITLE, title);
        texts.put(SOFTWARE, PROGRAM + " " + version);
        texts.put(QUERY, query);
        texts.put(AS_OF, asOf.toString());
        texts.put(DATA, data);
        return texts;
    }

    /** @param texts as they were written */
    static Stamp of(Map<String, String> texts) {
        return new Stamp(text(texts, TITLE), text(texts, QUERY), Instant.parse(text(texts, AS_OF)), text(texts, DATA),
                text(texts, SOFTWARE).substring(PROGRAM.length() + 1));
    }

    private static String text(Map<String, String> texts, String keyword) {
        return Optional.ofNullable(texts.get(keyword)).orElseThrow();
    }
}
