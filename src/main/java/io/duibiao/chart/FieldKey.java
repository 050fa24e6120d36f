package io.duibiao.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.duibiao.core.Outcome;

/** What the looks of fields mean, those that occur. */
final class FieldKey {

    private FieldKey() {
    }

    static List<Key.Entry> of(Collection<Place> places, Pen pen) {
        List<Key.Entry> entries = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (places.stream().anyMatch(
                    place -> isJudged(place) && place.verdict().isPresent() && place.outcome() == outcome)) {
                entries.add(Key.Entry.drawn(pen.words().say(outcome.label()), (marks, at) -> {
                    marks.field(grown(at), outcome, false, true);
                    marks.outcome(outcome, at.getCenterX(), at.getCenterY());
                }));
            }
        }
        if (places.stream().anyMatch(place -> isJudged(place) && place.verdict().isEmpty())) {
            entries.add(Key.Entry.drawn(pen.words().say("没有适用的目标", "no target applies"),
                    (marks, at) -> marks.field(grown(at), Outcome.NOT_ASSESSABLE, false, true)));
        }
        if (places.stream().anyMatch(place -> isJudged(place) && place.actual().filter(Actual::provisional).isPresent())) {
            entries.add(Key.Entry.drawn(pen.words().say("快报值，尚未核定", "provisional, not yet audited"),
                    (marks, at) -> marks.field(grown(at), Outcome.NOT_ASSESSABLE, true, true)));
        }
        if (places.stream().anyMatch(place -> !isJudged(place))) {
            boolean apart = places.stream().anyMatch(place -> place.actual().isPresent() && !isJudged(place));
            entries.add(Key.Entry.drawn(
                    apart ? pen.words().say("无实测值，或口径、基期、时段不同", "no value, or another basis, base year or months")
                            : pen.words().say("无实测值", "no measured value"),
                    (marks, at) -> marks.field(grown(at), Outcome.NOT_ASSESSABLE, false, false)));
        }
        return entries;
    }

    static boolean isJudged(Place place) {
        return place.actual().filter(Actual::comparable).isPresent();
    }

    private static Rectangle2D grown(Rectangle2D at) {
        double more = at.getHeight() * 0.3;
        return new Rectangle2D.Double(at.getX(), at.getY() - more, at.getWidth(), at.getHeight() + 2 * more);
    }
}
