package io.duibiao;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ReadinessTest {

    @Test
    void readinessIsAnsweredOnTheMainPort() {
        given().when().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }
}
