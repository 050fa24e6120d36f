package io.duibiao.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Sets words and blocks into pixels. A block has sharp edges and is never thinner than a pixel. The shape of a letter is
 * computed once for a size and a quarter of a pixel, in sixteen steps of coverage: then laying it down costs next to nothing,
 * and few shades arise, so that a picture keeps to few colours.
 */
final class Letters implements Setting {

    private static final int PHASES = 4;
    private static final int FULL = 15;
    private static final int FINER = 2;
    /** Letters of nearly one size share their shapes: an eighth of a pixel cannot be seen, and each size has to be computed. */
    private static final float SIZES = 8;
    private static final int COLUMN = 4;
    private static final int CACHED_BYTES = 4 << 20;
    private static final int OVERHEAD = 96;

    private static final Cache<Long, Mask> MASKS = Caffeine.newBuilder().maximumWeight(CACHED_BYTES)
            .<Long, Mask> weigher((key, mask) -> OVERHEAD + Short.BYTES * mask.covered.length).build();
    private static final int AT_HAND_BITS = 12;
    private static final int AT_HAND_PIXELS = 1 << 9;
    /**
     * Small ones that were asked for last, each at the one place where it can be: the cache's accounts cost more than laying a
     * letter does. Two threads that put one there put good ones.
     */
    private static final @Nullable Mask[] AT_HAND = new Mask[1 << AT_HAND_BITS];

    private final int[] pixels;
    private final int width;
    private final int height;

    /** @param pixels of the sheet, row by row; there may be more than it needs */
    Letters(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /**
     * The pixels that a letter covers, row by row.
     *
     * @param left of the letter's box, from its origin, as is top
     * @param covered twelve bits of column and four of how much, from 1 to 15; 0 of that for the row so far below
     */
    private record Mask(long key, int left, int top, int width, int height, short[] covered) {

        /** Drawn larger and averaged: small type deserves finer steps than other shapes. */
        static Mask of(long key, float size, int character, boolean bold, double phase) {
            AffineTransform scaled = AffineTransform.getTranslateInstance(phase, 0);
            scaled.scale(size / Ink.EM, size / Ink.EM);
            Shape outline = scaled.createTransformedShape(Ink.outline(character, bold));
            Rectangle bounds = outline.getBounds();
            bounds.grow(1, 1);
            BufferedImage image = new BufferedImage(bounds.width * FINER, bounds.height * FINER, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(FINER, FINER);
            g.translate(-bounds.x, -bounds.y);
            g.setColor(Color.WHITE);
            g.fill(outline);
            g.dispose();
            return new Mask(key, bounds.x, bounds.y, bounds.width, bounds.height,
                    covered(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), bounds.width, bounds.height));
        }

        private static short[] covered(int[] white, int width, int height) {
            int most = 255 * FINER * FINER;
            short[] covered = new short[(width + 1) * height];
            int size = 0;
            int last = 0;
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    int sum = 0;
                    for (int finer = 0; finer < FINER * FINER; finer++) {
                        sum += white[(row * FINER + finer / FINER) * width * FINER + column * FINER + finer % FINER] & 255;
                    }
                    int step = (sum * FULL + most / 2) / most;
                    if (step > 0 && row > last) {
                        covered[size++] = (short) (row - last << COLUMN);
                        last = row;
                    }
                    if (step > 0) {
                        covered[size++] = (short) (column << COLUMN | step);
                    }
                }
            }
            return Arrays.copyOf(covered, size);
        }
    }

    @Override
    public void set(Graphics2D g, String words, Font font, double x, double baseline) {
        AffineTransform onto = g.getTransform();
        float size = (float) (font.getSize2D() * onto.getScaleX());
        float shape = Math.round(size * SIZES) / SIZES;
        boolean bold = ChineseFont.isBold(font);
        int ink = g.getColor().getRGB() & 0xFFFFFF;
        int[] shades = new int[FULL + 1];
        Point2D at = onto.transform(new Point2D.Double(x, baseline), null);
        int row = (int) Math.round(at.getY());
        if (row + 2 * size < 0 || row - 2 * size > height) {
            return;
        }
        double column = at.getX();
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            int character = words.codePointAt(i);
            int quarters = (int) Math.round(column * PHASES);
            lay(mask(shape, character, bold, Math.floorMod(quarters, PHASES)), Math.floorDiv(quarters, PHASES), row, ink,
                    shades);
            column += Ink.advance(character, bold) * size;
        }
    }

    @Override
    public void block(Graphics2D g, Rectangle2D at) {
        Rectangle2D device = g.getTransform().createTransformedShape(at).getBounds2D();
        long x = Math.round(device.getMinX());
        long y = Math.round(device.getMinY());
        int left = within(x, width);
        int right = within(Math.max(Math.round(device.getMaxX()), x + 1), width);
        int bottom = within(Math.max(Math.round(device.getMaxY()), y + 1), height);
        int colour = g.getColor().getRGB() & 0xFFFFFF;
        for (int row = within(y, height); row < bottom; row++) {
            Arrays.fill(pixels, row * width + left, row * width + right, colour);
        }
    }

    private static int within(long pixel, int end) {
        return (int) Math.max(0, Math.min(pixel, end));
    }

    private static Mask mask(float size, int character, boolean bold, int phase) {
        long key = (long) Float.floatToIntBits(size) << 32 | (bold ? 1L << 31 : 0) | (long) phase << 24 | character;
        int place = (int) (key * 0x9E3779B97F4A7C15L >>> Long.SIZE - AT_HAND_BITS);
        @Nullable
        Mask atHand = AT_HAND[place];
        if (atHand != null && atHand.key == key) {
            return atHand;
        }
        Mask mask = MASKS.get(key, absent -> Mask.of(key, size, character, bold, (double) phase / PHASES));
        if (mask.covered.length <= AT_HAND_PIXELS) {
            AT_HAND[place] = mask;
        }
        return mask;
    }

    /** @param shades room for the mixtures of ink and ground */
    private void lay(Mask mask, int x, int y, int ink, int[] shades) {
        int left = x + mask.left;
        int top = y + mask.top;
        if (top >= height || top + mask.height <= 0) {
            return;
        }
        boolean inside = left >= 0 && top >= 0 && left + mask.width <= width && top + mask.height <= height;
        int ground = -1;
        int row = top;
        for (short covered : mask.covered) {
            int step = covered & FULL;
            if (step == 0) {
                row += (covered & 0xFFFF) >> COLUMN;
                continue;
            }
            int column = left + ((covered & 0xFFFF) >> COLUMN);
            if (!inside && (column < 0 || column >= width || row < 0 || row >= height)) {
                continue;
            }
            int at = row * width + column;
            int under = pixels[at] & 0xFFFFFF;
            if (under != ground) {
                ground = under;
                for (int s = 1; s <= FULL; s++) {
                    shades[s] = mixed(ground, ink, s);
                }
            }
            pixels[at] = shades[step];
        }
    }

    /** Of white paper and black ink, step 5 makes 170 of 255: a third of the ink. */
    private static int mixed(int ground, int ink, int step) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int under = ground >> shift & 255;
            int over = ink >> shift & 255;
            result |= (under * (FULL - step) + over * step + FULL / 2) / FULL << shift;
        }
        return result;
    }
}
