package io.duibiao;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/**
 * Opens the data folder that version 0.3.0 left, with values sent, imported, reviewed and closed, targets resolved and
 * withdrawn.
 */
@QuarkusTest
@TestProfile(Released030Test.Opened.class)
@DisabledIfSystemProperty(named = "quarkus.datasource.db-kind", matches = "postgresql", disabledReason = "the folder is H2's")
class Released030Test extends ReleasedAnswers {

    Released030Test() {
        super("0.3.0");
    }

    public static class Opened extends ReleasedFolder {

        public Opened() {
            super("0.3.0");
        }
    }

    /** Nothing was recorded since but which edition judges from now on. */
    @Test
    void whatIsAskedNowIsJudgedByTheLatestEditionAndCanBeAskedAgain() {
        String read = "/api/v1/attainment/nm-eep-14.1/150000/2021";
        ExtractableResponse<Response> now = given().get(read).then().body("explain.methodVersion", equalTo("2")).extract();
        assertEquals(now.asString(), given().queryParam("asOf", now.path("asOf").toString()).get(read).asString());
        given().queryParam("asOf", "2026-11-22T14:39:20.473Z").get(read).then().body("explain.methodVersion", equalTo("1"));
    }
}
