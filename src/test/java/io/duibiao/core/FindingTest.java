package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;

/** What a person found settles a target that no figure can settle, and no other. */
class FindingTest {

    private static final Citation CITATION = new Citation("《验收报告》", "三", "得到有效保障");

    @ParameterizedTest(name = "{0} found {1} for {2}: {3} {4}")
    @CsvSource({ "Judged, MET, 2023, MET, AHEAD", "Judged, MET, 2025, MET, ON_SCHEDULE",
            "Judged, NOT_MET, 2023, NOT_YET_MET, NOT_APPLICABLE", "Judged, NOT_MET, 2025, NOT_MET, BEHIND" })
    void aFindingIsTheOutcomeAndTheScheduleFollowsIt(String rule, Outcome found, String period, Outcome outcome,
            Schedule schedule) {
        Verdict verdict = Given.rule(rule).unit("").found(found, period).at(period);
        assertEquals(outcome, verdict.outcome());
        assertEquals(schedule, verdict.schedule());
        assertEquals(Optional.empty(), verdict.reason());
        assertEquals(Optional.empty(), verdict.gap());
    }

    @Test
    void theEvidenceIsInTheWorking() {
        Verdict verdict = Given.rule("Judged").unit("").values("2023 5").found(Outcome.MET, "2023").at("2023");
        assertTrue(verdict.explain().stream().anyMatch(line -> line.zh().contains("人工认定（2023年）：达标。依据：现场核查")),
                verdict.explain().toString());
        assertTrue(verdict.explain().stream().noneMatch(line -> line.zh().contains("实测")), verdict.explain().toString());
        assertEquals(Optional.empty(), verdict.completionRate());
        assertEquals(Optional.empty(), verdict.projection());
    }

    @Test
    void aTargetForEveryPeriodHasNoScheduleWhateverWasFound() {
        Verdict verdict = Given.rule("Judged").unit("").due(Due.Kind.EVERY_PERIOD, "2025-12-31").found(Outcome.NOT_MET, "2023")
                .at("2023");
        assertEquals(Outcome.NOT_MET, verdict.outcome());
        assertEquals(Optional.of(Schedule.Reason.EVERY_PERIOD), verdict.scheduleReason());
    }

    private static Catalogue catalogue(Timing timing, Rule rule, Optional<Resolution> resolution, Judgement... found) {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(Noun.INDICATOR, "soil",
                new Indicator("soil", Text.same("soil"), Optional.empty(), "", "", 0, Direction.HIGHER,
                        Kind.LEVEL, timing, "NONE", Optional.empty(), Optional.empty(), List.of(), false, "")));
        entries.add(entry(Noun.GROUP, "two", new Group("two", Text.same("two"), List.of("b", "a"), CITATION)));
        entries.add(entry(Noun.TARGET, "p.1", new Target("p.1", "p", "soil", Optional.empty(), Optional.empty(),
                Optional.of("two"), Target.GroupMode.EACH, Attribute.TASK,
                new Due(Due.Kind.BY, LocalDate.of(2025, 12, 31), false), rule.printed(), Optional.empty(), Optional.empty(),
                rule, Target.Comparison.EXACT, Optional.empty(), Optional.empty(), false, false, 0, Optional.empty(),
                Optional.empty(), List.of(CITATION))));
        resolution.ifPresent(figure -> entries.add(entry(Noun.RESOLUTION, "p.1", figure)));
        for (Judgement judgement : found) {
            entries.add(entry(Noun.JUDGEMENT, judgement.code(), judgement));
        }
        return new Catalogue(entries);
    }

    private static Entry entry(Noun noun, String code, Record content) {
        return new Entry(noun, code, 1, Instant.EPOCH, content);
    }

    private static Judgement found(String place, String period) {
        return new Judgement("p.1", place, Period.of(period), Outcome.MET, "现场核查", Optional.empty());
    }

    @ParameterizedTest(name = "{0} in {1}: that of {2}")
    @CsvSource({ "STOCK, 2022,", "STOCK, 2023, 2023", "STOCK, 2024, 2023", "STOCK, 2026, 2025", "FLOW, 2023, 2023",
            "FLOW, 2024,", "FLOW, 2025, 2025" })
    void aFindingOfAStateStandsUntilTheNextAndAnyOtherIsForItsPeriod(Timing timing, String period, String answering) {
        Catalogue catalogue = catalogue(timing, Given.read("Judged"), Optional.empty(), found("a", "2025"), found("a", "2023"),
                found("b", "2022"));
        assertEquals(Optional.ofNullable(answering).map(Period::of),
                catalogue.finding(catalogue.target("p.1").orElseThrow(), "a", Period.of(period)).map(Judgement::period));
    }

    @Test
    void whereAFigureSettlesTheTargetNoFindingDoes() {
        Rule figure = Given.read("≥90");
        Resolution resolution = new Resolution("p.1", "≥90", figure, LocalDate.of(2024, 5, 14), "生态环境部", Optional.empty(),
                CITATION);
        for (Catalogue catalogue : List.of(catalogue(Timing.STOCK, figure, Optional.empty(), found("a", "2023")),
                catalogue(Timing.STOCK, Given.read("Judged"), Optional.of(resolution), found("a", "2023")))) {
            assertEquals(Optional.empty(),
                    catalogue.finding(catalogue.target("p.1").orElseThrow(), "a", Period.of("2023")));
        }
    }

    @Test
    void eachMemberOfAGroupAnswersForItself() {
        Catalogue catalogue = catalogue(Timing.STOCK, Given.read("Judged"), Optional.empty());
        assertEquals(List.of("a", "b"), catalogue.places(catalogue.target("p.1").orElseThrow()));
    }
}
