package io.duibiao.measurement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private record Place(String indicator, String region) {
    }

    /** The bases and scopes on which values of an indicator stand. */
    record Names(Set<String> bases, Set<String> scopes) {
    }

    private final Map<Series, NavigableMap<Integer, Quantity>> figures = new HashMap<>();
    private final Set<Place> read = new HashSet<>();
    private final Map<String, Names> names = new HashMap<>();
    private int kept;

    /** Reads what these values are checked against, as far as it is not read yet, with one query. */
    void read(Collection<Measurement.Key> keys) {
        if (kept > MOST_KEPT) {
            figures.clear();
            read.clear();
            kept = 0;
        }
        Set<Place> wanted = keys.stream().map(key -> new Place(key.indicator(), key.region())).filter(p -> !read.contains(p))
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> indicators = wanted.stream().map(Place::indicator).collect(Collectors.toSet());
        Set<String> regions = wanted.stream().map(Place::region).collect(Collectors.toSet());
        MeasurementRow.trusted(indicators, regions)
                .filter(one -> wanted.contains(new Place(one.indicator(), one.region())))
                .forEach(one -> add(one.key(), new Quantity(one.amount())));
        read.addAll(wanted);
    }

    /** A value of the same batch counts for those after it. */
    void add(Measurement.Key key, Quantity value) {
        figures.computeIfAbsent(Series.of(key), series -> new TreeMap<>()).put(key.period().first().getYear(), value);
        kept++;
    }

    /** The figures of other years, those nearest in time; where there are none, the one that the value would replace. */
    List<Quantity> beside(Measurement.Key key) {
        NavigableMap<Integer, Quantity> all = figures.getOrDefault(Series.of(key), new TreeMap<>());
        int own = key.period().first().getYear();
        List<Quantity> others = Stream.concat(all.headMap(own, false).entrySet().stream(), all.tailMap(own, false).entrySet()
                .stream()).sorted((a, b) -> Integer.compare(Math.abs(a.getKey() - own), Math.abs(b.getKey() - own)))
                .limit(NEAREST).map(Map.Entry::getValue).toList();
        return others.isEmpty() ? Optional.ofNullable(all.get(own)).stream().toList() : others;
    }

    Names names(String indicator) {
        return names.computeIfAbsent(indicator, MeasurementRow::names);
    }
}
