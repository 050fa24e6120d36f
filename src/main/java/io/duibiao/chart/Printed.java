package io.duibiao.chart;

import java.util.List;

/**
 * What a cell prints.
 *
 * @param words the figure or phrase
 * @param note of which period it is, whether it is provisional or implied; empty where there is nothing to note
 */
record Printed(String words, String note) {

    static Printed of(String words, List<String> notes, Caption caption) {
        return new Printed(caption.say("{0}", "{0}", words), String.join(caption.say("，", ", "), notes));
    }

    /** On one line, the note in brackets. */
    String whole(Caption caption) {
        return words + bracketed(caption);
    }

    String bracketed(Caption caption) {
        return note.isEmpty() ? "" : caption.say("（{0}）", " ({0})", note);
    }
}
