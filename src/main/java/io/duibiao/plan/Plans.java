package io.duibiao.plan;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.duibiao.core.Catalogue;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What was planned, as it was known at any instant. */
@ApplicationScoped
public class Plans {

    /** Rows are never changed, so that a catalogue once read for an instant stays true. */
    private final LoadingCache<Instant, Catalogue> catalogues = Caffeine.newBuilder().maximumSize(8)
            .build(instant -> new Catalogue(CatalogueRow.asOf(instant).stream().map(CatalogueRow::entry).toList()));

    /** The catalogue as it was known at the instant; without one, as it is known now, whichever replica wrote last. */
    public Catalogue at(Optional<Instant> asOf) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> catalogues.get(CatalogueRow.newest(asOf).orElse(Instant.EPOCH)));
    }
}
