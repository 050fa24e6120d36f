package io.duibiao.chart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.duibiao.core.Measurement;
import io.duibiao.core.Verdict;

/** The figures that a picture shows, so that two states of them can be told apart. */
record Facts(SortedMap<Facts.Name, String> facts) {

    /** Of one as the digest knows it, about. */
    private static final int LENGTH = 96;

    /** In the order in which they are told, by which the digest knows them: a further one comes last. */
    enum What {
        VALUE,
        STATUS,
        OUTCOME,
        SCHEDULE,
        TARGET,
        BASELINE
    }

    /** @param target empty for a value that no target asks for */
    record Name(String indicator, String target, String region, String period, What what) implements Comparable<Name> {

        @Override
        public int compareTo(Name other) {
            int order = order(indicator, other.indicator);
            order = order != 0 ? order : order(target, other.target);
            order = order != 0 ? order : order(region, other.region);
            order = order != 0 ? order : order(period, other.period);
            return order != 0 ? order : what.compareTo(other.what);
        }

        /** Most are the very same words: that is seen without reading them. */
        private static int order(String one, String other) {
            return one.equals(other) ? 0 : one.compareTo(other);
        }

        private void write(StringBuilder all, String said) {
            all.append(indicator).append('\n').append(target).append('\n').append(region).append('\n').append(period)
                    .append('\n').append(what.ordinal()).append('\n').append(said).append('\n');
        }
    }

    /**
     * A figure that says something else than it did.
     *
     * @param target none for a value that no target asks for
     * @param what value, status, outcome, schedule, target or baseline
     * @param before none where there was nothing to show
     * @param now none where there is nothing any more
     */
    record Change(String indicator, Optional<String> target, String region, String period, String what, Optional<String> before,
            Optional<String> now) {
    }

    static Facts of(Chart chart) {
        SortedMap<Name, String> facts = new TreeMap<>();
        chart.verdicts().forEach(verdict -> add(facts, verdict));
        Set<Measurement> judged = chart.verdicts().stream().flatMap(verdict -> verdict.value().stream())
                .collect(Collectors.toSet());
        chart.values().stream().filter(value -> !judged.contains(value)).forEach(value -> add(facts, "", value));
        return new Facts(facts);
    }

    private static void add(SortedMap<Name, String> facts, Verdict verdict) {
        String target = verdict.target().id();
        String period = verdict.period().toString();
        verdict.value().ifPresent(value -> add(facts, target, value));
        facts.put(name(verdict, period, What.OUTCOME), verdict.outcome().name());
        facts.put(name(verdict, period, What.SCHEDULE), verdict.schedule().name());
        facts.put(name(verdict, period, What.TARGET), verdict.rule().printed());
        verdict.target().baseline()
                .ifPresent(baseline -> facts.put(name(verdict, period, What.BASELINE), baseline.printed()));
    }

    private static Name name(Verdict verdict, String period, What what) {
        return new Name(verdict.indicator().code(), verdict.target().id(), verdict.region(), period, what);
    }

    private static void add(SortedMap<Name, String> facts, String target, Measurement value) {
        String period = value.period().toString();
        facts.put(new Name(value.indicator(), target, value.region(), period, What.VALUE), value.printed());
        facts.put(new Name(value.indicator(), target, value.region(), period, What.STATUS), value.status().name());
    }

    /** SHA-256 of all of them, in hexadecimal digits. */
    String digest() {
        StringBuilder all = new StringBuilder(LENGTH * facts.size());
        facts.forEach((name, said) -> name.write(all, said));
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Change> since(Facts earlier) {
        TreeSet<Name> names = new TreeSet<>(facts.keySet());
        names.addAll(earlier.facts.keySet());
        return names.stream().filter(name -> !earlier.get(name).equals(get(name)))
                .map(name -> new Change(name.indicator(), Optional.of(name.target()).filter(id -> !id.isEmpty()), name.region(),
                        name.period(), name.what().name().toLowerCase(Locale.ROOT), earlier.get(name), get(name)))
                .toList();
    }

    private Optional<String> get(Name name) {
        return Optional.ofNullable(facts.get(name));
    }
}
