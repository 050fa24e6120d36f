package io.duibiao.core;

import java.util.List;

/** Reads printed target phrases into rules. */
public final class Phrases {

    private Phrases() {
    }

    /** @throws UnreadablePhrase naming the part that no rule explains */
    public static List<Rule> parse(String phrase, Direction direction, Kind kind) {
        throw new UnreadablePhrase(phrase, phrase, 0, new Text("读不懂", "unreadable"));
    }
}
