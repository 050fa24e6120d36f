package io.duibiao.chart;

import java.util.List;

import io.duibiao.core.Measurement;
import io.duibiao.core.Verdict;

/** One indicator of many regions, the best first, against the target. */
record RankingChart(Regions regions) implements Chart {

    /** More regions than that are no ranking that anybody reads through; then the first and the last are shown. */
    private static final int ALL_UP_TO = 60;
    private static final int ELSE = 40;

    private int rows() {
        int all = regions.places().size();
        return all > ALL_UP_TO ? ELSE : all;
    }

    @Override
    public List<Verdict> verdicts() {
        return regions.verdicts();
    }

    @Override
    public List<Measurement> values() {
        return regions.values();
    }

    @Override
    public int spareRows() {
        return Math.max(0, rows() - 2);
    }

    @Override
    public Draft draft(Words words) {
        RankingRows rows = new RankingRows(regions, words);
        return (pen, width, leftOut) -> new RankingPlot(pen, rows, width, rows() - leftOut);
    }
}
