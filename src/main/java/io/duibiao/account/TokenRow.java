package io.duibiao.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.duibiao.history.Ledger;
import io.duibiao.history.RecordedRow;

/** A bearer token as it was issued, or, as a second revision, revoked. */
@Entity
@Table(name = "access_token")
@IdClass(TokenRow.Key.class)
class TokenRow extends RecordedRow {

    static final String KIND = "token";

    record Key(String id, int revision) {
    }

    @Id
    @Column(name = "token_id")
    String id;
    @Id
    int revision;
    String author;
    String username;
    @Column(name = "label")
    String name;
    @Column(name = "token_hash")
    String hash;
    @Column(name = "expires_at")
    Instant expiresAt;
    boolean revoked;

    private static final String LAST = """
            from TokenRow t where t.revision = (select max(known.revision) from TokenRow known where known.id = t.id)""";

    static Optional<TokenRow> withHash(String hash) {
        return find(LAST + " and t.hash = ?1", hash).firstResultOptional();
    }

    /** The newest first. */
    static List<TokenRow> of(String username) {
        return list(LAST + " and t.username = ?1 order by t.recordedAt desc, t.id", username);
    }

    /** The columns, as they stand. */
    private record Kept(String username, String label, String tokenHash, String expiresAt, boolean revoked) {
    }

    @Override
    protected Ledger.Entry recorded() {
        return Ledger.Entry.of(KIND, id, revision, author, "", new Kept(username, name, hash, expiresAt.toString(), revoked));
    }

    static TokenRow of(Ledger.Entry entry) {
        Kept kept = entry.content(Kept.class);
        TokenRow row = new TokenRow();
        row.id = entry.key();
        row.revision = entry.revision();
        row.author = entry.author();
        row.username = kept.username();
        row.name = kept.label();
        row.hash = kept.tokenHash();
        row.expiresAt = Instant.parse(kept.expiresAt());
        row.revoked = kept.revoked();
        return row;
    }

    boolean isGood(Instant now) {
        return !revoked && expiresAt.isAfter(now);
    }
}
