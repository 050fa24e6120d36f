package io.duibiao.chart;

import java.util.List;

import io.duibiao.core.Text;

/**
 * What a cell prints.
 *
 * @param words the figure or phrase
 * @param note of which period it is, whether it is provisional or implied; empty where there is nothing to note
 */
public record Printed(String words, String note) {

    static Printed of(String printed, List<String> notes, Words words) {
        return new Printed(words.say(Text.same(printed)), String.join(words.say("，", ", "), notes));
    }

    /** On one line, the note in brackets. */
    public String whole(Words in) {
        return words + bracketed(in);
    }

    String bracketed(Words in) {
        return note.isEmpty() ? "" : in.say("（{0}）", " ({0})", note);
    }
}
