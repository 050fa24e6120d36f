package io.duibiao.chart;

import java.util.Arrays;

/**
 * Says the rows of a picture in few bytes, the same rows always in the same. A row is 0 where it is the one above again, else 1
 * and its runs: the number of a colour, then how many pixels have it, in one byte up to 254, else 255 and two bytes.
 */
final class Runs {

    private static final int LONG = 255;
    private static final int MOST_BYTES = 4;
    private static final int SOON = 8;

    private final int width;
    private byte[] bytes = new byte[1 << 14];
    private int size;
    /** Where the last row begins that was not the one above again, and where it ends. */
    private int lastFrom;
    private int lastTo;
    private int from;
    private int number;
    private int length;

    Runs(int width) {
        this.width = width;
    }

    void repeat() {
        room(1);
        bytes[size++] = 0;
    }

    void begin() {
        room(1 + MOST_BYTES * width);
        from = size;
        bytes[size++] = 1;
        length = 0;
    }

    /** The same number as before goes on with its run. */
    void add(int next, int pixels) {
        if (length > 0 && next != number) {
            write();
        }
        length = next == number ? length + pixels : pixels;
        number = next;
    }

    void end() {
        write();
        if (Arrays.equals(bytes, from, size, bytes, lastFrom, lastTo)) {
            size = from;
            bytes[size++] = 0;
        } else {
            lastFrom = from;
            lastTo = size;
        }
    }

    private void write() {
        bytes[size++] = (byte) number;
        if (length < LONG) {
            bytes[size++] = (byte) length;
        } else {
            bytes[size++] = (byte) LONG;
            bytes[size++] = (byte) (length >> 8);
            bytes[size++] = (byte) length;
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Sets the rows up again, one after another, each behind a 0. */
    static final class Reader implements Rows.Source {

        private final byte[] runs;
        private final int stride;
        private int at;

        /** @param stride bytes a row */
        Reader(byte[] runs, int stride) {
            this.runs = runs;
            this.stride = stride;
        }

        @Override
        public boolean next(byte[] into, int from) {
            if (at == runs.length) {
                return false;
            }
            if (runs[at++] == 0) {
                System.arraycopy(into, from - stride, into, from, stride);
                return true;
            }
            into[from] = 0;
            int end = from + stride;
            for (int to = from + 1; to < end;) {
                byte number = runs[at++];
                int length = runs[at++] & 255;
                if (length == LONG) {
                    length = (runs[at] & 255) << 8 | runs[at + 1] & 255;
                    at += 2;
                }
                if (length > SOON) {
                    Arrays.fill(into, to, to + length, number);
                    to += length;
                } else {
                    for (int last = to + length; to < last; to++) {
                        into[to] = number;
                    }
                }
            }
            return true;
        }
    }
}
