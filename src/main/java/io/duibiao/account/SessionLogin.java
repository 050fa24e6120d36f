package io.duibiao.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Who sends this cookie? A write needs the session's CSRF token too, which no other site can read. */
@ApplicationScoped
class SessionLogin implements HttpAuthenticationMechanism {

    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String COOKIE = "duibiao-session";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Sessions sessions;
    private final BlockingSecurityExecutor blocking;

    SessionLogin(Sessions sessions, BlockingSecurityExecutor blocking) {
        this.sessions = sessions;
        this.blocking = blocking;
    }

    /** The cookie's secret; whoever names himself in a header does not mean the cookie. */
    static Optional<Secret> secret(RoutingContext routing) {
        return Optional.ofNullable(routing.request().getCookie(COOKIE))
                .filter(cookie -> !routing.request().headers().contains(HttpHeaders.AUTHORIZATION))
                .map(Cookie::getValue).map(Secret::new);
    }

    static String csrf(Secret secret) {
        return secret.sealed("csrf");
    }

    /** @param secret empty to take the cookie away */
    static NewCookie cookie(Optional<Secret> secret, RoutingContext routing) {
        NewCookie.Builder cookie = new NewCookie.Builder(COOKIE).value(secret.map(Secret::shown).orElse("")).path("/")
                .httpOnly(true).sameSite(NewCookie.SameSite.STRICT).secure("https".equals(routing.request().scheme()));
        return secret.isPresent() ? cookie.build() : cookie.maxAge(0).build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager providers) {
        return secret(routing).map(secret -> blocking.executeBlocking(() -> identity(secret, routing.request())))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** Null, as the framework wants it, where nobody is signed in any more: what is open to all stays open to him. */
    @SuppressWarnings("NullAway")
    private SecurityIdentity identity(Secret secret, HttpServerRequest request) {
        Optional<AccountRow> account = sessions.account(secret);
        if (account.isPresent() && !READS.contains(request.method().name())) {
            refuseForged(secret, Optional.ofNullable(request.getHeader(CSRF_HEADER)).orElse(""));
        }
        return account.map(row -> row.person().identity(Person.Means.SESSION)).orElse(null);
    }

    private static void refuseForged(Secret secret, String token) {
        if (!MessageDigest.isEqual(csrf(secret).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.of(403, "CSRF_TOKEN_NEEDED", new Text("请求头 X-CSRF-Token 缺失或不正确，请刷新页面后重试",
                    "The header X-CSRF-Token is missing or wrong; reload the page and try again")).exception();
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().nullItem();
    }
}
