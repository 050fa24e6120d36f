package io.duibiao.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.duibiao.chart.TrendChart.Point;
import io.duibiao.core.Relation;

/** What the marks of a trend mean, those that occur. */
final class TrendKey {

    private final Pen pen;
    private final List<Key.Entry> entries = new ArrayList<>();

    TrendKey(TrendPlot plot) {
        this.pen = plot.pen;
        TrendChart chart = plot.chart();
        double r = 4.2 * pen.unit();
        add(plot.has(point -> is(point, false, false)), "实际值", "actual", (marks, at) -> {
            marks.series(middle(at));
            point(marks, at, new Actual(0, Optional.empty(), false, true), false, r);
        });
        add(plot.has(point -> is(point, true, false)), "快报值，尚未核定", "provisional, not yet audited",
                (marks, at) -> {
                    marks.series(middle(at));
                    point(marks, at, new Actual(0, Optional.empty(), true, true), false, r);
                });
        add(plot.has(point -> point.actual().flatMap(Actual::bound).isPresent()), "只给出界限，箭头指向可能的一侧",
                "only a bound: the true figure lies where the arrows point",
                (marks, at) -> point(marks, at, new Actual(0, Optional.of(Relation.AT_LEAST), false, true), false, r * 0.8));
        add(plot.has(point -> point.actual().isPresent() && !point.period().isYear()), "不足一年的数", "a part of a year",
                (marks, at) -> point(marks, at, new Actual(0, Optional.empty(), false, true), true, r));
        add(plot.has(point -> point.actual().filter(actual -> !actual.comparable()).isPresent() && point.period().isYear()),
                "口径或基期不同，不与目标比较", "other basis or base year: not compared",
                (marks, at) -> point(marks, at, new Actual(0, Optional.empty(), false, false), false, r));
        add(plot.has(point -> point.actual().isEmpty()), "无实测值", "no measured value",
                (marks, at) -> marks.emptyTrack(at));
        add(chart.aims().stream().anyMatch(aim -> !Goal.of(aim.verdict()).marks().isEmpty()), "目标值，菱形处到期",
                "target, due at the diamond", (marks, at) -> {
                    marks.level(middle(at));
                    marks.diamondAlone(at.getMaxX() - r, at.getCenterY(), false);
                });
        add(chart.aims().stream().anyMatch(aim -> Goal.of(aim.verdict()).hasZone()), "达标区间", "meets the target",
                (marks, at) -> marks.post(new Rectangle2D.Double(at.getCenterX() - r * 1.3, at.getY() - r / 2, r * 2.6,
                        at.getHeight() + r)));
        add(chart.aims().stream().anyMatch(aim -> !aim.course().isEmpty()), "序时进度要求", "required by the schedule",
                (marks, at) -> marks.course(new Line2D.Double(at.getX(), at.getMaxY(), at.getMaxX(), at.getY())));
        add(plot.hasProjection(), "按现有走势推算", "as it would go on", (marks, at) -> {
            marks.dots(middle(at));
            marks.ring(at.getMaxX() - r, at.getCenterY(), r);
        });
        add(plot.hasBaseline(), "基数", "baseline",
                (marks, at) -> marks.start(at.getCenterX(), at.getCenterY() - r, at.getCenterY() + r));
    }

    List<Key.Entry> entries() {
        return entries;
    }

    private static boolean is(Point point, boolean provisional, boolean partYear) {
        return point.actual().filter(actual -> actual.comparable() && actual.provisional() == provisional).isPresent()
                && point.period().isYear() != partYear;
    }

    private static Line2D middle(Rectangle2D at) {
        return new Line2D.Double(at.getX(), at.getCenterY(), at.getMaxX(), at.getCenterY());
    }

    private static void point(Marks marks, Rectangle2D at, Actual actual, boolean partYear, double r) {
        marks.point(actual, partYear, at.getCenterX(), at.getCenterY(), r);
    }

    private void add(boolean occurs, String zh, String en, Key.Sample sample) {
        if (occurs) {
            entries.add(Key.Entry.drawn(pen.words().say(zh, en), sample));
        }
    }
}
