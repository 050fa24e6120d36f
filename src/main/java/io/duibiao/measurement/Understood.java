package io.duibiao.measurement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.duibiao.problem.Problem;

/** What was not sent in the service's own words and was understood: each once, where it was met first. */
final class Understood {

    private static final int MOST = 200;
    private static final int NO_COLUMN = 0;

    /** @param as in the service's own words */
    record As(int line, int column, String sent, String as) {
    }

    private record Sent(int column, String text) {
    }

    private final Map<Sent, As> first = new LinkedHashMap<>();

    void note(Sheet.Place place, String sent, String as) {
        if (first.size() < MOST && !sent.equals(as)) {
            first.computeIfAbsent(new Sent(place.column(), sent),
                    met -> new As(place.line(), place.column(), Problem.Fault.visible(sent), as));
        }
    }

    /** Once for each indicator: on which of its bases a figure is taken that names none. */
    void noteBasis(Sheet.Place place, String sent, String indicator, String basis) {
        if (first.size() < MOST) {
            first.computeIfAbsent(new Sent(NO_COLUMN, indicator),
                    met -> new As(place.line(), place.column(), Problem.Fault.visible(sent), indicator + ": " + basis));
        }
    }

    List<As> list() {
        return List.copyOf(first.values());
    }
}
