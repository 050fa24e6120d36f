package io.duibiao.measurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Quantity;
import io.duibiao.core.Text;

/**
 * Whether a figure jumps against its own history: the figures of the same indicator, place, scope, basis and base year
 * for the same months of other years. One that begins a history is only compared in size, with what plans print.
 * <p>
 * Two rules, both on the median of that history, which a single wrong figure does not move. A figure that is about
 * ten, a hundred, a thousand or ten thousand times the median, or that part of it (within a factor of two), looks like
 * a slip of the unit: 30 毫克 for 30 微克 is 0.030 after 31, 28, 29. And a figure whose modified z-score passes 3.5 is an
 * outlier (Iglewicz and Hoaglin 1993; NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.17):
 * 0.6745 × |x − median| ÷ MAD, where MAD is the median of the distances from the median. History 80, 82, 84, 86, 88:
 * median 84, MAD 2; 90 gives 2.02 and is none, 95 gives 3.71 and is one.
 */
final class Jump {

    /** Fewer say too little about how the figure moves of itself. */
    private static final int ENOUGH = 5;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FAR = BigDecimal.valueOf(5);
    /** What starts from nothing grows tenfold by itself. */
    private static final BigDecimal FAR_FROM_NOTHING = BigDecimal.valueOf(50);
    /** Regions differ, and a plan may ask for much. */
    private static final BigDecimal FAR_FROM_PLANS = BigDecimal.TEN;
    private static final Text HISTORY = new Text("历年同期中位数", "the median of the same months of other years");
    private static final Text PLANS = new Text("规划所列数的中位数", "the median of what plans print");
    private static final List<BigDecimal> SLIPS = Stream.of(10, 100, 1000, 10_000).map(BigDecimal::valueOf).toList();
    private static final BigDecimal NORMAL = new BigDecimal("0.6745");
    private static final BigDecimal OUTLIER = new BigDecimal("3.5");
    private static final int DIGITS = 10;

    private Jump() {
    }

    static Optional<Flag> of(Quantity sent, List<Quantity> history, Indicator indicator) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal median = median(history);
        return slip(sent, median, HISTORY, indicator.kind() == Kind.LEVEL ? FAR : FAR_FROM_NOTHING, indicator)
                .or(() -> outlier(sent, median, history, indicator));
    }

    /**
     * Of a level that has no history: regions differ, and only what is far off can be told. A share of nearly nothing is small
     * by itself, so that of shares only those that were sent as fractions are told.
     *
     * @param printed figures that plans print for it, possibly none
     */
    static Optional<Flag> ofFirst(Quantity sent, List<Quantity> printed, Indicator indicator) {
        return printed.isEmpty() ? Optional.empty()
                : slip(sent, median(printed), PLANS, indicator.isPercent() ? FAR_FROM_NOTHING : FAR_FROM_PLANS, indicator);
    }

    private static Optional<Flag> slip(Quantity sent, BigDecimal median, Text where, BigDecimal far, Indicator indicator) {
        BigDecimal x = sent.number();
        if (x.signum() * median.signum() <= 0) {
            return Optional.empty();
        }
        boolean above = x.abs().compareTo(median.abs()) > 0;
        BigDecimal times = above ? ratio(x, median) : ratio(median, x);
        if (times.compareTo(far) < 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> slip = SLIPS.stream()
                .filter(f -> times.multiply(TWO).compareTo(f) >= 0 && times.compareTo(f.multiply(TWO)) <= 0).findFirst();
        Text size = above
                ? Text.of("约为{0} {1} 的 {2} 倍", "about {2} times {1}, {0}", where, shown(median), rough(times))
                : Text.of("约为{0} {1} 的 1/{2}", "about 1/{2} of {1}, {0}", where, shown(median), rough(times));
        return Optional.of(slip.map(factor -> new Flag("UNIT_SLIP",
                Text.of("{0} {1}，接近 {2} 倍，请核对计量单位（{3}）",
                        "{0} is {1}; near a factor of {2}: check the unit ({3})", sent, size, factor,
                        unit(indicator))))
                .orElseGet(() -> new Flag("JUMP", Text.of("{0} {1}，变动过大，请核对", "{0} is {1}: check it", sent, size))));
    }

    private static Text unit(Indicator indicator) {
        return indicator.unit().isEmpty() ? new Text("无量纲", "a pure number") : Text.same(indicator.unit());
    }

    private static Optional<Flag> outlier(Quantity sent, BigDecimal median, List<Quantity> history, Indicator indicator) {
        if (history.size() < ENOUGH) {
            return Optional.empty();
        }
        BigDecimal spread = middle(history.stream().map(one -> one.number().subtract(median).abs()).toList())
                .max(least(median, indicator));
        BigDecimal score = NORMAL.multiply(sent.number().subtract(median).abs()).divide(spread, DIGITS, RoundingMode.HALF_UP);
        return score.compareTo(OUTLIER) <= 0 ? Optional.empty()
                : Optional.of(new Flag("JUMP",
                        Text.of("{0} 偏离历年同期中位数 {1} 过大：修正 z 值 {2}，超过 3.5（{3} 个历史数）",
                                "{0} is far from the median {1} of the same months of other years: modified z-score {2}, over "
                                        + "3.5 ({3} figures)",
                                sent, shown(median), rough(score), history.size())));
    }

    /** A history that never moved (45, 45, 45, 45, 45) has no spread; a step of 1 % or of the last decimal is none either. */
    private static BigDecimal least(BigDecimal median, Indicator indicator) {
        return median.abs().movePointLeft(2).max(BigDecimal.ONE.movePointLeft(indicator.decimals()));
    }

    private static BigDecimal ratio(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, DIGITS, RoundingMode.HALF_UP);
    }

    private static BigDecimal median(List<Quantity> figures) {
        return middle(figures.stream().map(Quantity::number).toList());
    }

    /** The middle one in order, or the mean of the middle two. */
    static BigDecimal middle(List<BigDecimal> numbers) {
        List<BigDecimal> ordered = new ArrayList<>(numbers);
        Collections.sort(ordered);
        int middle = ordered.size() / 2;
        return ordered.size() % 2 == 1 ? ordered.get(middle)
                : ordered.get(middle - 1).add(ordered.get(middle)).divide(TWO);
    }

    private static String shown(BigDecimal median) {
        return new Quantity(median).stripped().toString();
    }

    private static String rough(BigDecimal number) {
        return number.setScale(number.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP).toPlainString();
    }
}
