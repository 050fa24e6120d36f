package io.duibiao.account;

import static io.duibiao.account.People.admin;
import static io.duibiao.account.People.nobody;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SignInToReadTest {

    @Inject
    SignInToRead reading;

    @BeforeEach
    void signInIsNeeded() {
        reading.need(true);
    }

    @AfterEach
    void readingIsOpenAgain() {
        reading.need(false);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/indicators", "/api/v1/measurements", "/api/v1/attainment?period=2020",
            "/api/v1/charts/bullet.png?plan=nm-eep-14&region=150000&period=2020" })
    void whereItIsWantedNobodyReadsWithoutALogin(String path) {
        nobody().get(path).then().statusCode(401).body("type", equalTo("urn:duibiao:problem:not-signed-in"));
        admin().get(path).then().statusCode(200);
    }

    @Test
    void howToSignInStaysOpenAndHealthToo() {
        nobody().get("/api/v1/account").then().statusCode(200).body("signInToRead", is(true)).body("name", nullValue());
        nobody().body("{\"username\":\"admin\",\"password\":\"" + People.PASSWORD + "\"}").post("/api/v1/session").then()
                .statusCode(200);
        nobody().get("/q/health/ready").then().statusCode(200);
    }
}
