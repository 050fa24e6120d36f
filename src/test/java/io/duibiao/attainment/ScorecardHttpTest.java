package io.duibiao.attainment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ScorecardHttpTest {

    private static final String CARDS = "/api/v1/scorecards/";

    private static ValidatableResponse card(String path) {
        return given().header("Accept-Language", "zh-CN").get(CARDS + path).then().statusCode(200);
    }

    @Test
    void theCountsOfTheTableAreThoseOfItsRows() {
        ValidatableResponse answer = card("nm-eep-14/150000/2020").body("overall", equalTo("PENDING"))
                .body("overallName", equalTo("待定")).body("regionName", equalTo("内蒙古自治区")).body("score", nullValue());
        List<Map<String, Object>> rows = given().queryParam("plan", "nm-eep-14").queryParam("region", "150000")
                .queryParam("period", "2020").get("/api/v1/attainment").then().extract().path("items");
        Map<String, String> outcomes = Map.of("met", "MET", "notYetMet", "NOT_YET_MET", "notMet", "NOT_MET", "notAssessable",
                "NOT_ASSESSABLE");
        Map<String, String> parts = Map.of("binding", "BINDING", "expected", "EXPECTED", "tasks", "TASK");
        parts.forEach((part, attribute) -> outcomes.forEach((count, outcome) -> answer.body(part + "." + count, is((int) rows
                .stream().filter(row -> attribute.equals(row.get("attribute")) && outcome.equals(row.get("outcome")))
                .count()))));
    }

    @ParameterizedTest
    @CsvSource({ "binding.met", "binding.notAssessable", "expected.met", "schedule.notApplicable", "tasks.met" })
    void behindEachCountAreItsRows(String count) {
        String[] names = count.split("\\.");
        int counted = card("nm-eep-14/150000/2020").extract().path(names[0] + "." + names[1]);
        card("nm-eep-14/150000/2020?list=" + count).body("items", hasSize(counted))
                .body("items.target", everyItem(notNullValue())).body("items.citation.quote", everyItem(notNullValue()));
    }

    @Test
    void theRowsBehindACountArePaged() {
        List<String> all = card("nm-eep-14/150000/2020?list=schedule.notApplicable").extract().path("items.target");
        List<String> read = new ArrayList<>();
        String next = "/api/v1/scorecards/nm-eep-14/150000/2020?list=schedule.notApplicable&page%5Bsize%5D=4";
        while (next != null) {
            ValidatableResponse page = given().urlEncodingEnabled(false).get(next).then().statusCode(200);
            read.addAll(page.extract().path("items.target"));
            String link = page.extract().header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertEquals(all, read);
    }

    @Test
    void aBindingTargetThatIsMissedFailsThePlanAndIsListed() {
        put("forest-cover/150000/2027", "23.1");
        card("nm-eep-14/150000/2027").body("overall", equalTo("FAIL"));
        card("nm-eep-14/150000/2027?list=binding.notMet").body("items.target", hasItem("nm-eep-14.15"))
                .body("items.outcome", everyItem(equalTo("NOT_MET"))).body("items.attribute", everyItem(equalTo("BINDING")));
        card("nm-battle-2020/150000/2020").body("overall", equalTo("NONE")).body("tasks.notMet", not(is(0)));
    }

    @Test
    void aRegionWithoutTargetsHasNoneAndReferencesCountNowhere() {
        card("nm-eep-14/150100/2020").body("overall", equalTo("NONE")).body("binding.met", is(0))
                .body("schedule.notApplicable", is(0));
        given().queryParam("plan", "nm-eep-14").queryParam("region", "150100").queryParam("period", "2020")
                .get("/api/v1/attainment").then().body("items.reference", hasItem(true));
    }

    /** nm-battle-2020.12 is each member's: 呼和浩特、包头、赤峰. */
    @Test
    void aTargetOfEachMemberCountsForTheMemberAndOnceForTheGroup() {
        int member = card("nm-battle-2020/150100/2020").extract().path("tasks.notAssessable");
        assertTrue(member > 0);
        card("nm-battle-2020/150100/2020?list=tasks.notAssessable").body("items.target", hasItem("nm-battle-2020.12"));
        card("nm-battle-2020/hohhot-baotou-chifeng/2020?list=tasks.notAssessable").body("items.target",
                hasItem("nm-battle-2020.12"));
        card("nm-battle-2020/150000/2020?list=tasks.notAssessable").body("items.target", not(hasItem("nm-battle-2020.12")));
    }

    @Test
    void allRegionsAtOnceAreEachOneAsItIsAlone() {
        ValidatableResponse all = card("nm-battle-2020?period=2020").body("items.region",
                hasItems("150000", "150100", "152900", "hohhot-baotou-chifeng"));
        List<String> regions = all.extract().path("items.region");
        assertEquals(regions.size(), regions.stream().distinct().count());
        for (String region : List.of("150000", "150100", "hohhot-baotou-chifeng")) {
            Map<String, Object> alone = card("nm-battle-2020/" + region + "/2020").extract().path("$");
            assertEquals(alone, all.extract().path("items.find { it.region == '" + region + "' }"));
        }
    }

    @Test
    void allRegionsArePaged() {
        ValidatableResponse first = given().queryParam("period", "2020").queryParam("page[size]", 2).get(CARDS + "nm-eep-14")
                .then().statusCode(200).body("items", hasSize(2)).header("Link", containsString("rel=\"next\""));
        String link = first.extract().header("Link");
        List<String> regions = given().queryParam("period", "2020").get(CARDS + "nm-eep-14").then().extract()
                .path("items.region");
        given().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>'))).then().statusCode(200)
                .body("items[0].region", equalTo(regions.get(2)));
    }

    @Test
    void pointsAreGivenWhereASchemeIsNamedAndNowhereElse() {
        put("forest-cover/150000/2023", "23.9");
        card("nm-eep-14/150000/2023").body("score", nullValue());
        String row = "score.rows.find { it.target == 'nm-eep-14.15' }.";
        card("nm-eep-14/150000/2023?scheme=carbon-2014").body("score.scheme", equalTo("carbon-2014"))
                .body("score.rows.target", hasItem("nm-eep-14.15"))
                .body(row + "full", is(25)).body(row + "citation.document", containsString("二氧化碳"))
                .body(row + "working", hasItem(containsString("得分")));
        given().queryParam("scheme", "carbon-2014").queryParam("lang", "en").get(CARDS + "nm-eep-14/150000/2023").then()
                .body(row + "working", hasItem(containsString("points")));
    }

    private static void put(String path, String value) {
        given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json")
                .body("{\"value\":" + value + ",\"source\":\"公报\",\"status\":\"FINAL\"}")
                .put("/api/v1/measurements/" + path).then().statusCode(201);
    }

    @Test
    void theSchemesAreListedWithTheirClausesAndDoubts() {
        given().get("/api/v1/schemes").then().statusCode(200)
                .body("items.code", hasItems("energy-year-cumulative", "carbon-2014", "energy-bands-2008", "air-2014"));
        given().get("/api/v1/schemes/energy-year-cumulative").then().statusCode(200)
                .body("parts[0].points.type", equalTo("Matrix")).body("parts[0].points.cumulative", is(55))
                .body("parts[0].veto", is(true)).body("parts[0].citation.quote", containsString("(55分)"))
                .body("parts[0].note", containsString("原件未核对")).body("revision", is(1));
        given().get("/api/v1/schemes/air-2014").then().body("parts[0].path", equalTo("air-action-2013"))
                .body("parts[0].zeroIfWorse", is(true));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({ "nm-eep-15/150000/2020, 404, UNKNOWN_PLAN", "nm-eep-14/150001/2020, 404, UNKNOWN_REGION",
            "nm-eep-14/150000/2020?list=binding.bad, 400, UNKNOWN_COUNT",
            "nm-eep-14/150000/2020?scheme=carbon-2015, 422, UNKNOWN_SCHEME", "nm-eep-14, 400, MISSING_PARAMETER",
            "nm-eep-14?period=2020&list=binding.met, 400, UNKNOWN_PARAMETER", "nm-eep-14/150000/2020-13, 422," })
    void whatIsUnknownIsNamed(String path, int status, String code) {
        ValidatableResponse answer = given().get(CARDS + path).then().statusCode(status);
        if (code != null) {
            answer.body("errors[0].code", equalTo(code));
        }
    }

    @Test
    void aSchemeThatIsUnknownIsNotFound() {
        given().get("/api/v1/schemes/carbon-2015").then().statusCode(404).body("errors[0].message",
                containsString("carbon-2014"));
    }

    @Test
    void whoHasTheCardIsToldSo() {
        String etag = card("nm-eep-14/150000/2021").extract().header("ETag");
        given().header("Accept-Language", "zh-CN").header("If-None-Match", etag).get(CARDS + "nm-eep-14/150000/2021").then()
                .statusCode(304);
    }
}
