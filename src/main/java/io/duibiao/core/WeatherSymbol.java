package io.duibiao.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.duibiao.core.Assessment.Grade;
import io.duibiao.core.Evidence.Obstacle;

/**
 * The German weather symbols: the average change of the last six yearly points, four at least, goes on until the
 * due date; what is missed then is measured by the distance that is left now. Worked example: 50, 52, 54, 56, 58
 * and 60 in 2018 to 2023 change by 2 a year and become 64 in 2025; of the 5 from 60 to 65 that misses 1, 20 %: sun
 * and cloud.
 *
 * <p>
 * A target already met, or to be kept every year, is judged by the latest figure and the sign of the change, as its publisher
 * does.
 */
final class WeatherSymbol {

    private static final Grade SUN = new Grade("SUN", new Text("晴", "sun"), true);
    private static final Grade SUN_AND_CLOUD = new Grade("SUN_AND_CLOUD", new Text("多云", "sun and cloud"), true);
    private static final Grade CLOUD = new Grade("CLOUD", new Text("阴", "cloud"), false);
    private static final Grade THUNDERSTORM = new Grade("THUNDERSTORM", new Text("雷雨", "thunderstorm"), false);

    private static final BigDecimal SUN_BELOW = new BigDecimal("0.05");
    private static final BigDecimal SUN_AND_CLOUD_TO = new BigDecimal("0.20");

    private static final int MOST_POINTS = 6;
    private static final int FEWEST_POINTS = 4;

    private WeatherSymbol() {
    }

    static Assessment judge(Evidence evidence) {
        Map<String, Quantity> figures = evidence.inputs();
        figures.remove("base");
        if (evidence.noTarget().isPresent()) {
            return Assessment.refused(Method.WEATHER, evidence.noTarget().get(), figures);
        }
        Optional<Obstacle> noLatest = evidence.noLatest();
        if (noLatest.isPresent()) {
            return Assessment.refused(Method.WEATHER, noLatest.get().refusal(), figures);
        }
        List<Quantity> points = points(evidence);
        figures.put("points", Quantity.of(points.size()));
        if (points.size() < FEWEST_POINTS) {
            return Assessment.refused(Method.WEATHER, Obstacle.TOO_FEW_POINTS.refusal(), figures);
        }
        Quantity moved = points.get(points.size() - 1).minus(points.get(0));
        BigDecimal change = moved.number(Power.DIGITS).divide(BigDecimal.valueOf(points.size() - 1L), Power.DIGITS);
        figures.put("averageChange", Power.shown(change));
        int towards = moved.signum() * evidence.better();
        if (evidence.met()) {
            return Assessment.of(Method.WEATHER, towards < 0 ? SUN_AND_CLOUD : SUN, figures);
        }
        if (evidence.everyPeriod()) {
            return Assessment.of(Method.WEATHER, towards < 0 ? THUNDERSTORM : CLOUD, figures);
        }
        if (evidence.left() < 0) {
            return Assessment.refused(Method.WEATHER, Obstacle.AFTER_DUE.refusal(), figures);
        }
        if (towards <= 0) {
            return Assessment.of(Method.WEATHER, THUNDERSTORM, figures);
        }
        BigDecimal missed = missed(evidence, change, figures);
        return Assessment.of(Method.WEATHER, missed.compareTo(SUN_BELOW) < 0 ? SUN
                : missed.compareTo(SUN_AND_CLOUD_TO) <= 0 ? SUN_AND_CLOUD : CLOUD, figures);
    }

    /** The share of the distance left now that will be left when due; 0 where the target is reached. */
    private static BigDecimal missed(Evidence evidence, BigDecimal change, Map<String, Quantity> figures) {
        BigDecimal latest = evidence.latest().orElseThrow().number(Power.DIGITS);
        BigDecimal target = evidence.figure().orElseThrow().number(Power.DIGITS);
        BigDecimal left = change.multiply(BigDecimal.valueOf(evidence.left())).divide(BigDecimal.valueOf(12), Power.DIGITS);
        BigDecimal expected = latest.add(left);
        BigDecimal wanting = target.subtract(expected).multiply(BigDecimal.valueOf(evidence.better()));
        BigDecimal missed = Power.compared(wanting.signum() <= 0 ? BigDecimal.ZERO
                : wanting.divide(target.subtract(latest).abs(), Power.DIGITS));
        figures.put("expected", Power.shown(expected));
        figures.put("missedShare", Power.shown(missed));
        return missed;
    }

    /**
     * Six years without a gap that end with the latest figure, or as many as there are; the printed baseline is one of them.
     */
    private static List<Quantity> points(Evidence evidence) {
        int last = evidence.measured().period().year();
        Map<Integer, Quantity> years = new TreeMap<>();
        evidence.start().month().filter(month -> month.getMonthValue() == 12)
                .ifPresent(month -> evidence.start().value().ifPresent(base -> years.put(month.getYear(), base)));
        evidence.series().years(last - MOST_POINTS + 1, last)
                .forEach(value -> years.put(value.period().year(), value.figure().exact().orElseThrow()));
        List<Quantity> points = new ArrayList<>();
        for (int year = last; year > last - MOST_POINTS && years.containsKey(year); year--) {
            points.add(0, years.get(year));
        }
        return points;
    }
}
