package io.duibiao.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.duibiao.core.Kind;
import io.duibiao.core.Outcome;

/** What a ranking says in one language, each row when it is first asked for. */
final class RankingRows {

    private final Regions regions;
    private final Said said;
    private final Span span;
    private final @Nullable Row[] rows;
    private final String finding;
    private final List<String> notes;
    private final String head;

    RankingRows(Regions regions, Words words) {
        this.regions = regions;
        this.said = new Said(words);
        this.span = Span.common(regions.figures().stream().mapToDouble(figure -> figure).toArray(),
                regions.indicator().isPercent() && regions.indicator().kind() != Kind.CUMULATIVE_CHANGE);
        this.rows = new Row[regions.places().size()];
        this.finding = regions.finding(said);
        this.notes = regions.notes(said);
        this.head = said.withUnit(words.say("实际", "Actual"), regions.indicator());
    }

    /** A region as its row shows it. */
    record Row(String rank, String name, Track track, Printed value, Outcome outcome, String label, String because) {
    }

    Regions regions() {
        return regions;
    }

    String finding() {
        return finding;
    }

    List<String> notes() {
        return notes;
    }

    /** Of the column of figures. */
    String head() {
        return head;
    }

    /** Of the column of bars; empty where there is no one target. */
    String target() {
        return regions.target(said).orElse("");
    }

    String counts(List<Outcome> outcomes) {
        return said.counts(outcomes, "个");
    }

    List<Row> rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::row).toList();
    }

    private Row row(int i) {
        @Nullable
        Row known = rows[i];
        if (known != null) {
            return known;
        }
        Row row = said(i);
        rows[i] = row;
        return row;
    }

    private Row said(int i) {
        Words words = said.words();
        Place place = regions.places().get(i);
        Goal goal = place.verdict().map(Goal::of).orElse(Goal.NONE);
        String label = place.verdict().map(verdict -> words.say(verdict.outcome().label()))
                .orElseGet(() -> words.say("没有适用的目标", "no target"));
        Printed value = place.verdict().map(said::actual)
                .orElseGet(() -> said.value(place.value(), Optional.empty(), regions.period(), regions.indicator()));
        Track track = new Track(place.actual(), said.instead(place.value()), OptionalDouble.empty(), goal, span,
                place.outcome());
        return new Row(rank(i), words.say(place.region().name()), track, value, place.outcome(), label,
                place.verdict().map(said::because).orElse(""));
    }

    /** Equal figures share a rank; what cannot be compared has none. */
    private String rank(int i) {
        if (!regions.places().get(i).isComparable()) {
            return "";
        }
        int rank = i;
        while (rank > 0 && figure(rank - 1).equals(figure(i))) {
            rank--;
        }
        return String.valueOf(rank + 1);
    }

    private Optional<Double> figure(int i) {
        return regions.places().get(i).actual().map(Actual::value);
    }
}
