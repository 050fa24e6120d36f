package io.duibiao.attainment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.duibiao.account.People;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class AttainmentHttpTest {

    private static final String ROWS = "/api/v1/attainment";

    private static ValidatableResponse rows(String plan, String period) {
        return given().queryParam("plan", plan).queryParam("region", "150000").queryParam("period", period).get(ROWS).then();
    }

    @Test
    void aNewcomerGetsThe21RowsOfTheTableInItsOrder() {
        List<String> targets = rows("nm-eep-14", "2020").statusCode(200).body("items", hasSize(21))
                .body("items.citation.section", hasItem("专栏1 第16行")).extract().path("items.target");
        assertEquals(IntStream.rangeClosed(1, 21).mapToObj(i -> "nm-eep-14." + i).toList(), targets);
    }

    @Test
    void aRowSaysWhetherItsTargetIsInForceOnTheDayOrElseAtTheEndOfThePeriod() {
        rows("nm-battle-2020", "2020").body("items.inForce", everyItem(is(true)));
        rows("nm-eep-14", "2020").body("items.inForce", everyItem(is(true)));
        given().queryParam("plan", "nm-eep-14").queryParam("region", "150000").queryParam("period", "2020")
                .queryParam("on", "2020-12-30").get(ROWS).then().body("items.inForce", everyItem(is(false)));
        given().get(ROWS + "/nm-eep-14.16/150000/2023").then().body("inForce", equalTo(true)).body("beside", hasSize(0));
    }

    @ParameterizedTest(name = "row {0}: {1} {2}, {3}")
    @CsvSource({
            "1, NOT_ASSESSABLE, AWAITING_STATE_FIGURE, 90.8",
            "2, NOT_ASSESSABLE, AWAITING_STATE_FIGURE,",
            "5, NOT_ASSESSABLE, AWAITING_DEFINITION, 全区13个达到国家目标要求",
            "6, NOT_ASSESSABLE, AWAITING_STATE_FIGURE, 上升2.0%",
            "7, NOT_ASSESSABLE, BASE_YEAR_UNKNOWN, 6.89",
            "8, NOT_YET_MET,, 9.2",
            "13, MET,, 50.46",
            "14, NOT_ASSESSABLE, NO_VALUE,",
            "15, NOT_YET_MET,, 23.0",
            "16, MET,, 45",
            "17, MET,, 98",
            "18, NOT_ASSESSABLE, VALUE_IS_BOUND, 90以上",
            "19, MET,, 17",
            "20, NOT_YET_MET,, 15",
            "21, MET,, 0" })
    void eachOddCellOfTheTableGetsItsOwnAnswer(int number, String outcome, String reason, String shown) {
        String row = "items.find { it.target == 'nm-eep-14." + number + "' }.";
        rows("nm-eep-14", "2020").body(row + "outcome", equalTo(outcome)).body(row + "reason", equalTo(reason))
                .body(row + "schedule", equalTo("NOT_APPLICABLE")).body(row + "display.value", equalTo(shown));
    }

    @ParameterizedTest(name = "{0}: {1}, gap {2}, completion {3}")
    @CsvSource({
            "state-13.1, MET, +1.70,", "state-13.3, MET, +9.60,", "state-13.4, MET, +1.90,", "state-13.5, MET, +4.70,",
            "state-13.6, MET, +4.28,", "state-13.7, MET,, 192.09", "state-13.8, MET,, 107.04", "state-13.9, MET,, 172.86",
            "nm-battle-2020.1, MET, +7.00,", "nm-battle-2020.32, NOT_MET, -0.46,", "nm-battle-2020.36, NOT_MET, -3.00,",
            "nm-battle-2020.136, NOT_MET, -37.00, 98.03" })
    void theFiguresThatTheDocumentsPublishComeOut(String target, String outcome, String gap, String completion) {
        String plan = target.substring(0, target.indexOf('.'));
        String row = "items.find { it.target == '" + target + "' }.";
        ValidatableResponse answer = rows(plan, "2020").body(row + "outcome", equalTo(outcome));
        if (gap != null) {
            answer.body(row + "display.gap", equalTo(gap));
        }
        if (completion != null) {
            answer.body(row + "display.completionRate", equalTo(completion));
        }
    }

    @Test
    void aBoundIsNotReadAsTheExactFigure() {
        rows("nm-eep-14", "2020").body("items.find { it.target == 'nm-eep-14.18' }.bound", equalTo("AT_LEAST"))
                .body("items.find { it.target == 'nm-eep-14.17' }.bound", nullValue());
    }

    @Test
    void whatCannotBeComparedIsRefusedWithItsReason() {
        String row = "items.find { it.target == 'nm-battle-2020.33' }.";
        rows("nm-battle-2020", "2020").body(row + "outcome", equalTo("NOT_ASSESSABLE"))
                .body(row + "reason", equalTo("BASE_YEAR_UNKNOWN")).body(row + "value", is(6.89f))
                .body(row + "gap", nullValue());
    }

    @Test
    void oneVerdictShowsItsWorkingInTheLanguageAsked() {
        given().header("Accept-Language", "zh-CN").get(ROWS + "/state-13.7/150000/2020").then().statusCode(200)
                .body("outcome", equalTo("MET")).body("citations", hasSize(2)).body("valueCitations", hasSize(1))
                .body("explain.methodVersion", equalTo("2")).body("explain.steps", hasItem(containsString("完成率")))
                .body("labels.outcome", equalTo("达标"));
        given().queryParam("lang", "en").get(ROWS + "/state-13.7/150000/2020").then()
                .body("explain.steps", hasItem(containsString("Completion"))).body("labels.outcome", equalTo("met"))
                .header("Content-Language", "en");
    }

    @Test
    void aTargetOfEachMemberIsAnsweredByEachMember() {
        given().queryParam("plan", "nm-battle-2020").queryParam("indicator", "black-odorous-treated-share")
                .queryParam("period", "2020").get(ROWS).then().statusCode(200)
                .body("items.findAll { it.target == 'nm-battle-2020.12' }.region",
                        containsInAnyOrder("150100", "150200", "150400"));
    }

    @Test
    void rowsAreNarrowedByOutcomeScheduleAndAttribute() {
        given().queryParam("plan", "nm-eep-14").queryParam("period", "2020").queryParam("attribute", "BINDING")
                .queryParam("outcome", "MET").queryParam("schedule", "NOT_APPLICABLE").get(ROWS).then().statusCode(200)
                .body("items", hasSize(1)).body("items.target", everyItem(equalTo("nm-eep-14.16")));
    }

    @Test
    void allRowsComeInOneAnswerALineEachThoseOfAPlaceTogether() {
        List<Map<String, Object>> paged = given().queryParam("plan", "nm-battle-2020").queryParam("period", "2020")
                .queryParam("page[size]", 1000).get(ROWS).then().extract().path("items");
        ValidatableResponse answer = given().queryParam("plan", "nm-battle-2020").queryParam("period", "2020")
                .get(ROWS + ".ndjson").then().statusCode(200).contentType("application/x-ndjson");
        List<Map<String, Object>> lines = answer.extract().asString().lines()
                .map(line -> JsonPath.from(line).<String, Object> getMap(""))
                .toList();
        assertEquals(paged.stream().sorted(Comparator.comparing(row -> (String) row.get("region"))).toList(), lines);
        given().header("If-None-Match", answer.extract().header("ETag")).queryParam("plan", "nm-battle-2020")
                .queryParam("period", "2020").get(ROWS + ".ndjson").then().statusCode(304);
    }

    @Test
    void theLinesAreNarrowedAndRefusedLikeThePages() {
        String lines = given().queryParam("plan", "nm-eep-14").queryParam("period", "2020").queryParam("attribute", "BINDING")
                .queryParam("outcome", "MET").get(ROWS + ".ndjson").then().statusCode(200).extract().asString();
        assertEquals(List.of("nm-eep-14.16"),
                lines.lines().map(line -> JsonPath.from(line).getString("target")).toList());
        given().queryParam("plan", "nm-eep-15").queryParam("period", "2020").get(ROWS + ".ndjson").then().statusCode(422);
        given().queryParam("plan", "nm-eep-14").get(ROWS + ".ndjson").then().statusCode(400);
        given().queryParam("period", "1950").queryParam("plan", "nm-eep-14").queryParam("outcome", "MET")
                .get(ROWS + ".ndjson").then().statusCode(200).body(equalTo(""));
    }

    @Test
    void whoHasTheAnswerIsToldSoAndAnotherLanguageIsAnotherAnswer() {
        String etag = rows("nm-eep-14", "2021").extract().header("ETag");
        given().header("If-None-Match", etag).queryParam("period", "2021").queryParam("region", "150000")
                .queryParam("plan", "nm-eep-14").get(ROWS).then().statusCode(304);
        given().header("If-None-Match", etag).queryParam("plan", "nm-eep-14").queryParam("region", "150000")
                .queryParam("period", "2021").queryParam("lang", "en").get(ROWS).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "plan=nm-eep-14, 400, MISSING_PARAMETER", "period=2020-13, 400, BAD_PARAMETER",
            "period=2020&period=2021, 400, REPEATED_PARAMETER", "period=2020&regoin=150000, 400, UNKNOWN_PARAMETER",
            "period=2020&plan=nm-eep-15, 422, UNKNOWN_PLAN", "period=2020&region=150001, 422, UNKNOWN_REGION",
            "period=2020&outcome=GOOD, 400, BAD_PARAMETER", "period=2020&page[size]=0, 400, NOT_ALLOWED",
            "period=2020&page[size]=1001, 400, NOT_ALLOWED", "period=2020&asOf=yesterday, 400, NOT_AN_INSTANT",
            "period=2020&lang=fr, 400, UNKNOWN_LANGUAGE", "period=2020&region=, 400, BAD_PARAMETER",
            "period=2020&sort=foo, 400, NOT_ALLOWED" })
    void aQueryThatAsksNothingSensibleIsRefusedByName(String query, int status, String code) {
        given().urlEncodingEnabled(false).get(ROWS + "?" + query.replace("[", "%5B").replace("]", "%5D")).then()
                .statusCode(status).contentType("application/problem+json").body("errors[0].code", equalTo(code));
    }

    @Test
    void theRegionAboveIsNamedAsItWasSent() {
        given().get(ROWS + "?period=2023&below=nope").then().statusCode(422).body("errors[0].pointer", equalTo("below"))
                .body("errors[0].code", equalTo("UNKNOWN_REGION"));
    }

    @Test
    void whatAPatternRefusesIsToldWhatItTakes() {
        given().header("Accept-Language", "en").get(ROWS + "?period=2020&sort=foo").then()
                .body("errors[0].message", equalTo("Known: value, -value"));
    }

    @Test
    void aTargetIsNotAskedOfARegionThatItDoesNotBind() {
        given().get(ROWS + "/nm-eep-14.15/150100/2020").then().statusCode(404);
        given().get(ROWS + "/nm-eep-14.99/150000/2020").then().statusCode(404);
    }

    @Test
    void theRegionsDirectlyBelowOneAnswerTogether() {
        List<String> regions = given().queryParam("plan", "nm-eep-14").queryParam("below", "150000")
                .queryParam("indicator", "air-good-days").queryParam("period", "2020").get("/api/v1/attainment").then()
                .statusCode(200).extract().path("items.region");
        assertEquals(12, regions.size());
        given().queryParam("below", "150000").queryParam("region", "150000").queryParam("period", "2020")
                .get("/api/v1/attainment").then().statusCode(400).body("errors[0].code", equalTo("REGION_OR_BELOW"));
    }

    @Test
    void theRowsOfAnIndicatorComeInTheOrderOfTheirValues() {
        put("/plans/sort-plan", """
                {"title":{"zh":"某某行动方案","en":"Some plan"},"level":"league","startYear":2021,"endYear":2025,"baseYear":2020,
                 "notes":[]}""");
        put("/indicators/sort-share", """
                {"name":{"zh":"某某排序比例","en":"Some sorted share"},"unit":"%","decimals":1,"direction":"HIGHER","kind":"LEVEL",
                 "timing":"STOCK","aggregation":"NONE","bases":[],"passDown":false}""");
        List<String> places = List.of("150781", "152501", "152900");
        IntStream.range(0, places.size()).forEach(i -> put("/targets/sort-plan." + (i + 1), """
                {"plan":"sort-plan","indicator":"sort-share","region":"%s","attribute":"TASK","printed":"不低于85%%",
                 "citations":[{"document":"某某方案","section":"一","quote":"不低于85%%"}]}""".formatted(places.get(i))));
        put("/measurements/sort-share/152501/2023", "{\"value\":90.5,\"source\":\"某某局\"}");
        put("/measurements/sort-share/152900/2023", "{\"value\":9.5,\"source\":\"某某局\"}");
        sorted("value").body("items.region", equalTo(List.of("152900", "152501", "150781")));
        sorted("-value").body("items.region", equalTo(List.of("152501", "152900", "150781")));
        String next = given().queryParams("indicator", "sort-share", "period", "2023", "sort", "-value", "page[size]", 2)
                .get("/api/v1/attainment").header("Link").replaceAll("<(.*)>.*", "$1");
        given().urlEncodingEnabled(false).get(next).then().body("items.region", equalTo(List.of("150781")));
        sorted("name").statusCode(400);
        given().queryParams("period", "2023", "sort", "value").get("/api/v1/attainment").then().statusCode(400)
                .body("errors[0].code", equalTo("MISSING_PARAMETER"));
    }

    private static ValidatableResponse sorted(String by) {
        return given().queryParams("indicator", "sort-share", "period", "2023", "sort", by).get("/api/v1/attainment").then();
    }

    private static void put(String path, String body) {
        People.admin().header("If-None-Match", "*").body(body).put("/api/v1" + path).then().statusCode(201);
    }
}
