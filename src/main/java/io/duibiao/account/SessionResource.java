package io.duibiao.account;

import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.duibiao.account.AccountResource.Who;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

/** Signing in to the pages, and out. */
@Path("/api/v1/session")
@Tag(name = "account", description = "Who is signed in, and how")
public class SessionResource {

    /** A user name and its password. */
    public record Given(@NotNull String username, @NotNull String password) {
    }

    @Inject
    PasswordLogin logins;
    @Inject
    Sessions sessions;
    @Inject
    Audit audit;
    @Inject
    SignInToRead reading;
    @Inject
    SecurityIdentity caller;
    @Inject
    RoutingContext routing;

    @POST
    @Operation(operationId = "signIn", summary = "Sign in with a cookie; its writes carry the csrf token in X-CSRF-Token")
    public RestResponse<Who> begin(@Valid @NotNull Given given) {
        AccountRow account = logins.signIn(given.username(), given.password(), routing)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(401, "WRONG_PASSWORD", new Text("用户名或密码不正确", "The user name or the password is wrong")),
                        // A browser that is offered Basic would put its own window over the page's form.
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"duibiao\"")));
        return begun(account);
    }

    private RestResponse<Who> begun(AccountRow account) {
        Secret secret = sessions.begin(account);
        return ResponseBuilder.ok(Who.of(account.person(), reading.isNeeded(), Optional.of(SessionLogin.csrf(secret))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").cookie(SessionLogin.cookie(Optional.of(secret), routing))
                .build();
    }

    @DELETE
    @Authenticated
    @Operation(operationId = "signOut", summary = "Sign out; the cookie counts no more")
    public RestResponse<Void> end() {
        SessionLogin.secret(routing).ifPresent(sessions::end);
        audit.note(Audit.Event.SIGNED_OUT, Person.of(caller).name(), routing);
        return ResponseBuilder.<Void> noContent().cookie(SessionLogin.cookie(Optional.empty(), routing)).build();
    }
}
