package io.duibiao.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.duibiao.core.Outcome;

/** Twelve tiles in seven columns and four rows; what they have in common stands where no league lies. */
final class TilePlot extends Body {

    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 7;
    private static final int ROWS = 4;
    private static final double GAP = 6;

    /** Column and row of each league by its code. */
    private static final Map<String, List<Integer>> POSITIONS = Map.ofEntries(Map.entry("150700", List.of(7, 1)),
            Map.entry("152200", List.of(7, 2)), Map.entry("152500", List.of(5, 2)), Map.entry("150500", List.of(7, 3)),
            Map.entry("150400", List.of(6, 3)), Map.entry("150900", List.of(5, 3)), Map.entry("150100", List.of(4, 3)),
            Map.entry("150200", List.of(3, 3)), Map.entry("150800", List.of(2, 3)), Map.entry("152900", List.of(1, 4)),
            Map.entry("150300", List.of(2, 4)), Map.entry("150600", List.of(3, 4)));

    private final transient Regions regions;
    private final transient Said said;
    private final double width;

    TilePlot(Pen pen, Regions regions, double width) {
        super(pen);
        this.regions = regions;
        this.said = new Said(pen.words());
        this.width = width;
    }

    /** The codes of the regions that have a place. */
    static Set<String> placed() {
        return POSITIONS.keySet();
    }

    @Override
    String finding() {
        return say("盟市方位格 · {0}", "Leagues by position: {0}", regions.finding(said));
    }

    @Override
    List<Key.Entry> key() {
        return FieldKey.of(regions.places(), pen);
    }

    @Override
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(say("盟市方位格：示意排列，不代表行政边界。",
                "Tiles show where the leagues lie to each other; they are no administrative boundaries."));
        notes.addAll(regions.notes(said));
        return notes;
    }

    @Override
    double height(Density density) {
        double wide = width / COLUMNS;
        double high = switch (density) {
            case AIRY -> Math.max(96 * pen.unit(), wide * 0.78);
            case FULL -> 84 * pen.unit();
            case TIGHT -> 70 * pen.unit();
        };
        return ROWS * high;
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double unit = pen.unit();
        double gap = GAP * unit;
        double wide = (area.getWidth() - (COLUMNS - 1) * gap) / COLUMNS;
        double high = Math.min((area.getHeight() - 12 * unit - (ROWS - 1) * gap) / ROWS, wide * (pen.wide() ? 0.95 : 1.35));
        double room = wide - (14 + Marks.ICON) * unit;
        boolean besideShape = regions.places().stream()
                .allMatch(place -> Ink.width(label(place), pen.bold(11.5)) * 0.8 <= room);
        for (Place place : regions.places()) {
            List<Integer> at = POSITIONS.getOrDefault(place.region().code(), List.of());
            if (!at.isEmpty()) {
                paintTile(g, place, new Rectangle2D.Double(area.getX() + (at.get(0) - 1) * (wide + gap),
                        area.getY() + (at.get(1) - 1) * (high + gap), wide, high), besideShape);
            }
        }
        paintSummary(g, pen.marks(g), new Rectangle2D.Double(area.getX(), area.getY(), 4 * (wide + gap) - 2 * gap,
                2 * (high + gap) - 2 * gap));
    }

    /**
     * The lines of a tile one under another, smaller where it is too low for them; the shape stands where the words leave room.
     */
    private void paintTile(Graphics2D g, Place place, Rectangle2D tile, boolean labelBesideShape) {
        Outcome outcome = place.outcome();
        Optional<Actual> actual = place.actual();
        pen.marks(g).field(tile, outcome, actual.filter(Actual::provisional).isPresent(), FieldKey.isJudged(place));
        double unit = pen.unit();
        double room = tile.getWidth() - 10 * unit;
        Printed value = value(place);
        String shown = actual.isPresent() || !labelBesideShape ? value.words() : said.instead(place.value());
        Font strong = actual.isPresent() ? pen.bold(18) : pen.regular(11.5);
        List<String> label = labelBesideShape ? List.of(label(place))
                : Ink.wrapped(label(place), pen.bold(10.5), room, 2);
        Font small = labelBesideShape ? pen.bold(11.5) : pen.bold(10.5);
        double wanted = Ink.lineHeight(pen.strong()) + Ink.lineHeight(strong) + label.size() * Ink.lineHeight(small)
                + (value.note().isEmpty() ? 0 : Ink.lineHeight(pen.regular(10))) + 4 * unit;
        double size = Math.min(1, (tile.getHeight() - 8 * unit) / wanted);
        Column column = new Column(g, tile.getCenterX(), tile.getCenterY() - wanted * size / 2, room, size);
        column.line(pen.words().say(place.shortName()), pen.strong(), pen.theme().ink);
        Color ink = actual.isPresent() ? pen.theme().ink : pen.theme().faint;
        if (labelBesideShape) {
            column.line(shown, strong, ink);
            column.line(outcome, label.get(0), small, pen.theme().wordsOf(outcome));
        } else {
            column.line(outcome, shown, strong, ink);
            label.forEach(line -> column.line(line, small, pen.theme().wordsOf(outcome)));
        }
        column.line(value.note(), pen.regular(10), pen.theme().faint);
    }

    private Printed value(Place place) {
        return place.verdict().map(said::actual)
                .orElseGet(() -> said.value(place.value(), Optional.empty(), regions.period(), regions.indicator()));
    }

    private String label(Place place) {
        return place.verdict().map(verdict -> pen.words().say(verdict.outcome().label())).orElse(say("没有目标", "no target"));
    }

    /** Lines about one middle, each under the one before. */
    private final class Column {

        private final Graphics2D g;
        private final double centre;
        private final double room;
        private final double size;
        private double y;

        Column(Graphics2D g, double centre, double top, double room, double size) {
            this.g = g;
            this.centre = centre;
            this.y = top;
            this.room = room;
            this.size = size;
        }

        void line(String words, Font font, Color colour) {
            Font fitting = fitting(words, font, room);
            pen.ink().line(g, Ink.shortened(words, fitting, room), fitting, colour, centre, next(font), Ink.Align.CENTRE);
        }

        /** The words behind the shape of an outcome. */
        void line(Outcome outcome, String words, Font font, Color colour) {
            double icon = Marks.ICON * pen.unit() * size;
            double gap = 4 * pen.unit();
            Font fitting = fitting(words, font, room - icon - gap);
            String shown = Ink.shortened(words, fitting, room - icon - gap);
            double left = centre - (icon + gap + Ink.width(shown, fitting)) / 2;
            double middle = next(font);
            new Marks(g, pen.theme(), pen.unit() * size, 0).outcome(outcome, left + icon / 2, middle);
            pen.ink().mark(outcome.name(), new Rectangle2D.Double(left, middle - icon / 2, icon, icon));
            pen.ink().line(g, shown, fitting, colour, left + icon + gap, middle, Ink.Align.LEFT);
        }

        private Font fitting(String words, Font font, double space) {
            return Ink.fitting(words, font.deriveFont((float) (font.getSize2D() * size)), space, 0.75);
        }

        private double next(Font font) {
            double high = Ink.lineHeight(font) * size;
            y += high;
            return y - high / 2;
        }
    }

    /** What is measured, what is demanded, and how many there are of each outcome. */
    private void paintSummary(Graphics2D g, Marks marks, Rectangle2D area) {
        double unit = pen.unit();
        double y = area.getY() + 4 * unit;
        y = lines(g, said.withUnit(pen.words().say(regions.indicator().name()), regions.indicator()), pen.strong(),
                new Point2D.Double(area.getX(), y), area.getWidth(), 2);
        String target = regions.target(said).orElse("");
        if (!target.isEmpty()) {
            y = lines(g, target, pen.text(), new Point2D.Double(area.getX(), y + 2 * unit), area.getWidth(), 1);
        }
        y += 6 * unit;
        double icon = Marks.ICON * unit;
        double step = 23 * unit;
        for (Outcome outcome : Outcome.values()) {
            long count = regions.places().stream().filter(place -> place.verdict().isPresent())
                    .filter(place -> place.outcome() == outcome).count();
            if (count == 0 || y + step > area.getMaxY()) {
                continue;
            }
            double middle = y + step / 2;
            marks.outcome(outcome, area.getX() + icon / 2, middle);
            pen.ink().mark(outcome.name(), new Rectangle2D.Double(area.getX(), middle - icon / 2, icon, icon));
            pen.ink().line(g, say("{0} {1}个", "{0}: {1}", outcome.label(), count), pen.text(), pen.theme().ink,
                    area.getX() + icon + 7 * unit, middle, Ink.Align.LEFT);
            y += step;
        }
    }

    private double lines(Graphics2D g, String words, Font font, Point2D at, double room, int most) {
        List<String> lines = Ink.wrapped(words, font, room, most);
        double high = lines.size() * Ink.lineHeight(font);
        pen.ink().lines(g, lines, font, pen.theme().ink, at.getX(), at.getY() + high / 2, Ink.Align.LEFT);
        return at.getY() + high;
    }
}
