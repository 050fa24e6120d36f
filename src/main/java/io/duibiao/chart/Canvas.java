package io.duibiao.chart;

import java.util.OptionalInt;

/**
 * The size of a picture, before it is enlarged by the scale.
 *
 * @param width 480 … 4096
 * @param height 480 … 4096; empty for as high as the rows ask for
 * @param scale pixels for each unit of width and height
 */
record Canvas(int width, OptionalInt height, double scale) {

    static final int LEAST_SIDE = 480;
    static final int GREATEST_SIDE = 4096;
    static final int GREATEST_AREA = 8_000_000;

    /** Whether the picture keeps within the bounds on a side and on its area. */
    boolean isWithinBounds() {
        return scale > 0 && isSide(width) && height.stream().allMatch(Canvas::isSide) && width * scale <= GREATEST_SIDE
                && height.orElse(LEAST_SIDE) <= greatestHeight();
    }

    private static boolean isSide(int side) {
        return side >= LEAST_SIDE && side <= GREATEST_SIDE;
    }

    /** Whether it does with the height that the rows ask for, which may be less than anybody may ask for. */
    boolean isWithinBounds(int chosenHeight) {
        return isWithinBounds() && chosenHeight <= greatestHeight();
    }

    Canvas with(int givenHeight) {
        return new Canvas(width, OptionalInt.of(givenHeight), scale);
    }

    /** The same before it is enlarged. */
    Canvas unscaled() {
        return new Canvas(width, height, 1);
    }

    /** The greatest height that keeps the picture within the bounds on a side and on its area. */
    int greatestHeight() {
        int bySide = (int) (GREATEST_SIDE / scale);
        int byArea = (int) (GREATEST_AREA / (scale * scale * width));
        return Math.max(1, Math.min(bySide, byArea));
    }
}
