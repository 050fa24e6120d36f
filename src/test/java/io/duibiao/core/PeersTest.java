package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

class PeersTest {

    private static final Citation CITATION = new Citation("规划", "专栏1", "原文");

    /** Plans a, b and so on in the order given, each with one target for good days in 2025. */
    private final List<Entry> entries = new ArrayList<>();

    private PeersTest plan(String code, String level, String issued) {
        Optional<LocalDate> date = issued.equals("—") ? Optional.empty() : Optional.of(LocalDate.parse(issued));
        return add(Noun.PLAN, code, new Plan(code, Text.same(code), "", "", level, date, 2021, 2025, 2020, List.of()));
    }

    private PeersTest target(String id, String due, String rule) {
        return target(id, "good", "150000", Optional.empty(), new Due(Due.Kind.BY, LocalDate.parse(due), false), rule);
    }

    private PeersTest target(String id, String indicator, String region, Optional<String> basis, Due due, String rule) {
        Rule demand = Given.read(rule);
        return add(Noun.TARGET, id, new Target(id, id.substring(0, id.indexOf('.')), indicator, Optional.empty(),
                Optional.of(region), Optional.empty(), Target.GroupMode.EACH, Attribute.BINDING, due, rule, Optional.empty(),
                Optional.empty(), demand, Target.Comparison.EXACT, basis, Optional.empty(), false, false, 0, Optional.empty(),
                Optional.empty(), List.of(CITATION)));
    }

    private PeersTest add(Noun noun, String code, Record content) {
        entries.add(new Entry(noun, code, 1, Instant.EPOCH, content));
        return this;
    }

    private Catalogue catalogue() {
        return new Catalogue(entries);
    }

    private Standing standing(String target, String on) {
        Catalogue catalogue = catalogue();
        return catalogue.standing(catalogue.target(target).orElseThrow(), LocalDate.parse(on));
    }

    /** The dates of issue of two plans of one level; — is a plan from the end of 2020 that prints none. */
    @ParameterizedTest(name = "issued {0} and {1}, asked on {2}: {3} and {4}")
    @CsvSource(delimiter = '|', textBlock = """
            2021-09-30 | 2022-05-25 | 2020-12-31 | false | false
            2021-09-30 | 2022-05-25 | 2021-09-30 | true  | false
            2021-09-30 | 2022-05-25 | 2022-05-24 | true  | false
            2021-09-30 | 2022-05-25 | 2022-05-25 | false | true
            2022-05-25 | 2021-09-30 | 2025-12-31 | true  | false
            2021-09-30 | 2021-09-30 | 2025-12-31 | true  | true
            —          | 2022-05-25 | 2020-12-30 | false | false
            —          | 2022-05-25 | 2020-12-31 | true  | false
            —          | 2022-05-25 | 2022-05-25 | false | true
            —          | 2020-06-01 | 2021-12-31 | false | true
            —          | —          | 2021-12-31 | true  | true
            """)
    void theLatestIssuedAtOrBeforeTheDayIsInForce(String a, String b, String on, boolean aInForce, boolean bInForce) {
        plan("a", "region", a).plan("b", "region", b).target("a.1", "2025-12-31", "≥60").target("b.1", "2025-12-31", "≥70");
        assertEquals(new Standing(LocalDate.parse(on), aInForce, List.of(new Standing.Rival("b.1", bInForce))),
                standing("a.1", on));
        assertEquals(bInForce, standing("b.1", on).inForce());
    }

    @Test
    void onlyTheSameLevelThingAndYearTakesTheForceFromATarget() {
        Due due = new Due(Due.Kind.BY, LocalDate.of(2025, 12, 31), false);
        plan("a", "region", "2021-09-30").plan("b", "region", "2022-05-25").plan("s", "state", "2022-05-25");
        target("a.1", "2025-12-31", "≥60").target("b.1", "2024-12-31", "≥70").target("s.1", "2025-12-31", "≥70");
        target("b.2", "other", "150000", Optional.empty(), due, "≥70");
        target("b.3", "good", "150100", Optional.empty(), due, "≥70");
        target("b.4", "good", "150000", Optional.of("剔除沙尘"), due, "≥70");
        target("b.5", "good", "150000", Optional.empty(), due, "Δ5% 2020");
        assertEquals(new Standing(LocalDate.of(2025, 12, 31), true, List.of()), standing("a.1", "2025-12-31"));
    }

    @Test
    void aTargetOfAnyDayInTheSameYearIsBesideIt() {
        plan("a", "region", "2021-09-30").plan("b", "region", "2022-05-25").target("a.1", "2025-12-31", "≥60").target("b.1",
                "2025-06-30", "≥70");
        assertEquals(List.of(new Standing.Rival("b.1", true)), standing("a.1", "2025-12-31").beside());
    }

    @Test
    void twoTargetsOfTheLatestDocumentAreBothInForce() {
        plan("a", "region", "2021-09-30").target("a.1", "2025-12-31", "≥60").target("a.2", "2025-12-31", "≥70");
        assertEquals(new Standing(LocalDate.of(2021, 9, 30), true, List.of(new Standing.Rival("a.2", true))),
                standing("a.1", "2021-09-30"));
    }

    @Test
    void theMilestonesAreThePlansOwnEarlierFiguresInOrder() {
        plan("a", "region", "2021-09-30").plan("b", "region", "2022-05-25");
        target("a.1", "2025-12-31", "≥60").target("a.2", "2024-12-31", "≥57").target("a.3", "2023-12-31", "≥50");
        target("b.1", "2023-12-31", "≥55").target("a.4", "2026-12-31", "≥61").target("a.5", "2022-12-31", "keep 40±0");
        target("a.6", "2023-12-31", "Δ5% 2020");
        target("a.7", "good", "150000", Optional.empty(), new Due(Due.Kind.FROM, LocalDate.of(2023, 1, 1), false), "≥50");
        target("a.8", "good", "150100", Optional.empty(), new Due(Due.Kind.BY, LocalDate.of(2023, 1, 1), false), "≥50");
        assertEquals(List.of("a.3", "a.2"), milestones("a.1"));
        assertEquals(List.of("a.3"), milestones("a.2"));
        assertEquals(List.of(), milestones("a.3"));
        assertEquals(List.of(), milestones("a.5"));
    }

    @Test
    void aMilestoneIsJudgedByTheFigureThatItWasGivenLater() {
        plan("a", "region", "2021-09-30").target("a.1", "2025-12-31", "≥60").target("a.2", "2023-12-31", "StateAssessed");
        add(Noun.RESOLUTION, "a.2", new Resolution("a.2", "≥50", Given.read("≥50"), LocalDate.of(2022, 5, 14), "生态环境部",
                Optional.empty(), CITATION));
        Catalogue catalogue = catalogue();
        assertEquals(Given.read("≥50"),
                catalogue.course(catalogue.target("a.1").orElseThrow()).milestones().get(0).rule());
    }

    private List<String> milestones(String target) {
        Catalogue catalogue = catalogue();
        return catalogue.course(catalogue.target(target).orElseThrow()).milestones().stream()
                .map(milestone -> milestone.target().id()).toList();
    }
}
