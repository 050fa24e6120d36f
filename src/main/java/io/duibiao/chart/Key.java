package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The legend: one entry for each kind of mark that occurs, none for those that do not. */
final class Key extends Strip {

    private static final long serialVersionUID = 1L;
    private static final double SAMPLE = 34;
    private static final double GAP = 22;

    /** Draws one mark as a picture shows it, in a place as long as three of its height. */
    interface Sample {
        void draw(Marks marks, Rectangle2D place);
    }

    /**
     * A mark and what it means.
     *
     * @param printed the mark where it is itself words; else empty
     */
    record Entry(String words, String printed, Sample sample) {

        static Entry drawn(String words, Sample sample) {
            return new Entry(words, "", sample);
        }

        static Entry printed(String words, String printed) {
            return new Entry(words, printed, (marks, place) -> {
            });
        }
    }

    private record Placed(Entry entry, String words, double x, int line) {
    }

    private final transient Pen pen;
    private final Font font;
    private final transient List<Placed> entries = new ArrayList<>();

    Key(Pen pen, List<Entry> all, double width) {
        this.pen = pen;
        this.font = pen.small();
        double unit = pen.unit();
        double x = 0;
        int line = 0;
        for (Entry entry : all) {
            String words = Ink.shortened(entry.words(), font, width - (SAMPLE + 8) * unit);
            double length = (SAMPLE + 8) * unit + Ink.width(words, font);
            if (x > 0 && x + length > width) {
                x = 0;
                line++;
            }
            entries.add(new Placed(entry, words, x, line));
            x += length + GAP * unit;
        }
    }

    private double lineHeight() {
        return 26 * pen.unit();
    }

    @Override
    double height() {
        return entries.isEmpty() ? 0 : (entries.get(entries.size() - 1).line() + 1) * lineHeight() + 8 * pen.unit();
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double unit = pen.unit();
        Marks marks = new Marks(g, pen.theme(), unit * 0.8, 12 * unit);
        for (Placed placed : entries) {
            double x = area.getX() + placed.x();
            double y = area.getY() + (placed.line() + 0.5) * lineHeight();
            Rectangle2D sample = new Rectangle2D.Double(x, y - Marks.TRACK * 0.4 * unit, SAMPLE * unit,
                    Marks.TRACK * 0.8 * unit);
            if (placed.entry().printed().isEmpty()) {
                placed.entry().sample().draw(marks, sample);
                pen.ink().mark(placed.words(), sample);
            } else {
                pen.ink().line(g, placed.entry().printed(), font, pen.theme().ink, sample.getCenterX(), y, Ink.Align.CENTRE);
            }
            pen.ink().line(g, placed.words(), font, pen.theme().faint, x + (SAMPLE + 8) * unit, y, Ink.Align.LEFT);
        }
    }
}
