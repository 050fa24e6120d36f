package io.duibiao.account;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Who sends this bearer token? One of ours begins with {@code db_}; any other is a JWT of the OIDC provider, or nothing. */
@ApplicationScoped
class BearerLogin implements HttpAuthenticationMechanism {

    private static final Pattern SCHEME = Pattern.compile("(?i)Bearer(?: +(.*))?");

    private final Tokens tokens;
    private final OidcLogin provider;
    private final Audit audit;
    private final BlockingSecurityExecutor blocking;

    BearerLogin(Tokens tokens, OidcLogin provider, Audit audit, BlockingSecurityExecutor blocking) {
        this.tokens = tokens;
        this.provider = provider;
        this.audit = audit;
        this.blocking = blocking;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager providers) {
        return Optional.ofNullable(routing.request().getHeader(HttpHeaders.AUTHORIZATION)).map(SCHEME::matcher)
                .filter(Matcher::matches).map(header -> Optional.ofNullable(header.group(1)).orElse(""))
                .map(token -> blocking.executeBlocking(() -> identity(token).orElseThrow(() -> {
                    audit.note(Audit.Event.SIGN_IN_FAILED, "", routing);
                    return new AuthenticationFailedException();
                }))).orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Optional<SecurityIdentity> identity(String token) {
        return token.startsWith(Tokens.PREFIX)
                ? tokens.account(new Secret(token)).map(account -> account.person().identity(Person.Means.TOKEN))
                : provider.person(token).map(person -> person.identity(Person.Means.OIDC));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().nullItem();
    }
}
