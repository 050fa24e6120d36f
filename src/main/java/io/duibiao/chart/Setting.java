package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;

/**
 * How words and blocks get onto a sheet. A form that can do better than fill their outlines says so by a rendering hint.
 */
interface Setting {

    RenderingHints.Key HINT = new RenderingHints.Key(0x5E77) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Setting;
        }
    };

    Setting OUTLINES = (g, words, font, x, baseline) -> g
            .fill(font.createGlyphVector(Ink.MEASURE, words).getOutline((float) x, (float) baseline));

    /** In the colour of the graphics, from there to the right. */
    void set(Graphics2D g, String words, Font font, double x, double baseline);

    /** An upright rectangle in the colour of the graphics. */
    default void block(Graphics2D g, Rectangle2D at) {
        g.fill(at);
    }

    static Setting of(Graphics2D g) {
        return g.getRenderingHint(HINT) instanceof Setting chosen ? chosen : OUTLINES;
    }
}
