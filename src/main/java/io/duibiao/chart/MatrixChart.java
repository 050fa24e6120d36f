package io.duibiao.chart;

import java.util.List;
import java.util.Map;

import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/**
 * The targets of a plan by the regions that they apply to.
 *
 * @param targets one for each row, in the plan's order
 * @param regions one for each column
 * @param judged by target, then region code; none where a target does not apply
 * @param stretch of the targets, those that are drawn
 */
record MatrixChart(Plan plan, Source source, Text region, Period period, List<Target> targets, List<Region> regions,
        Map<String, Map<String, Verdict>> judged, Stretch stretch) implements Chart {

    static MatrixChart of(Plan plan, Source source, Text region, Period period, List<Target> targets, List<Region> regions,
            Map<String, Map<String, Verdict>> judged) {
        return new MatrixChart(plan, source, region, period, targets, regions, judged, Stretch.whole(targets.size()));
    }

    @Override
    public List<Verdict> verdicts() {
        return judged.values().stream().flatMap(row -> row.values().stream()).toList();
    }

    @Override
    public int spareRows() {
        return Math.max(0, stretch.rows() - 1);
    }

    @Override
    public List<Chart> parts(int mostRows) {
        return Stretch.parts(targets.size(), mostRows).stream()
                .<Chart> map(part -> new MatrixChart(plan, source, region, period, targets, regions, judged, part)).toList();
    }

    @Override
    public Draft draft(Words words) {
        return (pen, width, leftOut) -> new MatrixPlot(pen, this, width, leftOut);
    }
}
