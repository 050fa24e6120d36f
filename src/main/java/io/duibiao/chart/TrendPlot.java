package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.duibiao.chart.TrendChart.Aim;
import io.duibiao.chart.TrendChart.Point;
import io.duibiao.core.Baseline;
import io.duibiao.core.Figure;
import io.duibiao.core.Kind;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Schedule;
import io.duibiao.core.Verdict;
import io.duibiao.core.Waypoint;

/** The series as a line over the years, each target where and when it is due, and below what each verdict says. */
final class TrendPlot extends Body {

    private static final long serialVersionUID = 1L;
    private static final double AIM = 24;
    private static final double FOOT = 26;
    private static final double HEAD = 22;
    private static final double DOT = 4.6;
    private static final int AIMS_SAID = 5;

    private final transient TrendChart chart;
    private final transient Said said;
    private final transient Axis axis;
    private final YearMonth first;
    private final YearMonth last;

    TrendPlot(Pen pen, TrendChart chart, double width) {
        super(pen);
        this.chart = chart;
        this.said = new Said(pen.words());
        this.axis = Axis.of(figures(), chart.indicator().isPercent());
        List<YearMonth> months = Stream.of(chart.points().stream().map(point -> point.period().last()),
                chart.aims().stream().filter(aim -> !Goal.of(aim.verdict()).marks().isEmpty()).map(Aim::due),
                chart.aims().stream().flatMap(aim -> begin(aim).stream()),
                Stream.of(chart.period().last())).flatMap(stream -> stream).toList();
        YearMonth earliest = months.stream().min(Comparator.naturalOrder()).orElseThrow();
        YearMonth latest = months.stream().max(Comparator.naturalOrder()).orElseThrow();
        this.first = YearMonth.of(earliest.getMonthValue() == 12 ? earliest.getYear() : earliest.getYear() - 1, 12);
        this.last = YearMonth.of(Math.max(latest.getYear(), first.getYear() + 1), 12);
    }

    private double[] figures() {
        List<Double> figures = new ArrayList<>();
        chart.points().forEach(point -> point.actual().ifPresent(actual -> figures.add(actual.value())));
        for (Aim aim : chart.aims()) {
            figures.addAll(Goal.of(aim.verdict()).marks());
            aim.course().forEach(step -> figures.add(Actual.number(step.value())));
            projection(aim).ifPresent(value -> figures.add(Actual.number(value)));
            baseline(aim).ifPresent(baseline -> figures.add(baseline.getY()));
        }
        return figures.stream().mapToDouble(figure -> figure).toArray();
    }

    /** Where the way to a target begins, on the picture's scale: months and value. */
    private Optional<Point2D> baseline(Aim aim) {
        if (!aim.course().isEmpty()) {
            Waypoint start = aim.course().get(0);
            return Optional.of(new Point2D.Double(months(start.month()), Actual.number(start.value())));
        }
        boolean otherScale = chart.indicator().kind() == Kind.CUMULATIVE_CHANGE
                || aim.verdict().scheduleReason().filter(reason -> reason == Schedule.Reason.BASIS_MISMATCH).isPresent();
        return otherScale ? Optional.empty()
                : aim.verdict().target().baseline().flatMap(printed -> printed.figure().exact().map(
                        value -> new Point2D.Double(months(printed.period().last()), Actual.number(value))));
    }

    private static Optional<YearMonth> begin(Aim aim) {
        return aim.course().isEmpty()
                ? aim.verdict().target().baseline().map(Baseline::period).map(Period::last)
                : Optional.of(aim.course().get(0).month());
    }

    private static Optional<Quantity> projection(Aim aim) {
        return aim.verdict().projection().map(Verdict.Projection::value);
    }

    private static double months(YearMonth month) {
        return month.getYear() * 12.0 + month.getMonthValue();
    }

    private Optional<Verdict> foremost() {
        return chart.aims().stream().map(Aim::verdict).findFirst();
    }

    /** 内蒙古自治区农村生活污水治理率：2023年32.1%，达标，好于目标值7.1个百分点. */
    @Override
    String finding() {
        String what = say("{0}{1}", "{1}, {0}", chart.region(),
                foremost().map(said::about).orElse(chart.indicator().name()));
        String when = pen.words().in(chart.period());
        Optional<Verdict> verdict = foremost();
        Optional<Point> point = chart.points().stream().filter(one -> one.period().equals(chart.period())).findFirst();
        Printed value = verdict.map(said::actual).orElseGet(() -> said.value(point.flatMap(Point::value), Optional.empty(),
                chart.period(), chart.indicator()));
        boolean known = verdict.isPresent() ? verdict.flatMap(Verdict::value).isPresent()
                : point.flatMap(Point::value).isPresent();
        String head = known
                ? say("{0}：{1}{2}", "{0}: {2} in {1}", what, when,
                        said.measured(value.words(), chart.indicator()) + value.bracketed(pen.words()))
                : say("{0}：{1}无实测值", "{0}: no value for {1}", what, when);
        return head + judged();
    }

    private String judged() {
        List<Verdict> verdicts = chart.aims().stream().map(Aim::verdict).toList();
        if (verdicts.isEmpty()) {
            return say("，没有适用的目标", ", no target applies");
        } else if (verdicts.size() > 1) {
            return say("；{0}个目标中，{1}", "; of {0} targets, {1}", verdicts.size(),
                    said.counts(verdicts.stream().map(Verdict::outcome).toList(), "个"));
        }
        Verdict verdict = verdicts.get(0);
        String gap = verdict.gap().map(found -> say("，{0}", ", {0}", said.distance(verdict, found))).orElse("");
        String pace = verdict.schedule() == Schedule.NOT_APPLICABLE ? ""
                : say("，{0}", ", {0}", said.pace(verdict.schedule()));
        return say("，{0}", ", {0}", verdict.outcome().label()) + gap + pace;
    }

    @Override
    List<Key.Entry> key() {
        return new TrendKey(this).entries();
    }

    TrendChart chart() {
        return chart;
    }

    boolean has(Predicate<Point> is) {
        return chart.points().stream().anyMatch(is);
    }

    boolean hasBaseline() {
        return chart.aims().stream().anyMatch(aim -> baseline(aim).isPresent());
    }

    boolean hasProjection() {
        return chart.aims().stream().anyMatch(aim -> projection(aim).isPresent());
    }

    @Override
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (chart.aims().size() > AIMS_SAID) {
            notes.add(say("另有{0}个目标只在图中标出。", "{0} more targets are only marked in the plot.",
                    chart.aims().size() - AIMS_SAID));
        }
        if (!axis.startsAtZero()) {
            notes.add(say("纵轴不从零起。", "The vertical axis does not start at zero."));
        }
        notes.addAll(chart.source().lines(pen.words(),
                has(point -> point.actual().filter(Actual::provisional).isPresent())));
        return notes;
    }

    @Override
    double height(Density density) {
        double plot = switch (density) {
            case AIRY -> pen.wide() ? 400 : 330;
            case FULL -> 240;
            case TIGHT -> 150;
        };
        return (plot + Math.min(AIMS_SAID, chart.aims().size()) * AIM * linesEach() + 10) * pen.unit();
    }

    /** A verdict takes a line where there is room for it, else two. */
    private int linesEach() {
        return pen.wide() ? 1 : 2;
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double unit = pen.unit();
        int said = Math.min(AIMS_SAID, chart.aims().size());
        double below = (said * AIM * linesEach() + 12) * unit;
        Font small = pen.small();
        double scale = axis.ticks().stream().mapToDouble(tick -> Ink.width(tick.toPlainString(), small)).max().orElse(0);
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + scale + 8 * unit, area.getY() + HEAD * unit,
                area.getWidth() - scale - 8 * unit, area.getHeight() - below - (HEAD + FOOT) * unit);
        new Drawing(g, plot).paint();
        double y = plot.getMaxY() + (FOOT + 6) * unit;
        for (int i = 0; i < said; i++) {
            paintAim(g, i, area, y);
            y += AIM * linesEach() * unit;
        }
    }

    /** ② 2025年 ≥25 · 《规划》 ✓ 达标：好于目标值7.1个百分点；序时进度：提前. */
    private void paintAim(Graphics2D g, int number, Rectangle2D area, double y) {
        double unit = pen.unit();
        Aim aim = chart.aims().get(number);
        Verdict verdict = aim.verdict();
        double middle = y + AIM * unit / 2;
        double icon = Marks.ICON * unit;
        double x = area.getX();
        pen.marks(g).outcome(verdict.outcome(), x + icon / 2, middle);
        pen.ink().mark(verdict.outcome().name(), new Rectangle2D.Double(x, middle - icon / 2, icon, icon));
        x += icon + 6 * unit;
        String label = pen.words().say(verdict.outcome().label());
        pen.ink().line(g, label, pen.strong(), pen.theme().wordsOf(verdict.outcome()), x, middle, Ink.Align.LEFT);
        x += Ink.width(label, pen.strong()) + 10 * unit;
        String target = tag(number) + say("{0}年目标 {1}", "{0} target {1}", aim.due().getYear(),
                said.target(verdict, aim.due().getYear()).whole(pen.words()));
        Font strong = Ink.fitting(target, pen.text(), area.getMaxX() - x, 0.8);
        String shown = Ink.shortened(target, strong, area.getMaxX() - x);
        pen.ink().line(g, shown, strong, pen.theme().ink, x, middle, Ink.Align.LEFT);
        x += Ink.width(shown, strong) + 12 * unit;
        if (!pen.wide()) {
            x = area.getX() + icon + 6 * unit;
            middle += (AIM - 3) * unit;
        }
        String about = about(aim);
        Font small = Ink.fitting(about, pen.small(), area.getMaxX() - x, 0.84);
        pen.ink().line(g, Ink.shortened(about, small, area.getMaxX() - x), small, pen.theme().faint, x, middle, Ink.Align.LEFT);
    }

    private String about(Aim aim) {
        Verdict verdict = aim.verdict();
        List<String> parts = new ArrayList<>();
        String because = said.because(verdict);
        if (!because.isEmpty()) {
            parts.add(because);
        }
        if (verdict.schedule() != Schedule.NOT_APPLICABLE) {
            parts.add(said.pace(verdict.schedule()));
        }
        projection(aim).ifPresent(value -> parts.add(say("按现有走势{0}年约{1}", "about {1} in {0} as it goes",
                aim.projected().getYear(), said.measured(shown(value, verdict), chart.indicator()))));
        if (chart.aims().size() > 1) {
            parts.add(pen.words().say(aim.plan().title()));
        }
        return String.join(say("；", "; "), parts);
    }

    private static String shown(Quantity value, Verdict verdict) {
        return new Quantity(new BigDecimal(value.display(verdict.decimals()))).stripped().toString();
    }

    /** ①; nothing where there is only one target. */
    private String tag(int number) {
        return chart.aims().size() > 1 && number < 10 ? Character.toString('①' + number) + " " : "";
    }

    /** The plot itself, once its place is known. */
    private final class Drawing {

        private final Graphics2D g;
        private final Rectangle2D plot;
        private final Marks marks;
        private final double unit = pen.unit();
        private final double inset;
        private final double insetRight;

        Drawing(Graphics2D g, Rectangle2D plot) {
            this.g = g;
            this.plot = plot;
            this.marks = pen.marks(g);
            this.inset = Math.min(26 * unit, plot.getWidth() * 0.06);
            double widest = 0;
            for (int i = 0; i < chart.aims().size(); i++) {
                boolean atTheEnd = chart.aims().get(i).due().equals(last)
                        && !Goal.of(chart.aims().get(i).verdict()).marks().isEmpty();
                widest = Math.max(widest, atTheEnd ? Ink.width(target(i), pen.strong()) + 20 * unit : 0);
            }
            this.insetRight = Math.max(inset, Math.min(widest, plot.getWidth() * 0.3));
        }

        void paint() {
            paintScale();
            paintYears();
            chart.aims().forEach(this::paintZone);
            chart.aims().forEach(this::paintCourse);
            chart.aims().forEach(this::paintProjection);
            paintLine();
            paintPoints();
            for (int i = 0; i < chart.aims().size(); i++) {
                paintTarget(i);
            }
            paintBaselines();
            paintMissing();
            paintLabels();
        }

        private double x(double months) {
            double share = (months - months(first)) / (months(last) - months(first));
            return plot.getX() + inset + share * (plot.getWidth() - inset - insetRight);
        }

        private double x(YearMonth month) {
            return x(months(month));
        }

        private double y(double value) {
            return plot.getMaxY() - axis.at(value) * plot.getHeight();
        }

        private void paintScale() {
            String unitSaid = said.unit(chart.indicator());
            if (!unitSaid.isEmpty()) {
                pen.ink().line(g, say("单位：{0}", "{0}", unitSaid), pen.small(), pen.theme().faint, plot.getX(),
                        plot.getY() - HEAD * unit / 2, Ink.Align.LEFT);
            }
            for (BigDecimal tick : axis.ticks()) {
                double y = y(tick.doubleValue());
                if (tick.signum() == 0) {
                    obstacle("zero", new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
                }
                marks.rule(plot.getX(), plot.getMaxX(), y, tick.signum() == 0 ? 1.4 : 0.8);
                pen.ink().line(g, tick.toPlainString(), pen.small(), pen.theme().faint, plot.getX() - 8 * unit, y,
                        Ink.Align.RIGHT);
            }
        }

        private void paintYears() {
            int years = last.getYear() - first.getYear();
            double wide = Ink.width(pen.words().year(2020), pen.small()) + 10 * unit;
            int each = (int) Math.max(1, Math.ceil(wide * years / (plot.getWidth() - inset - insetRight)));
            double y = plot.getMaxY() + 14 * unit;
            for (int year = first.getYear(); year <= last.getYear(); year++) {
                double x = x(YearMonth.of(year, 12));
                marks.tick(x, plot.getMaxY());
                if ((last.getYear() - year) % each == 0) {
                    pen.ink().line(g, pen.words().year(year), pen.small(), pen.theme().faint, x, y, Ink.Align.CENTRE);
                }
            }
        }

        /** What keeps a rule that holds in every period is a band; what has to be reached is a post at the due date. */
        private void paintZone(Aim aim) {
            Goal goal = Goal.of(aim.verdict());
            if (!goal.hasZone()) {
                return;
            }
            double top = goal.to() == Double.POSITIVE_INFINITY ? plot.getY() : y(goal.to());
            double bottom = goal.from() == Double.NEGATIVE_INFINITY ? plot.getMaxY() : y(goal.from());
            double x = x(aim.due());
            marks.post(new Rectangle2D.Double(x - 6 * unit, top, 12 * unit, bottom - top));
        }

        private void paintMissing() {
            double step = (x(months(first) + 12) - x(months(first))) * 0.5;
            for (Point point : chart.points()) {
                if (point.actual().isEmpty()) {
                    double wide = Math.min(step, 60 * unit);
                    double high = 18 * unit;
                    double x = x(point.period().last());
                    Rectangle2D at = free(new Rectangle2D.Double(x - wide / 2, plot.getMaxY() - high - 4 * unit, wide, high));
                    marks.emptyTrack(at);
                    String word = missing(point);
                    Font font = Ink.fitting(word, pen.regular(10.5), wide - 4 * unit, 0.8);
                    boolean readable = pen.ink().isFree(at) && Ink.width(word, font) <= wide - 4 * unit;
                    pen.ink().mark("missing", new Rectangle2D.Double(at.getX(), at.getMaxY(), at.getWidth(), 1));
                    if (readable) {
                        pen.ink().line(g, word, font, pen.theme().faint, x, at.getCenterY(), Ink.Align.CENTRE);
                    }
                }
            }
        }

        /** The same field further up, where something else is at the foot of the plot. */
        private Rectangle2D free(Rectangle2D at) {
            double y = at.getY();
            while (y > plot.getY()) {
                Rectangle2D higher = new Rectangle2D.Double(at.getX(), y, at.getWidth(), at.getHeight());
                if (pen.ink().isFree(higher)) {
                    return higher;
                }
                y -= at.getHeight() / 2;
            }
            return at;
        }

        private String missing(Point point) {
            return point.value().map(value -> value.figure() instanceof Figure.Words ? say("文字", "words") : "———")
                    .orElse(say("无数据", "no data"));
        }

        private void paintCourse(Aim aim) {
            List<Waypoint> course = aim.course();
            for (int i = 1; i < course.size(); i++) {
                Waypoint from = course.get(i - 1);
                Waypoint to = course.get(i);
                Line2D leg = new Line2D.Double(x(from.month()), y(Actual.number(from.value())), x(to.month()),
                        y(Actual.number(to.value())));
                marks.course(leg);
                obstacle("schedule", leg);
                if (i < course.size() - 1) {
                    marks.milestone(leg.getX2(), leg.getY2());
                    pen.ink().mark("milestone", square(leg.getX2(), leg.getY2(), 3.5 * unit));
                }
            }
        }

        private void paintProjection(Aim aim) {
            Optional<Point> latest = latest();
            if (projection(aim).isEmpty() || latest.isEmpty()) {
                return;
            }
            Line2D way = new Line2D.Double(x(latest.get().period().last()), y(latest.get().actual().orElseThrow().value()),
                    x(aim.projected()), y(Actual.number(projection(aim).get())));
            marks.dots(way);
            obstacle("projection", way);
            marks.ring(way.getX2(), way.getY2(), DOT * unit);
            pen.ink().mark("projected", square(way.getX2(), way.getY2(), DOT * unit));
        }

        private Optional<Point> latest() {
            return joined().reduce((one, other) -> other);
        }

        private Stream<Point> joined() {
            return chart.points().stream().filter(point -> point.actual().filter(Actual::comparable).isPresent());
        }

        /** The line is broken where a year is missing. */
        private void paintLine() {
            Path2D path = new Path2D.Double();
            boolean pen = false;
            List<Line2D> legs = new ArrayList<>();
            Point2D before = new Point2D.Double();
            for (Point point : chart.points()) {
                Optional<Actual> actual = point.actual().filter(Actual::comparable);
                if (actual.isEmpty()) {
                    pen &= point.actual().isPresent();
                    continue;
                }
                Point2D here = new Point2D.Double(x(point.period().last()), y(actual.get().value()));
                if (pen) {
                    path.lineTo(here.getX(), here.getY());
                    legs.add(new Line2D.Double(before, here));
                } else {
                    path.moveTo(here.getX(), here.getY());
                }
                before = here;
                pen = true;
            }
            marks.series(path);
            legs.forEach(leg -> obstacle("series", leg));
        }

        private void paintPoints() {
            for (Point point : chart.points()) {
                point.actual().ifPresent(actual -> {
                    double x = x(point.period().last());
                    double y = y(actual.value());
                    marks.point(actual, !point.period().isYear(), x, y, DOT * unit);
                    pen.ink().mark("value", square(x, y, DOT * unit));
                    actual.bound().ifPresent(bound -> pen.ink().mark("bound",
                            new Rectangle2D.Double(x - DOT * unit, y - 17 * unit, 2 * DOT * unit, 34 * unit)));
                });
            }
        }

        private void paintTarget(int number) {
            Aim aim = chart.aims().get(number);
            Goal goal = Goal.of(aim.verdict());
            double x = x(aim.due());
            for (double mark : goal.marks()) {
                double y = y(mark);
                double from = begin(aim).map(this::x).orElse(plot.getX() + inset);
                Line2D level = new Line2D.Double(Math.min(from, x - 20 * unit), y, x, y);
                marks.level(level);
                obstacle("target line", level);
                marks.diamondAlone(x, y, goal.byEarlier());
                pen.ink().mark("target", square(x, y, (Marks.DIAMOND + 1) * unit));
            }
        }

        private void paintBaselines() {
            chart.aims().stream().flatMap(aim -> baseline(aim).stream()).distinct().forEach(at -> {
                double x = x(at.getX());
                double tip = tip(at);
                double foot = tip + (tip < y(at.getY()) ? -9 : 9) * unit;
                marks.start(x, tip, foot);
                pen.ink().mark("baseline", new Rectangle2D.Double(x - 5 * unit, Math.min(tip, foot), 10 * unit, 9 * unit));
            });
        }

        /** Under the figure, at the foot of the plot above it. */
        private double tip(Point2D baseline) {
            double y = y(baseline.getY());
            return y + (y + (DOT + 10) * unit > plot.getMaxY() ? -(DOT + 1) : DOT + 1) * unit;
        }

        /** The latest figure, the targets, the projection, then the other figures from the newest back. */
        private void paintLabels() {
            Rectangle2D room = new Rectangle2D.Double(plot.getX() + unit, plot.getY() - 12 * unit, plot.getWidth() - 2 * unit,
                    plot.getHeight() + 10 * unit);
            List<Point> points = chart.points().stream().filter(point -> point.actual().isPresent())
                    .sorted(Comparator.comparing(Point::period).reversed()).toList();
            points.stream().limit(1).forEach(point -> label(point, pen.strong(), room));
            for (int i = 0; i < chart.aims().size(); i++) {
                label(i, room);
            }
            for (Aim aim : chart.aims()) {
                projection(aim).filter(value -> latest().isPresent()).ifPresent(value -> pen.ink().label(g,
                        say("约{0}", "≈ {0}", shown(value, aim.verdict())), pen.small(), pen.theme().faint, room,
                        Ink.beside(x(aim.projected()), y(Actual.number(value)), (DOT + 4) * unit, pen.small())));
            }
            points.stream().skip(1).forEach(point -> label(point, pen.small(), room));
            chart.aims().forEach(aim -> baseline(aim).ifPresent(at -> labelBaseline(aim.verdict(), at, room)));
        }

        /**
         * A path that starts at nought has no baseline that a document prints; one that was measured has its figure already.
         */
        private void labelBaseline(Verdict verdict, Point2D at, Rectangle2D room) {
            boolean measured = chart.points().stream().anyMatch(point -> point.actual().isPresent()
                    && months(point.period().last()) == at.getX() && point.actual().get().value() == at.getY());
            boolean printed = verdict.target().baseline().flatMap(baseline -> baseline.figure().exact())
                    .filter(value -> Actual.number(value) == at.getY()).isPresent();
            if (printed && !measured) {
                double middle = (tip(at) + y(at.getY())) / 2;
                pen.ink().label(g, say("基数 {0}", "baseline {0}", said.baseline(verdict, 0).words()), pen.small(),
                        pen.theme().faint, room, Ink.beside(x(at.getX()), middle, 9 * unit, pen.small()));
            }
        }

        private void label(Point point, Font font, Rectangle2D room) {
            Actual actual = point.actual().orElseThrow();
            Printed value = said.value(point.value(), point.coverage(), point.period(), chart.indicator());
            boolean odd = !point.period().isYear();
            String words = odd ? pen.words().in(point.period()) + " " + value.words() : value.words();
            double far = actual.bound().isPresent() ? 17 : DOT + 2;
            pen.ink().label(g, words + value.bracketed(pen.words()), font,
                    actual.comparable() ? pen.theme().ink : pen.theme().faint, room,
                    Ink.around(x(point.period().last()), y(actual.value()), far * unit, font));
        }

        /** ② 目标 ≥25. */
        private String target(int number) {
            Verdict verdict = chart.aims().get(number).verdict();
            return tag(number)
                    + say("目标 {0}", "target {0}", said.target(verdict, chart.aims().get(number).due().getYear()).words());
        }

        private void label(int number, Rectangle2D room) {
            Aim aim = chart.aims().get(number);
            Goal goal = Goal.of(aim.verdict());
            String words = target(number);
            for (double mark : goal.marks()) {
                List<Ink.Spot> spots = Ink.beside(x(aim.due()), y(mark), (Marks.DIAMOND + 3) * unit, pen.strong());
                if (!pen.ink().label(g, words, pen.strong(), pen.theme().ink, room, spots)) {
                    pen.ink().label(g, tag(number).strip(), pen.strong(), pen.theme().ink, room, spots);
                }
            }
        }

        /** Small boxes along a line, so that no word is put on it. */
        private void obstacle(String what, Line2D line) {
            double length = Point2D.distance(line.getX1(), line.getY1(), line.getX2(), line.getY2());
            int steps = (int) Math.max(1, length / (6 * unit));
            for (int i = 0; i <= steps; i++) {
                double share = (double) i / steps;
                pen.ink().mark(what, square(line.getX1() + share * (line.getX2() - line.getX1()),
                        line.getY1() + share * (line.getY2() - line.getY1()), 1.6 * unit));
            }
        }

        private Rectangle2D square(double x, double y, double half) {
            return new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
        }
    }
}
