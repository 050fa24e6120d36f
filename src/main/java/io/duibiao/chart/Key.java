package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Size2D;

import io.duibiao.core.Relation;

/** The legend: one entry for each kind of mark that occurs, none for those that do not. */
final class Key extends Title {

    private static final long serialVersionUID = 1L;
    private static final double SAMPLE = 34;
    private static final double GAP = 22;

    /** A mark, what it means and whether a row has it. */
    private enum Entry {
        ACTUAL("实际值", "actual"),
        PROVISIONAL("快报值，尚未核定", "provisional, not yet audited"),
        BOUND("只给出界限，箭头指向可能的一侧", "only a bound: the true figure lies where the arrows point"),
        APART("口径、基期或时段不同，不与目标比较", "other basis, base year or months: not compared"),
        TARGET("目标值", "target"),
        BY_EARLIER("以基数或上年数为目标", "the baseline or the year before is the target"),
        WITHOUT_FIGURE("目标没有可标示的数值", "no target figure to show"),
        ZONE("达标区间", "meets the target"),
        BASELINE("基数", "baseline"),
        CUT("刻度不从零起", "scale does not start at zero"),
        ZERO("零线", "zero line"),
        ABSENT("没有基数或未核定", "no base figure, or not audited"),
        BRACKETS("括号内为累计变化数", "cumulative change");

        private final String zh;
        private final String en;

        Entry(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The mark is itself printed. */
        private boolean isInWords() {
            return this == ABSENT || this == BRACKETS;
        }
    }

    private record Placed(Entry entry, String words, double x, int line) {
    }

    private final transient Ink ink;
    private final Theme theme;
    private final double unit;
    private final Font font;
    private final transient List<Placed> entries = new ArrayList<>();

    Key(Ink ink, Theme theme, List<BulletRow> rows, Caption caption, double unit, double width) {
        this.ink = ink;
        this.theme = theme;
        this.unit = unit;
        this.font = ChineseFont.regular(11.5 * unit);
        double x = 0;
        int line = 0;
        for (Entry entry : Entry.values()) {
            if (rows.stream().noneMatch(row -> occurs(entry, row))) {
                continue;
            }
            String words = Ink.shortened(caption.say(entry.zh, entry.en), font, width - (SAMPLE + 8) * unit);
            double length = (SAMPLE + 8) * unit + Ink.width(words, font);
            if (x > 0 && x + length > width) {
                x = 0;
                line++;
            }
            entries.add(new Placed(entry, words, x, line));
            x += length + GAP * unit;
        }
    }

    private static boolean occurs(Entry entry, BulletRow row) {
        Optional<BulletRow.Bar> bar = row.bar();
        return switch (entry) {
            case ACTUAL -> bar.filter(b -> b.comparable() && !b.provisional()).isPresent();
            case PROVISIONAL -> bar.filter(b -> b.comparable() && b.provisional()).isPresent();
            case BOUND -> bar.flatMap(BulletRow.Bar::bound).isPresent();
            case APART -> bar.filter(b -> !b.comparable()).isPresent();
            case TARGET -> !row.goal().marks().isEmpty() && !row.goal().byEarlier();
            case BY_EARLIER -> !row.goal().marks().isEmpty() && row.goal().byEarlier();
            case WITHOUT_FIGURE -> row.goal().marks().isEmpty();
            case ZONE -> row.goal().hasZone();
            case BASELINE -> row.baseline().isPresent();
            case CUT -> row.span().broken();
            case ZERO -> row.span().from() < 0;
            case ABSENT -> row.printedBaseline().words().contains("———") || row.printedActual().words().contains("———");
            case BRACKETS -> row.printedBaseline().words().startsWith("(") || row.printedActual().words().startsWith("(");
        };
    }

    private double lineHeight() {
        return 26 * unit;
    }

    double height() {
        return entries.isEmpty() ? 0 : (entries.get(entries.size() - 1).line() + 1) * lineHeight() + 8 * unit;
    }

    @Override
    public Size2D arrange(Graphics2D g, RectangleConstraint constraint) {
        return new Size2D(constraint.getWidth(), height());
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        draw(g, area, new Object());
    }

    @Override
    public Object draw(Graphics2D g, Rectangle2D area, Object parameters) {
        Marks marks = new Marks(g, theme, unit * 0.8, 12 * unit);
        for (Placed placed : entries) {
            double x = area.getX() + placed.x();
            double y = area.getY() + (placed.line() + 0.5) * lineHeight();
            Rectangle2D sample = new Rectangle2D.Double(x, y - Marks.TRACK * 0.4 * unit, SAMPLE * unit,
                    Marks.TRACK * 0.8 * unit);
            draw(placed.entry(), marks, g, sample);
            if (!placed.entry().isInWords()) {
                ink.mark(placed.entry().name(), sample);
            }
            ink.line(g, placed.words(), font, theme.faint, x + (SAMPLE + 8) * unit, y, Ink.Align.LEFT);
        }
        return parameters;
    }

    private void draw(Entry entry, Marks marks, Graphics2D g, Rectangle2D sample) {
        double x = sample.getX();
        double end = sample.getMaxX();
        double middle = sample.getCenterY();
        double centre = sample.getCenterX();
        if (entry != Entry.WITHOUT_FIGURE && !entry.isInWords()) {
            marks.track(sample);
        }
        switch (entry) {
            case ACTUAL -> bar(marks, Optional.empty(), false, true, x, end - 8 * unit, middle);
            case PROVISIONAL -> bar(marks, Optional.empty(), true, true, x, end - 8 * unit, middle);
            case BOUND -> bar(marks, Optional.of(Relation.AT_LEAST), false, true, x, centre, middle);
            case APART -> bar(marks, Optional.empty(), false, false, x, end - 8 * unit, middle);
            case TARGET -> marks.target(centre, middle, false);
            case BY_EARLIER -> marks.target(centre, middle, true);
            case WITHOUT_FIGURE -> marks.targetWithoutFigure(centre, middle);
            case ZONE -> marks.zone(centre, end, sample);
            case BASELINE -> marks.baseline(centre, middle);
            case CUT -> marks.cut(x + 8 * unit, middle);
            case ZERO -> marks.zero(centre, sample);
            case ABSENT -> ink.line(g, "———", font, theme.ink, centre, middle, Ink.Align.CENTRE);
            case BRACKETS -> ink.line(g, "( )", font, theme.ink, centre, middle, Ink.Align.CENTRE);
        }
    }

    private void bar(Marks marks, Optional<Relation> bound, boolean provisional, boolean comparable, double from, double to,
            double middle) {
        marks.bar(new BulletRow.Bar(0, bound, provisional, comparable), theme.faint, from, to, middle);
    }
}
