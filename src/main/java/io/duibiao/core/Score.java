package io.duibiao.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a scheme gives: points row by row, each with its working. A row that cannot be scored gives none and takes none away.
 */
public record Score(Scheme scheme, List<Row> rows) {

    /**
     * One target by one part of the scheme.
     *
     * @param points empty where it cannot be scored; the working says why
     * @param full the most that there were to get
     * @param vetoes 否决: it missed what the part asks, and the part has a veto
     */
    public record Row(Target target, Scheme.Part part, Optional<Quantity> points, Quantity full, boolean vetoes,
            List<Text> working) {
    }

    /** @param path finds a published path by its code */
    public static Score of(Scheme scheme, List<Verdicts.Question> questions,
            Function<String, Optional<PublishedPath>> path) {
        List<Row> rows = new ArrayList<>();
        for (Verdicts.Question question : questions) {
            List<Scheme.Part> parts = scheme.parts().stream().filter(part -> part.scores(question.target())).toList();
            if (!parts.isEmpty()) {
                Verdicts.Worked worked = Verdicts.work(question);
                parts.forEach(part -> rows.add(Scoring.row(part, worked, part.path().flatMap(path))));
            }
        }
        return new Score(scheme, List.copyOf(rows));
    }

    public Quantity points() {
        return rows.stream().flatMap(row -> row.points().stream()).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** The most that the rows with points could have got. */
    public Quantity full() {
        return rows.stream().filter(row -> row.points().isPresent()).map(Row::full).reduce(Quantity.ZERO, Quantity::plus);
    }

    public long notScored() {
        return rows.stream().filter(row -> row.points().isEmpty()).count();
    }

    public boolean vetoed() {
        return rows.stream().anyMatch(Row::vetoes);
    }
}
