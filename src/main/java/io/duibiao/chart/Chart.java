package io.duibiao.chart;

/** One kind of chart with what it shows, not yet laid out. */
interface Chart {

    /** How many rows a picture that is not high enough may leave out. */
    default int spareRows() {
        return 0;
    }

    /**
     * What it draws, and says around it, at one size of type.
     *
     * @param width of the plot
     * @param leftOut rows that there is no room for; they are counted, not drawn
     */
    Body body(Pen pen, double width, int leftOut);
}
