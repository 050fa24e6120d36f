package io.duibiao.chart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.duibiao.attainment.Attainments;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Target;
import io.duibiao.core.Verdict;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Plans;
import io.duibiao.web.Asked;

/** Gathers what each kind of chart shows. */
@Singleton
class Charts {

    private final Plans plans;
    private final Attainments attainments;

    Charts(Plans plans, Attainments attainments) {
        this.plans = plans;
        this.attainments = attainments;
    }

    /** The kinds of chart by their names in a path, and what each cannot do without. */
    enum Kind {
        /** Each indicator of one region: baseline, actual, target. */
        BULLET("plan", "region", "period");

        private final Set<String> required;

        Kind(String... required) {
            this.required = Set.of(required);
        }

        boolean requires(String parameter) {
            return required.contains(parameter);
        }
    }

    /** What a chart is asked to show, by the codes that the caller sent. */
    record Wish(Kind kind, Optional<String> plan, Optional<String> region, Optional<String> indicator,
            Optional<Period> period, Optional<Instant> asOf) {

        /** @throws io.duibiao.problem.ProblemException 400 naming what this kind cannot do without */
        void check() {
            check("plan", plan);
            check("region", region);
            check("indicator", indicator);
            check("period", period);
        }

        private void check(String name, Optional<?> sent) {
            if (kind.requires(name)) {
                Asked.given(name, sent);
            }
        }
    }

    /**
     * A chart with its figures.
     *
     * @param newest when the newest revision was recorded of all that was read
     */
    record Shown(Chart chart, Instant newest) {
    }

    Shown show(Wish wish) {
        wish.check();
        Catalogue catalogue = plans.at(wish.asOf());
        Lookup named = Lookup.ofQuery(catalogue);
        wish.indicator().ifPresent(named::indicator);
        return switch (wish.kind()) {
            case BULLET -> bullet(wish, named);
        };
    }

    private Shown bullet(Wish wish, Lookup named) {
        Plan plan = named.plan(wish.plan().orElseThrow());
        String region = named.place(wish.region().orElseThrow());
        Period period = wish.period().orElseThrow();
        Attainments.Assessed assessed = attainments.assess(new Attainments.Wanted(Optional.of(plan.code()), wish.indicator(),
                Optional.of(region), Optional.empty(), Optional.empty()), period, wish.asOf());
        return new Shown(new BulletChart(plan, source(plan, assessed.verdicts(), named.catalogue()),
                named.catalogue().placeName(region).orElseThrow(), period, assessed.verdicts(), asOf(assessed)),
                assessed.newest());
    }

    /** Verdicts rest on revisions; that there are none rests on all that was read. */
    private static Instant asOf(Attainments.Assessed assessed) {
        return assessed.verdicts().isEmpty() ? assessed.newest() : assessed.asOf();
    }

    private static Source source(Plan plan, List<Verdict> verdicts, Catalogue catalogue) {
        List<Target> targets = verdicts.stream().map(Verdict::target).toList();
        return Source.of(plan, targets, catalogue.plans());
    }
}
