package io.duibiao.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.web.Answer;
import io.duibiao.web.Asked;
import io.duibiao.web.Page;
import io.duibiao.web.Paging;
import io.duibiao.web.Version;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.identity.SecurityIdentity;

/** Every account, for those who administer the service. */
@Path("/api/v1/admin/accounts")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "admin", description = "Accounts and the audit log, for administrators")
public class AccountsResource {

    /** Names that the service itself records under. */
    private static final Set<String> OWN = Set.of("seed", "system", "oidc");

    /**
     * An account as it is sent.
     *
     * @param regions that it writes for, with those below them
     * @param disabled absent, it stays as it is
     * @param password needed for a new account; absent, the one that it has stays
     * @param reason needed where an account is changed
     */
    public record AccountGiven(@NotNull @Size(max = 10) List<String> roles, Optional<@Size(max = 200) List<String>> regions,
            Optional<Boolean> disabled, Optional<String> password, Optional<@Size(max = 1000) String> reason) {
    }

    /** An account as it stands. */
    public record AccountAnswer(String username, List<String> roles, List<String> regions, boolean disabled, Instant recordedAt,
            int revision) {

        static AccountAnswer of(AccountRow row) {
            return new AccountAnswer(row.username, List.copyOf(row.roles()), List.copyOf(row.regions()), row.disabled,
                    row.recordedAt, row.revision);
        }
    }

    /** One step of an account's history: what it became, by whom and why. */
    public record AccountStep(@JsonUnwrapped AccountAnswer account, boolean passwordSet, String author, String reason) {
    }

    @Inject
    Accounts accounts;
    @Inject
    KnownRegions regions;
    @Inject
    Asked asked;
    @Inject
    SecurityIdentity caller;

    @GET
    @Operation(operationId = "listAccounts", summary = "Accounts, by name")
    public RestResponse<Page<AccountAnswer>> list(@BeanParam @Valid Paging paging) {
        List<AccountRow> all = accounts.all(asked.asOf());
        return Answer.page(asked, newest(all), paging, () -> all.stream().map(AccountAnswer::of).toList(),
                AccountAnswer::username);
    }

    private static Instant newest(List<AccountRow> rows) {
        return rows.stream().map(row -> row.recordedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    @GET
    @Path("/{username}")
    @Operation(operationId = "getOneAccount", summary = "One account with its ETag")
    public RestResponse<AccountAnswer> one(@PathParam("username") String username) {
        List<AccountRow> revisions = revisions(username);
        AccountRow last = revisions.get(revisions.size() - 1);
        return last.version().answer(asked, () -> AccountAnswer.of(last));
    }

    @GET
    @Path("/{username}/revisions")
    @Operation(operationId = "listAccountRevisions", summary = "The whole history of an account, the first revision first")
    public RestResponse<Page<AccountStep>> history(@PathParam("username") String username, @BeanParam @Valid Paging paging) {
        List<AccountRow> revisions = revisions(username);
        return Answer.page(asked, newest(revisions), paging, () -> steps(revisions),
                step -> String.valueOf(step.account().revision()));
    }

    private static List<AccountStep> steps(List<AccountRow> revisions) {
        List<AccountStep> steps = new ArrayList<>();
        String hash = "";
        for (AccountRow row : revisions) {
            steps.add(new AccountStep(AccountAnswer.of(row), !row.passwordHash.equals(hash), row.author, row.reason));
            hash = row.passwordHash;
        }
        return steps;
    }

    private List<AccountRow> revisions(String username) {
        List<AccountRow> revisions = accounts.revisions(username, asked.asOf());
        if (revisions.isEmpty()) {
            throw Problem.of(404, "NO_SUCH_ACCOUNT", new Text("没有这个账号", "There is no such account")).exception();
        }
        return revisions;
    }

    @PUT
    @Path("/{username}")
    @Operation(operationId = "putAccount", summary = "Create or change an account; a change needs If-Match and a reason")
    public RestResponse<AccountAnswer> put(@PathParam("username") String username,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch, @Valid @NotNull AccountGiven given) {
        String roles = roles(given.roles());
        String places = regions(given.regions().orElse(List.of()));
        Optional<String> hash = given.password()
                .map(password -> BcryptUtil.bcryptHash(PasswordRule.checked("/password", password, username)));
        Accounts.Recorded recorded = accounts.change(username, Person.of(caller).name(), given.reason().orElse(""),
                (current, next) -> {
                    Version.first(current.map(AccountRow::version), asked);
                    if (current.isEmpty()) {
                        refuseName(username);
                    }
                    next.roles = roles;
                    next.regions = places;
                    next.disabled = given.disabled().orElse(next.disabled);
                    next.passwordHash = hash.or(() -> current.map(row -> row.passwordHash))
                            .orElseThrow(() -> refused("/password", "PASSWORD_NEEDED",
                                    new Text("新账号须设密码", "A new account needs a password"), ""));
                    if (current.filter(next::saysTheSameAs).isEmpty()) {
                        Version.replace(current.map(AccountRow::version), ifMatch, given.reason());
                    }
                });
        return recorded.account().version().written(asked, recorded.created(), AccountAnswer.of(recorded.account()));
    }

    private static String roles(List<String> given) {
        given.stream().filter(role -> !Roles.ALL.contains(role)).findFirst().ifPresent(unknown -> {
            throw refused("/roles", "UNKNOWN_ROLE", Text.of("没有该角色：{0}；可用：{1}", "No such role: {0}; known: {1}", unknown,
                    String.join(", ", new TreeSet<>(Roles.ALL))), unknown);
        });
        return String.join(",", new TreeSet<>(given));
    }

    private String regions(List<String> given) {
        given.forEach(regions::check);
        return String.join(",", new TreeSet<>(given));
    }

    /** Names that a person could take for one another are not both given. */
    private void refuseName(String username) {
        if (!PasswordLogin.USERNAME.matcher(username).matches() || OWN.stream().anyMatch(username::equalsIgnoreCase)
                || accounts.all(Optional.empty()).stream().anyMatch(other -> other.username.equalsIgnoreCase(username))) {
            throw refused("username", "BAD_USERNAME",
                    new Text("用户名由字母、数字和 . _ @ - 组成，以字母或数字开头，至多64个字符，且不得与已有账号仅大小写不同",
                            "A user name is made of letters, digits and . _ @ -, begins with a letter or digit, has at most 64 "
                                    + "characters, and is not another's in other case"),
                    username);
        }
    }

    private static RuntimeException refused(String pointer, String code, Text message, String value) {
        return Problem.of(422, Problem.Fault.at(pointer, code, message, value)).exception();
    }
}
