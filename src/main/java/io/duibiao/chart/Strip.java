package io.duibiao.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Size2D;

/** Something above or below the plot that is as wide as the picture and knows its height. */
abstract class Strip extends Title {

    private static final long serialVersionUID = 1L;

    abstract double height();

    abstract void paint(Graphics2D g, Rectangle2D area);

    @Override
    public Size2D arrange(Graphics2D g, RectangleConstraint constraint) {
        return new Size2D(constraint.getWidth(), height());
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        paint(g, area);
    }

    @Override
    public Object draw(Graphics2D g, Rectangle2D area, Object parameters) {
        paint(g, area);
        return parameters;
    }
}
