package io.duibiao.chart;

import java.util.List;

import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/**
 * Each indicator of a region beside its target.
 *
 * @param region the region's name
 */
record BulletChart(Plan plan, Source source, Text region, Period period, List<Verdict> verdicts) implements Chart {

    @Override
    public int spareRows() {
        return Math.max(0, verdicts.size() - 1);
    }

    @Override
    public Body body(Pen pen, double width, int leftOut) {
        return new BulletPlot(pen, new Caption(this, pen.words()), leftOut);
    }
}
