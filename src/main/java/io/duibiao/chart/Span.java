package io.duibiao.chart;

import java.util.Arrays;

/**
 * The piece of an indicator's scale that its track shows.
 *
 * @param broken the track does not begin at zero
 */
record Span(double from, double to, boolean broken) {

    /** Two figures closer than this share of a track look like one. */
    private static final double APART = 0.03;
    private static final double QUARTER = 0.25;
    private static final double AIR = 1.2;

    /**
     * A bar is read by its length, so a track begins at zero; a share runs to 100, so that it looks like the share
     * it is. Either is given up where two figures would then fall on one spot: first the 100 (1.9 under 3.8 of
     * 100), then the zero (90.8 over 90.7), which leaves the figures a quarter of the track, keeps their order and
     * is shown by a break in the track.
     *
     * @param percent whether the figures are percentages, of which 100 is the whole
     * @param change whether they count from a base year: then the zero is where the path starts, and 100 is out of reach of
     *        most
     *        targets, so that only a figure without a target is shown as a part of it
     */
    static Span of(double[] figures, boolean percent, boolean change) {
        if (figures.length == 0) {
            return new Span(0, 1, false);
        }
        double least = Arrays.stream(figures).min().getAsDouble();
        double most = Arrays.stream(figures).max().getAsDouble();
        double closest = closest(figures);
        boolean whole = percent && least >= 0 && most <= 100;
        if (whole && (!change || figures.length == 1) && closest >= APART * 100) {
            return new Span(0, 100, false);
        }
        double from = Math.min(0, least * AIR);
        double to = Math.max(0, most * AIR);
        if (from == to) {
            return new Span(0, 1, false);
        }
        if (whole) {
            to = Math.min(to, 100);
        }
        double spread = most - least;
        if (change || least < 0 || closest >= APART * (to - from) || spread >= QUARTER * (to - from)) {
            return new Span(from, to, false);
        }
        double start = Math.max(0, least - 2 * spread);
        double end = most + spread;
        return new Span(start, whole ? Math.min(end, 100) : end, start > 0);
    }

    /**
     * One scale for the bars of many rows. It begins at zero, and for shares ends at 100 where they come near it;
     * figures that lie within a seventh of the whole are shown on a broken one, or their bars would all look alike.
     */
    static Span common(double[] figures, boolean percent) {
        double least = Math.min(0, Arrays.stream(figures).min().orElse(0));
        double most = Math.max(0, Arrays.stream(figures).max().orElse(0));
        double smallest = Arrays.stream(figures).min().orElse(0);
        double spread = most - smallest;
        boolean whole = percent && most <= 100;
        if (least == most) {
            return new Span(0, 1, false);
        } else if (smallest > 0 && spread > 0 && spread < most / 7) {
            double start = Math.max(0, smallest - spread);
            return new Span(start, whole ? Math.min(100, most + spread / 2) : most + spread / 2, start > 0);
        }
        return new Span(least * 1.1, whole && most > 60 ? 100 : most * 1.1, false);
    }

    private static double closest(double[] figures) {
        double[] sorted = Arrays.stream(figures).sorted().distinct().toArray();
        double closest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            closest = Math.min(closest, sorted[i] - sorted[i - 1]);
        }
        return closest;
    }

    /** Place on a track from 0 to 1; beyond it for open ends. */
    double at(double value) {
        return Math.max(0, Math.min(1, (value - from) / (to - from)));
    }
}
