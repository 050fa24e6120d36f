package io.duibiao.measurement;

import java.util.Set;

import jakarta.inject.Singleton;

import io.duibiao.history.Ledger;

/** What was recorded of measured values. */
@Singleton
class MeasurementLedger extends Ledger<MeasurementRow> {

    MeasurementLedger() {
        super(MeasurementRow.class, Readers.EVERYBODY, Set.of(MeasurementRow.KIND));
    }

    @Override
    protected MeasurementRow row(Entry entry) {
        return MeasurementRow.of(entry);
    }
}
