package io.duibiao.chart;

import java.util.List;

import io.duibiao.core.Attribute;
import io.duibiao.core.Outcome;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Scorecard;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/**
 * How many targets of a region are met, and how many are on schedule.
 *
 * @param verdicts those that the scorecard counts
 */
record ScoreChart(Plan plan, Source source, Text region, Period period, List<Verdict> verdicts,
        Scorecard card) implements Chart {

    static ScoreChart of(Plan plan, Source source, Text region, Period period, List<Verdict> all) {
        List<Verdict> own = all.stream().filter(verdict -> !verdict.reference()).toList();
        return new ScoreChart(plan, source, region, period, own, Scorecard.of(own));
    }

    /** The outcome whose shape and colour the overall finding has. */
    Outcome overallLike() {
        return switch (card.overall()) {
            case PASS -> Outcome.MET;
            case FAIL -> Outcome.NOT_MET;
            case PENDING -> Outcome.NOT_YET_MET;
            case NONE -> Outcome.NOT_ASSESSABLE;
        };
    }

    List<Verdict> of(Attribute attribute) {
        return verdicts.stream().filter(verdict -> verdict.target().attribute() == attribute).toList();
    }

    @Override
    public Draft draft(Words words) {
        return (pen, width, leftOut) -> new ScorePlot(pen, this, width);
    }
}
