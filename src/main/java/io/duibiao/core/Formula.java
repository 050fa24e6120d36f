package io.duibiao.core;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a figure follows from others: those of the regions below, or those of another indicator.
 *
 * @param from the indicators that it names: the weight, the part and the whole, what declined
 */
public record Formula(Way way, List<String> from) {

    private static final Pattern FORM = Pattern.compile("([A-Z]+)(?:\\(([^/()]+)(?:/([^/()]+))?\\))?");

    /** The ways of computing. */
    public enum Way {
        /** Only the officially reported figure counts. */
        NONE(0, new Text("不汇总", "not rolled up")),
        MEAN(0, new Text("平均", "mean")),
        SUM(0, new Text("合计", "sum")),
        /** The mean weighted by another indicator. */
        WEIGHTED(1, new Text("加权平均", "weighted mean")),
        /** The sum of one indicator over the sum of another. */
        RATIO(2, new Text("分子分母分别合计后相除", "sum over sum")),
        /** The fall of another indicator since a base year, in percent. */
        DECLINE(1, new Text("较基期下降比例", "decline since the base year"));

        private final int named;
        private final Text label;

        Way(int named, Text label) {
            this.named = named;
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    /** Reads {@code MEAN}, {@code WEIGHTED(population)}, {@code RATIO(forest-area/land-area)}; anything else is NONE. */
    public static Formula of(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            List<String> from = Stream.of(form.group(2), form.group(3)).filter(Objects::nonNull).toList();
            for (Way way : Way.values()) {
                if (way.name().equals(form.group(1)) && way.named == from.size()) {
                    return new Formula(way, from);
                }
            }
        }
        return new Formula(Way.NONE, List.of());
    }
}
