package io.duibiao.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.duibiao.core.Text;
import io.duibiao.history.History;
import io.duibiao.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The bearer tokens that the service issues to programs: each stands for its owner's account, as it is when it is shown. */
@ApplicationScoped
class Tokens {

    static final String PREFIX = "db_";
    private static final int MOST_OF_ONE_ACCOUNT = 50;

    private final History history;
    private final Accounts accounts;

    Tokens(History history, Accounts accounts) {
        this.history = history;
        this.accounts = accounts;
    }

    /** A token and its secret, which is not kept. */
    record Issued(TokenRow token, Secret secret) {
    }

    Issued issue(String username, String name, Instant expiresAt) {
        Secret secret = Secret.random(PREFIX);
        return history.record(commit -> {
            if (TokenRow.of(username).stream().filter(token -> token.isGood(Instant.now())).count() >= MOST_OF_ONE_ACCOUNT) {
                throw Problem.of(422, "TOO_MANY_TOKENS", Text.of("每个账号至多{0}个有效令牌，请先撤销不用的令牌",
                        "An account has at most {0} tokens; revoke those that are not used", MOST_OF_ONE_ACCOUNT)).exception();
            }
            TokenRow token = new TokenRow();
            token.id = UUID.randomUUID().toString();
            token.revision = 1;
            token.author = username;
            token.username = username;
            token.name = name;
            token.hash = secret.hash();
            token.expiresAt = expiresAt;
            commit.add(token);
            return new Issued(token, secret);
        });
    }

    /** Tells whether the account had such a token. */
    boolean revoke(String username, String id) {
        return history.record(commit -> {
            Optional<TokenRow> own = TokenRow.of(username).stream().filter(token -> token.id.equals(id)).findFirst();
            own.filter(token -> !token.revoked).ifPresent(token -> {
                TokenRow last = new TokenRow();
                last.id = token.id;
                last.revision = token.revision + 1;
                last.author = username;
                last.username = token.username;
                last.name = token.name;
                last.hash = token.hash;
                last.expiresAt = token.expiresAt;
                last.revoked = true;
                commit.add(last);
            });
            return own.isPresent();
        });
    }

    /** Those of the account that are good, the newest first. */
    List<TokenRow> of(String username) {
        Instant now = Instant.now();
        return QuarkusTransaction.joiningExisting().call(() -> TokenRow.of(username)).stream()
                .filter(token -> token.isGood(now))
                .toList();
    }

    /** The account, as it stands now, that a token speaks for. */
    Optional<AccountRow> account(Secret secret) {
        return QuarkusTransaction.joiningExisting().call(() -> TokenRow.withHash(secret.hash()))
                .filter(token -> token.isGood(Instant.now())).flatMap(token -> accounts.named(token.username))
                .filter(account -> !account.disabled);
    }
}
