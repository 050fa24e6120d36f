package io.duibiao.chart;

/** A chart put into the words of a language, which are the same at every size of type that is tried. */
interface Draft {

    /**
     * What it draws, and says around it, at one size of type.
     *
     * @param width of the plot
     * @param leftOut rows that there is no room for; they are counted, not drawn
     */
    Body body(Pen pen, double width, int leftOut);
}
