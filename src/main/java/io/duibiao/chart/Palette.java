package io.duibiao.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** The colours of a picture, numbered in the order in which it shows them, row by row from the left. */
final class Palette {

    static final int MOST = 256;

    private static final int PLACES_BITS = 10;
    private static final int SOON = 8;

    /** Open addressing, at most half full: a colour above its number, which is counted from 1. */
    private long[] places = new long[1 << PLACES_BITS];
    private int shift = Integer.SIZE - PLACES_BITS;
    private int[] colours = new int[MOST];
    private int[] often = new int[MOST];
    private int size;

    private Palette() {
    }

    int size() {
        return size;
    }

    int colour(int number) {
        return colours[number];
    }

    /**
     * Pixels of which only a few rows are there at a time, so that a large picture takes little memory.
     *
     * @param most how many rows may be asked for at once
     */
    record Sheet(int width, int height, int most, Drawing drawing) {

        /** Draws the rows anew. */
        interface Drawing {
            /**
             * @param from of the picture's rows
             * @param to the first that is not wanted
             * @return 0xRRGGBB, whatever stands above them, row by row; there may be more behind
             */
            int[] rows(int from, int to);
        }

        static Sheet of(int[] pixels, int width, int height) {
            return new Sheet(width, height, height, (from, to) -> pixels);
        }

        /** Goes through all rows until one is refused; whether none was. */
        boolean all(Reader reader) {
            int next = 0;
            while (next < height) {
                // The last row of before comes again, for the first to be compared with it.
                int from = Math.max(0, next - 1);
                int to = Math.min(height, from + most);
                int[] pixels = drawing.rows(from, to);
                for (; next < to; next++) {
                    int row = (next - from) * width;
                    boolean repeats = next > 0 && Arrays.equals(pixels, row, row + width, pixels, row - width, row);
                    if (!reader.read(pixels, row, repeats)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Takes one row after another. */
        interface Reader {
            /**
             * @param row where it begins
             * @param repeats whether it is the one above again
             * @return whether to go on
             */
            boolean read(int[] pixels, int row, boolean repeats);
        }
    }

    /** The pixels by the numbers of their colours; empty where they have more than 256. */
    static Optional<Pixels> numbered(Sheet sheet) {
        Palette palette = new Palette();
        Runs runs = new Runs(sheet.width());
        return palette.read(sheet, runs, false) ? Optional.of(palette.pixels(sheet, runs)) : Optional.empty();
    }

    /**
     * The same of any pixels: of more than 256 colours the commonest are kept, and for a rarer one stands a commoner one close
     * to it. They are shades along an edge, of which one is as good as the next.
     */
    static Pixels reduced(Sheet sheet) {
        Palette all = new Palette();
        Runs runs = new Runs(sheet.width());
        if (all.read(sheet, runs, true)) {
            return all.pixels(sheet, runs);
        }
        int[] shown = all.fewer();
        Palette fewer = new Palette();
        Runs again = new Runs(sheet.width());
        sheet.all((pixels, row, repeats) -> {
            if (repeats) {
                again.repeat();
                return true;
            }
            again.begin();
            for (int at = row, rowEnd = row + sheet.width(); at < rowEnd;) {
                int end = runEnd(pixels, at, rowEnd);
                again.add(fewer.numberOf(all.colours[shown[all.numberOf(pixels[at] & 0xFFFFFF)]]), end - at);
                at = end;
            }
            again.end();
            return true;
        });
        return fewer.pixels(sheet, again);
    }

    private Pixels pixels(Sheet sheet, Runs runs) {
        return new Pixels(sheet.width(), sheet.height(), this, runs.bytes());
    }

    /**
     * Numbers the colours and counts their pixels; whether 256 numbers were enough.
     *
     * @param toTheEnd also where they are not: then the runs say nothing
     */
    private boolean read(Sheet sheet, Runs runs, boolean toTheEnd) {
        sheet.all((pixels, row, repeats) -> {
            if (repeats) {
                runs.repeat();
                return true;
            }
            runs.begin();
            for (int at = row, rowEnd = row + sheet.width(); at < rowEnd;) {
                int end = runEnd(pixels, at, rowEnd);
                int number = numberOf(pixels[at] & 0xFFFFFF);
                often[number] += end - at;
                runs.add(number, end - at);
                at = end;
            }
            runs.end();
            return size <= MOST || toTheEnd;
        });
        return size <= MOST;
    }

    /** Which number is shown for each: one whose colour is apart from it as little as 256 colours allow. */
    private int[] fewer() {
        int[] commonestFirst = IntStream.range(0, size).boxed()
                .sorted(Comparator.<Integer> comparingInt(number -> -often[number]).thenComparing(number -> number))
                .mapToInt(number -> number).toArray();
        int[] shown = new int[size];
        int apart = 2;
        while (!fits(commonestFirst, apart, shown)) {
            apart += 1 + apart / 4;
        }
        return shown;
    }

    /** Whether 256 colours are enough for each to have one at most so far apart. */
    private boolean fits(int[] commonestFirst, int apart, int[] shown) {
        int[] kept = new int[MOST];
        int count = 0;
        for (int number : commonestFirst) {
            int near = 0;
            while (near < count && apart(colours[number], colours[kept[near]]) > apart) {
                near++;
            }
            if (near == MOST) {
                return false;
            }
            if (near == count) {
                kept[count++] = number;
            }
            shown[number] = kept[near];
        }
        return true;
    }

    private static int apart(int one, int other) {
        int red = Math.abs((one >> 16) - (other >> 16));
        int green = Math.abs((one >> 8 & 255) - (other >> 8 & 255));
        int blue = Math.abs((one & 255) - (other & 255));
        return Math.max(red, Math.max(green, blue));
    }

    /** Where the colour changes next. */
    private static int runEnd(int[] pixels, int from, int end) {
        int soon = Math.min(from + SOON, end);
        int at = from + 1;
        while (at < soon && pixels[at] == pixels[from]) {
            at++;
        }
        if (at < soon || at == end) {
            return at;
        }
        int differs = Arrays.mismatch(pixels, at, end, pixels, at - 1, end - 1);
        return differs < 0 ? end : at + differs;
    }

    /** A colour not seen before gets the next number. */
    private int numberOf(int colour) {
        int place = place(colour);
        if (places[place] == 0) {
            if (size == colours.length) {
                grow();
                place = place(colour);
            }
            colours[size++] = colour;
            places[place] = (long) colour << 32 | size;
        }
        return (int) places[place] - 1;
    }

    private int place(int colour) {
        int place = colour * 0x9E3779B1 >>> shift;
        while (places[place] != 0 && (int) (places[place] >>> 32) != colour) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private void grow() {
        colours = Arrays.copyOf(colours, 2 * size);
        often = Arrays.copyOf(often, 2 * size);
        places = new long[2 * places.length];
        shift--;
        for (int number = 0; number < size; number++) {
            places[place(colours[number])] = (long) colours[number] << 32 | number + 1;
        }
    }
}
