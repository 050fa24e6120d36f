package io.duibiao.chart;

import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.crypto.Mac;

/**
 * A picture in pixels, of at most 256 colours.
 *
 * @param rows the number of each pixel's colour, each row behind a 0: as a PNG stores them
 */
record Pixels(int width, int height, Palette palette, byte[] rows) {

    /**
     * Gives the code everything that can be seen, in the same bytes however a file stored it: numbers follow from the pixels.
     * A row like the one above is said, not repeated.
     */
    void feed(Mac code) {
        code.update(ByteBuffer.allocate(12).putInt(width).putInt(height).putInt(palette.size()).flip());
        for (int number = 0; number < palette.size(); number++) {
            code.update(ByteBuffer.allocate(4).putInt(palette.colour(number)).flip());
        }
        int stride = width + 1;
        for (int row = 0; row < rows.length; row += stride) {
            boolean repeats = row > 0 && Arrays.equals(rows, row, row + stride, rows, row - stride, row);
            if (repeats) {
                code.update((byte) 1);
            } else {
                code.update(rows, row, stride);
            }
        }
    }
}
