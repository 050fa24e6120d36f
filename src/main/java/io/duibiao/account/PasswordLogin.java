package io.duibiao.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.duibiao.core.Text;
import io.duibiao.problem.Caller;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
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

    static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    /** What is no name of an account is counted and told of as this one. */
    private static final String NO_NAME = "?";
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_WAIT_SECONDS = 5;

    /** Verified against when there is no such account, so that the time taken does not tell which accounts exist. */
    private final String nobodysHash = BcryptUtil.bcryptHash("");

    private final Secret key = Secret.random("");

    /** The stored hash that a login was verified against; a changed password has another. */
    private final Cache<String, String> verified = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(60))
            .maximumSize(MOST_REMEMBERED).build();

    /**
     * bcrypt takes a processor for a tenth of a second: what guessers send at once waits, and is counted before it is tried.
     */
    private final Semaphore verifying = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final FailedLogins failed = new FailedLogins();
    private final Accounts accounts;
    private final Audit audit;

    PasswordLogin(Accounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        return context.runBlocking(() -> signIn(request.getUsername(), new String(request.getPassword().getPassword()),
                HttpSecurityUtils.getRoutingContextAttribute(request)).orElseThrow(AuthenticationFailedException::new)
                .person().identity(Person.Means.PASSWORD));
    }

    /**
     * The account that has this name and password.
     *
     * @throws ProblemException 429 after too many failures
     */
    Optional<AccountRow> signIn(String username, String password, RoutingContext routing) {
        String address = Caller.address(routing);
        String name = USERNAME.matcher(username).matches() ? username : NO_NAME;
        Optional<AccountRow> account = accounts.named(name).filter(row -> !row.disabled);
        String login = key.sealed(username + '\0' + password);
        if (account.filter(row -> row.passwordHash.equals(verified.getIfPresent(login))).isPresent()) {
            return account;
        }
        begin(name, routing);
        try {
            failed.refuseFurther(name, address);
            if (!BcryptUtil.matches(password, account.map(row -> row.passwordHash).orElse(nobodysHash)) || account.isEmpty()
                    || PasswordRule.tooLong(password)) {
                failed.count(name, address);
                audit.note(Audit.Event.SIGN_IN_FAILED, name, routing);
                return Optional.empty();
            }
            failed.succeeded(name, address);
        } finally {
            verifying.release();
        }
        if (verified.asMap().put(login, account.get().passwordHash) == null) {
            audit.note(Audit.Event.SIGNED_IN, name, routing);
        }
        return account;
    }

    private void begin(String name, RoutingContext routing) {
        try {
            failed.refuseFurther(name, Caller.address(routing));
        } catch (ProblemException e) {
            audit.note(Audit.Event.SIGN_IN_DELAYED, name, routing);
            throw e;
        }
        try {
            if (verifying.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                Problem.of(503, "TOO_MANY_LOGINS", new Text("登录请求过多，请稍后再试", "Too many logins at once; try again shortly")),
                Map.of("Retry-After", String.valueOf(LONGEST_WAIT_SECONDS)));
    }
}
