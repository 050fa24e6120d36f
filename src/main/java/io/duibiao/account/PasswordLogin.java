package io.duibiao.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Who sends this user name and password? */
@ApplicationScoped
class PasswordLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST_REMEMBERED = 10_000;

    /** Verified against when there is no such account, so that the time taken does not tell which accounts exist. */
    private final String nobodysHash = BcryptUtil.bcryptHash("");

    private final byte[] key = new SecureRandom().generateSeed(KEY_BYTES);

    /** The stored hash that a login was verified against; a changed password has another. */
    private final Cache<String, String> verified = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(60))
            .maximumSize(MOST_REMEMBERED).build();

    private final FailedLogins failed = new FailedLogins();
    private final Accounts accounts;

    PasswordLogin(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        return context.runBlocking(() -> signIn(request.getUsername(), new String(request.getPassword().getPassword()),
                address(HttpSecurityUtils.getRoutingContextAttribute(request))));
    }

    private SecurityIdentity signIn(String username, String password, String address) {
        failed.refuseFurther(username, address);
        Optional<AccountRow> account = USERNAME.matcher(username).matches()
                ? accounts.named(username).filter(row -> !row.disabled)
                : Optional.empty();
        String hash = account.map(row -> row.passwordHash).orElse(nobodysHash);
        if (!matches(username, password, hash) || account.isEmpty()) {
            failed.count(username, address);
            throw new AuthenticationFailedException();
        }
        return new Person(username, Roles.of(account.get().roles()), account.get().regions()).identity();
    }

    private boolean matches(String username, String password, String hash) {
        String login = salted(username + '\0' + password);
        if (hash.equals(verified.getIfPresent(login))) {
            return true;
        }
        boolean matches = BcryptUtil.matches(password, hash);
        if (matches) {
            verified.put(login, hash);
        }
        return matches;
    }

    private String salted(String login) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(RoutingContext routing) {
        return routing.request().remoteAddress().hostAddress();
    }
}
