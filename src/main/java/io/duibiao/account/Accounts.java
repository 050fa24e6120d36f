package io.duibiao.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** The accounts of the service. */
@ApplicationScoped
public class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final String ADMIN = "admin";
    private static final int RANDOM_BYTES = 18;

    private final Optional<String> adminPassword;

    Accounts(@ConfigProperty(name = "duibiao.admin-password") Optional<String> adminPassword) {
        this.adminPassword = adminPassword;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(this::ensureAdmin);
    }

    private void ensureAdmin() {
        Optional<AccountRow> stored = AccountRow.findByIdOptional(ADMIN);
        if (stored.isEmpty()) {
            AccountRow admin = new AccountRow();
            admin.username = ADMIN;
            admin.passwordHash = BcryptUtil.bcryptHash(adminPassword.orElseGet(Accounts::shownOnce));
            admin.role = Roles.ADMIN;
            admin.persist();
        } else if (adminPassword.isPresent() && !BcryptUtil.matches(adminPassword.get(), stored.get().passwordHash)) {
            stored.get().passwordHash = BcryptUtil.bcryptHash(adminPassword.get());
            LOG.info("The password of admin is now the one in DUIBIAO_ADMIN_PASSWORD");
        }
    }

    private static String shownOnce() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        LOG.warnf("Account admin created with the password %s (shown only now; DUIBIAO_ADMIN_PASSWORD sets another)", password);
        return password;
    }

    Optional<AccountRow> named(String username) {
        return QuarkusTransaction.joiningExisting().call(() -> AccountRow.findByIdOptional(username));
    }
}
