package io.duibiao.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A scale from below the least figure to above the greatest, with ticks at round numbers. */
record Axis(double from, double to, double step) {

    private static final int TICKS = 5;
    private static final double AIR = 0.1;
    /** A scale that could begin at zero for less than this share of itself does. */
    private static final double NEAR_ZERO = 0.4;

    /** Whole figures have whole ticks: there is no half an accident. */
    static Axis of(double[] figures, boolean percent) {
        double least = Arrays.stream(figures).min().orElse(0);
        double most = Arrays.stream(figures).max().orElse(1);
        double spread = most > least ? most - least : Math.max(1, Math.abs(most) * AIR);
        double low = least - spread * AIR;
        double high = most + spread * AIR;
        if (least >= 0 && (low < 0 || least < NEAR_ZERO * most)) {
            low = 0;
        }
        if (most <= 0 && (high > 0 || most > NEAR_ZERO * least)) {
            high = 0;
        }
        boolean share = percent && least >= 0 && most <= 100;
        boolean counts = Arrays.stream(figures).allMatch(figure -> figure == Math.rint(figure));
        double step = Math.max(counts ? 1 : 0, round((high - low) / TICKS));
        double from = Math.floor(low / step + 1e-9) * step;
        double to = Math.ceil(high / step - 1e-9) * step;
        return new Axis(from, share ? Math.min(100, Math.max(to, most)) : to, step);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        double lead = step / power;
        return power * (lead <= 1.0001 ? 1 : lead <= 2.0001 ? 2 : lead <= 5.0001 ? 5 : 10);
    }

    List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal apart = new BigDecimal(step, new MathContext(2, RoundingMode.HALF_UP)).stripTrailingZeros();
        BigDecimal tick = BigDecimal.valueOf(Math.round(from / step)).multiply(apart);
        while (tick.doubleValue() <= to + step * 1e-6) {
            ticks.add(tick);
            tick = tick.add(apart);
        }
        return ticks;
    }

    boolean startsAtZero() {
        return from <= 0 && to >= 0;
    }

    /** From 0 at the lower end to 1 at the upper one. */
    double at(double value) {
        return Math.max(0, Math.min(1, (value - from) / (to - from)));
    }
}
