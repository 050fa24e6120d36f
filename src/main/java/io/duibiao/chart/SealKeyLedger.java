package io.duibiao.chart;

import java.util.Set;

import jakarta.inject.Singleton;

import io.duibiao.history.Ledger;

/** Keys of seals, for those alone who keep all of the service: whoever has one can make pictures that pass for its own. */
@Singleton
class SealKeyLedger extends Ledger<SealKeyRow> {

    SealKeyLedger() {
        super(SealKeyRow.class, Readers.NOBODY_ELSE, Set.of(SealKeyRow.KIND));
    }

    @Override
    protected SealKeyRow row(Entry entry) {
        return SealKeyRow.of(entry);
    }
}
