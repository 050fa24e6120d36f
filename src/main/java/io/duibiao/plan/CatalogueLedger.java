package io.duibiao.plan;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.duibiao.core.Catalogue.Noun;
import io.duibiao.history.Ledger;

/** What was recorded of plans, indicators, regions, groups, targets, resolutions and judgements. */
@Singleton
class CatalogueLedger extends Ledger<CatalogueRow> {

    CatalogueLedger() {
        super(CatalogueRow.class, Readers.EVERYBODY, Stream.of(Noun.values()).map(noun -> noun.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    protected CatalogueRow row(Entry entry) {
        return CatalogueRow.of(entry);
    }
}
