package io.duibiao;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Opens the data folder that version 0.2.0 left, with values sent, imported, reviewed and closed, and targets resolved. */
@QuarkusTest
@TestProfile(Released020Test.Opened.class)
@DisabledIfSystemProperty(named = "quarkus.datasource.db-kind", matches = "postgresql", disabledReason = "the folder is H2's")
class Released020Test {

    public static class Opened extends ReleasedFolder {

        public Opened() {
            super("0.2.0");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/released/0.2.0/answers.txt", delimiter = '\t', quoteCharacter = '\0', maxCharsPerColumn = -1)
    void everyReadIsAnsweredToTheByteAsThatVersionAnsweredIt(String read, String answered) {
        assertEquals(answered, new String(given().urlEncodingEnabled(false).header("Accept-Language", "zh-CN").get(read)
                .asByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void itsChainIsWhole() {
        given().auth().preemptive().basic("admin", "correct horse 1").get("/api/v1/admin/integrity").then().statusCode(200)
                .body("intact", is(true));
    }
}
