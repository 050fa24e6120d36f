package io.duibiao.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Sets words so that they fit, and remembers where each one went. */
final class Ink {

    /** What was put where. */
    record Box(String what, Rectangle2D area, boolean isText) {
    }

    enum Align {
        LEFT,
        RIGHT,
        CENTRE
    }

    /** Of a line, in parts of the type size. */
    static final double LEADING = 1.36;
    /** Where Chinese characters and capitals reach above and below the baseline, in parts of the type size. */
    private static final double ABOVE = 0.9;
    private static final double BELOW = 0.24;
    private static final double MIDDLE = 0.37;
    /** How small a name may become, in parts of the type size, rather than being cut. */
    private static final double LEAST = 0.8;

    static final int EM = 1000;

    // Fractional and unhinted: a line is as long in a measured layout as on paper, at every scale and on every JDK.
    static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    // Filled as characters come; two threads that measure the same one write the same.
    private static final int KNOWN = 1 << 16;
    private static final float[] REGULAR = new float[KNOWN];
    private static final float[] BOLD = new float[KNOWN];

    private final List<Box> boxes = new ArrayList<>();

    List<Box> boxes() {
        return boxes;
    }

    static double width(String words, Font font) {
        boolean bold = ChineseFont.isBold(font);
        double width = 0;
        for (int i = 0; i < words.length();) {
            int character = words.codePointAt(i);
            width += advance(character, bold);
            i += Character.charCount(character);
        }
        return width * font.getSize2D();
    }

    /** From one letter to the next, in parts of the type size: the typeface does not kern. */
    static double advance(int character, boolean bold) {
        if (character >= KNOWN) {
            return measured(character, bold);
        }
        float[] advances = bold ? BOLD : REGULAR;
        if (advances[character] == 0) {
            advances[character] = measured(character, bold);
        }
        return advances[character];
    }

    private static float measured(int character, boolean bold) {
        return glyph(character, bold).getGlyphMetrics(0).getAdvanceX() / EM;
    }

    /** The shape of a letter at type size {@link #EM}, on the typeface's own grid, from its origin on the baseline. */
    static Shape outline(int character, boolean bold) {
        return glyph(character, bold).getOutline();
    }

    // In one size for all: of every size in which it is asked for a letter, Java keeps tables of its own.
    private static GlyphVector glyph(int character, boolean bold) {
        return (bold ? ChineseFont.bold(EM) : ChineseFont.regular(EM)).createGlyphVector(MEASURE,
                Character.toString(character));
    }

    static double lineHeight(Font font) {
        return font.getSize2D() * LEADING;
    }

    /** The words on one line, cut short where they are too long; nothing where not one character fits. */
    static String shortened(String words, Font font, double room) {
        if (width(words, font) <= room) {
            return words;
        }
        int fits = 0;
        int tooMany = words.codePointCount(0, words.length());
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            if (width(cutAfter(words, middle), font) <= room) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits == 0 ? "" : cutAfter(words, fits);
    }

    /** The typeface's … stands at half height, as Chinese wants it; after a Latin letter it is three dots on the line. */
    private static String cutAfter(String words, int codePoints) {
        String kept = words.substring(0, words.offsetByCodePoints(0, codePoints)).stripTrailing();
        boolean latin = !kept.isEmpty() && kept.charAt(kept.length() - 1) < 0x250;
        return kept + (latin ? "..." : "…");
    }

    /** A name on one line, cut in the middle where it is too long: what tells it from others mostly stands at its end. */
    static String abridged(String name, Font font, double room) {
        if (width(name, font) <= room) {
            return name;
        }
        for (int kept = name.codePointCount(0, name.length()) - 1; kept > 2; kept--) {
            int head = kept / 3;
            String tail = name.substring(name.offsetByCodePoints(name.length(), head - kept));
            String shown = cutAfter(name, head) + tail.stripLeading();
            if (width(shown, font) <= room) {
                return shown;
            }
        }
        return shortened(name, font, room);
    }

    /** Lines in one size of type. */
    record Block(List<String> lines, Font font) {
    }

    /** The name on as many lines as there is height for; where they do not hold it in smaller type, and abridged only then. */
    static Block block(String name, Font font, double room, double height) {
        if (!name.isEmpty() && width(name, font) <= room) {
            return new Block(List.of(name.strip()), font);
        }
        for (float size = 1; size > LEAST; size -= 0.05F) {
            Font smaller = size == 1 ? font : font.deriveFont(font.getSize2D() * size);
            List<String> lines = wrapped(name, smaller, room, Math.max(1, (int) (height / lineHeight(smaller))));
            if (isWhole(name, lines)) {
                return new Block(lines, smaller);
            }
        }
        Font least = font.deriveFont((float) (font.getSize2D() * LEAST));
        return new Block(wrapped(name, least, room, Math.max(1, (int) (height / lineHeight(least))), Ink::abridged), least);
    }

    /** Whether nothing was cut off. */
    static boolean isWhole(String words, List<String> lines) {
        return String.join("", lines).replace(" ", "").equals(words.replace(" ", ""));
    }

    /** The words on as many lines as they need, at most that many; the last one is shortened. */
    static List<String> wrapped(String words, Font font, double room, int mostLines) {
        return wrapped(words, font, room, mostLines, Ink::shortened);
    }

    private interface Cut {
        String cut(String words, Font font, double room);
    }

    private static List<String> wrapped(String words, Font font, double room, int mostLines, Cut last) {
        if (!words.isEmpty() && width(words, font) <= room) {
            return List.of(words.strip());
        }
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(words);
        int from = 0;
        while (from < words.length() && lines.size() < mostLines) {
            if (lines.size() == mostLines - 1) {
                lines.add(last.cut(words.substring(from).strip(), font, room));
                break;
            }
            int to = from;
            for (int next = breaks.following(from); next != BreakIterator.DONE; next = breaks.next()) {
                if (width(words.substring(from, next).stripTrailing(), font) > room) {
                    break;
                }
                to = next;
            }
            if (to == from) {
                to = Math.max(from + Character.charCount(words.codePointAt(from)), cut(words, from, font, room));
            }
            lines.add(words.substring(from, to).strip());
            from = to;
        }
        return lines;
    }

    /** Where to cut a single word that is longer than the line. */
    private static int cut(String words, int from, Font font, double room) {
        int to = from;
        while (to < words.length()) {
            int next = words.offsetByCodePoints(to, 1);
            if (width(words.substring(from, next), font) > room) {
                return to;
            }
            to = next;
        }
        return to;
    }

    /** One line that is known to fit, its middle at that height. */
    void line(Graphics2D g, String words, Font font, Color colour, double x, double middle, Align align) {
        if (words.isEmpty()) {
            return;
        }
        Rectangle2D area = area(words, font, x, middle, align);
        double baseline = middle + MIDDLE * font.getSize2D();
        g.setColor(colour);
        Setting.of(g).set(g, words, font, area.getX(), baseline);
        boxes.add(new Box(words, area, true));
    }

    private static Rectangle2D area(String words, Font font, double x, double middle, Align align) {
        double width = width(words, font);
        double left = switch (align) {
            case LEFT -> x;
            case RIGHT -> x - width;
            case CENTRE -> x - width / 2;
        };
        double size = font.getSize2D();
        return new Rectangle2D.Double(left, middle + (MIDDLE - ABOVE) * size, width, (ABOVE + BELOW) * size);
    }

    /** Lines that are known to fit, centred about that height. */
    void lines(Graphics2D g, List<String> lines, Font font, Color colour, double x, double middle, Align align) {
        double step = lineHeight(font);
        double y = middle - (lines.size() - 1) * step / 2;
        for (String line : lines) {
            line(g, line, font, colour, x, y, align);
            y += step;
        }
    }

    /** Where a label may stand beside what it names. */
    record Spot(double x, double middle, Align align) {
    }

    /** Puts a label at the first spot where it touches nothing and leaves nothing; false where there is none. */
    boolean label(Graphics2D g, String words, Font font, Color colour, Rectangle2D within, List<Spot> spots) {
        for (Spot spot : spots) {
            Rectangle2D area = area(words, font, spot.x(), spot.middle(), spot.align());
            if (within.contains(area) && isFree(area)) {
                line(g, words, font, colour, spot.x(), spot.middle(), spot.align());
                return true;
            }
        }
        return false;
    }

    /** Whether nothing has been put there yet. */
    boolean isFree(Rectangle2D area) {
        return boxes.stream().noneMatch(box -> box.area().intersects(area));
    }

    /** The spots around a mark of that radius, those above and below it first. */
    static List<Spot> around(double x, double y, double radius, Font font) {
        double off = radius + (ABOVE + BELOW) / 2 * font.getSize2D() + 1;
        double side = radius + 4;
        return List.of(new Spot(x, y - off, Align.CENTRE), new Spot(x, y + off, Align.CENTRE),
                new Spot(x + side, y, Align.LEFT), new Spot(x - side, y, Align.RIGHT), new Spot(x + 2, y - off, Align.LEFT),
                new Spot(x - 2, y - off, Align.RIGHT), new Spot(x + 2, y + off, Align.LEFT),
                new Spot(x - 2, y + off, Align.RIGHT), new Spot(x, y - 1.7 * off, Align.CENTRE),
                new Spot(x, y + 1.7 * off, Align.CENTRE));
    }

    /** The same spots, those beside the mark first. */
    static List<Spot> beside(double x, double y, double radius, Font font) {
        List<Spot> spots = new ArrayList<>(around(x, y, radius, font));
        Collections.rotate(spots.subList(0, 4), 2);
        return spots;
    }

    /** A line that reads upwards from there, about that middle; for heads of columns that are narrower than their words. */
    void upright(Graphics2D g, String words, Font font, Color colour, double x, double bottom) {
        if (words.isEmpty()) {
            return;
        }
        double size = font.getSize2D();
        double width = width(words, font);
        g.setColor(colour);
        AffineTransform turned = AffineTransform.getTranslateInstance(x + MIDDLE * size, bottom);
        turned.quadrantRotate(-1);
        g.fill(turned.createTransformedShape(font.createGlyphVector(MEASURE, words).getOutline()));
        boxes.add(new Box(words, new Rectangle2D.Double(x + MIDDLE * size - ABOVE * size, bottom - width,
                (ABOVE + BELOW) * size, width), true));
    }

    /** The font, smaller by at most so much, in which the words fit the room; they may have to be shortened even so. */
    static Font fitting(String words, Font font, double room, double least) {
        double width = width(words, font);
        return width <= room ? font : font.deriveFont((float) (font.getSize2D() * Math.max(least, room / width * 0.995)));
    }

    /** Remembers a shape that no text may touch. */
    void mark(String what, Rectangle2D area) {
        boxes.add(new Box(what, area, false));
    }
}
