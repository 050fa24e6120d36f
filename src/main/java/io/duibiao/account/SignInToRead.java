package io.duibiao.account;

import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;

/** Where the configuration wants it, nobody reads without being signed in. */
@Singleton
class SignInToRead {

    /** Where one signs in, and learns that one must. */
    private static final Set<String> OPEN = Set.of("/api/v1/session", "/api/v1/account");

    private final CurrentIdentityAssociation caller;
    private boolean needed;

    SignInToRead(CurrentIdentityAssociation caller,
            @ConfigProperty(name = "duibiao.sign-in-to-read", defaultValue = "false") boolean needed) {
        this.caller = caller;
        this.needed = needed;
    }

    boolean isNeeded() {
        return needed;
    }

    /** A test has one service for both. */
    void need(boolean signIn) {
        needed = signIn;
    }

    @ServerRequestFilter
    public Uni<Void> check(ContainerRequestContext request) {
        if (!needed || OPEN.contains(request.getUriInfo().getPath())) {
            return Uni.createFrom().voidItem();
        }
        return caller.getDeferredIdentity().invoke(identity -> {
            if (identity.isAnonymous()) {
                throw new UnauthorizedException();
            }
        }).replaceWithVoid();
    }
}
