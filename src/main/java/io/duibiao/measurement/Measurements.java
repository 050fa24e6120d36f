package io.duibiao.measurement;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.duibiao.core.Citation;
import io.duibiao.core.Measurement;
import io.duibiao.history.History;
import io.duibiao.history.History.Commit;
import io.duibiao.plan.Seed;

/** The measured values: read as they were known at an instant, recorded as revisions, never overwritten. */
@ApplicationScoped
public class Measurements {

    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");
    private static final int COUNTED = 2000;
    private static final Comparator<Measurement> ORDER = Comparator.comparing(Measurement::indicator)
            .thenComparing(Measurement::region).thenComparing(Measurement::period)
            .thenComparing(value -> value.scope().orElse("")).thenComparing(value -> value.basis().orElse(""))
            .thenComparing(value -> value.baseYear().orElse(0));

    private final History history;
    private final ObjectMapper json;

    Measurements(History history, ObjectMapper json) {
        this.history = history;
        this.json = json;
    }

    /** One revision with the person and the reason behind it. */
    record Revision(Measurement value, String author, String reason) {
    }

    /** Which values are wanted; an empty set asks for all. */
    public record Wanted(Collection<String> indicators, Collection<String> regions) {
    }

    /** Values as known at the instant (now where none is given), by indicator, region, period, scope, basis and base year. */
    @Transactional
    public List<Measurement> values(Wanted wanted, Optional<Instant> asOf) {
        return MeasurementRow.current(wanted, asOf.orElse(FAR)).stream().map(this::value).sorted(ORDER).toList();
    }

    /** When the newest was recorded of the values wanted; of so many that they would have to be counted, wherever measured. */
    @Transactional
    public Optional<Instant> newest(Wanted wanted, Instant asOf) {
        boolean countable = !wanted.indicators().isEmpty()
                && (long) wanted.indicators().size() * wanted.regions().size() > COUNTED;
        return MeasurementRow.newest(countable ? new Wanted(wanted.indicators(), List.of()) : wanted, asOf);
    }

    @Transactional
    Optional<Measurement> one(Measurement.Key key, Optional<Instant> asOf) {
        return last(revisions(key, asOf)).map(Revision::value);
    }

    /** All revisions up to the instant, the first one first. */
    @Transactional
    List<Revision> revisions(Measurement.Key key, Optional<Instant> asOf) {
        return MeasurementRow.revisions(key, asOf.orElse(FAR)).stream()
                .map(row -> new Revision(value(row), row.author, row.reason)).toList();
    }

    /** The value that stands after a write; {@code created} where it is the first. */
    record Recorded(Measurement value, boolean created) {
    }

    /**
     * Records the value that the change makes of the current one, under the commit lock, so that nobody writes in between.
     * The change throws where it may not be made, and gives back the current value where there is nothing to record.
     */
    Recorded record(Measurement.Key key, String author, String reason, Function<Optional<Measurement>, Measurement> change) {
        return history.record(commit -> {
            Optional<Measurement> current = one(key, Optional.empty());
            Measurement next = change.apply(current);
            if (current.filter(next::saysTheSameAs).isPresent()) {
                return new Recorded(current.get(), false);
            }
            return new Recorded(append(next, current, author, reason, commit), current.isEmpty());
        });
    }

    /** Records the seeded values that say something else than the seed said last; what an office recorded since stands. */
    void seed(List<Measurement> values, Commit now) {
        for (Measurement value : values) {
            List<Revision> revisions = revisions(value.key(), Optional.empty());
            Optional<Measurement> said = last(revisions.stream().filter(step -> step.author().equals(Seed.AUTHOR)).toList())
                    .map(Revision::value);
            if (said.filter(value::saysTheSameAs).isEmpty()) {
                append(value, last(revisions).map(Revision::value), Seed.AUTHOR, "", now);
            }
        }
    }

    private Measurement append(Measurement next, Optional<Measurement> current, String author, String reason,
            Commit commit) {
        Measurement recorded = next.recorded(commit.get(), current.map(Measurement::revision).orElse(0) + 1);
        commit.add(MeasurementRow.of(recorded, author, reason, text(recorded.citations())));
        return recorded;
    }

    private static Optional<Revision> last(List<Revision> revisions) {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }

    private Measurement value(MeasurementRow row) {
        try {
            return row.value(json.readValue(row.citations, new TypeReference<List<Citation>>() {
            }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("citations of measurement " + row.id, e);
        }
    }

    private String text(List<Citation> citations) {
        try {
            return json.writeValueAsString(citations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
