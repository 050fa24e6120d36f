package io.duibiao.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Size2D;

/** Lines of words above or below the plot; JFreeChart's own titles cannot break Chinese lines. */
final class Wording extends Title {

    private static final long serialVersionUID = 1L;

    private final transient Ink ink;
    private final transient List<String> lines;
    private final Font font;
    private final Color colour;
    private final double spaceAfter;

    Wording(Ink ink, List<String> lines, Font font, Color colour, double spaceAfter) {
        this.ink = ink;
        this.lines = lines;
        this.font = font;
        this.colour = colour;
        this.spaceAfter = spaceAfter;
    }

    double height() {
        return lines.size() * Ink.lineHeight(font) + spaceAfter;
    }

    @Override
    public Size2D arrange(Graphics2D g, RectangleConstraint constraint) {
        return new Size2D(constraint.getWidth(), height());
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        draw(g, area, new Object());
    }

    @Override
    public Object draw(Graphics2D g, Rectangle2D area, Object parameters) {
        double step = Ink.lineHeight(font);
        double y = area.getY() + step / 2;
        for (String line : lines) {
            ink.line(g, line, font, colour, area.getX(), y, Ink.Align.LEFT);
            y += step;
        }
        return parameters;
    }
}
