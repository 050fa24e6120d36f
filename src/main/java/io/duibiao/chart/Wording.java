package io.duibiao.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Lines of words above or below the plot; JFreeChart's own titles cannot break Chinese lines. */
final class Wording extends Strip {

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

    @Override
    double height() {
        return lines.size() * Ink.lineHeight(font) + spaceAfter;
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double step = Ink.lineHeight(font);
        double y = area.getY() + step / 2;
        for (String line : lines) {
            ink.line(g, line, font, colour, area.getX(), y, Ink.Align.LEFT);
            y += step;
        }
    }
}
