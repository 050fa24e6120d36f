package io.duibiao.attainment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class MethodsHttpTest {

    private static ValidatableResponse methods(String question) {
        return given().queryParam("lang", "en").get("/api/v1/attainment/" + question + "/methods").then();
    }

    private static void put(String path, String body) {
        given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json").body(body)
                .put("/api/v1/" + path).then().statusCode(201);
    }

    /**
     * Treatment of rural sewage, 15 % in 2020 and 25 % to be reached in 2025, at 16, 18 and 20.5. A straight way
     * wants 60 % of it after three years and has 55 %; compounded, √³(20.5 ÷ 15) is more than √⁵(25 ÷ 15).
     */
    @Test
    void theSameDataIsJudgedFourWaysAndTheDifferenceIsSaid() {
        Map.of("2021", "16", "2022", "18", "2023", "20.5").forEach((year, value) -> given().auth().preemptive()
                .basic("admin", "correct horse 1").contentType("application/json")
                .body("{\"value\":" + value + ",\"source\":\"生态环境状况公报\"}")
                .put("/api/v1/measurements/rural-sewage-treatment/150000/" + year).then().statusCode(201));
        methods("nm-eep-14.20/150000/2023").statusCode(200).header("ETag", notNullValue())
                .body("target", equalTo("nm-eep-14.20")).body("period", equalTo("2023"))
                .body("methods.method", contains("SCHEDULE", "COMPOUND_GROWTH", "EXTRAPOLATION", "WEATHER"))
                .body("methods.class", contains("BEHIND", "ON_TRACK", "ON_TRACK", "SUN_AND_CLOUD"))
                .body("methods.onTrack", contains(false, true, true, true))
                .body("methods.reason", everyItem(nullValue()))
                .body("methods[0].figures.progress", is(0.55f)).body("methods[1].figures.ratio", is(1.0201987f))
                .body("methods[3].figures.missedShare", is(0.18518518f))
                .body("methods[1].source.publisher", equalTo("Statistics Canada"))
                .body("methods[2].source.year", is(2023)).body("methods[3].label", equalTo("sun and cloud"))
                .body("agree", is(false)).body("disagreement", containsString("not on track by linear schedule"));
    }

    /** 各市均不低于: the mean of two of them is no figure that the target asks for. */
    @Test
    void aGroupThatFollowsFromItsMembersIsJudgedByNoMethod() {
        put("plans/methods-plan", """
                {"title":{"zh":"某市规划","en":"A plan"},"level":"region","issued":"2021-09-30","startYear":2021,"endYear":2025,
                 "baseYear":2020,"notes":[]}""");
        put("targets/methods-plan.1", """
                {"plan":"methods-plan","indicator":"rural-sewage-treatment","group":"hohhot-baotou-chifeng","groupMode":"EACH",
                 "attribute":"TASK","due":"2025-12-31","printed":"不低于25%","baseline":{"printed":"15","period":"2020"},
                 "citations":[{"document":"某方案","section":"一","quote":"均不低于25%"}]}""");
        methods("methods-plan.1/hohhot-baotou-chifeng/2023").statusCode(200)
                .body("methods.reason", everyItem(equalTo("FOLLOWS_MEMBERS"))).body("methods", hasSize(4))
                .body("agree", nullValue());
    }

    @Test
    void whatNoMethodCanJudgeIsNeitherAgreedNorDisputed() {
        methods("nm-eep-14.1/150000/2020").statusCode(200).body("methods", hasSize(4))
                .body("methods.class", everyItem(nullValue()))
                .body("methods[1].reason", equalTo("AWAITING_STATE_FIGURE"))
                .body("methods[1].label", equalTo("awaiting the state's figure"))
                .body("agree", nullValue()).body("disagreement", nullValue());
    }

    @Test
    void aTargetIsNotComparedForARegionThatItDoesNotBind() {
        methods("nm-eep-14.15/150100/2020").statusCode(404).body("type", endsWith("not-its-target"));
        methods("nm-eep-14.1/150000/2020-13").statusCode(422);
    }
}
