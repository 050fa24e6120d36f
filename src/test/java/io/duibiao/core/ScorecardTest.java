package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final Verdict MET = Given.rule("≥50").baseline("40").values("2025 55").at("2025");
    private static final Verdict NOT_MET = Given.rule("≥50").baseline("40").values("2025 45").at("2025");
    private static final Verdict NOT_YET_MET = Given.rule("≥50").baseline("40").values("2023 41").at("2023");
    private static final Verdict NOT_ASSESSABLE = Given.rule("≥50").baseline("40").at("2023");
    private static final Verdict REFERENCE = Given.rule("≥50").values("2020 40; 2025 45").asReference().at("2025");

    private static Verdict of(Attribute attribute, String value) {
        return Given.rule("≥50").baseline("40").is(attribute).values("2025 " + value).at("2025");
    }

    private static Scorecard.Overall overall(Verdict... verdicts) {
        return Scorecard.of(List.of(verdicts)).overall();
    }

    @Test
    void oneBindingTargetThatIsNotMetFailsThePlan() {
        assertEquals(Scorecard.Overall.FAIL, overall(MET, NOT_YET_MET, NOT_MET, NOT_ASSESSABLE));
    }

    @Test
    void whatIsOpenLeavesThePlanPending() {
        assertEquals(Scorecard.Overall.PENDING, overall(MET, NOT_YET_MET));
        assertEquals(Scorecard.Overall.PENDING, overall(MET, NOT_ASSESSABLE));
    }

    @Test
    void allBindingTargetsMetPassThePlan() {
        assertEquals(Scorecard.Overall.PASS, overall(MET, MET));
    }

    @Test
    void expectedAndTaskTargetsNeverFailAPlan() {
        assertEquals(Scorecard.Overall.NONE, overall());
        assertEquals(Scorecard.Overall.NONE, overall(of(Attribute.EXPECTED, "45"), of(Attribute.TASK, "45")));
        assertEquals(Scorecard.Overall.PASS, overall(MET, of(Attribute.EXPECTED, "45"), of(Attribute.TASK, "45")));
    }

    @Test
    void aTargetThatIsOnlyComparedWithCountsNowhere() {
        assertEquals(Outcome.NOT_MET, REFERENCE.outcome());
        assertEquals(Scorecard.of(List.of(MET)), Scorecard.of(List.of(MET, REFERENCE)));
    }

    @Test
    void everyVerdictIsCountedOnceByItsOutcomeAndOnceByItsSchedule() {
        Scorecard card = Scorecard.of(List.of(MET, NOT_MET, NOT_YET_MET, NOT_ASSESSABLE, of(Attribute.EXPECTED, "55")));
        assertEquals(new Scorecard.Outcomes(1, 1, 1, 1), card.binding());
        assertEquals(new Scorecard.Outcomes(1, 0, 0, 0), card.expected());
        assertEquals(new Scorecard.Outcomes(0, 0, 0, 0), card.tasks());
        assertEquals(new Scorecard.Schedules(0, 2, 2, 0, 0, 0, 1), card.schedule());
    }

    @Test
    void aRolledUpFigureThatLacksRegionsIsMarked() {
        Verdict partial = Given.rule("≥50").baseline("40").rolledUp("2025 55 2/3").at("2025");
        Verdict whole = Given.rule("≥50").baseline("40").rolledUp("2025 55 3/3").at("2025");
        assertEquals(1, Scorecard.of(List.of(partial, whole, MET)).coverage().partial());
    }

    @Test
    void eachCountHasAListThatIsAsLongAsTheCount() {
        List<Verdict> verdicts = List.of(MET, NOT_MET, NOT_MET, NOT_YET_MET, NOT_ASSESSABLE, of(Attribute.TASK, "45"),
                of(Attribute.EXPECTED, "55"));
        Map<String, Long> lists = Scorecard.COUNTS.stream()
                .collect(Collectors.toMap(Scorecard.Count::name, count -> verdicts.stream().filter(count.counts()).count()));
        List<Long> expected = new ArrayList<>(List.of(1L, 1L, 2L, 1L));
        assertEquals(expected,
                Stream.of("met", "notYetMet", "notMet", "notAssessable").map(name -> lists.get("binding." + name))
                        .toList());
        assertEquals(1L, lists.get("tasks.notMet"));
        assertEquals(1L, lists.get("expected.met"));
        assertEquals(4L, lists.get("schedule.behind"));
        assertEquals(7L, lists.entrySet().stream().filter(list -> list.getKey().startsWith("schedule."))
                .mapToLong(Map.Entry::getValue).sum());
    }
}
