package io.duibiao.measurement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

    private final Map<Series, NavigableMap<Integer, Quantity>> figures = new HashMap<>();
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
        figures.computeIfAbsent(Series.of(key), series -> new TreeMap<>()).put(key.period().first().getYear(), value);
        kept++;
    }

    /** The figures of other years, those nearest in time; where there are none, the one that the value would replace. */
    List<Quantity> beside(Measurement.Key key) {
        NavigableMap<Integer, Quantity> all = figures.getOrDefault(Series.of(key), Collections.emptyNavigableMap());
        int own = key.period().first().getYear();
        List<Quantity> others = new ArrayList<>();
        Iterator<Map.Entry<Integer, Quantity>> earlier = all.headMap(own, false).descendingMap().entrySet().iterator();
        Iterator<Map.Entry<Integer, Quantity>> later = all.tailMap(own, false).entrySet().iterator();
        Optional<Map.Entry<Integer, Quantity>> before = next(earlier);
        Optional<Map.Entry<Integer, Quantity>> after = next(later);
        while (others.size() < NEAREST && (before.isPresent() || after.isPresent())) {
            int back = before.map(one -> own - one.getKey()).orElse(Integer.MAX_VALUE);
            if (back <= after.map(one -> one.getKey() - own).orElse(Integer.MAX_VALUE)) {
                others.add(before.orElseThrow().getValue());
                before = next(earlier);
            } else {
                others.add(after.orElseThrow().getValue());
                after = next(later);
            }
        }
        return others.isEmpty() ? Optional.ofNullable(all.get(own)).stream().toList() : others;
    }

    private static <T> Optional<T> next(Iterator<T> from) {
        return from.hasNext() ? Optional.of(from.next()) : Optional.empty();
    }

    Names names(String indicator) {
        return names.computeIfAbsent(indicator, MeasurementRow::names);
    }
}
