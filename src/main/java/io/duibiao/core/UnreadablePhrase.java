package io.duibiao.core;

/** A phrase, or a part of it, that no rule explains: nothing is guessed and nothing is dropped. */
public final class UnreadablePhrase extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String phrase;
    private final String part;
    private final int at;
    private final transient Text why;

    /**
     * @param part the part that was not understood
     * @param at where it begins in the phrase, counted from 0 in characters
     */
    public UnreadablePhrase(String phrase, String part, int at, Text why) {
        super(why.en());
        this.phrase = phrase;
        this.part = part;
        this.at = at;
        this.why = why;
    }

    public String phrase() {
        return phrase;
    }

    public String part() {
        return part;
    }

    public int at() {
        return at;
    }

    public Text why() {
        return why;
    }
}
