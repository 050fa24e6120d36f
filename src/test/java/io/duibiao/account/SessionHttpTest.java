package io.duibiao.account;

import static io.duibiao.account.People.PASSWORD;
import static io.duibiao.account.People.admin;
import static io.duibiao.account.People.nobody;
import static io.duibiao.account.People.person;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class SessionHttpTest {

    private static final String SESSION = "/api/v1/session";
    private static final String COOKIE = "duibiao-session";
    private static final String SEWAGE = "/api/v1/measurements/rural-sewage-treatment/150100/";
    private static final String VALUE = "{\"value\":1,\"source\":\"a\"}";

    private static Response signIn(String username, String password) {
        return nobody().body("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password)).post(SESSION);
    }

    private static RequestSpecification by(Response signIn) {
        return nobody().cookie(COOKIE, signIn.cookie(COOKIE));
    }

    @Test
    void thePageSignsInWithACookieThatNoScriptAndNoOtherSiteUses() {
        person("page", List.of("reporter"), "150100");
        Response in = signIn("page", PASSWORD);
        in.then().statusCode(200).body("name", equalTo("page")).header("Set-Cookie",
                allOf(containsString("HttpOnly"), containsString("SameSite=Strict"), containsString("Path=/"),
                        not(containsString("Secure"))));
        by(in).get("/api/v1/account").then().body("name", equalTo("page")).body("csrf", equalTo(in.path("csrf")));
        by(in).get("/api/v1/indicators").then().header("Cache-Control", containsString("private"));
    }

    @Test
    void aWriteByCookieNeedsTheTokenThatOnlyThePageKnows() {
        person("writer", List.of("reporter"), "150100");
        Response in = signIn("writer", PASSWORD);
        String another = signIn("writer", PASSWORD).path("csrf");
        by(in).body(VALUE).put(SEWAGE + "2006").then().statusCode(403)
                .body("type", equalTo("urn:duibiao:problem:csrf-token-needed"));
        by(in).header("X-CSRF-Token", another).body(VALUE).put(SEWAGE + "2006").then().statusCode(403);
        nobody().get(SEWAGE + "2006").then().statusCode(404);
        by(in).header("X-CSRF-Token", in.<String> path("csrf")).body(VALUE).put(SEWAGE + "2006").then().statusCode(201);
    }

    @Test
    void whoSignsOutIsOutThoughHeKeepsTheCookie() {
        person("leaver", List.of("viewer"));
        Response in = signIn("leaver", PASSWORD);
        by(in).header("X-CSRF-Token", in.<String> path("csrf")).delete(SESSION).then().statusCode(204).header("Set-Cookie",
                containsString("Max-Age=0"));
        by(in).get("/api/v1/account").then().statusCode(200).body("name", nullValue());
        by(in).get("/api/v1/account/tokens").then().statusCode(401);
    }

    @Test
    void aChangedPasswordEndsEverySessionButTheOneThatChangedIt() {
        person("changer", List.of("viewer"));
        Response here = signIn("changer", PASSWORD);
        Response there = signIn("changer", PASSWORD);
        Response changed = by(here).header("X-CSRF-Token", here.<String> path("csrf"))
                .body("{\"old\":\"" + PASSWORD + "\",\"password\":\"another horse 3\"}").put("/api/v1/account/password");
        assertEquals(200, changed.statusCode(), changed.asString());
        by(there).get("/api/v1/account/tokens").then().statusCode(401);
        by(here).get("/api/v1/account/tokens").then().statusCode(401);
        by(changed).get("/api/v1/account/tokens").then().statusCode(200);
        assertNotEquals(here.cookie(COOKIE), changed.cookie(COOKIE));
    }

    @Test
    void aWrongPasswordIsToldWithoutTheBrowsersOwnWindow() {
        signIn("admin", "wrong").then().statusCode(401).body("type", equalTo("urn:duibiao:problem:wrong-password"))
                .header("WWW-Authenticate", not(containsString("Basic")));
        nobody().header("X-Requested-With", "fetch").get("/api/v1/account/tokens").then().statusCode(401)
                .header("WWW-Authenticate", not(containsString("Basic")));
        nobody().contentType("text/plain").body("{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}").post(SESSION)
                .then()
                .statusCode(415);
    }

    @Test
    void aCookieThatIsNoneAndARoleThatIsTakenAwayCountForNothing() {
        nobody().cookie(COOKIE, "x".repeat(43)).get("/api/v1/account/tokens").then().statusCode(401);
        person("demoted", List.of("admin"));
        Response in = signIn("demoted", PASSWORD);
        by(in).get("/api/v1/admin/accounts").then().statusCode(200);
        admin().header("If-Match", "*").body("{\"roles\":[\"viewer\"],\"reason\":\"r\"}").put("/api/v1/admin/accounts/demoted")
                .then().statusCode(200);
        by(in).get("/api/v1/admin/accounts").then().statusCode(403);
    }
}
