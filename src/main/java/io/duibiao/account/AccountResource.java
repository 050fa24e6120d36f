package io.duibiao.account;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.web.Page;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

/** What everybody may do with the account that is his own. */
@Path("/api/v1/account")
@Tag(name = "account")
public class AccountResource {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration USUAL = Duration.ofDays(90);
    private static final String NO_STORE = "no-store";

    /**
     * Who asks.
     *
     * @param name null where nobody is signed in
     * @param regions written for, with those below them
     * @param signInToRead whether reading needs a login here
     * @param csrf for the header X-CSRF-Token of writes; only where a cookie says who asks
     */
    public record Who(Optional<String> name, List<String> roles, List<String> regions, boolean signInToRead,
            Optional<String> csrf) {

        static Who of(Person person, boolean signInToRead, Optional<String> csrf) {
            return new Who(Optional.of(person.name()).filter(name -> !name.isEmpty()),
                    person.roles().stream().sorted().toList(),
                    person.regions().stream().sorted().toList(), signInToRead, csrf);
        }
    }

    /** A new password; the one that it replaces proves that it is the person himself. */
    public record PasswordGiven(@NotNull String old, @NotNull String password) {
    }

    /**
     * A token to issue.
     *
     * @param name what it is for
     * @param expiresAt 90 days from now where it is not said; at most 366
     */
    public record TokenGiven(@NotBlank @Size(max = 200) String name, Optional<Instant> expiresAt) {
    }

    /**
     * A token as it is listed.
     *
     * @param token only in the answer that issues it
     */
    public record TokenAnswer(String id, String name, Instant recordedAt, Instant expiresAt, Optional<String> token) {

        static TokenAnswer of(TokenRow row, Optional<Secret> secret) {
            return new TokenAnswer(row.id, row.name, row.recordedAt, row.expiresAt, secret.map(Secret::shown));
        }
    }

    @Inject
    Accounts accounts;
    @Inject
    PasswordLogin logins;
    @Inject
    Sessions sessions;
    @Inject
    Tokens tokens;
    @Inject
    SignInToRead reading;
    @Inject
    SecurityIdentity caller;
    @Inject
    RoutingContext routing;

    @GET
    @Operation(operationId = "getAccount", summary = "Who am I: name, roles and regions")
    public RestResponse<Who> who() {
        Person person = Person.of(caller);
        return answer(ResponseBuilder.ok(Who.of(person, reading.isNeeded(),
                SessionLogin.secret(routing).filter(secret -> !person.anonymous()).map(SessionLogin::csrf))));
    }

    @PUT
    @Path("/password")
    @Authenticated
    @Operation(operationId = "putPassword", summary = "Change one's own password; ends every session but this one")
    public RestResponse<Who> password(@Valid @NotNull PasswordGiven given) {
        String name = ownerByPassword();
        if (logins.signIn(name, given.old(), routing).isEmpty()) {
            throw Problem.of(422, Problem.Fault.at("/old", "WRONG_PASSWORD",
                    new Text("原密码不正确", "The old password is wrong"), "")).exception();
        }
        String hash = BcryptUtil.bcryptHash(PasswordRule.checked("/password", given.password(), name));
        AccountRow account = accounts.change(name, name, "", (current, next) -> next.passwordHash = hash).account();
        Optional<Secret> session = SessionLogin.secret(routing).map(old -> sessions.begin(account));
        ResponseBuilder<Who> answer = ResponseBuilder
                .ok(Who.of(account.person(), reading.isNeeded(), session.map(SessionLogin::csrf)));
        return answer(session.isEmpty() ? answer : answer.cookie(SessionLogin.cookie(session, routing)));
    }

    @GET
    @Path("/tokens")
    @Authenticated
    @Operation(operationId = "listTokens", summary = "One's own tokens that are good, the newest first")
    public RestResponse<Page<TokenAnswer>> tokens() {
        return answer(ResponseBuilder.ok(new Page<>(
                tokens.of(Person.of(caller).name()).stream().map(token -> TokenAnswer.of(token, Optional.empty())).toList())));
    }

    @POST
    @Path("/tokens")
    @Authenticated
    @Operation(operationId = "issueToken", summary = "Issue a bearer token for a program; it is shown only in this answer")
    public RestResponse<TokenAnswer> issue(@Valid @NotNull TokenGiven given) {
        Instant now = Instant.now();
        Instant expiresAt = given.expiresAt().orElse(now.plus(USUAL)).truncatedTo(ChronoUnit.SECONDS);
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw Problem.of(422, Problem.Fault.at("/expiresAt", "EXPIRY_OUT_OF_RANGE",
                    Text.of("有效期须在今后{0}天之内", "A token expires within {0} days from now", LONGEST.toDays()),
                    expiresAt.toString())).exception();
        }
        Tokens.Issued issued = tokens.issue(ownerByPassword(), given.name().strip(), expiresAt);
        return answer(ResponseBuilder.create(RestResponse.Status.CREATED,
                TokenAnswer.of(issued.token(), Optional.of(issued.secret()))));
    }

    @DELETE
    @Path("/tokens/{token}")
    @Authenticated
    @Operation(operationId = "revokeToken", summary = "Revoke a token; it counts no more from the next request on")
    public void revoke(@PathParam("token") String id) {
        if (!tokens.revoke(ownerByPassword(), id)) {
            throw Problem.of(404, "NO_SUCH_TOKEN", new Text("没有这个令牌", "There is no such token")).exception();
        }
    }

    /** A token that is found somewhere must not make others of itself, and who comes from a provider has no account here. */
    private String ownerByPassword() {
        if (!Set.of(Person.Means.PASSWORD, Person.Means.SESSION).contains(Person.Means.of(caller))) {
            throw Problem.of(403, "PASSWORD_LOGIN_NEEDED",
                    new Text("此操作须以用户名和密码登录", "This needs a login with user name and password")).exception();
        }
        return Person.of(caller).name();
    }

    private static <T> RestResponse<T> answer(ResponseBuilder<T> answer) {
        return answer.type(MediaType.APPLICATION_JSON).header(HttpHeaders.CACHE_CONTROL, NO_STORE).build();
    }
}
