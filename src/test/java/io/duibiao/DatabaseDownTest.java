package io.duibiao;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Only PostgreSQL is behind a wire; the H2 file is in the process. */
@QuarkusTest
@EnabledIfSystemProperty(named = "quarkus.datasource.db-kind", matches = "postgresql")
class DatabaseDownTest {

    private static final String VALUE = "/api/v1/measurements/forest-cover/152900/1984";

    /** Set by the database. */
    Consumer<Boolean> wire = whole -> {
    };

    @AfterEach
    void mend() {
        wire.accept(true);
    }

    private static Response put() {
        return given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json")
                .body("{\"value\":20.1,\"source\":\"盟局\"}").put(VALUE);
    }

    @Test
    void whileTheDatabaseIsDownEverythingIsAnsweredSoonAndItHealsByItself() {
        wire.accept(false);
        put().then().statusCode(503).header("Retry-After", notNullValue()).contentType("application/problem+json")
                .body("type", containsString("storage-unavailable"));
        given().get(VALUE).then().statusCode(503).header("Retry-After", notNullValue());
        given().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));
        given().get("/q/health/live").then().statusCode(200);

        wire.accept(true);
        put().then().statusCode(201);
        given().get("/q/health/ready").then().statusCode(200);
        given().get(VALUE).then().statusCode(200).body("revision", is(1));
    }
}
