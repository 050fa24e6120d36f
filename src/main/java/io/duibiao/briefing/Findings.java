package io.duibiao.briefing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.duibiao.briefing.Pack.Heading;
import io.duibiao.briefing.Pack.Part;
import io.duibiao.briefing.Pack.Sentence;
import io.duibiao.briefing.Pack.Table;
import io.duibiao.chart.Said;
import io.duibiao.chart.Words;
import io.duibiao.core.Attribute;
import io.duibiao.core.Citation;
import io.duibiao.core.Due;
import io.duibiao.core.Measurement;
import io.duibiao.core.Movement;
import io.duibiao.core.Outcome;
import io.duibiao.core.Plan;
import io.duibiao.core.Schedule;
import io.duibiao.core.Scorecard;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/** What was found, in sentences with figures and citations, and in the table of all targets. */
final class Findings {

    private static final List<Integer> COUNT_SHARES = List.of(25, 15, 15, 15, 15, 15);
    private static final List<Integer> TARGET_SHARES = List.of(6, 22, 12, 13, 21, 14, 12);

    private final Briefings.Gathered gathered;
    private final Said said;
    private final Words words;
    private final List<Verdict> own;
    private final List<Verdict> references;

    Findings(Briefings.Gathered gathered, Said said) {
        this.gathered = gathered;
        this.said = said;
        this.words = said.words();
        this.own = gathered.verdicts().stream().filter(verdict -> !verdict.reference()).toList();
        this.references = gathered.verdicts().stream().filter(Verdict::reference).toList();
    }

    private String say(String zh, String en, Object... arguments) {
        return words.say(zh, en, arguments);
    }

    /** How many targets are met, and how many are on schedule. */
    List<Part> overall() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Sentence(Stream.of(counted(), binding(), paces(), comparedOnly(), provisional())
                .flatMap(Optional::stream).collect(Collectors.joining(say("", " ")))));
        if (!own.isEmpty()) {
            parts.add(counts());
        }
        return parts;
    }

    private Optional<String> counted() {
        String when = words.in(gathered.period());
        if (own.isEmpty()) {
            return Optional
                    .of(say("{0}没有为{1}设定{2}适用的目标。", "The plan {0} sets no target of its own for {1} that applies in {2}.",
                            title(), gathered.region(), when));
        }
        return Optional.of(say("{0}，{1}对{2}设定的{3}项目标中，{4}。", "In {0}, of {3} targets that the {1} sets for {2}: {4}.",
                when, title(), gathered.region(), own.size(), outcomes(own)));
    }

    private Text title() {
        Plan plan = gathered.plan();
        return new Text(plan.document(), plan.title().en());
    }

    private String outcomes(List<Verdict> verdicts) {
        return said.counts(verdicts.stream().map(Verdict::outcome).toList(), "项");
    }

    private Optional<String> binding() {
        List<Verdict> binding = own.stream().filter(verdict -> verdict.target().attribute() == Attribute.BINDING).toList();
        return binding.isEmpty() ? Optional.empty()
                : Optional.of(say("其中约束性目标{0}项：{1}；约束性目标总体{2}。",
                        "Of these, {0} are binding: {1}; on the binding targets the plan is {2}.", binding.size(),
                        outcomes(binding), Scorecard.of(own).overall().label()));
    }

    private Optional<String> paces() {
        String paces = Stream.of(Schedule.values()).filter(schedule -> schedule != Schedule.NOT_APPLICABLE)
                .filter(schedule -> countOf(schedule) > 0)
                .map(schedule -> say("{0}{1}项", "{1} {0}", said.pace(schedule), countOf(schedule)))
                .collect(Collectors.joining(say("，", ", ")));
        return paces.isEmpty() ? Optional.empty()
                : Optional.of(say("从序时进度看，{0}，其余不适用。", "In time: {0}; a schedule does not apply to the others.", paces));
    }

    private long countOf(Schedule schedule) {
        return own.stream().filter(verdict -> verdict.schedule() == schedule).count();
    }

    private Optional<String> provisional() {
        long count = gathered.verdicts().stream().filter(Said::isProvisional).count();
        return count == 0 ? Optional.empty()
                : Optional.of(say("有{0}项用快报数，以核定数为准。", "{0} rest on provisional figures; the audited ones will rule.", count));
    }

    private Optional<String> comparedOnly() {
        return references.isEmpty() ? Optional.empty()
                : Optional.of(say("{1}有{0}项参照上级地区目标对照，不计入评价结果。",
                        "Compared with the targets of the region above and counted in no result: {2}.", references.size(),
                        own.isEmpty() ? "" : "另", own.isEmpty() ? references.size() : "a further " + references.size()));
    }

    private Part counts() {
        List<Outcome> order = List.of(Outcome.MET, Outcome.NOT_YET_MET, Outcome.NOT_MET, Outcome.NOT_ASSESSABLE);
        List<String> head = Stream.concat(Stream.concat(Stream.of(say("目标属性", "Targets")),
                order.stream().map(outcome -> words.say(outcome.label()))), Stream.of(say("合计", "all"))).toList();
        List<List<String>> rows = Stream.concat(Stream.of(Attribute.values())
                .map(attribute -> counts(words.say(attribute.label()),
                        own.stream().filter(verdict -> verdict.target().attribute() == attribute).toList(), order)),
                Stream.of(counts(say("合计", "all"), own, order))).toList();
        return new Table(head, COUNT_SHARES, rows);
    }

    private static List<String> counts(String label, List<Verdict> verdicts, List<Outcome> order) {
        return Stream.concat(Stream.concat(Stream.of(label), order.stream().map(outcome -> String.valueOf(
                verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count()))),
                Stream.of(String.valueOf(verdicts.size()))).toList();
    }

    /** What is worst first; what cannot be assessed is gathered by its reason. */
    List<Part> each() {
        List<Part> parts = new ArrayList<>();
        int number = 1;
        for (Outcome outcome : List.of(Outcome.NOT_MET, Outcome.NOT_YET_MET, Outcome.MET)) {
            List<Verdict> these = own.stream().filter(verdict -> verdict.outcome() == outcome).toList();
            if (!these.isEmpty()) {
                parts.add(heading(number++, words.say(outcome.label()), these.size()));
                parts.addAll(sentences(these));
            }
        }
        List<Verdict> open = own.stream().filter(verdict -> verdict.outcome() == Outcome.NOT_ASSESSABLE).toList();
        if (!open.isEmpty()) {
            parts.add(heading(number++, words.say(Outcome.NOT_ASSESSABLE.label()), open.size()));
            byReason(open).forEach((reason, names) -> parts.add(new Sentence(
                    say("{0}（{1}项）：{2}。", "{0} ({1}): {2}.", reason, names.size(), String.join(say("、", "; "), names)))));
        }
        if (!references.isEmpty()) {
            parts.add(heading(number, say("参照对照（不计入评价结果）", "by reference only, counted in no result"), references.size()));
            parts.addAll(sentences(references.stream().filter(verdict -> verdict.value().isPresent()).toList()));
            long empty = references.stream().filter(verdict -> verdict.value().isEmpty()).count();
            if (empty == references.size()) {
                parts.add(new Sentence(say("各项均无实测值，见一览表。", "None of them has a measured value; see the table.")));
            } else if (empty > 0) {
                parts.add(new Sentence(say("其余{0}项暂不能评价，见一览表。", "The other {0} cannot be assessed; see the table.", empty)));
            }
        }
        if (parts.isEmpty()) {
            parts.add(new Sentence(say("没有适用的目标。", "No target applies.")));
        }
        return List.copyOf(parts);
    }

    private Part heading(int number, String what, int count) {
        return new Heading(say("（{0}）{1}：{2}项", "2.{3} {1}: {2}", "一二三四五".charAt(number - 1), capital(what), count, number));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Map<String, List<String>> byReason(List<Verdict> verdicts) {
        return verdicts.stream()
                .collect(Collectors.groupingBy(
                        verdict -> verdict.reason().map(Outcome.Reason::label).map(words::say).map(Findings::capital)
                                .orElse(""),
                        LinkedHashMap::new,
                        Collectors.mapping(verdict -> words.say(said.about(verdict)), Collectors.toList())));
    }

    private List<Part> sentences(List<Verdict> verdicts) {
        return IntStream.range(0, verdicts.size())
                .<Part> mapToObj(i -> new Sentence((i + 1) + ". " + sentence(verdicts.get(i)))).toList();
    }

    /** 非化石能源占比2020年实际为8%，规划目标为“20%”（2025年底前），尚未达标，距目标值差12个百分点。 */
    private String sentence(Verdict verdict) {
        String when = words.in(verdict.period());
        String actual = verdict.value().map(value -> measured(verdict, value)).orElse(say("无实测值", "no measured value"));
        List<String> findings = Stream.of(words.say(verdict.outcome().label()), said.because(verdict),
                said.pace(verdict.schedule()), moved(verdict.movement())).filter(words -> !words.isEmpty()).toList();
        return say("{0}：{1}{2}，目标为{3}{4}，{5}。〔{6}〕", "{0}: {2} in {1} against a target of {3}{4}; {5}. [{6}]",
                words.say(said.about(verdict)), when, actual, target(verdict), due(verdict),
                String.join(say("，", ", "), findings), sources(verdict));
    }

    private String measured(Verdict verdict, Measurement value) {
        String figure = said.measured(said.figure(value.figure(), value.printed(), verdict.indicator()), verdict.indicator());
        List<String> notes = new ArrayList<>();
        if (Said.isProvisional(verdict)) {
            notes.add(say("快报", "provisional"));
        }
        if (!value.period().equals(verdict.period())) {
            notes.add(words.in(value.period()));
        }
        if (verdict.isComputed()) {
            notes.add(say("按下级地区或相关指标计算", "computed"));
        }
        verdict.coverage().filter(of -> !of.complete()).ifPresent(of -> notes.add(say("{1}个下级地区中只有{0}个已报",
                "only {0} of {1} regions reported", of.reported(), of.expected())));
        return (value.figure().number().isPresent() ? say("实际为", "") : "") + figure
                + (notes.isEmpty() ? "" : say("（{0}）", " ({0})", String.join(say("，", ", "), notes)));
    }

    private String target(Verdict verdict) {
        String printed = verdict.target().printed();
        String unit = verdict.indicator().unit();
        String figure = printed.contains(unit) ? printed : said.measured(printed, verdict.indicator());
        String issued = verdict.resolution().map(given -> "（" + given.issuer() + "下达“" + given.phrase() + "”）").orElse("");
        return words.say(new Text("“" + figure + "”" + issued, said.target(verdict, dueYear(verdict)).whole(words)));
    }

    private static int dueYear(Verdict verdict) {
        return verdict.target().due().date().getYear();
    }

    private String due(Verdict verdict) {
        Due due = verdict.target().due();
        return switch (due.kind()) {
            case BY -> say("（{0}年底前）", " (due by the end of {0})", String.valueOf(due.date().getYear()));
            case FROM -> say("（自{0}起）", " (from {0})", due.date());
            case EVERY_PERIOD -> say("（每期）", " (in every period)");
        };
    }

    private String moved(Movement movement) {
        return switch (movement) {
            case BETTER -> say("比上期好转", "better than before");
            case SAME -> say("与上期持平", "as before");
            case WORSE -> say("比上期变差", "worse than before");
            case UNKNOWN -> "";
        };
    }

    private String sources(Verdict verdict) {
        String target = cited(verdict.target().citation())
                + verdict.resolution().map(given -> say("，下达见{0}", ", issued in {0}", cited(given.citation()))).orElse("");
        return verdict.value().map(value -> say("目标依据：{0}；数据来源：{1}", "target: {0}; figure: {1}", target, value.source()))
                .orElse(say("目标依据：{0}", "target: {0}", target));
    }

    private String cited(Citation citation) {
        Text document = gathered.catalogue().plans().stream().filter(plan -> plan.document().equals(citation.document()))
                .findFirst().map(plan -> new Text(plan.document(), plan.title().en()))
                .orElse(Text.same(citation.document().startsWith("《") ? citation.document() : "《" + citation.document() + "》"));
        return say("{0}{1}", "{0}, {1}", document, citation.section());
    }

    /** Every target, in the order of the plan. */
    List<Part> table() {
        List<String> head = List.of(say("序号", "No."), say("指标", "Indicator"), say("基数", "Baseline"), say("实际", "Actual"),
                say("目标（原文及出处）", "Target and where"), say("评价", "Verdict"), say("序时进度", "Schedule"));
        return gathered.verdicts().isEmpty() ? List.of(new Sentence(say("没有适用的目标。", "No target applies.")))
                : List.of(new Table(head, TARGET_SHARES, gathered.verdicts().stream().map(this::row).toList()));
    }

    private List<String> row(Verdict verdict) {
        String id = verdict.target().id();
        return List.of(id.substring(id.lastIndexOf('.') + 1), said.indicator(verdict),
                said.baseline(verdict, gathered.plan().baseYear()).whole(words), said.actual(verdict).whole(words),
                printed(verdict) + "\n" + verdict.target().citation().section(),
                words.say(verdict.outcome().label())
                        + verdict.reason().map(reason -> "\n" + words.say(reason.label())).orElse("")
                        + (verdict.reference() ? "\n" + say("（参照）", "(by reference)") : ""),
                words.say(verdict.schedule().label()));
    }

    /** The phrase as printed, and what it is read as or was settled by; in English in symbols beside it. */
    private String printed(Verdict verdict) {
        String said = this.said.target(verdict, gathered.plan().endYear()).whole(words);
        String printed = words.say(Text.same(verdict.target().printed()));
        return said.startsWith(printed) ? said : printed + "\n" + said;
    }
}
