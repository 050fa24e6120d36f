package io.duibiao.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LoginTest {

    private static final String GUARDED = "/api/v1/echo";

    @Inject
    Accounts accounts;

    @Test
    void theAdminOfTheFirstStartMayWrite() {
        given().auth().preemptive().basic("admin", "correct horse 1").delete(GUARDED).then().statusCode(204);
    }

    @Test
    void withoutALoginAWriteIsToldWhatKindOfLoginIsNeeded() {
        given().header("Accept-Language", "en").delete(GUARDED).then().statusCode(401)
                .contentType("application/problem+json").header("WWW-Authenticate", containsString("Basic realm="))
                .body("type", equalTo("urn:duibiao:problem:not-signed-in"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Basic", "Basic ", "Basic %%%", "Basic YWRtaW4=", "Bearer abc", "Negotiate x", "Basic Og==" })
    void aHeaderThatIsNoLoginIsNoServerError(String authorization) {
        given().header("Authorization", authorization).delete(GUARDED).then().statusCode(401)
                .header("WWW-Authenticate", containsString("Basic realm="))
                .body("status", equalTo(401));
    }

    @Test
    void namesAndPasswordsOfAnyShapeAreMerelyWrong() {
        for (String login : new String[] { "admin:", "admin:" + "x".repeat(100), "nobody:x", "管理员:密码", "a\0b:c\0d",
                "x".repeat(300) + ":y" }) {
            String sent = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            given().header("Authorization", "Basic " + sent).delete(GUARDED).then().statusCode(401);
        }
    }

    @Test
    void anAccountWithAnotherRoleIsRefused() {
        account("viewer-1", "secret", Roles.VIEWER);

        given().auth().preemptive().basic("viewer-1", "secret").delete(GUARDED).then().statusCode(403)
                .contentType("application/problem+json").body("type", equalTo("urn:duibiao:problem:not-your-role"));
    }

    @Test
    void aChangedPasswordCountsAtOnceThoughTheLoginWasRemembered() {
        account("changing", "old", Roles.ADMIN);
        given().auth().preemptive().basic("changing", "old").delete(GUARDED).then().statusCode(204);

        account("changing", "new", Roles.ADMIN);

        given().auth().preemptive().basic("changing", "old").delete(GUARDED).then().statusCode(401);
        given().auth().preemptive().basic("changing", "new").delete(GUARDED).then().statusCode(204);
    }

    @Test
    void afterTenFailedLoginsEvenTheRightPasswordHasToWait() {
        account("guessed", "right", Roles.ADMIN);
        for (int i = 0; i < 10; i++) {
            given().auth().preemptive().basic("guessed", "wrong").delete(GUARDED).then().statusCode(401);
        }

        given().auth().preemptive().basic("guessed", "right").delete(GUARDED).then().statusCode(429)
                .header("Retry-After", "60").body("type", equalTo("urn:duibiao:problem:too-many-failed-logins"));
    }

    @Test
    void theConfiguredPasswordReplacesAStoredOne() {
        account("admin", "forgotten", Roles.ADMIN);

        accounts.begin(new StartupEvent());
        String replaced = accounts.named("admin").orElseThrow().passwordHash;
        accounts.begin(new StartupEvent());

        given().auth().preemptive().basic("admin", "correct horse 1").delete(GUARDED).then().statusCode(204);
        assertEquals(replaced, accounts.named("admin").orElseThrow().passwordHash, "a second start changes nothing");
        assertNotEquals("correct horse 1", replaced);
    }

    private void account(String username, String password, String role) {
        accounts.change(username, "test", "", (current, next) -> {
            next.passwordHash = BcryptUtil.bcryptHash(password);
            next.roles = role;
        });
    }
}
