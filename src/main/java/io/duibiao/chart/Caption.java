package io.duibiao.chart;

import java.util.ArrayList;
import java.util.List;

import io.duibiao.core.Outcome;
import io.duibiao.core.Status;
import io.duibiao.core.Text;

/** The words around the rows of a bullet chart: what was found, where it is printed, how far the data reach. */
record Caption(BulletChart chart, Words words) {

    /** Whose plan this is: the region is not said twice where the plan's title begins with it. */
    String about() {
        String title = words.say(chart.plan().title());
        String place = words.say(chart.region());
        if (title.startsWith(place)) {
            return title;
        }
        return say("{0} · {1}", "{0} – {1}", place, title);
    }

    /** 内蒙古自治区“十四五”生态环境保护规划：2020年21项指标中，5项达标，3项尚未达标，13项暂不能评价. */
    String finding() {
        String when = words.in(chart.period());
        if (chart.verdicts().isEmpty()) {
            return say("{0}：{1}没有适用的目标", "{0}: no target applies in {1}", about(), when);
        }
        List<String> counts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long count = chart.verdicts().stream().filter(v -> v.outcome() == outcome).count();
            if (count > 0) {
                counts.add(say("{0}项{1}", "{0} {1}", count, outcome.label()));
            }
        }
        boolean oneEach = chart.verdicts().stream().map(v -> v.indicator().code()).distinct().count() == chart.verdicts()
                .size();
        Text noun = oneEach ? new Text("指标", chart.verdicts().size() == 1 ? "indicator" : "indicators")
                : new Text("目标", "targets");
        return say("{0}：{1}{2}项{3}中，{4}", "{0}: of {2} {3} in {1}, {4}", about(), when, chart.verdicts().size(), noun,
                String.join(say("，", ", "), counts));
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
        List<String> notes = new ArrayList<>();
        if (notDrawn > 0) {
            notes.add(say("限于图高，图中只画出前{0}项，另有{1}项未画出。",
                    "Only the first {0} rows are drawn; {1} more do not fit this height.", chart.verdicts().size() - notDrawn,
                    notDrawn));
        }
        if (!chart.verdicts().isEmpty()) {
            notes.add(say("单位列于指标名称之后；各行按本行指标定标，行与行之间的长短不可比较。",
                    "Units follow the names. Each row has its own scale: lengths cannot be compared between rows."));
        }
        notes.add(chart.source().line(words));
        notes.add(words.say("数据截至{0}。", "Data as of {0}.", words.date(chart.asOf())) + provisional());
        return notes;
    }

    private String provisional() {
        boolean occurs = chart.verdicts().stream()
                .anyMatch(v -> v.value().filter(m -> m.status() == Status.PROVISIONAL).isPresent());
        return occurs ? say("含快报数据，以核定数为准。", " Some figures are provisional (prov.).") : "";
    }

    private String say(String zh, String en, Object... arguments) {
        return words.say(zh, en, arguments);
    }
}
