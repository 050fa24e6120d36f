package io.duibiao.chart;

import java.util.Base64;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.duibiao.history.Ledger;
import io.duibiao.history.RecordedRow;

/** The key that pictures are sealed with, shared by replicas. A restore brings back the one that older pictures carry. */
@Entity
@Table(name = "seal_key")
class SealKeyRow extends RecordedRow {

    static final String KIND = "seal-key";

    /** Counted from 1: a later key seals from then on, and the earlier ones still verify. */
    @Id
    int number;
    String secret;

    /** What the export has of it. */
    private record Kept(String secret) {
    }

    static SealKeyRow of(int number, byte[] secret) {
        SealKeyRow row = new SealKeyRow();
        row.number = number;
        row.secret = Base64.getEncoder().encodeToString(secret);
        return row;
    }

    static SealKeyRow of(Ledger.Entry entry) {
        return of(entry.revision(), Base64.getDecoder().decode(entry.content(Kept.class).secret()));
    }

    static Optional<SealKeyRow> last() {
        return find("order by number desc").firstResultOptional();
    }

    byte[] key() {
        return Base64.getDecoder().decode(secret);
    }

    @Override
    protected Ledger.Entry recorded() {
        return Ledger.Entry.of(KIND, "picture", number, Stamp.PROGRAM, "", new Kept(secret));
    }
}
