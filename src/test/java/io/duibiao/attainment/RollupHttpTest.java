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
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Each test reports for a year of its own, so that none sees another's value. */
@QuarkusTest
class RollupHttpTest {

    private static final String ROWS = "/api/v1/attainment";

    private static void report(String path, String value, String status) {
        given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json")
                .body("{\"value\":" + value + ",\"source\":\"盟市报表\",\"status\":\"" + status + "\"}")
                .put("/api/v1/measurements/" + path).then().statusCode(201);
    }

    private static void report(String path, String value) {
        report(path, value, "FINAL");
    }

    private static ValidatableResponse one(String target, String region, String period) {
        return given().get(ROWS + "/" + target + "/" + region + "/" + period).then().statusCode(200);
    }

    private static ValidatableResponse rows(String plan, String region, String period) {
        return given().queryParam("plan", plan).queryParam("region", region).queryParam("period", period).get(ROWS).then()
                .statusCode(200);
    }

    @Test
    void leaguesAddUpToTheRegionAndTheRowSaysHowManyReported() {
        report("air-good-days/150100/2031", "90.5");
        report("air-good-days/150200/2031", "88.0", "PROVISIONAL");
        one("state-13.1", "150000", "2031").body("value", is(89.25f)).body("status", equalTo("PROVISIONAL"))
                .body("coverage.reported", is(2)).body("coverage.expected", is(12)).body("outcome", equalTo("MET"))
                .body("computed.way", equalTo("MEAN")).body("computed.formula", equalTo("(90.5 + 88.0) ÷ 2 = 89.25"))
                .body("explain.steps", hasItem(containsString("应报地区12个，已报2个")));
        rows("state-13", "150000", "2031").body("items.find { it.target == 'state-13.1' }.coverage.reported", is(2));
    }

    @Test
    void theOfficialFigureRulesAndTheDifferenceIsShown() {
        report("air-good-days/150100/2032", "90");
        report("air-good-days/150000/2032", "88.5");
        one("state-13.1", "150000", "2032").body("value", is(88.5f)).body("coverage", nullValue())
                .body("outcome", equalTo("NOT_MET")).body("computed.value", is(90)).body("computed.difference", is(-1.5f))
                .body("computed.coverage.reported", is(1));
    }

    @Test
    void aRatioIsTheSumOfTheLeaguesPartsOverTheSumOfTheirWholes() {
        report("water-sections-good/150100/2033", "3");
        report("water-sections-total/150100/2033", "4");
        report("water-sections-good/150200/2033", "9");
        report("water-sections-total/150200/2033", "11");
        report("water-sections-good/150300/2033", "5");
        one("nm-eep-14.3", "150000", "2033").body("value", is(80)).body("coverage.reported", is(2))
                .body("computed.formula", equalTo("(3 + 9) ÷ (4 + 11) × 100 = 80"));
    }

    @Test
    void aSumThatLacksLeaguesIsALowerLimitAndSettlesOnlyWhatItCan() {
        report("energy-consumption/150100/2034", "2.00");
        one("state-13.10", "150000", "2034").body("outcome", equalTo("NOT_ASSESSABLE"))
                .body("reason", equalTo("VALUE_IS_BOUND")).body("coverage.reported", is(1))
                .body("display.value", equalTo("≥ 2.00"));
        report("energy-consumption/150200/2034", "0.26");
        one("state-13.10", "150000", "2034").body("outcome", equalTo("NOT_MET")).body("coverage.reported", is(2));
    }

    @Test
    void aLeagueWithoutATargetIsSetAgainstItsParentsByReference() {
        report("air-good-days/150400/2020", "95.1");
        report("air-good-days/150400/2035", "96");
        rows("state-13", "150400", "2035")
                .body("items.target", hasItems("state-13.1", "state-13.3", "state-13.6"))
                .body("items.target", not(hasItem("state-13.10"))).body("items.target", not(hasItem("state-13.7")))
                .body("items.reference", everyItem(is(true)))
                .body("items.find { it.target == 'state-13.1' }.outcome", equalTo("MET"));
        one("nm-eep-14.1", "150400", "2035").body("reference", is(true)).body("baseline.value", is(95.1f));
        given().get(ROWS + "/state-13.10/150400/2035").then().statusCode(404);
        rows("state-13", "150700-hulun", "2035").body("items", hasSize(0));
        rows("nm-eep-14", "150000", "2035").body("items", hasSize(21)).body("items.reference", everyItem(is(false)));
    }

    @Test
    void aGroupOfEachIsAnsweredAsAWholeFromItsMembers() {
        report("black-odorous-treated-share/150100/2036", "96");
        report("black-odorous-treated-share/150200/2036", "95");
        String group = "hohhot-baotou-chifeng";
        one("nm-battle-2020.12", group, "2036").body("outcome", equalTo("NOT_ASSESSABLE"))
                .body("reason", equalTo("NO_VALUE")).body("members.region", equalTo(List.of("150100", "150200", "150400")))
                .body("members.outcome", equalTo(List.of("MET", "MET", "NOT_ASSESSABLE")));
        report("black-odorous-treated-share/150400/2036", "94");
        one("nm-battle-2020.12", group, "2036").body("outcome", equalTo("NOT_MET"));
        rows("nm-battle-2020", group, "2036").body("items.target", hasItem("nm-battle-2020.12"));
    }

    @Test
    void aDeclineIsDerivedFromTheConcentrationsOfOneBasis() {
        report("pm25-concentration/pm25-unmet-10/2015", "40");
        report("pm25-concentration/pm25-unmet-10/2037", "35");
        report("pm25-concentration/pm25-unmet-10/2038?basis=含沙尘", "20");
        one("nm-battle-2020.2", "pm25-unmet-10", "2037").body("value", is(12.5f)).body("outcome", equalTo("MET"))
                .body("computed.way", equalTo("DECLINE")).body("computed.formula", equalTo("(40 − 35) ÷ 40 × 100 = 12.5"))
                .body("coverage", nullValue()).body("explain.steps", hasItem(containsString("较基期下降比例")));
        one("nm-battle-2020.2", "pm25-unmet-10", "2038").body("value", nullValue());
        one("nm-eep-14.2", "150000", "2037").body("reason", equalTo("AWAITING_STATE_FIGURE"));
    }

    @Test
    void anEarlierInstantKnowsTheFewerRegionsOfThen() {
        report("air-good-days/150100/2039", "90");
        String then = one("state-13.1", "150000", "2039").extract().path("asOf");
        report("air-good-days/150200/2039", "80");
        one("state-13.1", "150000", "2039").body("coverage.reported", is(2)).body("value", is(85));
        given().queryParam("asOf", then).get(ROWS + "/state-13.1/150000/2039").then().body("coverage.reported", is(1))
                .body("value", is(90)).body("asOf", equalTo(then));
    }
}
