package io.duibiao.measurement;

import java.util.Set;

import jakarta.inject.Singleton;

import io.duibiao.history.Ledger;

/** What was recorded of closings. */
@Singleton
class ClosureLedger extends Ledger<ClosureRow> {

    ClosureLedger() {
        super(ClosureRow.class, Readers.EVERYBODY, Set.of(ClosureRow.KIND));
    }

    @Override
    protected ClosureRow row(Entry entry) {
        return ClosureRow.of(entry);
    }
}
