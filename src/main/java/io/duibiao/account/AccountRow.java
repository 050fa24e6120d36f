package io.duibiao.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.duibiao.history.Ledger;
import io.duibiao.history.RecordedRow;
import io.duibiao.web.Version;

/** One revision of an account; rows are added and never changed. Of a password only the bcrypt hash is kept. */
@Entity
@Table(name = "account_revision")
@IdClass(AccountRow.Key.class)
class AccountRow extends RecordedRow {

    static final String KIND = "account";

    record Key(String username, int revision) {
    }

    @Id
    String username;
    @Id
    int revision;
    String author;
    String reason;
    @Column(name = "password_hash")
    String passwordHash;
    /** With commas between, like the regions. */
    String roles;
    String regions;
    boolean disabled;

    /** Every account as it stood at the instant, by name. */
    static List<AccountRow> all(Instant asOf) {
        return list("""
                from AccountRow a where a.revision = (select max(known.revision) from AccountRow known
                where known.username = a.username and known.recordedAt <= ?1) order by a.username""", asOf);
    }

    /** Its revisions up to the instant, the first one first. */
    static List<AccountRow> revisions(String username, Instant asOf) {
        return list("username = ?1 and recordedAt <= ?2 order by revision", username, asOf);
    }

    /** The account as it stands. */
    static Optional<AccountRow> last(String username) {
        return find("username = ?1 order by revision desc", username).firstResultOptional();
    }

    /** A next revision that says what the last one says; the first has no roles and no regions. */
    static AccountRow after(String username) {
        AccountRow next = new AccountRow();
        next.username = username;
        next.revision = 1;
        next.roles = "";
        next.regions = "";
        last(username).ifPresent(before -> {
            next.revision = before.revision + 1;
            next.passwordHash = before.passwordHash;
            next.roles = before.roles;
            next.regions = before.regions;
            next.disabled = before.disabled;
        });
        return next;
    }

    /** The columns, as they stand. */
    private record Kept(String passwordHash, String roles, String regions, boolean disabled) {
    }

    @Override
    protected Ledger.Entry recorded() {
        return Ledger.Entry.of(KIND, username, revision, author, reason, new Kept(passwordHash, roles, regions, disabled));
    }

    static AccountRow of(Ledger.Entry entry) {
        Kept kept = entry.content(Kept.class);
        AccountRow row = new AccountRow();
        row.username = entry.key();
        row.revision = entry.revision();
        row.author = entry.author();
        row.reason = entry.reason();
        row.passwordHash = kept.passwordHash();
        row.roles = kept.roles();
        row.regions = kept.regions();
        row.disabled = kept.disabled();
        return row;
    }

    Person person() {
        return new Person(username, Roles.of(roles()), regions());
    }

    boolean saysTheSameAs(AccountRow other) {
        return passwordHash.equals(other.passwordHash) && roles.equals(other.roles) && regions.equals(other.regions)
                && disabled == other.disabled;
    }

    Version version() {
        return new Version(revision, recordedAt);
    }

    Set<String> roles() {
        return set(roles);
    }

    Set<String> regions() {
        return set(regions);
    }

    private static Set<String> set(String joined) {
        return joined.isEmpty() ? Set.of() : new TreeSet<>(List.of(joined.split(",")));
    }
}
