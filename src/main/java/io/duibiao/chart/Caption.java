package io.duibiao.chart;

import java.util.ArrayList;
import java.util.List;

import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/** The words around the rows of a bullet chart: what was found, where it is printed, how far the data reach. */
record Caption(BulletChart chart, Words words) {

    /** 内蒙古自治区“十四五”生态环境保护规划：2020年21项指标中，5项达标，3项尚未达标，13项暂不能评价. */
    String finding() {
        Said said = new Said(words);
        String when = words.in(chart.period());
        if (chart.verdicts().isEmpty()) {
            return say("{0}：{1}没有适用的目标", "{0}: no target applies in {1}", said.about(chart.region(), chart.plan()), when);
        }
        boolean oneEach = chart.verdicts().stream().map(v -> v.indicator().code()).distinct().count() == chart.verdicts()
                .size();
        Text noun = oneEach ? new Text("指标", chart.verdicts().size() == 1 ? "indicator" : "indicators")
                : new Text("目标", "targets");
        return say("{0}：{1}{2}项{3}中，{4}", "{0}: of {2} {3} in {1}, {4}", said.about(chart.region(), chart.plan()), when,
                chart.verdicts().size(), noun,
                said.counts(chart.verdicts().stream().map(Verdict::outcome).toList(), "项"));
    }

    String nothingHere() {
        return say("该规划没有为{0}设定{1}适用的目标", "The plan sets no target that applies to {0} in {1}", chart.region(),
                words.in(chart.period()));
    }

    String nothingHereHint() {
        return say("可改选上级地区、其他规划或其他时期", "Try the region above, another plan or another period");
    }

    List<String> columns() {
        return List.of(say("指标", "Indicator"), say("实际与目标", "Actual against target"), say("基数", "Baseline"),
                say("实际", "Actual"), say("目标", "Target"), say("评价", "Verdict"));
    }

    /** The second line of the column heads: the year that is meant where a cell names none. */
    List<String> columnYears() {
        return List.of("", "", words.year(chart.plan().baseYear()), words.in(chart.period()),
                words.year(chart.plan().endYear()), "");
    }

    /** Units, source and date, each a sentence of its own. */
    List<String> notes(int notDrawn) {
        List<String> notes = new ArrayList<>(chart.stretch().notes(words, notDrawn));
        if (!chart.verdicts().isEmpty()) {
            notes.add(say("单位列于指标名称之后；各行按本行指标定标，行与行之间的长短不可比较。",
                    "Units follow the names. Each row has its own scale: lengths cannot be compared between rows."));
        }
        if (chart.verdicts().stream().anyMatch(Verdict::reference)) {
            notes.add(say("没有自身目标的参照上级地区的目标，不计入评分。",
                    "Where there is no target of its own, that of the region above is shown and counts in no score."));
        }
        notes.addAll(chart.source().lines(words, chart.verdicts().stream().anyMatch(Said::isProvisional)));
        return notes;
    }

    private String say(String zh, String en, Object... arguments) {
        return words.say(zh, en, arguments);
    }
}
