package io.duibiao.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import io.duibiao.core.Attribute;
import io.duibiao.core.Outcome;
import io.duibiao.core.Schedule;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/** A block for each attribute and one for the schedule: how many, a bar of their shares, and each count in words. */
final class ScorePlot extends Body {

    private static final long serialVersionUID = 1L;
    private static final double HEAD = 54;
    private static final double GAP = 18;

    private static double blockHeight(Density density) {
        return switch (density) {
            case AIRY -> 104;
            case FULL -> 84;
            case TIGHT -> 66;
        };
    }

    /** A count that has a share of its block's bar. */
    private record Part(String label, int count, Color colour, Color words, Symbol symbol) {
    }

    private interface Symbol {
        void draw(Marks marks, double x, double y);
    }

    private record Block(String name, int total, List<Part> parts) {
    }

    private final transient ScoreChart chart;
    private final transient Said said;
    private final transient List<Block> blocks = new ArrayList<>();
    private final double left;
    private final double width;

    ScorePlot(Pen pen, ScoreChart chart, double width) {
        super(pen);
        this.chart = chart;
        this.said = new Said(pen.words());
        for (Attribute attribute : Attribute.values()) {
            List<Verdict> verdicts = chart.of(attribute);
            if (!verdicts.isEmpty()) {
                blocks.add(new Block(pen.words().say(name(attribute)), verdicts.size(), outcomes(verdicts)));
            }
        }
        if (!blocks.isEmpty()) {
            blocks.add(new Block(say("序时进度", "Schedule"), chart.verdicts().size(), schedules(chart.verdicts())));
        }
        this.left = Math.min(width * 0.3, blocks.stream().mapToDouble(block -> Ink.width(block.name(), pen.strong())).max()
                .orElse(0) + GAP * pen.unit());
        this.width = width;
    }

    private static Text name(Attribute attribute) {
        return switch (attribute) {
            case BINDING -> new Text("约束性目标", "Binding targets");
            case EXPECTED -> new Text("预期性目标", "Expected targets");
            case TASK -> new Text("任务", "Tasks");
        };
    }

    private List<Part> outcomes(List<Verdict> verdicts) {
        List<Part> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            int count = (int) verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
            if (count > 0) {
                parts.add(new Part(pen.words().say(outcome.label()), count, pen.theme().of(outcome),
                        pen.theme().wordsOf(outcome), (marks, x, y) -> marks.outcome(outcome, x, y)));
            }
        }
        return parts;
    }

    private List<Part> schedules(List<Verdict> verdicts) {
        List<Part> parts = new ArrayList<>();
        for (Schedule schedule : Schedule.values()) {
            int count = (int) verdicts.stream().filter(verdict -> verdict.schedule() == schedule).count();
            if (count > 0) {
                Color colour = schedule == Schedule.NOT_APPLICABLE ? pen.theme().open : pen.theme().of(schedule);
                parts.add(new Part(pen.words().say(schedule.label()), count, colour, pen.theme().of(schedule),
                        (marks, x, y) -> marks.schedule(schedule, x, y)));
            }
        }
        return parts;
    }

    @Override
    String finding() {
        String about = said.about(chart.region(), chart.plan());
        String when = pen.words().in(chart.period());
        if (chart.verdicts().isEmpty()) {
            return say("{0}：{1}没有适用的目标", "{0}: no target applies in {1}", about, when);
        }
        List<Verdict> binding = chart.of(Attribute.BINDING);
        List<Verdict> counted = binding.isEmpty() ? chart.verdicts() : binding;
        return say("{0}：{1}{2}项{3}目标中，{4}", "{0}: of {2} {3} targets in {1}, {4}", about, when, counted.size(),
                binding.isEmpty() ? new Text("", "") : Attribute.BINDING.label(),
                said.counts(counted.stream().map(Verdict::outcome).toList(), "项"));
    }

    @Override
    List<Key.Entry> key() {
        return List.of();
    }

    @Override
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<String> missed = chart.verdicts().stream().filter(verdict -> verdict.outcome() == Outcome.NOT_MET)
                .map(verdict -> pen.words().say(said.about(verdict))).distinct().toList();
        if (!missed.isEmpty()) {
            notes.add(say("未达标：{0}。", "Not met: {0}.", String.join(say("、", "; "), missed)));
        }
        if (!chart.verdicts().isEmpty()) {
            notes.add(say("总体结论只看约束性目标；预期性目标和未注明属性的任务只作参考。",
                    "The overall finding rests on binding targets alone; expected ones and tasks inform."));
        }
        said.partial(chart.verdicts()).ifPresent(notes::add);
        notes.addAll(chart.source().lines(pen.words(), chart.verdicts().stream().anyMatch(Said::isProvisional)));
        return notes;
    }

    @Override
    double height(Density density) {
        return (blocks.isEmpty() ? 220 : HEAD + blocks.size() * blockHeight(density)) * pen.unit();
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double unit = pen.unit();
        if (blocks.isEmpty()) {
            paintNothing(g, area,
                    say("该规划没有为{0}设定{1}适用的目标", "The plan sets no target that applies to {0} in {1}", chart.region(),
                            pen.words().in(chart.period())),
                    say("可改选上级地区、其他规划或其他时期", "Try the region above, another plan or another period"));
            return;
        }
        Marks marks = pen.marks(g);
        paintOverall(g, area);
        double high = Math.min((area.getHeight() - (HEAD + 12) * unit) / blocks.size(),
                blockHeight(Density.AIRY) * unit * 1.5);
        double y = area.getY() + HEAD * unit;
        for (Block block : blocks) {
            marks.rule(area.getX(), area.getMaxX(), y, 0.8);
            paintBlock(g, marks, block, area.getX(), y, high);
            y += high;
        }
    }

    private void paintOverall(Graphics2D g, Rectangle2D area) {
        double unit = pen.unit();
        Outcome like = chart.overallLike();
        double icon = 30 * unit;
        double y = area.getY() + HEAD * unit * 0.42;
        new Marks(g, pen.theme(), unit * 2, 0).outcome(like, area.getX() + icon / 2, y);
        pen.ink().mark(chart.card().overall().name(), new Rectangle2D.Double(area.getX(), y - icon / 2, icon, icon));
        Font font = pen.bold(18);
        pen.ink().line(g, Ink.shortened(say("总体：{0}", "Overall: {0}", overall()), font, width - icon - 12 * unit),
                font, pen.theme().wordsOf(like), area.getX() + icon + 10 * unit, y, Ink.Align.LEFT);
    }

    private Text overall() {
        return switch (chart.card().overall()) {
            case PASS -> new Text("约束性目标全部达标", "all binding targets are met");
            case FAIL -> new Text("有约束性目标未达标", "binding targets are missed");
            case PENDING -> new Text("约束性目标尚无定论", "binding targets are not settled yet");
            case NONE -> new Text("没有约束性目标", "nothing is binding");
        };
    }

    private void paintBlock(Graphics2D g, Marks marks, Block block, double x, double y, double high) {
        double unit = pen.unit();
        double bar = Math.min(26 * unit, high * 0.3);
        double counts = 22 * unit;
        double content = bar + counts + 6 * unit;
        double top = y + (high - content) / 2;
        String name = Ink.shortened(block.name(), pen.strong(), left - 12 * unit);
        pen.ink().line(g, name, pen.strong(), pen.theme().ink, x, top + bar / 2, Ink.Align.LEFT);
        pen.ink().line(g, say("共{0}项", "{0} in all", block.total()), pen.small(), pen.theme().faint, x,
                top + bar + 6 * unit + counts / 2, Ink.Align.LEFT);
        double room = width - left;
        double gap = 2 * unit;
        double least = 6 * unit;
        double space = room - (block.parts().size() - 1) * gap - block.parts().size() * least;
        List<Double> starts = new ArrayList<>();
        double from = x + left;
        for (Part part : block.parts()) {
            double wide = least + space * part.count() / block.total();
            g.setColor(part.colour());
            Setting.of(g).block(g, new Rectangle2D.Double(from, top, wide, bar));
            starts.add(from);
            from += wide + gap;
        }
        paintCounts(g, marks, block, starts, x + width, top + bar + 6 * unit + counts / 2);
    }

    /**
     * Each count behind its shape, under its piece of the bar or as near to it as the others let it; smaller where they are
     * many.
     */
    private void paintCounts(Graphics2D g, Marks marks, Block block, List<Double> starts, double end, double y) {
        double unit = pen.unit();
        double icon = Marks.ICON * unit;
        double around = icon + 22 * unit;
        int count = block.parts().size();
        double words = block.parts().stream().mapToDouble(part -> Ink.width(counted(part), pen.text())).sum();
        double room = end - starts.get(0);
        double size = Math.min(1, Math.max(0.7, (room - count * around + 16 * unit) / words));
        Font font = pen.text().deriveFont((float) (pen.text().getSize2D() * size));
        double most = words * size + count * around - 16 * unit > room ? room / count - around + 16 * unit : room;
        double[] wide = new double[count];
        double[] after = new double[count + 1];
        for (int i = count - 1; i >= 0; i--) {
            wide[i] = around + Ink.width(Ink.shortened(counted(block.parts().get(i)), font, most), font);
            after[i] = after[i + 1] + wide[i];
        }
        double at = starts.get(0);
        for (int i = 0; i < count; i++) {
            Part part = block.parts().get(i);
            at = Math.max(at, Math.min(starts.get(i), end + 16 * unit - after[i]));
            part.symbol().draw(marks, at + icon / 2, y);
            pen.ink().mark(part.label(), new Rectangle2D.Double(at, y - icon / 2, icon, icon));
            pen.ink().line(g, Ink.shortened(counted(part), font, most), font, part.words(), at + icon + 6 * unit, y,
                    Ink.Align.LEFT);
            at += wide[i];
        }
    }

    private String counted(Part part) {
        return say("{0} {1}", "{0} {1}", part.label(), part.count());
    }
}
