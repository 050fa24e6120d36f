package io.duibiao.chart;

import java.util.List;

import io.duibiao.core.Measurement;
import io.duibiao.core.Verdict;

/** 盟市方位格: the leagues as tiles that lie to each other roughly as on the map, without any boundary. */
record TileChart(Regions regions) implements Chart {

    @Override
    public List<Verdict> verdicts() {
        return regions.verdicts();
    }

    @Override
    public List<Measurement> values() {
        return regions.values();
    }

    @Override
    public Draft draft(Words words) {
        return (pen, width, leftOut) -> new TilePlot(pen, regions, width);
    }
}
