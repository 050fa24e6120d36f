package io.duibiao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Region;
import io.duibiao.core.Rule;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.history.History;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SeedingTest {

    @Inject
    Seeding seeding;
    @Inject
    Plans plans;
    @Inject
    History history;

    private Entry entry(Noun noun, String code) {
        return plans.at(Optional.empty()).entry(noun, code).orElseThrow();
    }

    @Test
    void aSecondLoadChangesNothing() {
        seeding.load(new Tables("twice").seed());
        Instant first = history.newest();
        seeding.load(new Tables("twice").seed());
        assertEquals(first, history.newest());
        assertEquals(1, entry(Noun.TARGET, "twice-plan.1").revision());
    }

    @Test
    void whatIsReadBackIsWhatTheTablesSay() {
        seeding.load(new Tables("back").seed());
        Catalogue said = new Catalogue(SeedCatalogue.read(new Tables("back").seed()));
        Catalogue kept = plans.at(Optional.empty());
        assertEquals(said.target("back-plan.1"), kept.target("back-plan.1"));
        assertEquals(said.plan("back-plan"), kept.plan("back-plan"));
        assertEquals(said.indicator("back-air"), kept.indicator("back-air"));
        assertEquals(said.group("back-open"), kept.group("back-open"));
        assertEquals(said.region("back01"), kept.region("back01"));
    }

    @Test
    void aChangedRowBecomesARevisionAndTheEarlierOneIsStillReadAsOfItsTime() {
        seeding.load(new Tables("changed").seed());
        Instant before = history.newest();
        seeding.load(new Tables("changed").table("targets.csv",
                Tables.TARGETS + Tables.target("changed", 1, "不低于91.0%") + Tables.target("changed", 2, "95%以上")).seed());
        assertEquals(2, entry(Noun.TARGET, "changed-plan.1").revision());
        assertEquals(1, entry(Noun.TARGET, "changed-plan.2").revision());
        assertEquals("不低于90.8%",
                plans.at(Optional.of(before)).target("changed-plan.1").map(Target::rule).map(Rule::printed).orElseThrow());
        assertEquals("不低于91.0%",
                plans.at(Optional.empty()).target("changed-plan.1").map(Target::rule).map(Rule::printed).orElseThrow());
    }

    @Test
    void anEditOutlivesARowThatSaysWhatItAlwaysSaid() {
        seeding.load(new Tables("edit").seed());
        Region edited = new Region("edit01", new Text("改名市", "Renamed"), "改名", "league", Optional.of("edit00"));
        history.record(now -> CatalogueRow.add(Noun.REGION, "edit01", edited, now, "planner", "改名", "某发〔2026〕1号"));
        seeding.load(new Tables("edit").seed());
        assertEquals(edited, plans.at(Optional.empty()).region("edit01").orElseThrow());
        assertEquals(2, entry(Noun.REGION, "edit01").revision());
    }

    @Test
    void aFaultyTableStopsTheLoadBeforeAnythingIsKept() {
        Seeding.FaultySeed faulty = assertThrows(Seeding.FaultySeed.class,
                () -> seeding.load(new Tables("faulty").put("plan_notes.csv", "plan,number,note", "nowhere,1,注").seed()));
        assertTrue(faulty.faults().contains("plan_notes.csv:2 plan=“nowhere”"), faulty.faults());
        assertEquals(Optional.empty(), plans.at(Optional.empty()).plan("faulty-plan"));
    }

    private String faultsOfValues(String... rows) {
        String header = "indicator,region,scope,period,basis,base_year,printed,value,status,source,note,derived,document,"
                + "section,quote\n";
        Seed seed = new Tables("values").table("values.csv", header + String.join("\n", rows) + "\n").seed();
        return assertThrows(Seeding.FaultySeed.class, () -> seeding.load(seed)).faults().lines().skip(1)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aFaultyValueIsNamedWhereItStandsAndTheRowThatRepeatsItIsNotBlamed() {
        String row = "values-air,values00,,2020,,,90.8,90.8,FINAL,某规划,,,values-plan,一,90.8";
        assertEquals("values.csv:2 value=“9e99999999”: 不是数值 / is not a number",
                faultsOfValues(row.replace(",90.8,FINAL", ",9e99999999,FINAL"), row));
        assertEquals(
                "values.csv:2 period=“20x0”: 应为时期，如 2020、2020-Q3、2020-09 / should be a period such as 2020, 2020-Q3, 2020-09",
                faultsOfValues(row.replace("2020", "20x0"), row));
        assertEquals("values.csv:3: 与第 2 行同为 values-air values00 2020，内容不一致：value “91.0”/“90.8” / "
                + "line 2 has the same values-air values00 2020 and says something else: value “91.0”/“90.8”",
                faultsOfValues(row, row.replace(",90.8,FINAL", ",91.0,FINAL")));
    }

    @Test
    void replicasThatStartTogetherLoadOnce() throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            for (Future<?> load : replicas.invokeAll(IntStream.range(0, 4)
                    .mapToObj(i -> Executors.callable(() -> seeding.load(new Tables("race").seed()))).toList())) {
                load.get();
            }
        } finally {
            replicas.shutdown();
        }
        assertEquals(1, entry(Noun.TARGET, "race-plan.1").revision());
    }
}
