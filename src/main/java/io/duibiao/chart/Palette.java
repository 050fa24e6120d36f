package io.duibiao.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** The colours of a picture, numbered in the order in which it shows them, row by row from the left. */
final class Palette {

    static final int MOST = 256;

    /** Open addressing, at most half full: the colour that stands at a place, and its number. */
    private int[] colourAt = new int[4 * MOST];
    private int[] numberAt = new int[4 * MOST];
    private int[] colours = new int[MOST];
    private int[] often = new int[MOST];
    private int size;

    private Palette() {
        Arrays.fill(numberAt, -1);
    }

    int size() {
        return size;
    }

    int colour(int number) {
        return colours[number];
    }

    /**
     * The pixels by the numbers of their colours; empty where they have more than 256.
     *
     * @param pixels 0xRRGGBB, whatever stands above them
     */
    static Optional<Pixels> numbered(int[] pixels, int width) {
        Palette palette = new Palette();
        int height = pixels.length / width;
        byte[] rows = new byte[height * (width + 1)];
        int to = 0;
        for (int row = 0; row < pixels.length; row += width) {
            if (repeats(pixels, row, width)) {
                System.arraycopy(rows, to - width - 1, rows, to, width + 1);
                to += width + 1;
                continue;
            }
            to++;
            for (int at = row; at < row + width;) {
                int number = palette.numberOf(pixels[at] & 0xFFFFFF);
                if (number == MOST) {
                    return Optional.empty();
                }
                int end = runEnd(pixels, at, row + width);
                Arrays.fill(rows, to, to + end - at, (byte) number);
                to += end - at;
                at = end;
            }
        }
        return Optional.of(new Pixels(width, height, palette, rows));
    }

    /**
     * The same of any pixels: of more than 256 colours the commonest are kept, and a rarer one becomes, in the pixels too, a
     * commoner one close to it. They are shades along an edge, of which one is as good as the next.
     */
    static Pixels reduced(int[] pixels, int width) {
        return numbered(pixels, width).orElseGet(() -> {
            Palette all = new Palette();
            all.count(pixels, width);
            all.replaceRare(pixels);
            return numbered(pixels, width).orElseThrow();
        });
    }

    private static boolean repeats(int[] pixels, int row, int width) {
        return row > 0 && Arrays.equals(pixels, row, row + width, pixels, row - width, row);
    }

    private void count(int[] pixels, int width) {
        for (int row = 0; row < pixels.length; row += width) {
            int from = repeats(pixels, row, width) ? row + width : row;
            for (int at = from; at < row + width;) {
                int number = numberOf(pixels[at] & 0xFFFFFF);
                int end = runEnd(pixels, at, row + width);
                often[number] += end - at;
                at = end;
            }
        }
    }

    private void replaceRare(int[] pixels) {
        int[] shown = fewer();
        for (int at = 0; at < pixels.length;) {
            int colour = colours[shown[numberOf(pixels[at] & 0xFFFFFF)]];
            int end = runEnd(pixels, at, pixels.length);
            Arrays.fill(pixels, at, end, colour);
            at = end;
        }
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
        int soon = Math.min(from + 8, end);
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
        if (numberAt[place] < 0) {
            if (size == colours.length) {
                grow();
                place = place(colour);
            }
            colourAt[place] = colour;
            numberAt[place] = size;
            colours[size++] = colour;
        }
        return numberAt[place];
    }

    private int place(int colour) {
        int place = colour * 0x9E3779B1 >>> Integer.numberOfLeadingZeros(colourAt.length - 1);
        while (numberAt[place] >= 0 && colourAt[place] != colour) {
            place = place + 1 & colourAt.length - 1;
        }
        return place;
    }

    private void grow() {
        colours = Arrays.copyOf(colours, 2 * size);
        often = Arrays.copyOf(often, 2 * size);
        colourAt = new int[8 * size];
        numberAt = new int[8 * size];
        Arrays.fill(numberAt, -1);
        for (int number = 0; number < size; number++) {
            int place = place(colours[number]);
            colourAt[place] = colours[number];
            numberAt[place] = number;
        }
    }
}
