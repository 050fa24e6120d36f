package io.duibiao.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.duibiao.core.Text;
import io.duibiao.history.History;
import io.duibiao.problem.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.HttpServerStart;

/** The accounts of the service: every change is a revision with its author and reason, and an account is never deleted. */
@ApplicationScoped
public class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");
    private static final String ADMIN = "admin";
    private static final String SYSTEM = "system";

    private final Optional<String> adminPassword;
    private final History history;

    Accounts(History history, @ConfigProperty(name = "duibiao.admin-password") Optional<String> adminPassword) {
        this.history = history;
        this.adminPassword = adminPassword;
    }

    void begin(@Observes StartupEvent start) {
        adminPassword.ifPresent(password -> {
            if (PasswordRule.tooLong(password)) {
                throw new ConfigurationException("DUIBIAO_ADMIN_PASSWORD: 密码过长，至多72字节 / at most 72 bytes");
            }
            PasswordRule.fault(password, ADMIN)
                    .ifPresent(why -> LOG.warnf("DUIBIAO_ADMIN_PASSWORD: %s / %s", why.zh(), why.en()));
            Optional<String> stored = named(ADMIN).map(admin -> admin.passwordHash);
            if (stored.filter(hash -> BcryptUtil.matches(password, hash)).isEmpty()) {
                change(ADMIN, SYSTEM, "DUIBIAO_ADMIN_PASSWORD", (current, next) -> {
                    next.passwordHash = BcryptUtil.bcryptHash(password);
                    next.roles = current.map(admin -> admin.roles).orElse(Roles.ADMIN);
                });
                LOG.info("The password of admin is now the one in DUIBIAO_ADMIN_PASSWORD");
            }
        });
    }

    /** A password that is shown once is made only when the service is sure to run: its port is open. */
    void shown(@ObservesAsync HttpServerStart open) {
        if (named(ADMIN).isPresent()) {
            return;
        }
        String password = Secret.random("").shown().substring(0, 24);
        change(ADMIN, SYSTEM, "", (current, next) -> {
            next.passwordHash = BcryptUtil.bcryptHash(password);
            next.roles = Roles.ADMIN;
        });
        LOG.warnf("Account admin created with the password %s (shown only now; DUIBIAO_ADMIN_PASSWORD sets another)", password);
    }

    /** An account as it stands after a write; {@code created} where it is new. */
    record Recorded(AccountRow account, boolean created) {
    }

    /**
     * Records what the change makes of an account, under the commit lock. It is given the account as it stands, and the next
     * revision, which says the same until the change has its way; it throws where it may not be made.
     */
    Recorded change(String username, String author, String reason, BiConsumer<Optional<AccountRow>, AccountRow> change) {
        return history.record(commit -> {
            Optional<AccountRow> current = AccountRow.last(username);
            AccountRow next = AccountRow.after(username);
            change.accept(current, next);
            if (current.filter(next::saysTheSameAs).isPresent()) {
                return new Recorded(current.get(), false);
            }
            keepAnAdmin(next);
            next.author = author;
            next.reason = reason;
            commit.add(next);
            return new Recorded(next, current.isEmpty());
        });
    }

    private static void keepAnAdmin(AccountRow next) {
        boolean another = AccountRow.all(FAR).stream()
                .anyMatch(account -> !account.username.equals(next.username) && isAdmin(account));
        if (!another && !isAdmin(next)) {
            throw Problem.of(422, Problem.Fault.at("/roles", "LAST_ADMIN",
                    new Text("至少须保留一个可用的管理员账号", "One account with the role admin must remain"), "")).exception();
        }
    }

    private static boolean isAdmin(AccountRow account) {
        return !account.disabled && account.roles().contains(Roles.ADMIN);
    }

    Optional<AccountRow> named(String username) {
        return QuarkusTransaction.joiningExisting().call(() -> AccountRow.last(username));
    }

    /** Every account as it stood at the instant, or stands now, by name. */
    List<AccountRow> all(Optional<Instant> asOf) {
        return QuarkusTransaction.joiningExisting().call(() -> AccountRow.all(asOf.orElse(FAR)));
    }

    /** Whether an account writes for this very region. */
    public boolean anyBoundTo(String region) {
        return all(Optional.empty()).stream().anyMatch(account -> account.regions().contains(region));
    }

    /** The revisions of an account, the first one first. */
    List<AccountRow> revisions(String username, Optional<Instant> asOf) {
        return QuarkusTransaction.joiningExisting().call(() -> AccountRow.revisions(username, asOf.orElse(FAR)));
    }
}
