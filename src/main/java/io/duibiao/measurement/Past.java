package io.duibiao.measurement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hibernate.StatelessSession;

import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;

/**
 * What was recorded before, as far as a new value is checked against it. A batch is read at once, and what was read is kept for
 * the batches after it.
 */
final class Past {

    /** A jump is judged by the figures nearest in time; older ones belong to another world. */
    private static final int NEAREST = 9;
    private static final int MOST_KEPT = 500_000;

    /** Figures that compare: the same thing for the same months of the year. */
    private record Series(String indicator, String region, Optional<String> scope, Optional<String> basis,
            Optional<Integer> baseYear, int month, int months) {

        static Series of(Measurement.Key key) {
            Period period = key.period();
            return new Series(key.indicator(), key.region(), key.scope(), key.basis(), key.baseYear(),
                    period.first().getMonthValue(), period.months());
        }
    }

    /** The bases and scopes on which values of an indicator stand. */
    record Names(Set<String> bases, Set<String> scopes) {
    }

    private record Figure(int year, Quantity value) {
    }

    /** Each series in the order of its years. */
    private final Map<Series, List<Figure>> figures = new HashMap<>();
    private final Set<Measurements.Pair> read = new HashSet<>();
    private final Map<String, Names> names = new HashMap<>();
    private int kept;

    /** Reads what these values are checked against, as far as it is not read yet, with one query. */
    void read(StatelessSession database, Collection<Measurement.Key> keys) {
        if (kept > MOST_KEPT) {
            figures.clear();
            read.clear();
            kept = 0;
        }
        List<Measurements.Pair> wanted = keys.stream().map(key -> new Measurements.Pair(key.indicator(), key.region()))
                .distinct().filter(place -> !read.contains(place)).toList();
        if (wanted.isEmpty()) {
            return;
        }
        MeasurementRow.trusted(database, wanted).forEach(one -> add(one.key(), new Quantity(one.amount())));
        read.addAll(wanted);
    }

    /** A value of the same batch counts for those after it. */
    void add(Measurement.Key key, Quantity value) {
        List<Figure> all = figures.computeIfAbsent(Series.of(key), series -> new ArrayList<>());
        Figure figure = new Figure(key.period().first().getYear(), value);
        int at = since(figure.year(), all);
        if (isOf(figure.year(), all, at)) {
            all.set(at, figure);
        } else {
            all.add(at, figure);
        }
        kept++;
    }

    /** Where the figures of the year and of later ones begin. */
    private static int since(int year, List<Figure> all) {
        int at = all.size();
        while (at > 0 && all.get(at - 1).year() >= year) {
            at--;
        }
        return at;
    }

    private static boolean isOf(int year, List<Figure> all, int at) {
        return at < all.size() && all.get(at).year() == year;
    }

    /** The figures of other years, those nearest in time; where there are none, the one that the value would replace. */
    List<Quantity> beside(Measurement.Key key) {
        List<Figure> all = figures.getOrDefault(Series.of(key), List.of());
        int own = key.period().first().getYear();
        int at = since(own, all);
        boolean replaces = isOf(own, all, at);
        int before = at - 1;
        int after = replaces ? at + 1 : at;
        List<Quantity> others = new ArrayList<>();
        while (others.size() < NEAREST && (before >= 0 || after < all.size())) {
            boolean back = after == all.size()
                    || before >= 0 && own - all.get(before).year() <= all.get(after).year() - own;
            others.add(all.get(back ? before-- : after++).value());
        }
        return others.isEmpty() && replaces ? List.of(all.get(at).value()) : others;
    }

    Names names(String indicator) {
        return names.computeIfAbsent(indicator, MeasurementRow::names);
    }
}
