package io.duibiao.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.duibiao.history.History;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** The accounts of the service. */
@ApplicationScoped
public class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final String ADMIN = "admin";
    private static final String SYSTEM = "system";
    private static final int RANDOM_BYTES = 18;

    private final Optional<String> adminPassword;

    private final History history;

    Accounts(History history, @ConfigProperty(name = "duibiao.admin-password") Optional<String> adminPassword) {
        this.history = history;
        this.adminPassword = adminPassword;
    }

    void begin(@Observes StartupEvent start) {
        history.record(this::ensureAdmin);
    }

    private Optional<AccountRow> ensureAdmin(Supplier<Instant> commit) {
        Optional<AccountRow> stored = AccountRow.last(ADMIN);
        if (stored.isEmpty()) {
            return Optional.of(append(ADMIN, SYSTEM, "", commit, admin -> {
                admin.passwordHash = BcryptUtil.bcryptHash(adminPassword.orElseGet(Accounts::shownOnce));
                admin.roles = Roles.ADMIN;
            }));
        }
        if (adminPassword.isEmpty() || BcryptUtil.matches(adminPassword.get(), stored.get().passwordHash)) {
            return Optional.empty();
        }
        LOG.info("The password of admin is now the one in DUIBIAO_ADMIN_PASSWORD");
        return Optional.of(append(ADMIN, SYSTEM, "DUIBIAO_ADMIN_PASSWORD", commit,
                admin -> admin.passwordHash = BcryptUtil.bcryptHash(adminPassword.get())));
    }

    /** Keeps the account with this change as its next revision. */
    private static AccountRow append(String username, String author, String reason, Supplier<Instant> commit,
            Consumer<AccountRow> change) {
        AccountRow next = AccountRow.after(username);
        next.author = author;
        next.reason = reason;
        next.recordedAt = commit.get();
        change.accept(next);
        next.persist();
        return next;
    }

    private static String shownOnce() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        LOG.warnf("Account admin created with the password %s (shown only now; DUIBIAO_ADMIN_PASSWORD sets another)", password);
        return password;
    }

    Optional<AccountRow> named(String username) {
        return QuarkusTransaction.joiningExisting().call(() -> AccountRow.last(username));
    }
}
