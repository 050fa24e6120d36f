package io.duibiao.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What a wrong name may have been meant to be. */
public final class Suggestions {

    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private Suggestions() {
    }

    /** The nearest of the known names, at most three; none where nothing is near. */
    public static List<String> nearest(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return List.of();
        }
        record Near(String name, int distance) {
        }
        return known.stream().distinct().map(name -> new Near(name, distance(wrong, name)))
                .filter(near -> near.distance() <= Math.max(1, wrong.length() / 3))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST).map(Near::name).toList();
    }

    /** Insertions, deletions and replacements from one to the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
