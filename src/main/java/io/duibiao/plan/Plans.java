package io.duibiao.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Resolution;
import io.duibiao.history.History;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What was planned, as it was known at any instant. */
@ApplicationScoped
public class Plans {

    /** Rows are never changed, so that a catalogue once read for an instant stays true. */
    private final LoadingCache<Instant, Catalogue> catalogues = Caffeine.newBuilder().maximumSize(8)
            .build(instant -> new Catalogue(CatalogueRow.asOf(instant).stream().map(CatalogueRow::entry).toList()));

    private final History history;

    Plans(History history) {
        this.history = history;
    }

    /** The catalogue as it was known at the instant; without one, as it is known now, whichever replica wrote last. */
    public Catalogue at(Optional<Instant> asOf) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> catalogues.get(CatalogueRow.newest(asOf).orElse(Instant.EPOCH)));
    }

    /** A catalogue entry as it was kept, or as it already stood. */
    public record Kept(Entry entry, boolean created) {
    }

    /**
     * Keeps the figure given later to a target; content that already stands is not kept again.
     *
     * @param write refuses to write where something stands, whatever it says; asked under the commit lock like the next
     * @param change refuses a change of what stands
     */
    public Kept resolve(Resolution resolution, String author, String reason, Consumer<Optional<Entry>> write,
            Consumer<Optional<Entry>> change) {
        return history.record(now -> {
            Optional<Entry> standing = CatalogueRow.last(Noun.RESOLUTION, resolution.target()).map(CatalogueRow::entry);
            write.accept(standing);
            if (standing.isPresent() && Body.of(standing.get().content()).equals(Body.of(resolution))) {
                return new Kept(standing.get(), false);
            }
            change.accept(standing);
            CatalogueRow row = CatalogueRow.add(Noun.RESOLUTION, resolution.target(), resolution, now, author, reason,
                    resolution.citation().document());
            return new Kept(row.entry(), standing.isEmpty());
        });
    }
}
