package io.duibiao.chart;

/** 盟市方位格: the leagues as tiles that lie to each other roughly as on the map, without any boundary. */
record TileChart(Regions regions) implements Chart {

    @Override
    public Body body(Pen pen, double width, int leftOut) {
        return new TilePlot(pen, regions, width);
    }
}
