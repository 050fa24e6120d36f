package io.duibiao.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

import io.duibiao.core.Outcome;
import io.duibiao.core.Relation;
import io.duibiao.core.Schedule;

/**
 * The shapes of a bullet chart; every one is told from the others without its colour. Sizes are in type units.
 *
 * @param reach how far the target's pin rises over the middle of the track, and the baseline's hangs under it, in points
 */
record Marks(Graphics2D g, Theme theme, double unit, double reach) {

    static final double TRACK = 15;
    static final double BAR = 8;
    static final double ICON = 15;
    static final double DIAMOND = 5;

    /** ✓ on a disc, ✕ on a square, a disc that is filled by a quarter, a ring with a dash. */
    void outcome(Outcome outcome, double x, double y) {
        double r = ICON / 2 * unit;
        Color colour = theme.of(outcome);
        g.setColor(colour);
        switch (outcome) {
            case MET -> {
                g.fill(disc(x, y, r));
                line(theme.paper, 2, x - r * 0.48, y + r * 0.04, x - r * 0.12, y + r * 0.4, x + r * 0.5, y - r * 0.36);
            }
            case NOT_MET -> {
                g.fill(new RoundRectangle2D.Double(x - r * 0.94, y - r * 0.94, r * 1.88, r * 1.88, r * 0.5, r * 0.5));
                line(theme.paper, 2, x - r * 0.4, y - r * 0.4, x + r * 0.4, y + r * 0.4);
                line(theme.paper, 2, x + r * 0.4, y - r * 0.4, x - r * 0.4, y + r * 0.4);
            }
            case NOT_YET_MET -> {
                g.setColor(theme.wordsOf(outcome));
                stroke(1.5);
                g.draw(disc(x, y, r * 0.86));
                g.fill(new Arc2D.Double(x - r * 0.56, y - r * 0.56, r * 1.12, r * 1.12, 90, -90, Arc2D.PIE));
            }
            case NOT_ASSESSABLE -> {
                g.setColor(theme.faint);
                stroke(1.5);
                g.draw(disc(x, y, r * 0.86));
                line(theme.faint, 1.8, x - r * 0.36, y, x + r * 0.36, y);
            }
        }
    }

    /** Two chevrons up, one, one down, an arrow back, a full and a broken square, a ring with a dash. */
    void schedule(Schedule schedule, double x, double y) {
        double r = ICON / 2 * unit;
        Color colour = theme.of(schedule);
        switch (schedule) {
            case AHEAD -> {
                line(colour, 2.4, x - r * 0.7, y, x, y - r * 0.7, x + r * 0.7, y);
                line(colour, 2.4, x - r * 0.7, y + r * 0.7, x, y, x + r * 0.7, y + r * 0.7);
            }
            case ON_SCHEDULE -> line(colour, 2.4, x - r * 0.7, y + r * 0.35, x, y - r * 0.35, x + r * 0.7, y + r * 0.35);
            case BEHIND -> line(colour, 2.4, x - r * 0.7, y - r * 0.35, x, y + r * 0.35, x + r * 0.7, y - r * 0.35);
            case REVERSED -> {
                line(colour, 2.4, x, y - r * 0.8, x, y + r * 0.7);
                line(colour, 2.4, x - r * 0.6, y + r * 0.1, x, y + r * 0.7, x + r * 0.6, y + r * 0.1);
            }
            case HELD -> {
                g.setColor(colour);
                g.fill(new Rectangle2D.Double(x - r * 0.65, y - r * 0.65, r * 1.3, r * 1.3));
            }
            case LOST -> {
                g.setColor(colour);
                stroke(2);
                g.draw(new Rectangle2D.Double(x - r * 0.65, y - r * 0.65, r * 1.3, r * 1.3));
                line(colour, 2, x - r * 0.9, y + r * 0.9, x + r * 0.9, y - r * 0.9);
            }
            case NOT_APPLICABLE -> {
                g.setColor(colour);
                stroke(1.5);
                g.draw(disc(x, y, r * 0.86));
                line(colour, 1.8, x - r * 0.36, y, x + r * 0.36, y);
            }
        }
    }

    void track(Rectangle2D at) {
        g.setColor(theme.track);
        block(at);
    }

    void zone(double from, double to, Rectangle2D track) {
        g.setColor(theme.zone);
        block(new Rectangle2D.Double(from, track.getY(), to - from, track.getHeight()));
    }

    /** An empty frame where there is no number to draw. */
    void emptyTrack(Rectangle2D at) {
        g.setColor(theme.open);
        dashed(1);
        g.draw(at);
    }

    /** The actual figure: full, hatched while provisional, an empty frame where it was not judged against the target. */
    void bar(Actual bar, Color colour, double from, double to, double middle) {
        double half = BAR / 2 * unit;
        Rectangle2D body = new Rectangle2D.Double(from, middle - half, to - from, 2 * half);
        g.setColor(theme.paper);
        block(body);
        g.setColor(colour);
        if (!bar.comparable()) {
            g.setColor(theme.faint);
            dashed(1.2);
            g.draw(body);
        } else if (bar.provisional()) {
            hatch(body, half);
            stroke(1.2);
            g.draw(body);
        } else {
            block(body);
        }
        bar.bound().ifPresent(relation -> open(relation, bar.comparable() ? colour : theme.faint, to, middle));
    }

    private void hatch(Shape body, double half) {
        Shape clip = g.getClip();
        g.clip(body);
        stroke(1.4);
        Rectangle2D bounds = body.getBounds2D();
        for (double x = bounds.getX() - 2 * half; x < bounds.getMaxX(); x += 4.5 * unit) {
            g.draw(new Line2D.Double(x, bounds.getMaxY(), x + 2 * half, bounds.getY()));
        }
        g.setClip(clip);
    }

    /** Chevrons where the true figure may lie further on, further back, or to either side. */
    private void open(Relation relation, Color colour, double x, double middle) {
        boolean onward = relation == Relation.AT_LEAST || relation == Relation.ABOVE || relation == Relation.ABOUT;
        boolean back = relation == Relation.AT_MOST || relation == Relation.BELOW || relation == Relation.ABOUT;
        double h = BAR / 2 * unit;
        for (int i = 0; i < 3; i++) {
            double step = i * 5 * unit;
            if (onward) {
                line(colour, 2, x + 3 * unit + step, middle - h, x + 3 * unit + step + h, middle, x + 3 * unit + step,
                        middle + h);
            }
            if (back) {
                line(theme.paper, 1.6, x - 3 * unit - step, middle - h, x - 3 * unit - step - h, middle, x - 3 * unit - step,
                        middle + h);
            }
        }
    }

    /** The target: a pin with a diamond head from above; the head is hollow where an earlier value is the measure. */
    void target(double x, double middle, boolean byEarlier) {
        double head = middle - reach + DIAMOND * unit;
        double foot = middle + (TRACK / 2 + 1) * unit;
        line(theme.paper, 4.6, x, head, x, foot);
        line(theme.mark, 2.2, x, head, x, foot);
        diamond(x, head, byEarlier);
    }

    /** The one target of many rows: a line through them. */
    void targetLine(double x, double top, double foot) {
        line(theme.paper, 4, x, top, x, foot);
        line(theme.mark, 1.8, x, top, x, foot);
    }

    /** A field that stands for a verdict: tinted, hatched while provisional, an empty frame where nothing could be judged. */
    void field(Rectangle2D at, Outcome outcome, boolean provisional, boolean judged) {
        if (!judged) {
            g.setColor(theme.open);
            dashed(1);
            g.draw(new Rectangle2D.Double(at.getX() + unit, at.getY() + unit, at.getWidth() - 2 * unit,
                    at.getHeight() - 2 * unit));
            return;
        }
        g.setColor(theme.tint(outcome));
        block(at);
        if (provisional) {
            g.setColor(theme.of(outcome));
            double high = Math.min(5 * unit, at.getHeight() / 5);
            hatch(new Rectangle2D.Double(at.getX(), at.getMaxY() - high, at.getWidth(), high), high / 2);
        }
    }

    private void diamond(double x, double y, boolean hollow) {
        Shape head = diamondAt(x, y, DIAMOND * unit);
        g.setColor(hollow ? theme.paper : theme.mark);
        g.fill(head);
        g.setColor(theme.mark);
        stroke(1.5);
        g.draw(head);
    }

    /** A target that has no place on the scale. */
    void targetWithoutFigure(double x, double y) {
        g.setColor(theme.faint);
        g.setStroke(new BasicStroke((float) (1.4 * unit), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
                new float[] { (float) (2 * unit), (float) (1.6 * unit) }, 0));
        g.draw(diamondAt(x, y, (DIAMOND + 1) * unit));
    }

    private static Shape diamondAt(double x, double y, double r) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - r);
        path.lineTo(x + r, y);
        path.lineTo(x, y + r);
        path.lineTo(x - r, y);
        path.closePath();
        return path;
    }

    /** The baseline: a triangle from below with a hair across the track. */
    void baseline(double x, double middle) {
        double top = middle + Math.min((TRACK / 2 + 1) * unit, reach - 5 * unit);
        line(theme.faint, 1.2, x, middle - TRACK / 2 * unit, x, top);
        Path2D path = new Path2D.Double();
        path.moveTo(x, top);
        path.lineTo(x + 4.5 * unit, middle + reach);
        path.lineTo(x - 4.5 * unit, middle + reach);
        path.closePath();
        g.setColor(theme.faint);
        g.fill(path);
    }

    /** Two cuts across the track: it does not begin at zero. */
    void cut(double x, double middle) {
        double h = (TRACK / 2 + 1) * unit;
        line(theme.paper, 2.4, x - 2 * unit, middle + h, x + 2 * unit, middle - h);
        line(theme.paper, 2.4, x + 3 * unit, middle + h, x + 7 * unit, middle - h);
    }

    /** The zero of a track that runs below it; dotted, so that it is not taken for a baseline. */
    void zero(double x, Rectangle2D track) {
        g.setColor(theme.faint);
        g.setStroke(new BasicStroke((float) unit, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
                new float[] { (float) (1.5 * unit), (float) (1.5 * unit) }, 0));
        g.draw(new Line2D.Double(x, track.getY(), x, track.getMaxY()));
    }

    void rule(double x1, double x2, double y, double thickness) {
        g.setColor(thickness > 1 ? theme.faint : theme.rule);
        double height = Math.max(1 / g.getTransform().getScaleY(), thickness * unit);
        block(new Rectangle2D.Double(x1, y, x2 - x1, height));
    }

    /** The frame of an attribute; full for what binds. */
    void tag(Rectangle2D at, boolean binding) {
        Shape frame = new RoundRectangle2D.Double(at.getX(), at.getY(), at.getWidth(), at.getHeight(), 5 * unit, 5 * unit);
        if (binding) {
            g.setColor(theme.zone);
            g.fill(frame);
        } else {
            g.setColor(theme.open);
            stroke(1);
            g.draw(frame);
        }
    }

    /** The line through the values. */
    void series(Shape path) {
        g.setColor(theme.ink);
        g.setStroke(new BasicStroke((float) (2.4 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }

    /**
     * A value of the series: a disc, a ring while provisional, half a disc for a part of a year, an open square where it cannot
     * be compared; arrows where it is only a bound.
     */
    void point(Actual actual, boolean partYear, double x, double y, double r) {
        Shape disc = disc(x, y, r);
        Shape square = new Rectangle2D.Double(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
        boolean apart = !actual.comparable() && !partYear;
        g.setColor(theme.paper);
        g.fill(disc(x, y, r + 1.6 * unit));
        g.setColor(actual.comparable() ? theme.ink : theme.faint);
        stroke(1.8);
        if (apart) {
            g.draw(square);
        } else if (partYear) {
            g.draw(disc);
            g.fill(new Arc2D.Double(x - r, y - r, 2 * r, 2 * r, 90, 180, Arc2D.PIE));
        } else if (actual.provisional()) {
            g.draw(disc);
        } else {
            g.fill(disc);
        }
        actual.bound().ifPresent(relation -> arrows(relation, x, y, r));
    }

    private void arrows(Relation relation, double x, double y, double r) {
        boolean up = relation == Relation.AT_LEAST || relation == Relation.ABOVE || relation == Relation.ABOUT;
        boolean down = relation == Relation.AT_MOST || relation == Relation.BELOW || relation == Relation.ABOUT;
        for (int i = 0; i < 2; i++) {
            double off = r + (3 + 5 * i) * unit;
            if (up) {
                line(theme.ink, 1.8, x - r, y - off, x, y - off - 4 * unit, x + r, y - off);
            }
            if (down) {
                line(theme.ink, 1.8, x - r, y + off, x, y + off + 4 * unit, x + r, y + off);
            }
        }
    }

    /** What the schedule asks for on the way. */
    void course(Line2D leg) {
        g.setColor(theme.open);
        stroke(1.6);
        g.draw(leg);
    }

    void milestone(double x, double y) {
        double r = 3 * unit;
        g.setColor(theme.paper);
        g.fill(new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r));
        g.setColor(theme.faint);
        stroke(1.4);
        g.draw(new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r));
    }

    /** Where the series leads if it goes on so: dots. */
    void dots(Line2D way) {
        double length = Math.hypot(way.getX2() - way.getX1(), way.getY2() - way.getY1());
        int steps = (int) Math.max(1, length / (6 * unit));
        g.setColor(theme.ink);
        for (int i = 1; i < steps; i++) {
            double share = (double) i / steps;
            g.fill(disc(way.getX1() + share * (way.getX2() - way.getX1()), way.getY1() + share * (way.getY2() - way.getY1()),
                    1.1 * unit));
        }
    }

    void ring(double x, double y, double r) {
        g.setColor(theme.paper);
        g.fill(disc(x, y, r));
        g.setColor(theme.ink);
        stroke(1.2);
        g.draw(disc(x, y, r));
    }

    /** The height of a target. */
    void level(Line2D line) {
        g.setColor(theme.mark);
        stroke(1);
        g.draw(line);
    }

    /** A target without its pin. */
    void diamondAlone(double x, double y, boolean byEarlier) {
        diamond(x, y, byEarlier);
    }

    /** What keeps the rule when it is due. */
    void post(Rectangle2D at) {
        g.setColor(theme.zone);
        block(at);
    }

    /** A triangle that points to where the way to the target begins. */
    void start(double x, double tip, double foot) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, tip);
        path.lineTo(x + 5 * unit, foot);
        path.lineTo(x - 5 * unit, foot);
        path.closePath();
        g.setColor(theme.faint);
        g.fill(path);
    }

    void tick(double x, double y) {
        g.setColor(theme.faint);
        block(new Rectangle2D.Double(x - 0.5 * unit, y, unit, 4 * unit));
    }

    /** A bar at the beginning of a row: its target binds. */
    void bindingBar(double x, Rectangle2D row) {
        g.setColor(theme.ink);
        block(new Rectangle2D.Double(x - 1.5 * unit, row.getY(), 3 * unit, row.getHeight()));
    }

    private void block(Rectangle2D at) {
        Setting.of(g).block(g, at);
    }

    private static Shape disc(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    private void stroke(double width) {
        g.setStroke(new BasicStroke((float) (width * unit), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }

    private void dashed(double width) {
        g.setStroke(new BasicStroke((float) (width * unit), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
                new float[] { (float) (3.5 * unit), (float) (2.5 * unit) }, 0));
    }

    private void line(Color colour, double width, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) (width * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }
}
