package io.duibiao.core;

import java.util.List;
import java.util.Optional;

/**
 * Reads printed target phrases into rules. A phrase is read as
 *
 * <pre>
 * phrase    = modifiers [names modifiers] predicate [的目标任务 …]
 * predicate = 稳中向好 … | 不降低 | 有所下降 | 减半 | 严禁 [object] | 完成 [item] [object] | figures
 * figures   = [由 amount] [下降到 …] [不低于 …] (reference | [base 的] item {、 item})
 * item      = amount [- amount] [(含)] [以上 …] [(含)]
 * </pre>
 *
 * with the longest word everywhere ({@link Lexicon}). What no rule explains is refused, with its place.
 */
public final class Phrases {

    private static final int MAX_LENGTH = 200;

    private Phrases() {
    }

    /**
     * What a phrase says.
     *
     * @param rules several where it prints several figures (分别下降25%、20%以上), in printed order
     * @param baseline the figure that it starts from (由45个增至53个), in the unit of the rules
     */
    public record Meaning(List<Rule> rules, Optional<Quantity> baseline) {
    }

    /** The rules of a phrase, as {@link #read} gives them. */
    public static List<Rule> parse(String phrase, Direction direction, Kind kind) {
        return read(phrase, direction, kind).rules();
    }

    /**
     * Reads a phrase.
     * <p>
     * A figure alone, or after 为, is a floor where higher is better and a ceiling where lower is. Where neither is better it is
     * refused, because it may be either or the figure itself. A base year is given only where the phrase prints one.
     *
     * @throws UnreadablePhrase naming the part that no rule explains
     */
    public static Meaning read(String phrase, Direction direction, Kind kind) {
        if (phrase.codePointCount(0, phrase.length()) > MAX_LENGTH) {
            int from = phrase.offsetByCodePoints(0, MAX_LENGTH);
            String first = phrase.substring(from, phrase.offsetByCodePoints(from, 1));
            throw new UnreadablePhrase(phrase, first, from, new Text("超过200个字", "longer than 200 characters"));
        }
        if (phrase.isBlank()) {
            throw new UnreadablePhrase(phrase, "", 0, new Text("没有内容", "there is nothing to read"));
        }
        return Clause.meaning(new Reading(phrase), phrase.strip(), direction, kind);
    }
}
