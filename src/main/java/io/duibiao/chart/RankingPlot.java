package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.duibiao.chart.RankingRows.Row;
import io.duibiao.core.Outcome;
import io.duibiao.core.Verdict;

/** One row for each region on one scale: rank, name, bar, figure, outcome; a line across all rows where all have one target. */
final class RankingPlot extends Body {

    private static final long serialVersionUID = 1L;
    private static final double HEAD = 54;
    private static final double GAP = 14;

    private static double rowHeight(Density density) {
        return switch (density) {
            case AIRY -> 34;
            case FULL -> 28;
            case TIGHT -> 19;
        };
    }

    private final transient RankingRows said;
    private final transient Regions regions;
    private final transient List<Row> first;
    private final transient List<Row> last;
    private final String rest;
    private final boolean common;
    private final double rankWidth;
    private final double nameWidth;
    private final double valueWidth;
    private final double outcomeWidth;
    private final double trackWidth;
    private double rowHeight;

    RankingPlot(Pen pen, RankingRows said, double width, int shown) {
        super(pen);
        this.said = said;
        this.regions = said.regions();
        this.common = regions.common().isPresent();
        List<Place> all = regions.places();
        int known = (int) all.stream().filter(place -> place.actual().isPresent()).count();
        // Those without a value come last and are the first to be left out, then those in the middle.
        int top = shown >= known ? shown : (shown + 1) / 2;
        int bottom = shown - top;
        this.first = said.rows(0, top);
        this.last = said.rows(known - bottom, known);
        List<Place> others = new ArrayList<>(all.subList(top, Math.max(top, known - bottom)));
        others.addAll(all.subList(Math.max(top, known), all.size()));
        this.rest = rest(others);
        double unit = pen.unit();
        double gap = GAP * unit;
        List<Row> rows = Stream.concat(first.stream(), last.stream()).toList();
        double space = width - 4 * gap;
        this.rankWidth = widest(rows.stream().map(Row::rank), pen.small());
        this.nameWidth = Math.min(space * (pen.wide() ? 0.22 : 0.25), widest(rows.stream().map(Row::name), pen.text()));
        this.valueWidth = Math.min(space * 0.2,
                Math.max(widest(rows.stream().map(row -> row.value().whole(pen.words())), pen.strong()),
                        Ink.width(said.head(), pen.bold(11.5))));
        double labels = widest(rows.stream().map(Row::label), pen.strong()) + (Marks.ICON + 6) * unit;
        this.outcomeWidth = Math.min(space * 0.34, pen.wide() ? Math.max(labels, space * 0.3) : labels);
        this.trackWidth = space - rankWidth - nameWidth - valueWidth - outcomeWidth;
    }

    private String rest(List<Place> others) {
        if (others.isEmpty()) {
            return "";
        }
        long missing = others.stream().filter(place -> place.actual().isEmpty()).count();
        List<Outcome> outcomes = others.stream().filter(place -> place.actual().isPresent())
                .flatMap(place -> place.verdict().stream()).map(Verdict::outcome).toList();
        long unasked = others.size() - missing - outcomes.size();
        List<String> parts = new ArrayList<>();
        if (!outcomes.isEmpty()) {
            parts.add(said.counts(outcomes));
        }
        if (unasked > 0) {
            parts.add(say("{0}个没有适用的目标", "{0} without a target", unasked));
        }
        if (missing > 0) {
            parts.add(say("{0}个无实测值", "{0} without a value", missing));
        }
        return say("…… 另有{0}个{1}未画出：{2}", "… {0} more {1} are not drawn: {2}", others.size(), regions.noun(),
                String.join(say("，", ", "), parts));
    }

    private static double widest(Stream<String> words, Font font) {
        return words.mapToDouble(one -> Ink.width(one, font)).max().orElse(0);
    }

    @Override
    String finding() {
        return said.finding();
    }

    @Override
    List<Key.Entry> key() {
        return new TrackKey(Stream.concat(first.stream(), last.stream()).map(Row::track).toList(), false, pen).entries();
    }

    @Override
    List<String> notes() {
        return said.notes();
    }

    private int lines() {
        return first.size() + last.size() + (rest.isEmpty() ? 0 : 1);
    }

    @Override
    double height(Density density) {
        return (regions.places().isEmpty() ? 220 : HEAD + lines() * rowHeight(density)) * pen.unit();
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double unit = pen.unit();
        if (regions.places().isEmpty()) {
            paintNothing(g, area, say("没有可以比较的地区", "There are no regions to compare"),
                    say("可改选上级地区", "Try the region above"));
            return;
        }
        double fitting = (area.getHeight() - (HEAD + 12) * unit) / lines();
        rowHeight = Math.min(fitting, rowHeight(Density.AIRY) * unit * 1.6);
        Marks marks = pen.marks(g, Math.min(15.5 * unit, rowHeight / 2 - 1.5 * unit));
        double gap = GAP * unit;
        double name = area.getX() + rankWidth + (rankWidth > 0 ? gap : 0);
        double track = name + nameWidth + gap;
        double valueEnd = track + trackWidth + gap + valueWidth;
        double outcome = valueEnd + gap;
        double outcomeWide = area.getMaxX() - outcome;
        double y = area.getY() + HEAD * unit;
        paintHead(g, area, new double[] { name, track, valueEnd, outcome, outcomeWide });
        marks.rule(area.getX(), area.getMaxX(), y, 1.4);
        double top = y;
        for (Row row : first) {
            paintRow(g, marks, row, new double[] { area.getX(), name, track, valueEnd, outcome, outcomeWide }, y);
            y += rowHeight;
            marks.rule(area.getX(), area.getMaxX(), y, 0.8);
        }
        double foot = y;
        if (!rest.isEmpty()) {
            pen.ink().line(g, Ink.shortened(rest, pen.small(), area.getMaxX() - name), pen.small(), pen.theme().faint, name,
                    y + rowHeight / 2, Ink.Align.LEFT);
            y += rowHeight;
            marks.rule(area.getX(), area.getMaxX(), y, 0.8);
        }
        paintCommonTarget(marks, track, top, foot, true);
        double again = y;
        for (Row row : last) {
            paintRow(g, marks, row, new double[] { area.getX(), name, track, valueEnd, outcome, outcomeWide }, y);
            y += rowHeight;
            marks.rule(area.getX(), area.getMaxX(), y, 0.8);
        }
        if (!last.isEmpty()) {
            paintCommonTarget(marks, track, again, y, false);
        }
    }

    private void paintHead(Graphics2D g, Rectangle2D area, double[] x) {
        double unit = pen.unit();
        double middle = area.getY() + HEAD * unit * 0.72;
        Font head = pen.bold(11.5);
        pen.ink().line(g, Ink.shortened(say("{0}", "Region", regions.noun()), head, nameWidth), head, pen.theme().faint, x[0],
                middle,
                Ink.Align.LEFT);
        Ink.Block measured = Ink.block(said.head(), head, valueWidth, HEAD * unit * 0.56);
        pen.ink().lines(g, measured.lines(), measured.font(), pen.theme().faint, x[2], middle, Ink.Align.RIGHT);
        pen.ink().line(g, Ink.shortened(say("评价", "Verdict"), head, x[4]), head, pen.theme().faint, x[3], middle,
                Ink.Align.LEFT);
        String target = said.target();
        Optional<Double> mark = commonMark();
        String shown = Ink.shortened(target, head, area.getMaxX() - x[1]);
        double wide = Ink.width(shown, head);
        double centre = mark.map(at -> first.get(0).track().place(new Rectangle2D.Double(x[1], 0, trackWidth, 1), at))
                .orElse(x[1] + wide / 2);
        // Near the line's head where it keeps to the column of the bars, else above the other heads.
        double end = wide <= trackWidth ? x[1] + trackWidth : area.getMaxX();
        double left = Math.max(x[1], Math.min(end - wide, centre - wide / 2));
        pen.ink().line(g, shown, head, pen.theme().ink, left,
                area.getY() + HEAD * unit * (wide <= trackWidth ? 0.53 : 0.24), Ink.Align.LEFT);
    }

    private Optional<Double> commonMark() {
        return common && !first.isEmpty() ? regions.common().flatMap(verdict -> Goal.of(verdict).marks().stream().findFirst())
                : Optional.empty();
    }

    /** One line through the rows, the first time with its head above them. */
    private void paintCommonTarget(Marks marks, double track, double top, double foot, boolean headed) {
        double r = Marks.DIAMOND * pen.unit();
        regions.common().map(Goal::of).ifPresent(goal -> {
            for (double mark : goal.marks()) {
                double x = first.get(0).track().place(new Rectangle2D.Double(track, 0, trackWidth, 1), mark);
                marks.targetLine(x, top, foot);
                if (headed) {
                    marks.diamondAlone(x, top - r, goal.byEarlier());
                    pen.ink().mark("target", new Rectangle2D.Double(x - r, top - 2 * r, 2 * r, 2 * r));
                }
            }
        });
    }

    private void paintRow(Graphics2D g, Marks marks, Row row, double[] x, double y) {
        double unit = pen.unit();
        double middle = y + rowHeight / 2;
        double high = Math.min(Marks.TRACK * unit, rowHeight - 3 * unit);
        Rectangle2D track = new Rectangle2D.Double(x[2], middle - high / 2, trackWidth, high);
        pen.ink().line(g, row.rank(), pen.small(), pen.theme().faint, x[0] + rankWidth, middle, Ink.Align.RIGHT);
        Ink.Block name = Ink.block(row.name(), pen.text(), nameWidth, rowHeight - 3 * unit);
        pen.ink().lines(g, name.lines(), name.font(), pen.theme().ink, x[1], middle, Ink.Align.LEFT);
        if (common || row.track().goal().marks().isEmpty()) {
            row.track().paintWithoutTarget(g, marks, pen, track);
        } else {
            row.track().paint(g, marks, pen, track, 0);
        }
        String value = row.value().whole(pen.words());
        Font strong = Ink.fitting(value, pen.strong(), valueWidth, 0.8);
        pen.ink().line(g, Ink.shortened(value, strong, valueWidth), strong, pen.theme().ink, x[3], middle, Ink.Align.RIGHT);
        paintOutcome(g, marks, row, x[4], x[5], middle);
    }

    private void paintOutcome(Graphics2D g, Marks marks, Row row, double x, double width, double middle) {
        double unit = pen.unit();
        double icon = Marks.ICON * unit;
        double left = x + icon + 6 * unit;
        double room = width - icon - 6 * unit;
        marks.outcome(row.outcome(), x + icon / 2, middle);
        pen.ink().mark(row.outcome().name(), new Rectangle2D.Double(x, middle - icon / 2, icon, icon));
        String label = Ink.shortened(row.label(), pen.strong(), room);
        pen.ink().line(g, label, pen.strong(), pen.theme().wordsOf(row.outcome()), left, middle, Ink.Align.LEFT);
        if (pen.wide()) {
            double after = left + Ink.width(label, pen.strong()) + 8 * unit;
            Ink.Block because = Ink.block(row.because(), pen.small(), x + width - after, rowHeight - 3 * unit);
            pen.ink().lines(g, because.lines(), because.font(), pen.theme().faint, after, middle, Ink.Align.LEFT);
        }
    }
}
