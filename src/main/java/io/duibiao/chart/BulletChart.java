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
 * @param stretch of the verdicts, those that are drawn
 */
record BulletChart(Plan plan, Source source, Text region, Period period, List<Verdict> verdicts, Stretch stretch)
        implements
            Chart {

    static BulletChart of(Plan plan, Source source, Text region, Period period, List<Verdict> verdicts) {
        return new BulletChart(plan, source, region, period, verdicts, Stretch.whole(verdicts.size()));
    }

    @Override
    public int spareRows() {
        return Math.max(0, stretch.rows() - 1);
    }

    @Override
    public List<Chart> parts(int mostRows) {
        return Stretch.parts(verdicts.size(), mostRows).stream()
                .<Chart> map(part -> new BulletChart(plan, source, region, period, verdicts, part)).toList();
    }

    @Override
    public Draft draft(Words words) {
        Caption caption = new Caption(this, words);
        String finding = caption.finding();
        List<BulletRow> rows = stretch.of(verdicts, 0).stream().map(verdict -> BulletRow.of(verdict, caption)).toList();
        return (pen, width, leftOut) -> new BulletPlot(pen, caption, finding, rows.subList(0, rows.size() - leftOut), leftOut);
    }
}
