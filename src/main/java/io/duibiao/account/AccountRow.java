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

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** One revision of an account; rows are added and never changed. Of a password only the bcrypt hash is kept. */
@Entity
@Table(name = "account_revision")
@IdClass(AccountRow.Key.class)
class AccountRow extends PanacheEntityBase {

    record Key(String username, int revision) {
    }

    @Id
    String username;
    @Id
    int revision;
    @Column(name = "recorded_at")
    Instant recordedAt;
    String author;
    String reason;
    @Column(name = "password_hash")
    String passwordHash;
    /** With commas between, like the regions. */
    String roles;
    String regions;
    boolean disabled;

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
