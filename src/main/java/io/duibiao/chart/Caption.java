package io.duibiao.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.duibiao.core.Language;
import io.duibiao.core.Outcome;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Status;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/**
 * The words around the rows: what was found, where it is printed, how far the data reach.
 *
 * @param documents titles of those that print the targets where the plan itself does not; else empty
 */
record Caption(Plan plan, List<Text> documents, Text region, Period period, List<Verdict> verdicts, Instant asOf,
        Language language) {

    private static final int DOCUMENTS_NAMED = 2;
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** Whose plan this is: the region is not said twice where the plan's title begins with it. */
    String about() {
        String title = plan.title().in(language);
        String place = region.in(language);
        if (title.startsWith(place)) {
            return title;
        }
        return say("{0} · {1}", "{0} – {1}", place, title);
    }

    /** 内蒙古自治区“十四五”生态环境保护规划：2020年21项指标中，5项达标，3项尚未达标，13项暂不能评价. */
    String finding() {
        String when = in(period);
        if (verdicts.isEmpty()) {
            return say("{0}：{1}没有适用的目标", "{0}: no target applies in {1}", about(), when);
        }
        List<String> counts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long count = verdicts.stream().filter(v -> v.outcome() == outcome).count();
            if (count > 0) {
                counts.add(say("{0}项{1}", "{0} {1}", count, outcome.label()));
            }
        }
        boolean oneEach = verdicts.stream().map(v -> v.indicator().code()).distinct().count() == verdicts.size();
        Text noun = oneEach ? new Text("指标", verdicts.size() == 1 ? "indicator" : "indicators")
                : new Text("目标", "targets");
        return say("{0}：{1}{2}项{3}中，{4}", "{0}: of {2} {3} in {1}, {4}", about(), when, verdicts.size(), noun,
                String.join(say("，", ", "), counts));
    }

    String nothingHere() {
        return say("该规划没有为{0}设定{1}适用的目标", "The plan sets no target that applies to {0} in {1}", region, in(period));
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
        return List.of("", "", year(plan.baseYear()), in(period), year(plan.endYear()), "");
    }

    /** Units, source and date, each a sentence of its own. */
    List<String> notes(int notDrawn) {
        List<String> notes = new ArrayList<>();
        if (notDrawn > 0) {
            notes.add(say("限于图高，图中只画出前{0}项，另有{1}项未画出。",
                    "Only the first {0} rows are drawn; {1} more do not fit this height.", verdicts.size() - notDrawn,
                    notDrawn));
        }
        if (!verdicts.isEmpty()) {
            notes.add(say("单位列于指标名称之后；各行按本行指标定标，行与行之间的长短不可比较。",
                    "Units follow the names. Each row has its own scale: lengths cannot be compared between rows."));
        }
        notes.add(source());
        notes.add(say("数据截至{0}。", "Data as of {0}.", date(asOf)) + provisional());
        return notes;
    }

    private String source() {
        if (!documents.isEmpty()) {
            List<String> titles = documents.stream().limit(DOCUMENTS_NAMED)
                    .map(title -> title.zh().startsWith("《") ? title.in(language) : say("《{0}》", "{0}", title)).toList();
            String more = documents.size() > DOCUMENTS_NAMED ? say("等", " and others") : "";
            return say("目标来源：{0}{1}。", "Targets: {0}{1}.", String.join(say("", "; "), titles), more);
        }
        String number = plan.documentNumber().isEmpty() ? "" : say("（{0}）", " ({0})", plan.documentNumber());
        // The pseudo-plans that hold what documents quote from the state are no documents.
        String source = plan.level().equals("state") ? "目标来源：{0}{1}。" : "目标来源：《{0}》{1}。";
        return say(source, "Targets: {0}{1}.", plan.title(), number);
    }

    private String provisional() {
        boolean occurs = verdicts.stream().anyMatch(v -> v.value().filter(m -> m.status() == Status.PROVISIONAL).isPresent());
        return occurs ? say("含快报数据，以核定数为准。", " Some figures are provisional (prov.).") : "";
    }

    private String date(Instant instant) {
        LocalDate date = instant.atZone(OFFICE).toLocalDate();
        return say("{0}年{1}月{2}日", "{3}", date.getYear(), date.getMonthValue(), date.getDayOfMonth(), date);
    }

    String year(int year) {
        return say("{0}年", "{0}", year);
    }

    /** A period as an official writes it: 2025年, 2025年上半年, 2025年第三季度, 2025年9月, 2025年1—7月. */
    String in(Period when) {
        if (language == Language.EN) {
            return when.toString();
        }
        int year = when.year();
        int first = when.first().getMonthValue();
        int last = when.last().getMonthValue();
        if (when.first().getYear() != year) {
            return when.first().getYear() + "年" + first + "月—" + year + "年" + last + "月";
        } else if (when.isYear()) {
            return year + "年";
        } else if (when.months() == 6 && first % 6 == 1) {
            return year + "年" + (first == 1 ? "上" : "下") + "半年";
        } else if (when.months() == 3 && first % 3 == 1) {
            return year + "年第" + "一二三四".charAt(last / 3 - 1) + "季度";
        }
        return year + "年" + first + (first == last ? "" : "—" + last) + "月";
    }

    /** In the language of the picture, in characters that its typeface has. */
    String say(String zh, String en, Object... arguments) {
        String words = ChineseFont.displayable(Text.of(zh, en, arguments).in(language));
        // Quotation marks of a Chinese typeface are as wide as a character.
        return language == Language.ZH ? words : words.replaceAll("[“”]", "\"").replaceAll("[‘’]", "'");
    }
}
