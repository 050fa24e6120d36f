package io.duibiao.chart;

import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.crypto.Mac;

/**
 * A picture in pixels, of at most 256 colours.
 *
 * @param runs the number of each pixel's colour, as {@link Runs} says them: a tenth of as many bytes
 */
record Pixels(int width, int height, Palette palette, byte[] runs) {

    /** The number of each pixel's colour, each row behind a 0: as a PNG stores them before they are packed. */
    byte[] rows() {
        int stride = width + 1;
        byte[] rows = new byte[height * stride];
        Runs.Reader reader = new Runs.Reader(runs, stride);
        for (int row = 0; row < rows.length; row += stride) {
            reader.next(rows, row);
        }
        return rows;
    }

    /**
     * Gives the code everything that can be seen, in the same bytes however a file stored it: numbers follow from the pixels.
     */
    void feed(Mac code) {
        code.update(head());
        code.update(runs);
    }

    /** The same as version 0.2.0 did: of each row that is not the one above again every pixel, ten times as many bytes. */
    void feedEachPixel(Mac code) {
        code.update(head());
        byte[] rows = rows();
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

    private ByteBuffer head() {
        ByteBuffer head = ByteBuffer.allocate(Integer.BYTES * (3 + palette.size())).putInt(width).putInt(height)
                .putInt(palette.size());
        for (int number = 0; number < palette.size(); number++) {
            head.putInt(palette.colour(number));
        }
        return head.flip();
    }
}
