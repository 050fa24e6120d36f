package io.duibiao.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.StatelessSession;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.history.History;
import io.duibiao.history.Link;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What was planned, as it was known at any instant. */
@ApplicationScoped
public class Plans {

    /** Rows are never changed, so that a catalogue once read for an instant stays true. A large one gives way to others. */
    private final LoadingCache<Instant, Known> catalogues = Caffeine.newBuilder().maximumSize(8).softValues().build(this::read);

    private final StatelessSession database;
    private final History history;

    Plans(StatelessSession database, History history) {
        this.database = database;
        this.history = history;
    }

    /** @param link of the commit that it was read at; a restore may put another in its place */
    private record Known(Catalogue catalogue, Optional<Link> link) {
    }

    /** The catalogue as it was known at the instant; without one, as it is known now, whichever replica wrote last. */
    public Catalogue at(Optional<Instant> asOf) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> catalogues.get(CatalogueRow.newest(asOf).orElse(Instant.EPOCH))).catalogue();
    }

    /**
     * One that was read before is the beginning, as long as the chain says that it still is: an edit adds a row to thousands.
     */
    private Known read(Instant instant) {
        Optional<Map.Entry<Instant, Known>> before = catalogues.asMap().entrySet().stream()
                .filter(known -> known.getKey().isBefore(instant)).max(Map.Entry.comparingByKey())
                .filter(known -> known.getValue().link().isPresent()
                        && known.getValue().link().equals(history.link(known.getKey())));
        List<Entry> later = CatalogueRow.between(database, before.map(Map.Entry::getKey).orElse(Instant.EPOCH), instant);
        return new Known(before.map(known -> known.getValue().catalogue().and(later)).orElseGet(() -> new Catalogue(later)),
                history.link(instant));
    }
}
