package io.duibiao.core;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from baseline to figure over the months: straight from each point that it has to pass to the next. It never leads
 * back, nor past the figure.
 */
final class Way {

    /** How far one should have come. */
    record Point(int months, Quantity walked) {
    }

    private final Quantity length;
    private final List<Point> points = new ArrayList<>();

    /**
     * @param length distance from baseline to figure, above 0
     * @param months the time it may take, above 0
     * @param between points to pass, in order of time
     */
    Way(Quantity length, int months, List<Point> between) {
        this.length = length;
        Quantity furthest = Quantity.ZERO;
        points.add(new Point(0, furthest));
        for (Point point : between) {
            if (point.months() > 0 && point.months() < months) {
                furthest = greater(furthest, lesser(point.walked(), length));
                points.add(new Point(point.months(), furthest));
            }
        }
        points.add(new Point(months, length));
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    /** The share of the way that is required: 24 of 60 months without points between is 0.4. */
    Quantity share(int month) {
        Leg leg = leg(month);
        return leg.walkedTimesSpan(month).dividedBy(length.times(leg.span()));
    }

    /** Whether one who has come so far has come as far as required, without dividing. */
    boolean reached(Quantity walked, int month) {
        return reached(walked, 0, month);
    }

    /** Whether one who came so far from one month to another came as far as required, without dividing. */
    boolean reached(Quantity walked, int from, int to) {
        Leg first = leg(from);
        Leg last = leg(to);
        Quantity required = last.walkedTimesSpan(to).times(first.span()).minus(first.walkedTimesSpan(from).times(last.span()));
        return walked.times(first.span()).times(last.span()).compareTo(required) >= 0;
    }

    /** How far one should come from one month to another. */
    Quantity required(int from, int to, Edition edition) {
        return edition.kept(walked(to)).stripped().minus(edition.kept(walked(from)).stripped());
    }

    private Quantity walked(int month) {
        Leg leg = leg(month);
        return leg.walkedTimesSpan(month).dividedBy(leg.span());
    }

    private record Leg(Point from, Point to) {

        Quantity span() {
            return Quantity.of(to.months() - from.months());
        }

        Quantity walkedTimesSpan(int month) {
            Quantity step = to.walked().minus(from.walked()).times(Quantity.of(month - from.months()));
            return from.walked().times(span()).plus(step);
        }
    }

    /** The leg that a month lies on; where it ends one leg, that one. */
    private Leg leg(int month) {
        int to = 1;
        while (to < points.size() - 1 && points.get(to).months() < month) {
            to++;
        }
        return new Leg(points.get(to - 1), points.get(to));
    }

    private static Quantity greater(Quantity one, Quantity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Quantity lesser(Quantity one, Quantity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
