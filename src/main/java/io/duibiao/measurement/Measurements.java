package io.duibiao.measurement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Citation;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Status;
import io.duibiao.history.History;
import io.duibiao.history.History.Commit;
import io.duibiao.plan.Seed;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The measured values: read as they were known at an instant, recorded as revisions, never overwritten. */
@ApplicationScoped
public class Measurements {

    static final String NONE = "[]";
    static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LOOKED_AT = 1000;
    private static final int PAGES_LOOKED_AT = 10;
    private static final int PAIRS_AT_ONCE = 100;
    private static final Comparator<Measurement.Key> KEYS = Comparator.comparing(Measurement.Key::indicator)
            .thenComparing(Measurement.Key::region).thenComparing(Measurement.Key::period)
            .thenComparing(key -> key.scope().orElse("")).thenComparing(key -> key.basis().orElse(""))
            .thenComparing(key -> key.baseYear().orElse(0));
    private static final Comparator<Measurement> ORDER = Comparator.comparing(Measurement::key, KEYS);

    private static final TypeReference<List<Citation>> CITATIONS = new TypeReference<>() {
    };
    private static final TypeReference<List<Flag>> FLAGS = new TypeReference<>() {
    };

    private final StatelessSession database;
    private final History history;
    private final ObjectMapper json;
    private final Clock clock;

    Measurements(StatelessSession database, History history, ObjectMapper json, Clock clock) {
        this.database = database;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** One revision with the person and the reason behind it, and why it should be looked at. */
    record Revision(Measurement value, String author, String reason, Act act, List<Flag> flags) {

        /** How it stands with the review. */
        Review review() {
            return value.status() == Status.FINAL ? Review.FINAL : act == Act.RETURNED ? Review.RETURNED : Review.AWAITED;
        }

        /** Who sends again what was returned, and says why, wants it decided once more. */
        boolean insistedOn(Optional<String> reason) {
            return review() == Review.RETURNED && reason.filter(words -> !words.isBlank()).isPresent();
        }
    }

    /** The next revision of a value, not recorded yet. */
    record Next(Measurement value, Act act, List<Flag> flags) {
    }

    /** Values lie in the order of these. */
    record Pair(String indicator, String region) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::indicator).thenComparing(Pair::region).compare(this, other);
        }
    }

    /** Which values are wanted; an empty set asks for all. */
    public record Wanted(Collection<String> indicators, Collection<String> regions) {

        /** The same pairs in their order, not many at a time. */
        Stream<Wanted> parts(int most) {
            List<String> codes = indicators.stream().sorted().toList();
            List<String> places = regions.stream().sorted().toList();
            int width = Math.max(1, most / Math.max(1, places.size()));
            return slices(codes, width).flatMap(some -> slices(places, most).map(there -> new Wanted(some, there)));
        }

        private static Stream<List<String>> slices(List<String> codes, int most) {
            return IntStream.iterate(0, from -> from < codes.size(), from -> from + most)
                    .mapToObj(from -> codes.subList(from, Math.min(codes.size(), from + most)));
        }

        /** Whether a part goes on to this pair or beyond. */
        boolean reaches(Pair pair) {
            return new Pair(Collections.max(indicators), Collections.max(regions)).compareTo(pair) >= 0;
        }

        boolean includes(String indicator, String region) {
            return (indicators.isEmpty() || indicators.contains(indicator)) && (regions.isEmpty() || regions.contains(region));
        }
    }

    /** Values as known at the instant (now where none is given), by indicator, region, period, scope, basis and base year. */
    @Transactional
    public List<Measurement> values(Wanted wanted, Optional<Instant> asOf) {
        return MeasurementRow.current(database, wanted, asOf.orElse(FAR)).stream().map(this::value).sorted(ORDER).toList();
    }

    /**
     * When the newest of the values wanted was recorded, looked for from the newest of all backwards. Where so many others were
     * recorded since that it is not found, the last instant that was looked at: it is no later than that.
     */
    @Transactional
    public Optional<Instant> newest(Wanted wanted, Instant asOf) {
        List<MeasurementRow.Placed> page = MeasurementRow.before(asOf, Integer.MAX_VALUE, LOOKED_AT);
        for (int pages = 1; !page.isEmpty(); pages++) {
            Optional<Instant> found = page.stream()
                    .filter(row -> wanted.includes(row.indicator(), row.region()))
                    .map(MeasurementRow.Placed::recordedAt).findFirst();
            MeasurementRow.Placed last = page.get(page.size() - 1);
            if (found.isPresent() || pages == PAGES_LOOKED_AT) {
                return found.or(() -> Optional.of(last.recordedAt()));
            }
            page = MeasurementRow.before(last.recordedAt(), last.ordinal(), LOOKED_AT);
        }
        return Optional.empty();
    }

    /**
     * The revisions that stand, in the order of the values, from a place on. Those of some hundred pairs of
     * indicator and region are read at a time, when they are taken.
     *
     * @param wanted names all indicators and regions that are asked about
     */
    Stream<Revision> standing(Wanted wanted, Optional<Pair> from, Instant asOf) {
        return wanted.parts(PAIRS_AT_ONCE).filter(part -> from.map(part::reaches).orElse(true))
                .flatMap(part -> QuarkusTransaction
                        .joiningExisting()
                        .call(() -> MeasurementRow.current(database, part, asOf).stream().map(this::revision).toList()).stream()
                        .sorted(Comparator.comparing(Revision::value, ORDER)));
    }

    /** When the newest value was recorded up to the instant, of all, of an indicator, of a region or of one in the other. */
    @Transactional
    Optional<Instant> newest(Optional<String> indicator, Optional<String> region, Instant asOf) {
        return MeasurementRow.newest(indicator, region, asOf);
    }

    @Transactional
    Optional<Revision> one(Measurement.Key key, Optional<Instant> asOf) {
        return last(revisions(key, asOf));
    }

    /** All revisions up to the instant, the first one first. */
    @Transactional
    List<Revision> revisions(Measurement.Key key, Optional<Instant> asOf) {
        return MeasurementRow.revisions(key, asOf.orElse(FAR)).stream().map(this::revision).toList();
    }

    /** Who sent the figure that stands. */
    @Transactional
    Optional<String> sender(Measurement.Key key) {
        return last(revisions(key, Optional.empty()).stream().filter(step -> step.act() == Act.SENT).toList())
                .map(Revision::author);
    }

    /**
     * The checks for values that are about to be sent, with all that they need already read. Under the commit lock they hold
     * until the values are recorded.
     */
    @Transactional
    Checks checks(Catalogue catalogue, Past past, Collection<Measurement.Key> keys) {
        past.read(database, keys);
        return new Checks(catalogue, LocalDate.now(clock), closures(Optional.empty()), past);
    }

    /** Reads what these values are checked against, as far as it is not read yet. */
    @Transactional
    void read(Past past, Collection<Measurement.Key> keys) {
        past.read(database, keys);
    }

    /** The last word on every period that was ever closed, as known at the instant. */
    @Transactional
    List<Closure> closures(Optional<Instant> asOf) {
        return ClosureRow.asOf(asOf.orElse(FAR)).stream().map(ClosureRow::closure).toList();
    }

    /** The value that stands after a write; {@code created} where it is the first. */
    record Recorded(Revision revision, boolean created) {
    }

    /**
     * Records the value that the change makes of the current one, under the commit lock, so that nobody writes in between.
     * The change throws where it may not be made, and gives nothing where there is nothing to record.
     */
    Recorded record(Measurement.Key key, String author, String reason, Function<Optional<Revision>, Optional<Next>> change) {
        return history.record(commit -> {
            Optional<Revision> current = one(key, Optional.empty());
            return change.apply(current)
                    .map(next -> append(next, current.map(Revision::value), author, reason, commit))
                    .map(recorded -> new Recorded(recorded, current.isEmpty()))
                    .orElseGet(() -> new Recorded(current.orElseThrow(), false));
        });
    }

    /** The word on a period that stands after a write; {@code created} where it is the first. */
    record Closed(Closure closure, boolean created) {
    }

    /** Closes or reopens a period, under the commit lock; a word that already stands is not recorded again. */
    Closed close(String region, Period period, boolean closed, String author, String reason,
            Consumer<Optional<Closure>> change) {
        return history.record(commit -> {
            Optional<Closure> standing = closure(region, period, Optional.empty());
            Optional<Closure> same = standing.filter(word -> word.closed() == closed);
            if (same.isPresent()) {
                return new Closed(same.get(), false);
            }
            change.accept(standing);
            ClosureRow row = ClosureRow.of(region, period.toString(), closed, author, reason,
                    standing.map(Closure::revision).orElse(0) + 1);
            commit.add(row);
            return new Closed(row.closure(), standing.isEmpty());
        });
    }

    /** The last word on one period of one region, as known at the instant. */
    @Transactional
    Optional<Closure> closure(String region, Period period, Optional<Instant> asOf) {
        return ClosureRow.last(region, period, asOf.orElse(FAR)).map(ClosureRow::closure);
    }

    /**
     * What waits for a decision, or for whoever sent it where it was returned, in the order of the values.
     *
     * @param wanted one indicator at most
     */
    @Transactional
    List<Measurement.Key> pending(Wanted wanted, Optional<Period> period, boolean returned, Optional<Instant> asOf) {
        return MeasurementRow.pending(wanted.indicators().stream().findFirst(), period, returned, asOf.orElse(FAR))
                .filter(key -> wanted.includes(key.indicator(), key.region())).sorted(KEYS).toList();
    }

    /** Records the seeded values that say something else than the seed said last; what an office recorded since stands. */
    void seed(List<Measurement> values, Commit now) {
        for (Measurement value : values) {
            List<Revision> revisions = revisions(value.key(), Optional.empty());
            Optional<Measurement> said = last(revisions.stream().filter(step -> step.author().equals(Seed.AUTHOR)).toList())
                    .map(Revision::value);
            if (said.filter(value::saysTheSameAs).isEmpty()) {
                append(new Next(value, Act.SENT, List.of()), last(revisions).map(Revision::value), Seed.AUTHOR, "", now);
            }
        }
    }

    /**
     * What stands under a key.
     *
     * @param sender of the figure
     */
    record Standing(Revision revision, String sender) {
    }

    /** What stands under each of these keys, with one query; a key under which nothing stands is left out. */
    @Transactional
    Map<Measurement.Key, Standing> standing(List<Measurement.Key> keys) {
        Map<Measurement.Key, Standing> standing = new HashMap<>();
        for (MeasurementRow row : MeasurementRow.revisions(database, keys)) {
            Revision revision = revision(row);
            standing.merge(revision.value().key(), new Standing(revision, row.author),
                    (before, later) -> later.revision().act() == Act.SENT ? later
                            : new Standing(later.revision(), before.sender()));
        }
        return standing;
    }

    /** One of many revisions that are recorded together. */
    record Change(Next next, Optional<Measurement> standing, String reason) {
    }

    /**
     * A revision, ready to be recorded.
     *
     * @param line as the chain covers it
     */
    record Ready(MeasurementRow row, String line) {
    }

    List<Ready> ready(List<Change> changes, String author) {
        return changes.stream().map(change -> row(change.next(), change.standing(), author, change.reason()))
                .map(row -> new Ready(row, row.line())).toList();
    }

    /** Records them in the commit's transaction. */
    void append(List<Ready> revisions, Commit commit) {
        revisions.forEach(revision -> commit.place(revision.row(), revision.line()));
        MeasurementRow.insert(database, revisions.stream().map(Ready::row).toList());
    }

    private Revision append(Next next, Optional<Measurement> current, String author, String reason, Commit commit) {
        MeasurementRow row = row(next, current, author, reason);
        commit.add(row);
        return new Revision(next.value().recorded(commit.get(), row.revision), author, reason, next.act(), next.flags());
    }

    private MeasurementRow row(Next next, Optional<Measurement> standing, String author, String reason) {
        Measurement following = next.value().recorded(Instant.EPOCH, standing.map(Measurement::revision).orElse(0) + 1);
        return MeasurementRow.of(following, author, reason, text(following.citations()), next.act(), text(next.flags()));
    }

    private Revision revision(MeasurementRow row) {
        return new Revision(value(row), row.author, row.reason, row.act, read(row, row.flags, FLAGS));
    }

    private static Optional<Revision> last(List<Revision> revisions) {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }

    private Measurement value(MeasurementRow row) {
        return row.value(read(row, row.citations, CITATIONS));
    }

    private <T> List<T> read(MeasurementRow row, String text, TypeReference<List<T>> type) {
        try {
            return text.equals(NONE) ? List.of() : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("measurement " + row.id, e);
        }
    }

    private String text(List<? extends Record> parts) {
        try {
            return parts.isEmpty() ? NONE : json.writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
