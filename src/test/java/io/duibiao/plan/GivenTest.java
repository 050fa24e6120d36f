package io.duibiao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Plan;
import io.duibiao.core.Region;
import io.duibiao.core.Target;
import io.duibiao.plan.GroupResource.GroupGiven;
import io.duibiao.plan.IndicatorResource.IndicatorGiven;
import io.duibiao.plan.PlanResource.PlanGiven;
import io.duibiao.plan.RegionResource.RegionGiven;
import io.duibiao.problem.ProblemException;

/** What a reader gets for editing, sent back unchanged, is the entry that he read: for everything that the documents print. */
class GivenTest {

    private static final Catalogue CATALOGUE = new Catalogue(SeedCatalogue.read(Seed.bundled()));

    private static <T extends Record> void sentBack(Noun noun, Class<T> type, BiFunction<T, Draft, T> again) {
        assertTrue(!CATALOGUE.entries(noun).isEmpty());
        for (Entry entry : CATALOGUE.entries(noun)) {
            T content = type.cast(entry.content());
            assertEquals(content, RequestDraft.of(CATALOGUE, "code", draft -> again.apply(content, draft)));
        }
    }

    @Test
    void everyPlanIsTheSameWhenSentBack() {
        sentBack(Noun.PLAN, Plan.class, (plan, draft) -> PlanGiven.of(plan).plan(plan.code(), draft));
    }

    @Test
    void everyIndicatorIsTheSameWhenSentBack() {
        sentBack(Noun.INDICATOR, Indicator.class, (indicator, draft) -> {
            IndicatorGiven.refer(indicator, draft);
            return IndicatorGiven.of(indicator).indicator(indicator.code(), draft);
        });
    }

    @Test
    void everyRegionIsTheSameWhenSentBack() {
        sentBack(Noun.REGION, Region.class, (region, draft) -> {
            RegionGiven.refer(region, draft);
            return RegionGiven.of(region).region(region.code(), draft);
        });
    }

    @Test
    void everyGroupIsTheSameWhenSentBack() {
        sentBack(Noun.GROUP, Group.class, (group, draft) -> GroupGiven.of(group).group(group.code(), draft));
    }

    @Test
    void everyTargetIsTheSameWhenSentBack() {
        sentBack(Noun.TARGET, Target.class, (target, draft) -> TargetGiven.of(target).target(target.id(), draft));
    }

    @Test
    void anIndicatorThatFollowsFromItselfByWayOfOthersIsRefused() {
        Catalogue tables = new Catalogue(SeedCatalogue.read(new Tables("c").put("indicators.csv",
                "code,name_zh,name_en,short_name,unit,change_unit,decimals,direction,kind,timing,aggregation,derived,basis,bases,pass_down,note",
                "c-air,甲,A,,%,百分点,1,HIGHER,LEVEL,FLOW,WEIGHTED(c-cod),,剔除沙尘,,,",
                "c-cod,乙,B,,%,%,1,HIGHER,CUMULATIVE_CHANGE,STOCK,NONE,,,,,").seed()));
        Indicator cod = tables.indicator("c-cod").orElseThrow();
        Indicator circular = new Indicator(cod.code(), cod.name(), cod.shortName(), cod.unit(), cod.changeUnit(),
                cod.decimals(),
                cod.direction(), cod.kind(), cod.timing(), "RATIO(c-air/c-fog)", cod.derived(), cod.basis(), List.of(), false,
                "");
        ProblemException refused = assertThrows(ProblemException.class,
                () -> RequestDraft.of(tables, "indicator", draft -> {
                    IndicatorGiven.refer(circular, draft);
                    return circular;
                }));
        assertEquals(List.of("CIRCLE"), refused.problem().faults().stream().map(fault -> fault.code()).toList());
    }

    @Test
    void theTablesRefuseAnIndicatorThatFollowsFromItself() {
        List<String> faults = new Tables("c").put("indicators.csv",
                "code,name_zh,name_en,short_name,unit,change_unit,decimals,direction,kind,timing,aggregation,derived,basis,bases,pass_down,note",
                "c-air,甲,A,,%,百分点,1,HIGHER,LEVEL,FLOW,WEIGHTED(c-cod),,剔除沙尘,,,",
                "c-cod,乙,B,,%,%,1,HIGHER,CUMULATIVE_CHANGE,STOCK,NONE,DECLINE(c-air),,,,").faults();
        assertEquals(List.of("indicators.csv:2 aggregation=“WEIGHTED(c-cod)”: 指标由自身算出 / the indicator follows from itself",
                "indicators.csv:3 derived=“DECLINE(c-air)”: 指标由自身算出 / the indicator follows from itself"), faults);
    }
}
