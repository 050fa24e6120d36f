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

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Sets words and blocks into pixels. A block has sharp edges and is never thinner than a pixel. The shape of a letter is computed once for a size and a quarter of a pixel, in sixteen steps of
 * coverage: then laying it down costs next to nothing, and few shades arise, so that a picture keeps to few colours.
 */
final class Letters implements Setting {

    private static final int PHASES = 4;
    private static final int FULL = 15;
    private static final int FINER = 4;
    private static final int CACHED_BYTES = 16 << 20;
    private static final int OVERHEAD = 96;

    private static final Cache<Long, Mask> MASKS = Caffeine.newBuilder().maximumWeight(CACHED_BYTES)
            .<Long, Mask> weigher((key, mask) -> OVERHEAD + mask.steps.length).build();

    private final int[] pixels;
    private final int width;
    private final int height;

    Letters(BufferedImage image) {
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.width = image.getWidth();
        this.height = image.getHeight();
    }

    /** How much of each pixel a letter covers, from 0 to 15, row by row; {@code left} and {@code top} from its origin. */
    private record Mask(int left, int top, int width, byte[] steps) {

        /** Drawn larger and averaged: small type deserves finer steps than other shapes. */
        static Mask of(Font font, int character, double phase) {
            Shape outline = font.createGlyphVector(Ink.MEASURE, Character.toString(character)).getOutline((float) phase, 0);
            Rectangle bounds = outline.getBounds();
            if (bounds.isEmpty()) {
                return new Mask(0, 0, 1, new byte[0]);
            }
            int width = bounds.width + 2;
            int height = bounds.height + 2;
            BufferedImage image = new BufferedImage(width * FINER, height * FINER, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(FINER, FINER);
            g.translate(1 - bounds.x, 1 - bounds.y);
            g.setColor(Color.WHITE);
            g.fill(outline);
            g.dispose();
            int[] white = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            int[] covered = new int[width * height];
            for (int at = 0; at < white.length; at++) {
                covered[at / (width * FINER * FINER) * width + at % (width * FINER) / FINER] += white[at] & 255;
            }
            byte[] steps = new byte[covered.length];
            int most = 255 * FINER * FINER;
            for (int i = 0; i < steps.length; i++) {
                steps[i] = (byte) ((covered[i] * FULL + most / 2) / most);
            }
            return new Mask(bounds.x - 1, bounds.y - 1, width, steps);
        }
    }

    @Override
    public void set(Graphics2D g, String words, Font font, double x, double baseline) {
        AffineTransform onto = g.getTransform();
        Font device = font.deriveFont((float) (font.getSize2D() * onto.getScaleX()));
        boolean bold = ChineseFont.isBold(font);
        int ink = g.getColor().getRGB() & 0xFFFFFF;
        int[] shades = new int[FULL + 1];
        Point2D at = onto.transform(new Point2D.Double(x, baseline), null);
        int row = (int) Math.round(at.getY());
        double column = at.getX();
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            int character = words.codePointAt(i);
            int quarters = (int) Math.round(column * PHASES);
            lay(mask(device, character, bold, Math.floorMod(quarters, PHASES)), Math.floorDiv(quarters, PHASES), row, ink,
                    shades);
            column += Ink.advance(character, bold) * device.getSize2D();
        }
    }

    @Override
    public void block(Graphics2D g, Rectangle2D at) {
        Rectangle2D device = g.getTransform().createTransformedShape(at).getBounds2D();
        int left = within(Math.round(device.getMinX()), width);
        int right = within(Math.round(device.getMaxX()), width);
        int top = within(Math.round(device.getMinY()), height);
        int bottom = within(Math.round(device.getMaxY()), height);
        int colour = g.getColor().getRGB();
        for (int row = top; row < Math.max(bottom, Math.min(top + 1, height)); row++) {
            Arrays.fill(pixels, row * width + left, row * width + Math.max(right, Math.min(left + 1, width)), colour);
        }
    }

    private static int within(long pixel, int end) {
        return (int) Math.max(0, Math.min(pixel, end));
    }

    private static Mask mask(Font font, int character, boolean bold, int phase) {
        long key = (long) Float.floatToIntBits(font.getSize2D()) << 32 | (bold ? 1L << 31 : 0) | (long) phase << 24 | character;
        return MASKS.get(key, absent -> Mask.of(font, character, (double) phase / PHASES));
    }

    /** @param shades room for the mixtures of ink and ground */
    private void lay(Mask mask, int x, int y, int ink, int[] shades) {
        int ground = -1;
        int from = 0;
        for (int row = y + mask.top; from < mask.steps.length; row++, from += mask.width) {
            if (row < 0 || row >= height) {
                continue;
            }
            int left = x + mask.left;
            int at = row * width + left;
            for (int i = 0; i < mask.width; i++) {
                int step = mask.steps[from + i];
                if (step == 0 || left + i < 0 || left + i >= width) {
                    continue;
                }
                int under = pixels[at + i] & 0xFFFFFF;
                if (under != ground) {
                    ground = under;
                    for (int s = 1; s <= FULL; s++) {
                        shades[s] = mixed(ground, ink, s);
                    }
                }
                pixels[at + i] = shades[step];
            }
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
