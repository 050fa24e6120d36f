package io.duibiao;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What a released version answered over the folder it left is answered again to the byte, and the folder's chain is whole. */
abstract class ReleasedAnswers {

    private final String version;

    ReleasedAnswers(String version) {
        this.version = version;
    }

    @Test
    void everyReadIsAnsweredToTheByteAsThatVersionAnsweredIt() throws IOException {
        try (InputStream kept = Objects.requireNonNull(
                ReleasedAnswers.class.getResourceAsStream("/released/" + version + "/answers.txt"))) {
            assertAll(Stream.of(new String(kept.readAllBytes(), StandardCharsets.UTF_8).split("\n")).map(line -> {
                String[] readAndAnswer = line.split("\t", 2);
                return () -> assertEquals(readAndAnswer[1], answer(readAndAnswer[0]), readAndAnswer[0]);
            }));
        }
    }

    @Test
    void itsChainIsWhole() {
        given().auth().preemptive().basic("admin", "correct horse 1").get("/api/v1/admin/integrity").then().statusCode(200)
                .body("intact", is(true));
    }

    private static String answer(String read) {
        return new String(given().urlEncodingEnabled(false).header("Accept-Language", "zh-CN").get(read).asByteArray(),
                StandardCharsets.UTF_8);
    }
}
