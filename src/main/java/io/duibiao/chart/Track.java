package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.duibiao.core.Outcome;

/**
 * A stretch of an indicator's scale with what stands on it: the actual figure as a bar, target and baseline as pins.
 *
 * @param bar the actual figure; empty where there is no number to draw
 * @param instead what stands in the bar's place
 * @param baseline the baseline's place, where it has one on the scale of the target
 * @param outcome of which the bar has its colour
 */
record Track(Optional<Actual> bar, String instead, OptionalDouble baseline, Goal goal, Span span, Outcome outcome) {

    /** @param gutter where a target stands that has no place on the scale */
    void paint(Graphics2D g, Marks marks, Pen pen, Rectangle2D at, double gutter) {
        double middle = at.getCenterY();
        double unit = pen.unit();
        paintWithoutTarget(g, marks, pen, at);
        for (double mark : goal.marks()) {
            double x = place(at, mark);
            marks.target(x, middle, goal.byEarlier());
            double r = Marks.DIAMOND * unit;
            pen.ink().mark("target",
                    new Rectangle2D.Double(x - r, middle - marks.reach(), 2 * r, marks.reach() + Marks.TRACK / 2 * unit));
        }
        if (goal.marks().isEmpty()) {
            marks.targetWithoutFigure(gutter, middle);
            double r = (Marks.DIAMOND + 1) * unit;
            pen.ink().mark("target without figure", new Rectangle2D.Double(gutter - r, middle - r, 2 * r, 2 * r));
        }
    }

    void paintWithoutTarget(Graphics2D g, Marks marks, Pen pen, Rectangle2D at) {
        double middle = at.getCenterY();
        double unit = pen.unit();
        if (bar.isPresent() || !goal.marks().isEmpty()) {
            marks.track(at);
        } else {
            marks.emptyTrack(at);
        }
        if (goal.hasZone()) {
            marks.zone(place(at, goal.from()), place(at, goal.to()), at);
        }
        double zero = place(at, 0);
        bar.ifPresent(actual -> {
            double end = place(at, actual.value());
            double from = span.broken() ? at.getX() : Math.min(zero, end);
            double to = Math.max(from + 2 * unit, span.broken() ? end : Math.max(zero, end));
            marks.bar(actual, pen.theme().of(outcome), from, to, middle);
            pen.ink().mark("bar", new Rectangle2D.Double(from, middle - Marks.BAR / 2 * unit, to - from, Marks.BAR * unit));
        });
        if (span.from() < 0) {
            marks.zero(zero, at);
        }
        if (span.broken()) {
            marks.cut(at.getX() + 9 * unit, middle);
        }
        baseline.ifPresent(value -> {
            double x = place(at, value);
            marks.baseline(x, middle);
            pen.ink().mark("baseline", new Rectangle2D.Double(x - 4.5 * unit, middle, 9 * unit, marks.reach()));
        });
        if (bar.isEmpty()) {
            paintInstead(g, pen, at);
        }
    }

    /** Words in the widest stretch of the track that no mark takes. */
    private void paintInstead(Graphics2D g, Pen pen, Rectangle2D at) {
        List<Double> stops = new ArrayList<>(List.of(at.getX(), at.getMaxX()));
        goal.marks().forEach(mark -> stops.add(place(at, mark)));
        baseline.ifPresent(value -> stops.add(place(at, value)));
        stops.sort(Double::compare);
        double from = at.getX();
        double to = at.getX();
        for (int i = 1; i < stops.size(); i++) {
            if (stops.get(i) - stops.get(i - 1) > to - from) {
                from = stops.get(i - 1);
                to = stops.get(i);
            }
        }
        double air = (Marks.DIAMOND + 3) * pen.unit();
        Font font = pen.regular(10.5);
        pen.ink().line(g, Ink.shortened(instead, font, to - from - 2 * air), font, pen.theme().faint, (from + to) / 2,
                at.getCenterY(), Ink.Align.CENTRE);
    }

    double place(Rectangle2D at, double value) {
        return at.getX() + span.at(value) * at.getWidth();
    }
}
