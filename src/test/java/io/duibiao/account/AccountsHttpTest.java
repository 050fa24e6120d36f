package io.duibiao.account;

import static io.duibiao.account.People.PASSWORD;
import static io.duibiao.account.People.admin;
import static io.duibiao.account.People.nobody;
import static io.duibiao.account.People.person;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class AccountsHttpTest {

    private static final String ACCOUNTS = "/api/v1/admin/accounts/";
    private static final String OWN = "/api/v1/account";
    private static final String SEWAGE = "/api/v1/measurements/rural-sewage-treatment/";

    private static String account(String roles, String more) {
        return "{\"roles\":[%s]%s}".formatted(roles, more);
    }

    @Test
    void anAccountIsCreatedChangedWithAReasonAndRemembersWhoDidIt() {
        String first = admin().body(account("\"reporter\"", ",\"regions\":[\"150100\"],\"password\":\"" + PASSWORD + "\""))
                .put(ACCOUNTS + "zhang").then().statusCode(201).body("roles", contains("reporter")).body("revision", is(1))
                .body("password", nullValue()).extract().header("ETag");
        String changed = account("\"reporter\",\"reviewer\"", ",\"regions\":[\"150100\",\"150200\"]");
        admin().body(changed).put(ACCOUNTS + "zhang").then().statusCode(428).header("ETag", first);
        admin().header("If-Match", first).body(changed).put(ACCOUNTS + "zhang").then().statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        admin().header("If-Match", first).body(changed.replace("}", ",\"reason\":\"兼任审核\"}")).put(ACCOUNTS + "zhang").then()
                .statusCode(200).body("revision", is(2));
        admin().body(changed).put(ACCOUNTS + "zhang").then().statusCode(200).body("revision", is(2));
        admin().get(ACCOUNTS + "zhang/revisions").then().body("items.author", contains("admin", "admin"))
                .body("items.reason", contains("", "兼任审核")).body("items.passwordSet", contains(true, false))
                .body("items[1].regions", contains("150100", "150200"));
        admin().get(ACCOUNTS).then().body("items.username", hasItem("zhang"));
        admin().get(ACCOUNTS + "zhang").then().body(not(containsString("$2")));
    }

    @Test
    void aDisabledAccountSignsInNoMoreThoughItsLoginWasRemembered() {
        RequestSpecification li = person("li", List.of("viewer"));
        li.get(OWN + "/tokens").then().statusCode(200);
        String seen = admin().get(ACCOUNTS + "li").header("ETag");
        admin().header("If-Match", seen).body(account("\"viewer\"", ",\"disabled\":true,\"reason\":\"调离\""))
                .put(ACCOUNTS + "li")
                .then().statusCode(200).body("disabled", is(true));
        People.as("li").get(OWN + "/tokens").then().statusCode(401);
        admin().header("If-Match", "*").body(account("\"viewer\"", ",\"regions\":[\"150100\"],\"reason\":\"补登\""))
                .put(ACCOUNTS + "li").then().statusCode(200).body("disabled", is(true));
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(delimiter = '|', value = {
            "wang | {\"roles\":[\"boss\"],\"password\":\"correct horse 1\"} | UNKNOWN_ROLE",
            "wang | {\"roles\":[],\"regions\":[\"150199\"],\"password\":\"correct horse 1\"} | UNKNOWN_REGION",
            "wang | {\"roles\":[]} | PASSWORD_NEEDED",
            "wang | {\"roles\":[],\"password\":\"short\"} | WEAK_PASSWORD",
            "wang.er | {\"roles\":[],\"password\":\"wang.er 2026\"} | WEAK_PASSWORD",
            "seed | {\"roles\":[],\"password\":\"correct horse 1\"} | BAD_USERNAME",
            "Admin | {\"roles\":[],\"password\":\"correct horse 1\"} | BAD_USERNAME",
            "a:b | {\"roles\":[],\"password\":\"correct horse 1\"} | BAD_USERNAME" })
    void anAccountThatCannotBeIsRefused(String username, String body, String code) {
        admin().body(body).put(ACCOUNTS + username).then().statusCode(422).body("errors[0].code", equalTo(code))
                .body(not(containsString("correct horse")));
        admin().get(ACCOUNTS + username).then().statusCode(404);
    }

    @Test
    void theLastAdminStays() {
        RequestSpecification second = person("second-admin", List.of("admin"));
        String admin = second.get(ACCOUNTS + "admin").header("ETag");
        String own = People.as("second-admin").get(ACCOUNTS + "second-admin").header("ETag");
        admin().header("If-Match", own).body(account("\"viewer\"", ",\"reason\":\"r\"")).put(ACCOUNTS + "second-admin").then()
                .statusCode(200);
        // Other tests make admins of their own, which do not count while they are disabled.
        List<String> others = admin().get(ACCOUNTS)
                .path("items.findAll { it.roles.contains('admin') && !it.disabled && it.username != 'admin' }.username");
        others.forEach(other -> disable(other, true));
        admin().header("If-Match", admin).body(account("\"viewer\"", ",\"reason\":\"r\"")).put(ACCOUNTS + "admin").then()
                .statusCode(422).body("errors[0].code", equalTo("LAST_ADMIN"));
        others.forEach(other -> disable(other, false));
    }

    private static void disable(String admin, boolean disabled) {
        admin().header("If-Match", "*").body(account("\"admin\"", ",\"disabled\":" + disabled + ",\"reason\":\"r\""))
                .put(ACCOUNTS + admin).then().statusCode(200);
    }

    @Test
    void aReporterWritesForHisRegionsAndThoseBelowAndForNoOther() {
        person("hohhot", List.of("reporter"), "150100");
        person("league", List.of("reporter"), "150000");
        String value = "{\"value\":1,\"source\":\"旗县报表\"}";
        People.as("hohhot").body(value).put(SEWAGE + "150100/2007").then().statusCode(201);
        People.as("hohhot").body(value).put(SEWAGE + "150200/2007").then().statusCode(403)
                .body("type", equalTo("urn:duibiao:problem:not-your-region")).body("errors[0].pointer", equalTo("region"));
        People.as("hohhot").body(value).put(SEWAGE + "150000/2007").then().statusCode(403);
        nobody().get(SEWAGE + "150200/2007").then().statusCode(404);
        People.as("league").body(value).put(SEWAGE + "150200/2007").then().statusCode(201);
        nobody().get(SEWAGE + "150100/2007/revisions").then().body("items.author", contains("hohhot"));
    }

    @Test
    void aGroupIsWrittenForByWhoeverWritesForEachOfItsMembers() {
        person("three-cities", List.of("reporter"), "150100", "150200", "150400");
        person("two-cities", List.of("reporter"), "150100", "150200");
        String value = "{\"value\":1,\"source\":\"报表\"}";
        People.as("two-cities").body(value).put(SEWAGE + "hohhot-baotou-chifeng/2007").then().statusCode(403);
        People.as("three-cities").body(value).put(SEWAGE + "hohhot-baotou-chifeng/2007").then().statusCode(201);
    }

    @Test
    void onesOwnPasswordIsChangedByWhoKnowsTheOldOne() {
        person("zhao", List.of("viewer"));
        People.as("zhao").body("{\"old\":\"wrong\",\"password\":\"another horse 2\"}").put(OWN + "/password").then()
                .statusCode(422).body("errors[0].pointer", equalTo("/old"));
        People.as("zhao").body("{\"old\":\"" + PASSWORD + "\",\"password\":\"short\"}").put(OWN + "/password").then()
                .statusCode(422).body("errors[0].code", equalTo("WEAK_PASSWORD"));
        People.as("zhao").body("{\"old\":\"" + PASSWORD + "\",\"password\":\"another horse 2\"}").put(OWN + "/password").then()
                .statusCode(200).body("name", equalTo("zhao"));
        People.as("zhao").get(OWN).then().statusCode(401);
        nobody().auth().preemptive().basic("zhao", "another horse 2").get(OWN).then().statusCode(200);
        admin().get(ACCOUNTS + "zhao/revisions").then().body("items.author", contains("admin", "zhao"));
    }

    @Test
    void whoIsToldWhoHeIs() {
        person("qian", List.of("reporter"), "150100");
        People.as("qian").get(OWN).then().body("name", equalTo("qian")).body("roles", contains("reporter", "viewer"))
                .body("regions", contains("150100")).body("csrf", nullValue());
        nobody().get(OWN).then().statusCode(200).body("name", nullValue()).body("roles", hasSize(0));
        nobody().auth().preemptive().basic("qian", "wrong").get(OWN).then().statusCode(401);
    }

    @Test
    void aTokenSpeaksForItsOwnerUntilItIsRevoked() {
        person("sun", List.of("reporter"), "150400");
        io.restassured.response.Response issued = People.as("sun").body("{\"name\":\"夜间导入\"}").post(OWN + "/tokens");
        issued.then().statusCode(201).body("token", startsWith("db_")).header("Cache-Control", "no-store");
        String token = issued.path("token");
        RequestSpecification program = nobody().header("Authorization", "Bearer " + token);
        program.get(OWN).then().body("name", equalTo("sun")).body("regions", contains("150400"));
        nobody().header("Authorization", "bearer " + token).body("{\"value\":1,\"source\":\"a\"}").put(SEWAGE + "150400/2007")
                .then().statusCode(201);
        nobody().header("Authorization", "Bearer " + token).body("{\"name\":\"another\"}").post(OWN + "/tokens").then()
                .statusCode(403).body("type", equalTo("urn:duibiao:problem:password-login-needed"));
        People.as("sun").get(OWN + "/tokens").then().body("items.name", contains("夜间导入")).body("items[0].token", nullValue());
        People.as("sun").delete(OWN + "/tokens/" + issued.path("id")).then().statusCode(204);
        nobody().header("Authorization", "Bearer " + token).get(OWN).then().statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer realm="));
        People.as("sun").get(OWN + "/tokens").then().body("items", hasSize(0));
    }

    @Test
    void aTokenFollowsItsOwnersRightsAtOnce() {
        person("zhou", List.of("reporter"), "150500");
        String token = People.as("zhou").body("{\"name\":\"t\"}").post(OWN + "/tokens").path("token");
        admin().header("If-Match", "*").body(account("\"viewer\"", ",\"reason\":\"调岗\"")).put(ACCOUNTS + "zhou").then()
                .statusCode(200);
        nobody().header("Authorization", "Bearer " + token).body("{\"value\":1,\"source\":\"a\"}").put(SEWAGE + "150500/2007")
                .then().statusCode(403);
        admin().header("If-Match", "*").body(account("\"viewer\"", ",\"disabled\":true,\"reason\":\"离职\""))
                .put(ACCOUNTS + "zhou").then().statusCode(200);
        nobody().header("Authorization", "Bearer " + token).get(OWN).then().statusCode(401);
    }

    @Test
    void nobodyRevokesTheTokenOfAnother() {
        person("wu", List.of("viewer"));
        String id = People.as("wu").body("{\"name\":\"t\"}").post(OWN + "/tokens").path("id");
        admin().delete(OWN + "/tokens/" + id).then().statusCode(404);
        People.as("wu").get(OWN + "/tokens").then().body("items", hasSize(1));
    }

    @Test
    void aTokenExpires() {
        person("zheng", List.of("viewer"));
        for (Instant expiry : new Instant[] { Instant.now().minusSeconds(1), Instant.now().plusSeconds(400L * 24 * 3600) }) {
            People.as("zheng").body("{\"name\":\"t\",\"expiresAt\":\"" + expiry + "\"}").post(OWN + "/tokens").then()
                    .statusCode(422).body("errors[0].code", equalTo("EXPIRY_OUT_OF_RANGE"));
        }
        String token = People.as("zheng").body("{\"name\":\"t\",\"expiresAt\":\"" + Instant.now().plusSeconds(2) + "\"}")
                .post(OWN + "/tokens").path("token");
        await(() -> nobody().header("Authorization", "Bearer " + token).get(OWN).statusCode() == 401);
    }

    private static void await(BooleanSupplier fact) {
        Instant patience = Instant.now().plusSeconds(10);
        while (!fact.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(patience));
        }
    }
}
