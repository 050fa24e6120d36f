package io.duibiao.briefing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Breaks words into lines where Chinese and English may be broken. */
final class Lines {

    private Lines() {
    }

    /** @param widthOf how wide words are, in the unit of the width */
    static List<String> of(String words, double width, ToDoubleFunction<String> widthOf) {
        List<String> lines = new ArrayList<>();
        words.lines().forEach(paragraph -> add(lines, paragraph, width, widthOf));
        return lines;
    }

    private static void add(List<String> lines, String paragraph, double width, ToDoubleFunction<String> widthOf) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(paragraph);
        StringBuilder line = new StringBuilder();
        double used = 0;
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            for (String piece : pieces(paragraph.substring(from, to), width, widthOf)) {
                if (used + widthOf.applyAsDouble(piece.stripTrailing()) > width && !line.isEmpty()) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    used = 0;
                }
                line.append(piece);
                used += widthOf.applyAsDouble(piece);
            }
        }
        lines.add(line.toString());
    }

    /** A word that is wider than a line is broken anywhere. */
    private static List<String> pieces(String word, double width, ToDoubleFunction<String> widthOf) {
        return widthOf.applyAsDouble(word) <= width ? List.of(word)
                : word.codePoints().mapToObj(Character::toString).toList();
    }
}
