package io.duibiao.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.duibiao.core.Attribute;

/** One row for each indicator: its name, a track with baseline, actual and target, the figures as printed, the outcome. */
final class BulletPlot extends Body {

    private static final long serialVersionUID = 1L;

    /** In type units: what a row takes in columns, and stacked. */
    private static double rowHeight(Density density, boolean columns) {
        return switch (density) {
            case AIRY -> columns ? 52 : 106;
            case FULL -> columns ? 42 : 94;
            case TIGHT -> columns ? 22 : 58;
        };
    }

    private static final Pattern NUMBER = Pattern.compile("[-0-9.()]+");
    private static final double HEAD = 44;
    private static final double GUTTER = 26;
    private static final double REACH = 15.5;

    private final transient Ink ink;
    private final Theme theme;
    private final transient List<BulletRow> rows;
    private final transient Caption caption;
    private final String finding;
    private final double unit;
    private final boolean columns;
    private final int leftOut;
    private final Font words;
    private final Font small;
    private final Font strong;
    private double rowHeight;

    BulletPlot(Pen pen, Caption caption, String finding, List<BulletRow> rows, int leftOut) {
        super(pen);
        this.ink = pen.ink();
        this.theme = pen.theme();
        this.caption = caption;
        this.finding = finding;
        this.rows = rows;
        this.unit = pen.unit();
        this.columns = pen.wide();
        this.leftOut = leftOut;
        this.words = pen.text();
        this.small = pen.small();
        this.strong = pen.strong();
    }

    @Override
    String finding() {
        return finding;
    }

    @Override
    List<Key.Entry> key() {
        TrackKey key = new TrackKey(rows.stream().map(BulletRow::track).toList(), true, pen);
        key.printed(rows.stream().anyMatch(row -> row.prints("———")), "———", "没有基数或未核定", "no base figure, or not audited");
        key.printed(rows.stream().anyMatch(row -> row.prints("(")), "( )", "括号内为累计变化数", "cumulative change");
        return key.entries();
    }

    @Override
    List<String> notes() {
        return caption.notes(leftOut);
    }

    @Override
    double height(Density density) {
        return (rows.isEmpty() ? 220 : head() + rows.size() * rowHeight(density, columns)) * unit;
    }

    private double head() {
        return columns ? HEAD : 0;
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        if (rows.isEmpty()) {
            paintNothing(g, area, caption.nothingHere(), caption.nothingHereHint());
            return;
        }
        double fitting = (area.getHeight() - 12 * unit - head() * unit) / rows.size();
        rowHeight = Math.min(fitting, rowHeight(Density.AIRY, columns) * unit * 1.4);
        Marks marks = pen.marks(g, columns ? Math.min(REACH * unit, rowHeight / 2 - 1.5 * unit) : REACH * unit);
        double y = area.getY();
        Columns at = new Columns(area.getX(), area.getWidth());
        if (columns) {
            drawHeads(g, at, y);
            y += HEAD * unit;
        }
        marks.rule(area.getX(), area.getMaxX(), y, 1.4);
        for (BulletRow row : rows) {
            if (columns) {
                drawInColumns(g, marks, row, at, y);
            } else {
                drawStacked(g, marks, row, area.getX(), area.getWidth(), y);
            }
            y += rowHeight;
            marks.rule(area.getX(), area.getMaxX(), y, 0.8);
        }
    }

    /** Shares of the width: 60 252 · 226 26 · 76 76 138 · 196 of 1120 with gaps between. */
    private final class Columns {

        final double tag;
        final double name;
        final double nameWidth;
        final double track;
        final double trackWidth;
        final double gutter;
        final double baselineEnd;
        final double actualEnd;
        final double figureWidth;
        final double target;
        final double targetWidth;
        final double outcome;
        final double outcomeWidth;

        Columns(double x, double width) {
            double share = width / 1120;
            double air = Math.min(share, unit) * 16;
            tag = x;
            name = x + Math.max(tagWidth() + 8 * unit, 54 * share);
            track = x + 328 * share;
            nameWidth = track - name - air;
            trackWidth = 252 * share - GUTTER * unit;
            gutter = track + trackWidth + GUTTER * unit * 0.55;
            figureWidth = 90 * share - air * 0.6;
            baselineEnd = x + 666 * share;
            actualEnd = x + 756 * share;
            target = actualEnd + air * 1.5;
            outcome = x + 924 * share;
            targetWidth = outcome - target - air;
            outcomeWidth = width - 924 * share;
        }
    }

    private void drawHeads(Graphics2D g, Columns at, double y) {
        List<String> heads = caption.columns();
        List<String> years = caption.columnYears();
        double[] x = { at.name, at.track, at.baselineEnd, at.actualEnd, at.target, at.outcome };
        double[] width = { at.nameWidth, at.trackWidth, at.figureWidth, at.figureWidth, at.targetWidth, at.outcomeWidth };
        Font head = ChineseFont.bold(11.5 * unit);
        for (int i = 0; i < x.length; i++) {
            Ink.Align align = i == 2 || i == 3 ? Ink.Align.RIGHT : Ink.Align.LEFT;
            String year = years.get(i);
            double middle = y + HEAD * unit * (year.isEmpty() ? 0.64 : 0.3);
            ink.line(g, Ink.shortened(heads.get(i), head, width[i]), head, theme.faint, x[i], middle, align);
            ink.line(g, Ink.shortened(year, small, width[i]), small, theme.faint, x[i], y + HEAD * unit * 0.66, align);
        }
    }

    private void drawInColumns(Graphics2D g, Marks marks, BulletRow row, Columns at, double y) {
        double middle = y + rowHeight / 2;
        drawTag(g, marks, row, at.tag, middle);
        Ink.Block name = Ink.block(row.name(), words, at.nameWidth, rowHeight - 3 * unit);
        ink.lines(g, name.lines(), name.font(), theme.ink, at.name, middle, Ink.Align.LEFT);
        row.track().paint(g, marks, pen, new Rectangle2D.Double(at.track, middle - Marks.TRACK / 2 * unit, at.trackWidth,
                Marks.TRACK * unit), at.gutter);
        cell(g, row.printedBaseline(), words, at.baselineEnd, at.figureWidth, middle, Ink.Align.RIGHT, false);
        cell(g, row.printedActual(), strong, at.actualEnd, at.figureWidth, middle, Ink.Align.RIGHT, true);
        cell(g, row.printedTarget(), words, at.target, at.targetWidth, middle, Ink.Align.LEFT, true);
        drawOutcome(g, marks, row, at.outcome, at.outcomeWidth, middle);
    }

    /**
     * A cell puts its note below, then steps down to small type, then wraps its words, and is shortened last. Where the lines
     * are used up, the note stands behind the last of them.
     */
    private void cell(Graphics2D g, Printed printed, Font font, double x, double width, double middle, Ink.Align align,
            boolean dark) {
        Color colour = dark ? theme.ink : theme.faint;
        String whole = printed.whole(pen.words());
        Font fitting = Ink.width(printed.words(), font) <= width ? font : font.deriveFont(small.getSize2D());
        if (NUMBER.matcher(printed.words()).matches()) {
            // On two lines it would be two numbers.
            fitting = Ink.fitting(printed.words(), font, width, 0.5);
        }
        if (lines(fitting) == 1 && !printed.note().isEmpty()) {
            fitting = Ink.width(whole, font) <= width ? font : font.deriveFont((float) (9.5 * unit));
        }
        if (printed.note().isEmpty() || lines(fitting) == 1 || Ink.width(whole, fitting) <= width) {
            List<String> all = Ink.width(whole, fitting) <= width ? List.of(whole)
                    : Ink.wrapped(whole, fitting, width, lines(fitting));
            ink.lines(g, all, fitting, colour, x, middle, align);
            return;
        }
        List<String> above = new ArrayList<>(Ink.wrapped(printed.words(), fitting, width, lines(fitting)));
        Font below = ChineseFont.regular(10.5 * unit);
        double noteHigh = Ink.lineHeight(below);
        double wordsHigh = above.size() * Ink.lineHeight(fitting);
        if (wordsHigh + noteHigh > rowHeight - 1.5 * unit) {
            String behind = printed.bracketed(pen.words());
            String last = above.remove(above.size() - 1);
            above.add(Ink.shortened(last, fitting, width - Ink.width(behind, fitting)) + behind);
            ink.lines(g, above, fitting, colour, x, middle, align);
            return;
        }
        int most = (int) ((rowHeight - 1.5 * unit - wordsHigh) / noteHigh);
        List<String> notes = Ink.wrapped(printed.note(), below, width, most);
        ink.lines(g, above, fitting, colour, x, middle - notes.size() * noteHigh / 2, align);
        ink.lines(g, notes, below, theme.faint, x, middle + wordsHigh / 2, align);
    }

    /** How many lines of that type a row holds. */
    private int lines(Font font) {
        return Math.max(1, (int) ((rowHeight - 3 * unit) / Ink.lineHeight(font)));
    }

    private double tagWidth() {
        double widest = 0;
        for (BulletRow row : rows) {
            widest = Math.max(widest, Ink.width(row.attributeLabel(), tagFont()));
        }
        return widest + 10 * unit;
    }

    private Font tagFont() {
        return ChineseFont.regular(10.5 * unit);
    }

    private void drawTag(Graphics2D g, Marks marks, BulletRow row, double x, double middle) {
        double width = tagWidth();
        boolean binding = row.attribute() == Attribute.BINDING;
        double height = Math.min(17 * unit, rowHeight - 5 * unit);
        marks.tag(new Rectangle2D.Double(x, middle - height / 2, width, height), binding);
        ink.line(g, row.attributeLabel(), tagFont(), binding ? theme.ink : theme.faint, x + width / 2, middle,
                Ink.Align.CENTRE);
    }

    private void drawOutcome(Graphics2D g, Marks marks, BulletRow row, double x, double width, double middle) {
        double icon = Marks.ICON * unit;
        double left = x + icon + 7 * unit;
        double room = width - icon - 7 * unit;
        double head = Ink.lineHeight(strong);
        int most = (int) Math.floor((rowHeight - head) / Ink.lineHeight(small));
        if (most < 1) {
            String whole = row.because().isEmpty() ? row.outcomeLabel()
                    : row.outcomeLabel() + say("：", ": ") + row.because();
            Font fitting = Ink.fitting(whole, small, room, 0.84);
            icon(marks, row, x + icon / 2, middle);
            ink.line(g, Ink.shortened(whole, fitting, room), fitting, theme.wordsOf(row.outcome()), left, middle,
                    Ink.Align.LEFT);
            return;
        }
        Ink.Block because = Ink.block(row.because(), small, room, Math.min(most, 2) * Ink.lineHeight(small));
        double under = because.lines().size() * Ink.lineHeight(because.font());
        double block = head + under;
        double y = middle - block / 2 + head / 2;
        icon(marks, row, x + icon / 2, y);
        ink.line(g, Ink.shortened(row.outcomeLabel(), strong, room), strong, theme.wordsOf(row.outcome()), left, y,
                Ink.Align.LEFT);
        ink.lines(g, because.lines(), because.font(), theme.faint, left, y + head / 2 + under / 2, Ink.Align.LEFT);
    }

    private void icon(Marks marks, BulletRow row, double x, double y) {
        marks.outcome(row.outcome(), x, y);
        double r = Marks.ICON / 2 * unit;
        ink.mark(row.outcome().name(), new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r));
    }

    /**
     * Narrow pictures: name and outcome, under them the track, under it the figures and the reason, each on a line of its own.
     */
    private void drawStacked(Graphics2D g, Marks marks, BulletRow row, double x, double width, double y) {
        boolean tight = rowHeight < rowHeight(Density.FULL, false) * unit - 1;
        double line = Ink.lineHeight(words);
        double smallLine = Ink.lineHeight(small);
        double content = line + (tight ? 2 * REACH * unit : 2 * REACH * unit + 2 * smallLine + 6 * unit);
        double first = y + (rowHeight - content) / 2 + line / 2;
        drawNameAndOutcome(g, marks, row, x, width, first);
        double second = first + line / 2 + REACH * unit + (tight ? 0 : 2 * unit);
        double trackWidth = (tight ? width * 0.44 : width) - GUTTER * unit;
        row.track().paint(g, marks, pen,
                new Rectangle2D.Double(x, second - Marks.TRACK / 2 * unit, trackWidth, Marks.TRACK * unit),
                x + trackWidth + GUTTER * unit * 0.55);
        double left = tight ? x + trackWidth + (GUTTER + 8) * unit : x;
        double third = tight ? second - smallLine / 2 : second + (REACH + 3) * unit + smallLine / 2;
        double room = x + width - left;
        drawFigures(g, row, left, third, room);
        ink.line(g, Ink.shortened(row.because(), small, room), small, theme.faint, left, third + smallLine, Ink.Align.LEFT);
    }

    /** In smaller type where that saves a figure from being cut, and then without the baseline, which has its mark above. */
    private void drawFigures(Graphics2D g, BulletRow row, double x, double middle, double room) {
        String actual = row.printedActual().whole(pen.words());
        String target = row.printedTarget().whole(pen.words());
        String all = say("基数 {0}　实际 {1}　目标 {2}", "baseline {0}   actual {1}   target {2}",
                row.printedBaseline().whole(pen.words()), actual, target);
        String said = Ink.width(all, Ink.fitting(all, small, room, 0.84)) <= room ? all
                : say("实际 {0}　目标 {1}", "actual {0}   target {1}", actual, target);
        Font font = Ink.fitting(said, small, room, 0.84);
        ink.line(g, Ink.shortened(said, font, room), font, theme.ink, x, middle, Ink.Align.LEFT);
    }

    private void drawNameAndOutcome(Graphics2D g, Marks marks, BulletRow row, double x, double width, double middle) {
        double icon = Marks.ICON * unit;
        double outcome = x + width - Ink.width(row.outcomeLabel(), strong) - icon - 6 * unit;
        double name = x + tagWidth() + 8 * unit;
        drawTag(g, marks, row, x, middle);
        Ink.Block said = Ink.block(row.name(), words, outcome - name - 10 * unit, Ink.lineHeight(words));
        ink.lines(g, said.lines(), said.font(), theme.ink, name, middle, Ink.Align.LEFT);
        icon(marks, row, outcome + icon / 2, middle);
        ink.line(g, row.outcomeLabel(), strong, theme.wordsOf(row.outcome()), x + width, middle, Ink.Align.RIGHT);
    }
}
