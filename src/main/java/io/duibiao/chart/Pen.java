package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;

/**
 * What a picture is written and drawn with, at one size of type.
 *
 * @param unit the size of type, 1 for a picture 1200 wide
 * @param wide whether there is room for columns side by side
 */
record Pen(Ink ink, Words words, Theme theme, double unit, boolean wide) {

    Font regular(double size) {
        return ChineseFont.regular(size * unit);
    }

    Font bold(double size) {
        return ChineseFont.bold(size * unit);
    }

    Font text() {
        return regular(13);
    }

    Font strong() {
        return bold(13);
    }

    Font small() {
        return regular(11.5);
    }

    Marks marks(Graphics2D g) {
        return marks(g, 15.5 * unit);
    }

    Marks marks(Graphics2D g, double reach) {
        return new Marks(g, theme, unit, reach);
    }
}
