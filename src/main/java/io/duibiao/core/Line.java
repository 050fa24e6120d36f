package io.duibiao.core;

import java.util.List;
import java.util.Optional;

import io.duibiao.core.Verdict.Projection;

/** The straight line of least squares through yearly values, in exact decimals with one division at the end. */
final class Line {

    private Line() {
    }

    record Point(Period period, Quantity value) {
    }

    /**
     * The line's value in a year; empty where fewer than two years have a point. Worked example: 2, 3 and 4 in 2021 to 2023
     * give 6 for 2025.
     */
    static Optional<Projection> through(List<Point> points, int year) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        int origin = points.get(0).period().year();
        long n = points.size();
        long sumX = 0;
        long sumXx = 0;
        Quantity sumY = Quantity.ZERO;
        Quantity sumXy = Quantity.ZERO;
        for (Point point : points) {
            long x = point.period().year() - origin;
            sumX += x;
            sumXx += x * x;
            sumY = sumY.plus(point.value());
            sumXy = sumXy.plus(point.value().times(Quantity.of(x)));
        }
        long spread = n * sumXx - sumX * sumX;
        if (spread == 0) {
            return Optional.empty();
        }
        Quantity slope = sumXy.times(Quantity.of(n)).minus(sumY.times(Quantity.of(sumX)));
        long reach = n * (year - origin) - sumX;
        Quantity value = sumY.times(Quantity.of(spread)).plus(slope.times(Quantity.of(reach)))
                .dividedBy(Quantity.of(n * spread)).stripped();
        return Optional.of(new Projection(value, points.stream().map(Point::period).toList()));
    }
}
