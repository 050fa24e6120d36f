package io.duibiao.account;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Who is signed in to the pages. The cookie holds a secret and the database its hash, so that every replica knows it, signing
 * out ends it, and there is no key to keep.
 */
@ApplicationScoped
class Sessions {

    private static final Duration A_DAY_AT_WORK = Duration.ofHours(12);
    private static final int MOST_OF_ONE_ACCOUNT = 20;

    private final Accounts accounts;

    Sessions(Accounts accounts) {
        this.accounts = accounts;
    }

    Secret begin(AccountRow account) {
        Secret secret = Secret.random("");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        QuarkusTransaction.requiringNew().run(() -> {
            SessionRow.delete("expiresAt < ?1", now);
            List<SessionRow> others = SessionRow.list("username = ?1 order by signedInAt desc", account.username);
            others.stream().skip(MOST_OF_ONE_ACCOUNT - 1L).forEach(SessionRow::delete);
            SessionRow row = new SessionRow();
            row.hash = secret.hash();
            row.username = account.username;
            row.passwordHash = account.passwordHash;
            row.signedInAt = now;
            row.expiresAt = now.plus(A_DAY_AT_WORK);
            row.persist();
        });
        return secret;
    }

    /** The account as it stands now; empty where the session has ended. */
    Optional<AccountRow> account(Secret secret) {
        return QuarkusTransaction.joiningExisting().call(() -> SessionRow.<SessionRow> findByIdOptional(secret.hash()))
                .filter(session -> session.expiresAt.isAfter(Instant.now()))
                .flatMap(session -> accounts.named(session.username)
                        .filter(account -> !account.disabled && account.passwordHash.equals(session.passwordHash)));
    }

    void end(Secret secret) {
        QuarkusTransaction.requiringNew().run(() -> SessionRow.deleteById(secret.hash()));
    }
}
