package io.duibiao.chart;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import io.duibiao.core.Coverage;
import io.duibiao.core.Indicator;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;
import io.duibiao.core.Waypoint;

/**
 * One indicator of one region over the years, with the targets that it has.
 *
 * @param points in order of time; a year without a value has a point of its own
 * @param aims the targets, those of the plan asked about first
 */
record TrendChart(Source source, Text region, Indicator indicator, Period period, List<Point> points,
        List<Aim> aims) implements Chart {

    /**
     * What was reported for a period.
     *
     * @param value empty where nothing was
     * @param comparable whether it can be set beside the others and the target
     * @param coverage of how many regions it is made up, where it is
     */
    record Point(Period period, Optional<Measurement> value, boolean comparable, Optional<Coverage> coverage) {

        /** As it was reported, where no target asks for it. */
        static Point of(Measurement value) {
            return new Point(value.period(), Optional.of(value), value.period().isYear(), Optional.empty());
        }

        /** The value that answers for a period, under the period that it is of; none that an earlier year only lends. */
        static Point of(Verdict verdict) {
            Target target = verdict.target();
            Optional<Measurement> value = verdict.value()
                    .filter(found -> found.period().year() + target.dataLag() == verdict.period().year());
            boolean comparable = verdict.reason().map(reason -> switch (reason) {
                case BASIS_MISMATCH, BASE_YEAR_MISMATCH, BASE_YEAR_UNKNOWN, PART_YEAR_ONLY -> false;
                case BEFORE_BASELINE -> value.filter(found -> found.basis().equals(target.basis())).isPresent();
                default -> true;
            }).orElse(true);
            return new Point(value.map(Measurement::period).orElse(verdict.period()), value, comparable,
                    value.flatMap(found -> verdict.coverage()));
        }

        Optional<Actual> actual() {
            return value.flatMap(found -> Actual.of(found, comparable));
        }
    }

    /**
     * One target with the verdict on the period asked about.
     *
     * @param course what its schedule leads through
     */
    record Aim(Plan plan, Verdict verdict, List<Waypoint> course) {

        YearMonth due() {
            return YearMonth.from(verdict.target().due().date());
        }

        /** What the projection is of: where data lag, the last figure that counts is of an earlier year than the date. */
        YearMonth projected() {
            return verdict.edition().due(verdict.target());
        }
    }

    @Override
    public List<Verdict> verdicts() {
        return aims.stream().map(Aim::verdict).toList();
    }

    @Override
    public List<Measurement> values() {
        return points.stream().flatMap(point -> point.value().stream()).toList();
    }

    @Override
    public Draft draft(Words words) {
        return (pen, width, leftOut) -> new TrendPlot(pen, this, width);
    }
}
