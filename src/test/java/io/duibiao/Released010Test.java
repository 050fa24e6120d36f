package io.duibiao;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.duibiao.history.Content;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Opens the data folder that version 0.1.0 left, with values and resolutions recorded and corrected through it. */
@QuarkusTest
@TestProfile(Released010Test.Opened.class)
@DisabledIfSystemProperty(named = "quarkus.datasource.db-kind", matches = "postgresql", disabledReason = "the folder is H2's")
class Released010Test {

    public static class Opened extends ReleasedFolder {

        public Opened() {
            super("0.1.0");
        }
    }

    /** A later version may answer more; what 0.1.0 answered stands in it, as it was spelled and in its order. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/released/0.1.0/answers.txt", delimiter = '\t', quoteCharacter = '\0', maxCharsPerColumn = -1)
    void everyReadIsAnsweredAsThatVersionAnsweredIt(String read, String answered) {
        String answer = new String(given().urlEncodingEnabled(false).header("Accept-Language", "zh-CN").get(read)
                .asByteArray(), StandardCharsets.UTF_8);
        assertEquals(answered, Content.text(shared(Content.json(answer), Content.json(answered))));
    }

    private static JsonNode shared(JsonNode now, JsonNode then) {
        if (now instanceof ObjectNode members && then.isObject()) {
            List.copyOf(members.properties()).forEach(member -> {
                if (then.has(member.getKey())) {
                    members.set(member.getKey(), shared(member.getValue(), then.get(member.getKey())));
                } else {
                    members.remove(member.getKey());
                }
            });
        }
        if (now instanceof ArrayNode items && items.size() == then.size()) {
            IntStream.range(0, items.size()).forEach(i -> items.set(i, shared(items.get(i), then.get(i))));
        }
        return now;
    }

    @Test
    void whatThatVersionRecordedIsChained() {
        given().auth().preemptive().basic("admin", "correct horse 1").get("/api/v1/admin/integrity").then().statusCode(200)
                .body("intact", is(true));
        given().queryParam("since", "2026-11-22T08:29:50.300Z").get("/api/v1/changes").then().statusCode(200)
                .body("items[0].key", is("rural-sewage-treatment/150100/2021")).body("items[1].reason", is("核定"));
    }
}
