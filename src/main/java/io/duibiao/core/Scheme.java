package io.duibiao.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 计分办法: how a document turns verdicts into points, as data. Nothing is scored unless a scheme is asked for by its code.
 *
 * @param version of the document, as its issuer names it
 */
public record Scheme(String code, Text title, String version, List<Part> parts) {

    /**
     * What a document gives points for.
     *
     * @param attributes which targets it scores; none means all
     * @param indicators which targets it scores; none means all
     * @param veto 否决性指标: one that misses what is asked fails the whole, whatever the points
     * @param zeroIfWorse 不降反升: no points where the value is worse than the year before
     * @param path code of the published path that tells what is asked in each year; else the target's own course
     * @param note what is not certain about it
     */
    public record Part(Set<Attribute> attributes, List<String> indicators, Points points, boolean veto, boolean zeroIfWorse,
            Optional<String> path, Optional<String> note, Citation citation) {

        boolean scores(Target target) {
            return (attributes.isEmpty() || attributes.contains(target.attribute()))
                    && (indicators.isEmpty() || indicators.contains(target.indicator()));
        }
    }

    /** What is set against what was asked: the way gone in the year, or since the baseline. */
    public enum Step {
        YEAR(new Text("年度", "in the year")),
        CUMULATIVE(new Text("累计", "since the baseline"));

        private final Text label;

        Step(Text label) {
            this.label = label;
        }

        Text label() {
            return label;
        }
    }

    /** How many points. */
    public sealed interface Points permits Matrix, Rate, Bands {

        /** The most that there are. */
        Quantity full();
    }

    /**
     * By whether the year and the whole way since the baseline came up to what was asked.
     *
     * @param both e.g. 60
     * @param cumulative the whole way did and the year did not: 55
     * @param year the year did and the whole way did not: 40
     * @param neither 0
     */
    public record Matrix(Quantity both, Quantity cumulative, Quantity year, Quantity neither) implements Points {

        @Override
        public Quantity full() {
            return both;
        }
    }

    /** 完成率 times the points, at most all of them: 80 % of 25 is 20. */
    public record Rate(Step step, Quantity full) implements Points {
    }

    /** Points for each 完成率 reached, none below the first: 100 % gives 40, 90 % gives 36. */
    public record Bands(Step step, List<Band> bands) implements Points {

        /** @param percent 完成率 from which these points are given */
        public record Band(Quantity percent, Quantity points) {
        }

        @Override
        public Quantity full() {
            return bands.stream().map(Band::points).max(Comparator.naturalOrder()).orElse(Quantity.ZERO);
        }

        Quantity at(Quantity percent) {
            return bands.stream().filter(band -> band.percent().compareTo(percent) <= 0)
                    .max(Comparator.comparing(Band::percent)).map(Band::points).orElse(Quantity.ZERO);
        }
    }
}
