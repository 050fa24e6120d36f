package io.duibiao.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.duibiao.core.Relation;

/** What the marks on tracks mean, those that occur. */
final class TrackKey {

    private final List<Track> rows;
    private final boolean pending;
    private final Pen pen;
    private final List<Key.Entry> entries = new ArrayList<>();

    /** @param pending whether targets without a figure are drawn at all */
    TrackKey(List<Track> rows, boolean pending, Pen pen) {
        this.rows = rows;
        this.pending = pending;
        this.pen = pen;
        fill();
    }

    List<Key.Entry> entries() {
        return entries;
    }

    private void fill() {
        drawn(bar(b -> b.comparable() && !b.provisional()), "实际值", "actual",
                (marks, at) -> bar(marks, at, new Actual(0, Optional.empty(), false, true), 0.76));
        drawn(bar(b -> b.comparable() && b.provisional()), "快报值，尚未核定", "provisional, not yet audited",
                (marks, at) -> bar(marks, at, new Actual(0, Optional.empty(), true, true), 0.76));
        drawn(bar(b -> b.bound().isPresent()), "只给出界限，箭头指向可能的一侧", "only a bound: the true figure lies where the arrows point",
                (marks, at) -> bar(marks, at, new Actual(0, Optional.of(Relation.AT_LEAST), false, true), 0.5));
        drawn(bar(b -> !b.comparable()), "口径、基期或时段不同，不与目标比较", "other basis, base year or months: not compared",
                (marks, at) -> bar(marks, at, new Actual(0, Optional.empty(), false, false), 0.76));
        drawn(row -> !row.goal().marks().isEmpty() && !row.goal().byEarlier(), "目标值", "target", (marks, at) -> {
            marks.track(at);
            marks.target(at.getCenterX(), at.getCenterY(), false);
        });
        drawn(row -> !row.goal().marks().isEmpty() && row.goal().byEarlier(), "以基数或上年数为目标",
                "the baseline or the year before is the target", (marks, at) -> {
                    marks.track(at);
                    marks.target(at.getCenterX(), at.getCenterY(), true);
                });
        drawn(row -> pending && row.goal().marks().isEmpty(), "目标没有可标示的数值", "no target figure to show",
                (marks, at) -> marks.targetWithoutFigure(at.getCenterX(), at.getCenterY()));
        drawn(row -> row.goal().hasZone(), "达标区间", "meets the target", (marks, at) -> {
            marks.track(at);
            marks.zone(at.getCenterX(), at.getMaxX(), at);
        });
        drawn(row -> row.baseline().isPresent(), "基数", "baseline", (marks, at) -> {
            marks.track(at);
            marks.baseline(at.getCenterX(), at.getCenterY());
        });
        drawn(row -> row.span().broken(), "刻度不从零起", "scale does not start at zero", (marks, at) -> {
            marks.track(at);
            marks.cut(at.getX() + 8 * pen.unit(), at.getCenterY());
        });
        drawn(row -> row.span().from() < 0, "零线", "zero line", (marks, at) -> {
            marks.track(at);
            marks.zero(at.getCenterX(), at);
        });
    }

    private static Predicate<Track> bar(Predicate<Actual> is) {
        return row -> row.bar().filter(is).isPresent();
    }

    private void bar(Marks marks, Rectangle2D at, Actual bar, double share) {
        marks.track(at);
        marks.bar(bar, pen.theme().faint, at.getX(), at.getX() + at.getWidth() * share, at.getCenterY());
    }

    private void drawn(Predicate<Track> occurs, String zh, String en, Key.Sample sample) {
        if (rows.stream().anyMatch(occurs)) {
            entries.add(Key.Entry.drawn(pen.words().say(zh, en), sample));
        }
    }

    /** An entry for a mark that is itself printed. */
    void printed(boolean occurs, String mark, String zh, String en) {
        if (occurs) {
            entries.add(Key.Entry.printed(pen.words().say(zh, en), mark));
        }
    }
}
