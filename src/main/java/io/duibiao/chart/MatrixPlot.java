package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.duibiao.core.Attribute;
import io.duibiao.core.Language;
import io.duibiao.core.Region;
import io.duibiao.core.Target;
import io.duibiao.core.Verdict;

/** A field for each target and region, tinted and marked by its verdict, with the figure where there is room for it. */
final class MatrixPlot extends Body {

    private static final long serialVersionUID = 1L;
    private static final double LEAST_COLUMN = 24;

    private static double rowHeight(Density density) {
        return switch (density) {
            case AIRY -> 44;
            case FULL -> 38;
            case TIGHT -> 20;
        };
    }

    /** A target as its row shows it. */
    private record Row(String name, boolean binding, String target, List<Place> places, List<Boolean> applies) {
    }

    private final transient MatrixChart chart;
    private final transient Said said;
    private final transient List<Row> rows;
    private final transient List<Region> columns;
    private final int leftOut;
    private final double nameWidth;
    private final double targetWidth;
    private final double columnWidth;
    private final double headHeight;
    private double rowHeight;

    MatrixPlot(Pen pen, MatrixChart chart, double width, int leftOut) {
        super(pen);
        this.chart = chart;
        this.said = new Said(pen.words());
        this.leftOut = leftOut;
        this.nameWidth = width * (pen.wide() ? 0.22 : 0.27);
        this.targetWidth = pen.wide() ? width * 0.11 : 0;
        double space = width - nameWidth - targetWidth;
        int fitting = Math.max(1, (int) (space / (LEAST_COLUMN * pen.unit())));
        this.columns = chart.regions().subList(0, Math.min(fitting, chart.regions().size()));
        this.columnWidth = Math.min(space / Math.max(1, columns.size()), 150 * pen.unit());
        this.rows = chart.stretch().of(chart.targets(), leftOut).stream().map(this::row).toList();
        this.headHeight = columns.stream().mapToDouble(this::headHeight).max().orElse(0) + 12 * pen.unit();
    }

    private Row row(Target target) {
        Map<String, Verdict> verdicts = chart.judged().getOrDefault(target.id(), Map.of());
        List<Place> places = columns.stream().map(region -> {
            Optional<Verdict> verdict = Optional.ofNullable(verdicts.get(region.code()));
            return new Place(region, verdict, verdict.flatMap(Verdict::value));
        }).toList();
        Optional<Verdict> any = verdicts.values().stream().findFirst();
        return new Row(any.map(said::indicator).orElse(""), target.attribute() == Attribute.BINDING,
                any.map(verdict -> said.target(verdict, chart.plan().endYear()).whole(pen.words())).orElse(""), places,
                places.stream().map(place -> place.verdict().isPresent()).toList());
    }

    private List<Verdict> shown() {
        return rows.stream().flatMap(row -> row.places().stream()).flatMap(place -> place.verdict().stream()).toList();
    }

    private List<Verdict> all() {
        return chart.verdicts();
    }

    @Override
    String finding() {
        List<Verdict> all = all();
        String about = said.about(chart.region(), chart.plan());
        if (all.isEmpty()) {
            return say("{0}：{1}没有适用的目标", "{0}: no target applies in {1}", about, pen.words().in(chart.period()));
        }
        return say("{0}：{1}{2}项目标对{3}个地区的{4}次评价中，{5}", "{0}: of {4} verdicts on {2} targets in {3} regions in {1}, {5}",
                about, pen.words().in(chart.period()), chart.targets().size(), chart.regions().size(), all.size(),
                said.counts(all.stream().map(Verdict::outcome).toList(), "次"));
    }

    @Override
    List<Key.Entry> key() {
        List<Place> shown = rows.stream().flatMap(row -> row.places().stream()).filter(place -> place.verdict().isPresent())
                .toList();
        List<Key.Entry> entries = new ArrayList<>(FieldKey.of(shown, pen));
        if (rows.stream().anyMatch(row -> row.applies().contains(false))) {
            entries.add(Key.Entry.printed(say("目标不适用", "the target does not apply"), "·"));
        }
        if (rows.stream().anyMatch(Row::binding)) {
            entries.add(Key.Entry.drawn(say("约束性", "binding"), (marks, at) -> marks.bindingBar(at.getCenterX(), at)));
        }
        return entries;
    }

    @Override
    List<String> notes() {
        List<String> notes = new ArrayList<>(chart.stretch().notes(pen.words(), leftOut));
        int more = chart.regions().size() - columns.size();
        if (more > 0) {
            notes.add(say("限于图宽，图中只画出前{0}个地区，另有{1}个未画出。",
                    "Only the first {0} regions are drawn; {1} more do not fit this width.", columns.size(), more));
        }
        if (all().stream().anyMatch(Verdict::reference)) {
            notes.add(say("没有自身目标的地区参照上级地区的目标，不计入评分。",
                    "Regions without a target of their own are compared with that of the region above and count in no score."));
        }
        said.partial(shown()).ifPresent(notes::add);
        notes.addAll(chart.source().lines(pen.words(), all().stream().anyMatch(Said::isProvisional)));
        return notes;
    }

    @Override
    double height(Density density) {
        return rows.isEmpty() ? 220 * pen.unit() : headHeight + rows.size() * rowHeight(density) * pen.unit();
    }

    private Font headFont() {
        return pen.bold(11.5);
    }

    private String head(Region region) {
        return pen.words().say(new Place(region, Optional.empty(), Optional.empty()).shortName());
    }

    /** On one line, or on two that break between words, where they fit the column; empty where not even that is enough. */
    private List<String> flat(String head) {
        double room = columnWidth - 4 * pen.unit();
        List<String> lines = Ink.wrapped(head, headFont(), room, 2);
        boolean whole = Ink.isWhole(head, lines);
        boolean between = pen.words().language() == Language.ZH
                || List.of(head.split(" ")).containsAll(lines.stream().flatMap(line -> Stream.of(line.split(" "))).toList());
        return whole && between ? lines : List.of();
    }

    private double headHeight(Region region) {
        String head = head(region);
        int lines = flat(head).size();
        if (lines > 0) {
            return lines * Ink.lineHeight(headFont());
        }
        return pen.words().language() == Language.ZH ? head.length() * 14 * pen.unit()
                : Math.min(150 * pen.unit(), Ink.width(head, headFont()) + 4 * pen.unit());
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double unit = pen.unit();
        if (rows.isEmpty()) {
            paintNothing(g, area, say("该规划没有适用于这些地区的目标", "The plan sets no target that applies to these regions"),
                    say("可改选其他规划或其他时期", "Try another plan or another period"));
            return;
        }
        rowHeight = Math.min((area.getHeight() - headHeight - 12 * unit) / rows.size(), rowHeight(Density.AIRY) * unit * 1.5);
        Marks marks = pen.marks(g);
        double x = area.getX() + nameWidth + targetWidth;
        double y = area.getY() + headHeight;
        for (int i = 0; i < columns.size(); i++) {
            paintHead(g, head(columns.get(i)), x + (i + 0.5) * columnWidth, y - 6 * unit);
        }
        pen.ink().line(g, Ink.shortened(say("指标", "Indicator"), headFont(), nameWidth - 20 * unit), headFont(),
                pen.theme().faint, area.getX() + 10 * unit, y - 14 * unit, Ink.Align.LEFT);
        if (targetWidth > 0) {
            pen.ink().line(g, say("目标", "Target"), headFont(), pen.theme().faint, area.getX() + nameWidth, y - 14 * unit,
                    Ink.Align.LEFT);
        }
        marks.rule(area.getX(), x + columns.size() * columnWidth, y, 1.4);
        for (Row row : rows) {
            paintRow(g, marks, row, area.getX(), y);
            y += rowHeight;
        }
        marks.rule(area.getX(), x + columns.size() * columnWidth, y, 0.8);
    }

    private void paintHead(Graphics2D g, String head, double centre, double bottom) {
        Font font = headFont();
        double unit = pen.unit();
        List<String> flat = flat(head);
        if (!flat.isEmpty()) {
            pen.ink().lines(g, flat, font, pen.theme().ink, centre, bottom - flat.size() * Ink.lineHeight(font) / 2,
                    Ink.Align.CENTRE);
        } else if (pen.words().language() == Language.ZH) {
            for (int i = 0; i < head.length(); i++) {
                pen.ink().line(g, head.substring(i, i + 1), font, pen.theme().ink, centre,
                        bottom - (head.length() - i - 0.5) * 14 * unit, Ink.Align.CENTRE);
            }
        } else {
            pen.ink().upright(g, Ink.abridged(head, font, 146 * unit), font, pen.theme().ink, centre, bottom);
        }
    }

    private void paintRow(Graphics2D g, Marks marks, Row row, double left, double y) {
        double unit = pen.unit();
        double middle = y + rowHeight / 2;
        if (row.binding()) {
            marks.bindingBar(left + 2 * unit, new Rectangle2D.Double(left, y + 3 * unit, 4 * unit, rowHeight - 6 * unit));
        }
        Font font = pen.regular(12);
        double room = nameWidth - 20 * unit;
        Ink.Block name = Ink.block(row.name(), font, room, rowHeight - 3 * unit);
        pen.ink().lines(g, name.lines(), name.font(), pen.theme().ink, left + 10 * unit, middle, Ink.Align.LEFT);
        if (targetWidth > 0) {
            Font small = pen.regular(11);
            Ink.Block target = Ink.block(row.target(), small, targetWidth - 10 * unit, rowHeight - 3 * unit);
            pen.ink().lines(g, target.lines(), target.font(), pen.theme().faint, left + nameWidth, middle, Ink.Align.LEFT);
        }
        double x = left + nameWidth + targetWidth;
        for (Place place : row.places()) {
            paintField(g, marks, place, new Rectangle2D.Double(x + unit, y + unit, columnWidth - 2 * unit,
                    rowHeight - 2 * unit));
            x += columnWidth;
        }
    }

    private void paintField(Graphics2D g, Marks marks, Place place, Rectangle2D at) {
        double unit = pen.unit();
        if (place.verdict().isEmpty()) {
            pen.ink().line(g, "·", pen.text(), pen.theme().faint, at.getCenterX(), at.getCenterY(), Ink.Align.CENTRE);
            return;
        }
        Verdict verdict = place.verdict().get();
        boolean provisional = place.actual().filter(Actual::provisional).isPresent();
        marks.field(at, verdict.outcome(), provisional, FieldKey.isJudged(place));
        String value = place.actual().isPresent() ? said.actual(verdict).words() : say("无", "–");
        Font font = Ink.fitting(value, pen.regular(11.5), at.getWidth() - 4 * unit, 0.8);
        double icon = Math.min(Marks.ICON * unit, at.getHeight() - 4 * unit);
        boolean readable = Ink.width(value, font) <= at.getWidth() - 4 * unit;
        double beside = icon + 5 * unit + Ink.width(value, font);
        double hatch = Math.min(5 * unit, at.getHeight() / 5);
        Rectangle2D free = new Rectangle2D.Double(at.getX(), at.getY(), at.getWidth(),
                at.getHeight() - (provisional ? hatch : 0));
        // One under the other in all fields or in none, whether hatched or not.
        if (readable && at.getHeight() - hatch >= icon + Ink.lineHeight(font)) {
            double block = icon + Ink.lineHeight(font);
            icon(marks, verdict, icon, free.getCenterX(), free.getCenterY() - block / 2 + icon / 2);
            pen.ink().line(g, value, font, pen.theme().ink, free.getCenterX(),
                    free.getCenterY() + block / 2 - Ink.lineHeight(font) / 2, Ink.Align.CENTRE);
        } else if (besideShape(icon, font) && beside <= free.getWidth() - 4 * unit
                && free.getHeight() >= 0.85 * Ink.lineHeight(font)) {
            double left = free.getCenterX() - beside / 2;
            icon(marks, verdict, icon, left + icon / 2, free.getCenterY());
            pen.ink().line(g, value, font, pen.theme().ink, left + icon + 5 * unit, free.getCenterY(), Ink.Align.LEFT);
        } else {
            icon(marks, verdict, icon, free.getCenterX(), free.getCenterY());
        }
    }

    /** Beside their shapes figures stand in all fields or in none. */
    private boolean besideShape(double icon, Font font) {
        return icon + Ink.width("100.0", font) <= columnWidth - 11 * pen.unit();
    }

    private void icon(Marks marks, Verdict verdict, double size, double x, double y) {
        new Marks(marks.g(), marks.theme(), size / Marks.ICON, marks.reach()).outcome(verdict.outcome(), x, y);
        pen.ink().mark(verdict.outcome().name(), new Rectangle2D.Double(x - size / 2, y - size / 2, size, size));
    }
}
