package io.duibiao.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Reads the seeded catalogue. */
@QuarkusTest
class CatalogueHttpTest {

    private static final String API = "/api/v1";

    private static RequestSpecification english() {
        return given().header("Accept-Language", "en");
    }

    private static ValidatableResponse get(String path, Object... parameters) {
        return english().get(API + path, parameters).then().statusCode(200);
    }

    @Test
    void aPlanTellsItsNotesAndHowManyTargetsItHas() {
        get("/plans").body("items.code", hasItems("nm-eep-14", "nm-battle-2020", "state-13", "state-14"));
        given().get(API + "/plans/nm-eep-14").then().statusCode(200).body("title", equalTo("内蒙古自治区“十四五”生态环境保护规划"))
                .body("documentNumber", nullValue())
                .body("targets.binding", equalTo(12)).body("targets.expected", equalTo(9)).body("notes", hasSize(6));
    }

    @Test
    void anIndicatorTellsItsTargetsAcrossPlans() {
        get("/indicators/air-good-days").body("unit", equalTo("%")).body("direction", equalTo("HIGHER"))
                .body("targets.plan", hasItems("nm-eep-14", "state-13"));
        get("/indicators").body("items[0].targets", nullValue());
    }

    @Test
    void regionsAreATree() {
        get("/regions/150000").body("parent", equalTo("100000")).body("children", hasItems("150100", "152900"));
        get("/regions").body("items.find { it.code == '150200' }.parent", equalTo("150000"));
        get("/groups").body("items.find { it.code == 'hohhot-baotou-chifeng' }.members", hasSize(3))
                .body("items.find { it.code == 'wuhai-and-surroundings' }.membersKnown", equalTo(false));
    }

    @Test
    void aRegionIsFoundByAPartOfItsNameOrCode() {
        get("/regions?like=包头").body("items.code", hasItems("150200"));
        get("/regions?like=１５０２").body("items.code", hasItems("150200"));
        get("/regions?like=baotou&below=150000").body("items.code", equalTo(List.of("150200")));
        get("/regions?below=150000").body("items", hasSize(12));
    }

    @Test
    void aTargetIsShownAsPrintedAndAsRead() {
        get("/targets/nm-eep-14.16").body("indicator", equalTo("grassland-cover")).body("region", equalTo("150000"))
                .body("group", nullValue()).body("attribute", equalTo("BINDING")).body("due", equalTo("2025-12-31"))
                .body("printed", equalTo("稳定在45")).body("rule.type", equalTo("Maintain")).body("rule.value", equalTo(45))
                .body("baseline.value", equalTo(45)).body("baseline.period", equalTo("2020"))
                .body("comparison", equalTo("EXACT")).body("citations[0].section", equalTo("专栏1 第16行"))
                .body("citations[0].document", startsWith("《"));
    }

    /** 000 was issued on 2020-03-25; 001 prints no date and is taken to be there from the end of its base year. */
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({ "nm-battle-2020.1, 2020-03-24, false", "nm-battle-2020.1, 2020-03-25, true",
            "nm-eep-14.16, 2020-12-30, false", "nm-eep-14.16, 2020-12-31, true" })
    void aTargetIsInForceFromTheDayOnWhichItsDocumentIsThere(String target, String on, boolean inForce) {
        get("/targets/" + target + "?on=" + on).body("inForce", equalTo(inForce)).body("beside", hasSize(0));
        get("/targets?plan=" + target.substring(0, target.indexOf('.')) + "&on=" + on)
                .body("items.find { it.id == '" + target + "' }.inForce", equalTo(inForce));
        get("/targets/" + target).body("inForce", equalTo(true)).body("path", nullValue());
        english().get(API + "/targets?on=2020").then().statusCode(400).body("errors[0].pointer", equalTo("on"));
    }

    @Test
    void targetsAreFilteredAndComeByNumber() {
        List<String> ids = get("/targets?plan=nm-eep-14&region=150000&attribute=BINDING&due=2025").extract().path("items.id");
        List<String> table = ids.stream().filter(id -> id.matches("nm-eep-14\\.\\d{1,2}")).toList();
        org.junit.jupiter.api.Assertions.assertEquals(
                List.of("nm-eep-14.1", "nm-eep-14.2", "nm-eep-14.3", "nm-eep-14.4", "nm-eep-14.6", "nm-eep-14.7", "nm-eep-14.9",
                        "nm-eep-14.10", "nm-eep-14.11", "nm-eep-14.12", "nm-eep-14.15", "nm-eep-14.16"),
                table);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({ "/plans/nm-eep-15, 404, unknown-plan, nm-eep-14",
            "/indicators/air-good-day, 404, unknown-indicator, air-good-days",
            "/regions/150001, 404, unknown-region, 150000", "/targets/nm-eep-14.99, 404, unknown-target, nm-eep-14.9",
            "/targets?plan=nm-eep-15, 422, unknown-plan, nm-eep-14", "/targets?region=15000, 422, unknown-region, 150000",
            "/targets?indicator=coal-shore, 422, unknown-indicator, coal-share",
            "/targets?region=包头, 422, unknown-region, 150200" })
    void anUnknownCodeIsRefusedWithWhatMayHaveBeenMeant(String path, int status, String type, String meant) {
        english().get(API + path).then().statusCode(status).body("type", equalTo("urn:duibiao:problem:" + type))
                .body("errors[0].message", org.hamcrest.Matchers.containsString(meant));
    }

    @ParameterizedTest
    @CsvSource({ "/targets?due=soon", "/targets?due=1066", "/targets?attribute=binding", "/plans?page[size]=0",
            "/plans?colour=red",
            "/targets?plan=state-13&plan=state-14", "/plans?asOf=yesterday" })
    void aParameterThatCannotBeReadIsRefused(String path) {
        english().urlEncodingEnabled(true).get(API + path).then().statusCode(400).body("errors[0].pointer", notNullValue());
    }

    @Test
    void anAnswerNotNewerThanTheCallersIsNotSentAgain() {
        String etag = get("/plans").extract().header("ETag");
        english().header("If-None-Match", etag).get(API + "/plans").then().statusCode(304);
    }

    @Test
    void beforeAnythingWasRecordedThereWasNothing() {
        get("/plans?asOf=2000-01-01T00:00:00Z").body("items", hasSize(0));
        english().get(API + "/plans/nm-eep-14?asOf=2000-01-01T00:00:00Z").then().statusCode(404);
    }

    @Test
    void aPhraseIsReadIntoItsRules() {
        english().contentType("application/json").body("""
                {"phrase":"较2015年下降15%","direction":"HIGHER","kind":"CUMULATIVE_CHANGE"}""").post(API + "/targets:parse").then()
                .statusCode(200).body("rules", hasSize(1)).body("rules[0].type", equalTo("ChangeBy"))
                .body("rules[0].value", equalTo(15)).body("rules[0].baseYear", equalTo(2015));
        english().contentType("application/json").body("""
                {"phrase":"不低于59.6%","direction":"HIGHER"}""").post(API + "/targets:parse").then().statusCode(200)
                .body("rules[0].type", equalTo("AtLeast"));
    }

    @Test
    void anUnreadablePhraseIsRefusedWithThePartThatIsNotUnderstood() {
        english().contentType("application/json").body("""
                {"phrase":"不低于59.6%且比较好","direction":"HIGHER"}""").post(API + "/targets:parse").then().statusCode(422)
                .body("errors[0].pointer", equalTo("/phrase")).body("errors[0].code", equalTo("UNREADABLE_PHRASE"))
                .body("errors[0].value", notNullValue()).body("errors[0].column", notNullValue());
        english().contentType("application/json").body("{\"phrase\":\"\",\"direction\":\"HIGHER\"}")
                .post(API + "/targets:parse")
                .then().statusCode(422);
        english().contentType("application/json").body("{\"phrase\":\"5\",\"direction\":\"UP\"}").post(API + "/targets:parse")
                .then().statusCode(422);
    }

    @Test
    void theImpliedStateTargetForGoodDaysContradictsThePrintedOne() {
        get("/conflicts").body("items.find { it.indicator == 'air-good-days' && it.due == 2020 }.targets.plan",
                hasItems("state-13", "nm-battle-2020"));
        get("/targets?plan=state-13&indicator=air-good-days").body("items.derived", hasItem(true));
    }
}
