package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jspecify.annotations.Nullable;

/** The plot of a chart at one size of type, with what is said and explained around it. */
abstract class Body extends Plot {

    private static final long serialVersionUID = 1L;

    /** How much room the rows are given: with air, with every line of a cell, with one line a cell. */
    enum Density {
        AIRY,
        FULL,
        TIGHT
    }

    final transient Pen pen;

    Body(Pen pen) {
        this.pen = pen;
    }

    /** The title: what was found. */
    abstract String finding();

    /** The legend of what occurs. */
    abstract List<Key.Entry> key();

    /** Units, source and date, each a sentence of its own. */
    abstract List<String> notes();

    /** Of the plot, in units of the picture. */
    abstract double height(Density density);

    abstract void paint(Graphics2D g, Rectangle2D area);

    @Override
    public String getPlotType() {
        return getClass().getSimpleName();
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area, @Nullable Point2D anchor, @Nullable PlotState parent,
            @Nullable PlotRenderingInfo info) {
        paint(g, area);
    }

    String say(String zh, String en, Object... arguments) {
        return pen.words().say(zh, en, arguments);
    }

    /** In place of a plot: that there is nothing to show, and what may be asked for instead. */
    void paintNothing(Graphics2D g, Rectangle2D area, String nothing, String hint) {
        Marks marks = pen.marks(g);
        double unit = pen.unit();
        double middle = area.getCenterY();
        double width = Math.min(area.getWidth() * 0.5, 320 * unit);
        Rectangle2D track = new Rectangle2D.Double(area.getCenterX() - width / 2, middle - 58 * unit, width,
                Marks.TRACK * unit);
        marks.emptyTrack(track);
        marks.targetWithoutFigure(track.getMaxX() + 15.6 * unit, track.getCenterY());
        Font large = pen.bold(16);
        pen.ink().lines(g, Ink.wrapped(nothing, large, area.getWidth(), 2), large, pen.theme().ink, area.getCenterX(), middle,
                Ink.Align.CENTRE);
        pen.ink().lines(g, Ink.wrapped(hint, pen.text(), area.getWidth(), 2), pen.text(), pen.theme().faint, area.getCenterX(),
                middle + 34 * unit, Ink.Align.CENTRE);
    }
}
