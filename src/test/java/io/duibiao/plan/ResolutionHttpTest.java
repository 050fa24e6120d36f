package io.duibiao.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class ResolutionHttpTest {

    @Inject
    Seeding seeding;

    private int number;
    private static int next = 1;

    /** Each test has a target of its own, printed without a figure. */
    @BeforeEach
    void aTargetWithoutAFigure() {
        number = next++;
        String targets = Tables.TARGETS + Tables.target("open", 1000, "不低于90.8%");
        for (int made = 1; made <= number; made++) {
            targets += Tables.target("open", made, "达到国家考核目标");
        }
        seeding.load(new Tables("open").table("targets.csv", targets).seed());
    }

    private String path() {
        return "/api/v1/targets/open-plan." + number + "/resolution";
    }

    private static String resolution(String phrase, String reason) {
        return """
                {"phrase":"%s","issuedAt":"2024-05-14","issuer":"生态环境部",
                 "citation":{"document":"环办〔2024〕1号","section":"附件1","quote":"内蒙古 %s"},"reason":"%s"}"""
                .formatted(phrase, phrase, reason);
    }

    private static RequestSpecification admin() {
        return given().header("Accept-Language", "en").auth().preemptive().basic("admin", "correct horse 1")
                .contentType("application/json");
    }

    private ValidatableResponse put(String body) {
        return admin().body(body).put(path()).then();
    }

    @Test
    void aFigureGivenLaterIsReadLikeATargetAndKept() {
        given().get(path()).then().statusCode(404).body("type", equalTo("urn:duibiao:problem:not-resolved"));
        put(resolution("≥90.7%", "")).statusCode(201).body("rule.type", equalTo("AtLeast")).body("revision", equalTo(1));
        given().get(path()).then().statusCode(200).body("phrase", equalTo("≥90.7%")).body("issuedAt", equalTo("2024-05-14"));
        given().get("/api/v1/targets/open-plan." + number).then().body("resolution.phrase", equalTo("≥90.7%"))
                .body("printed", equalTo("达到国家考核目标"));
    }

    @Test
    void theSameAgainIsNoRevision() {
        put(resolution("≥90.7%", "")).statusCode(201);
        put(resolution("≥90.7%", "")).statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void aChangeNeedsTheVersionSeenAndAReason() {
        String seen = put(resolution("≥90.7%", "")).statusCode(201).extract().header("ETag");
        put(resolution("≥91.0%", "核定后调整")).statusCode(428);
        admin().header("If-Match", "\"r9-1\"").body(resolution("≥91.0%", "核定后调整")).put(path()).then().statusCode(412)
                .header("ETag", equalTo(seen));
        admin().header("If-Match", seen).body(resolution("≥91.0%", "")).put(path()).then().statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        String changed = admin().header("If-Match", seen).body(resolution("≥91.0%", "核定后调整")).put(path()).then()
                .statusCode(200).body("revision", equalTo(2)).header("ETag", not(equalTo(seen))).extract().header("ETag");
        given().header("If-None-Match", changed).get(path()).then().statusCode(304);
    }

    @Test
    void anEarlierFigureIsStillReadAsOfItsTime() {
        ValidatableResponse first = put(resolution("≥90.7%", "")).statusCode(201);
        String then = first.extract().path("recordedAt");
        admin().header("If-Match", first.extract().header("ETag")).body(resolution("≥91.0%", "核定后调整")).put(path()).then()
                .statusCode(200);
        given().queryParam("asOf", then).get(path()).then().body("phrase", equalTo("≥90.7%"));
        given().get(path()).then().body("phrase", equalTo("≥91.0%"));
    }

    @Test
    void resolvedTargetsThatDisagreeAreAConflict() {
        put(resolution("≥90.7%", "")).statusCode(201);
        given().get("/api/v1/conflicts").then()
                .body("items.find { it.place == 'open00' }.targets.id.findAll { it == 'open-plan.%d' }"
                        .formatted(number), hasSize(1));
    }

    @Test
    void aBasisThatTheIndicatorDoesNotDeclareIsRefusedAndTheNearestNamed() {
        put(resolution("≥90.7%", "").replace("\"issuer\"", "\"basis\":\"含沙\",\"issuer\"")).statusCode(422)
                .body("errors[0].pointer", equalTo("/basis")).body("errors[0].code", equalTo("UNKNOWN_BASIS"))
                .body("errors[0].message", containsString("it has: 含沙尘"));
        put(resolution("≥90.7%", "").replace("\"issuer\"", "\"basis\":\"含沙尘\",\"issuer\"")).statusCode(201)
                .body("basis", equalTo("含沙尘"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({ "很好, UNREADABLE_PHRASE", "达到国家考核目标, NO_FIGURE", "'分别达到85%、95%', SEVERAL_RULES" })
    void aPhraseThatGivesNoOneFigureIsRefused(String phrase, String code) {
        put(resolution(phrase, "")).statusCode(422).body("errors[0].code", equalTo(code));
    }

    @Test
    void aTargetPrintedWithItsFigureTakesNoOther() {
        admin().body(resolution("≥90.7%", "")).put("/api/v1/targets/open-plan.1000/resolution").then().statusCode(422)
                .body("errors[0].code", equalTo("HAS_A_FIGURE"));
    }

    @Test
    void whoIsNotSignedInWritesNothing() {
        given().contentType("application/json").body(resolution("≥90.7%", "")).put(path()).then().statusCode(401);
        given().get(path()).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({ "1948-12-31", "2101-01-01", "+999999999-12-31" })
    void aDayThatNothingCanHaveBeenIssuedOnIsRefused(String day) {
        put(resolution("≥90.7%", "").replace("2024-05-14", day)).statusCode(422).body("errors[0].pointer",
                equalTo("/issuedAt"));
    }

    @Test
    void whoWantsItNewGetsNoOther() {
        put(resolution("≥90.7%", "")).statusCode(201).header("Location", org.hamcrest.Matchers.endsWith(path()));
        admin().header("If-None-Match", "*").body(resolution("≥90.7%", "")).put(path()).then().statusCode(412);
    }

    @Test
    void whatIsMissingIsNamed() {
        put("{\"phrase\":\"≥90.7%\"}").statusCode(422).body("errors.code", not(nullValue()));
        put("{}").statusCode(422);
    }
}
