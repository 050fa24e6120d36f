package io.duibiao.measurement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.duibiao.account.People;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** In the league 152200, of which no other test speaks; each test has years of its own. */
@QuarkusTest
class ReviewHttpTest {

    private static final String COVER = "/api/v1/measurements/forest-cover/152200/";
    private static final String DUST = "/api/v1/measurements/pm25-concentration/152200/";

    private static RequestSpecification reporter() {
        return People.person("reporter-2200", List.of("reporter"), "152200");
    }

    private static RequestSpecification reviewer() {
        return People.person("reviewer-2200", List.of("reviewer"), "150000");
    }

    private static RequestSpecification both() {
        return People.person("both-2200", List.of("reporter", "reviewer"), "152200");
    }

    private static ValidatableResponse send(RequestSpecification who, String path, String value) {
        return who.body("{\"value\":" + value + ",\"source\":\"盟局\",\"reason\":\"月报\"}").put(path).then();
    }

    private static String sent(String path, String value) {
        return send(reporter(), path, value).statusCode(201).body("review", equalTo("AWAITED")).extract().header("ETag");
    }

    private static ValidatableResponse decide(RequestSpecification who, String path, String etag, String decision,
            String comment) {
        return who.header("If-Match", etag).body("{\"decision\":\"" + decision + "\",\"comment\":\"" + comment + "\"}")
                .put(path + "/review").then();
    }

    private static ValidatableResponse queue(String state, String period) {
        return queue("forest-cover", state, period);
    }

    private static ValidatableResponse queue(String indicator, String state, String period) {
        return reviewer().queryParam("region", "150000").queryParam("indicator", indicator).queryParam("period", period)
                .queryParam("state", state)
                .get("/api/v1/reviews").then().statusCode(200);
    }

    @Test
    void whatAReporterSendsWaitsUntilAReviewerMakesItFinal() {
        String etag = sent(COVER + "1990", "23.1");
        queue("AWAITED", "1990").body("items", hasSize(1)).body("items[0].sentBy", equalTo("reporter-2200"))
                .body("items[0].value", is(23.1f)).body("items[0].before", nullValue())
                .body("items[0].sentBecause", equalTo("月报"));
        decide(reviewer(), COVER + "1990", etag, "FINAL", "与年鉴一致").statusCode(200).body("status", equalTo("FINAL"))
                .body("review", equalTo("FINAL")).body("value", is(23.1f)).body("revision", is(2));
        queue("AWAITED", "1990").body("items", hasSize(0));
        given().get(COVER + "1990/revisions").then().body("items.act", hasItems("SENT", "FINAL"))
                .body("items[0].author", equalTo("reporter-2200")).body("items[0].status", equalTo("PROVISIONAL"))
                .body("items[1].author", equalTo("reviewer-2200")).body("items[1].reason", equalTo("与年鉴一致"))
                .body("items[1].source", equalTo("盟局"));
    }

    @Test
    void theStatusIsAnsweredAsItWasThen() {
        String etag = sent(COVER + "1991", "23.1");
        String then = given().get(COVER + "1991").path("recordedAt");
        decide(reviewer(), COVER + "1991", etag, "FINAL", "").statusCode(200);
        given().queryParam("asOf", then).get(COVER + "1991").then().body("status", equalTo("PROVISIONAL"));
        reviewer().queryParam("asOf", then).queryParam("region", "152200").queryParam("period", "1991").get("/api/v1/reviews")
                .then().body("items", hasSize(1));
    }

    @Test
    void whoSentAReturnedValueSeesWhyCorrectsItAndSendsItAgain() {
        String first = sent(COVER + "1992", "32.1");
        String returned = decide(reviewer(), COVER + "1992", first, "RETURNED", "应为23.1？").statusCode(200)
                .body("status", equalTo("PROVISIONAL")).body("review", equalTo("RETURNED")).extract().header("ETag");
        reporter().queryParam("region", "152200").queryParam("state", "RETURNED").queryParam("period", "1992")
                .get("/api/v1/reviews").then().body("items[0].returned.comment", equalTo("应为23.1？"))
                .body("items[0].returned.by", equalTo("reviewer-2200")).body("items[0].sentBy", equalTo("reporter-2200"));
        String second = send(reporter().header("If-Match", returned), COVER + "1992", "23.1").statusCode(200)
                .body("review", equalTo("AWAITED")).extract().header("ETag");
        queue("RETURNED", "1992").body("items", hasSize(0));
        queue("AWAITED", "1992").body("items[0].before.value", is(32.1f)).body("items[0].returned.comment", equalTo("应为23.1？"));
        decide(reviewer(), COVER + "1992", second, "FINAL", "").statusCode(200);
    }

    @Test
    void whoInsistsOnWhatWasReturnedSaysWhy() {
        String etag = sent(COVER + "1993", "32.1");
        String returned = decide(reviewer(), COVER + "1993", etag, "RETURNED", "核实").statusCode(200).extract().header("ETag");
        reporter().body("{\"value\":32.1,\"source\":\"盟局\"}").put(COVER + "1993").then().statusCode(200)
                .body("review", equalTo("RETURNED")).body("revision", is(2));
        send(reporter().header("If-Match", returned), COVER + "1993", "32.1").statusCode(200).body("review", equalTo("AWAITED"))
                .body("revision", is(3));
    }

    @Test
    void aCorrectionOfAFinalValueIsProvisionalAgain() {
        String etag = sent(COVER + "1994", "23.1");
        String settled = decide(reviewer(), COVER + "1994", etag, "FINAL", "").extract().header("ETag");
        send(reporter(), COVER + "1994", "23.2").statusCode(428);
        send(reporter().header("If-Match", settled), COVER + "1994", "23.2").statusCode(200)
                .body("status", equalTo("PROVISIONAL"));
        queue("AWAITED", "1994").body("items[0].before.value", is(23.1f)).body("items[0].before.status", equalTo("FINAL"))
                .body("items[0].returned", nullValue());
    }

    @Test
    void aFinalValueCanBeReturned() {
        String etag = sent(COVER + "1995", "23.1");
        String settled = decide(reviewer(), COVER + "1995", etag, "FINAL", "").extract().header("ETag");
        decide(reviewer(), COVER + "1995", settled, "FINAL", "").statusCode(409);
        decide(reviewer(), COVER + "1995", settled, "RETURNED", "年鉴已改").statusCode(200).body("status", equalTo("PROVISIONAL"));
    }

    @Test
    void aReporterMakesNothingFinalAndAReviewerChangesNoFigure() {
        reporter().body("{\"value\":1,\"source\":\"a\",\"status\":\"FINAL\"}").put(COVER + "1996").then().statusCode(403)
                .body("type", containsString("reviewer-makes-final"));
        String etag = sent(COVER + "1996", "23.1");
        decide(reporter(), COVER + "1996", etag, "FINAL", "").statusCode(403);
        reporter().header("If-Match", etag).body("{\"value\":23.1,\"source\":\"盟局\",\"status\":\"FINAL\",\"reason\":\"r\"}")
                .put(COVER + "1996").then().statusCode(403);
        send(reviewer().header("If-Match", etag), COVER + "1996", "23.2").statusCode(403);
        reviewer().header("If-Match", etag).body("{\"value\":23.1,\"source\":\"盟局\",\"status\":\"FINAL\",\"reason\":\"与年鉴一致\"}")
                .put(COVER + "1996").then().statusCode(200).body("status", equalTo("FINAL")).body("review", equalTo("FINAL"));
        given().get(COVER + "1996/revisions").then().body("items", hasSize(2)).body("items[1].act", equalTo("FINAL"));
    }

    @Test
    void nobodyReviewsWhatHeSentButAnAdmin() {
        String etag = send(both(), COVER + "1997", "23.1").statusCode(201).extract().header("ETag");
        decide(both(), COVER + "1997", etag, "FINAL", "").statusCode(403).body("type", containsString("own-value"));
        decide(reviewer(), COVER + "1997", etag, "FINAL", "").statusCode(200);
        String own = send(People.admin(), COVER + "1998", "23.1").statusCode(201).extract().header("ETag");
        decide(People.admin(), COVER + "1998", own, "FINAL", "").statusCode(200);
    }

    @Test
    void aReviewerOfAnotherRegionDecidesNothingHere() {
        String etag = sent(COVER + "1999", "23.1");
        decide(People.person("reviewer-0300", List.of("reviewer"), "150300"), COVER + "1999", etag, "FINAL", "")
                .statusCode(403).body("errors[0].message", equalTo("This account does not review for the region 152200"));
        given().get(COVER + "1999").then().body("status", equalTo("PROVISIONAL"));
    }

    @Test
    void aDecisionNeedsTheVersionSeenAndAReturnAComment() {
        String etag = sent(COVER + "2000", "23.1");
        reviewer().body("{\"decision\":\"FINAL\"}").put(COVER + "2000/review").then().statusCode(428).header("ETag", etag);
        decide(reviewer(), COVER + "2000", "\"r9-0\"", "FINAL", "").statusCode(412).header("ETag", etag);
        decide(reviewer(), COVER + "2000", etag, "RETURNED", " ").statusCode(422).body("errors[0].pointer",
                equalTo("/comment"));
        reviewer().header("If-Match", etag).body("{\"decision\":\"MAYBE\"}").put(COVER + "2000/review").then().statusCode(422);
        decide(reviewer(), COVER + "1949", etag, "FINAL", "").statusCode(404);
    }

    @Test
    void theQueueOfAllIsAnotherAnswerOnceAValueCame() {
        String before = reviewer().get("/api/v1/reviews").then().statusCode(200).extract().header("ETag");
        reviewer().header("If-None-Match", before).get("/api/v1/reviews").then().statusCode(304);
        sent(COVER + "1969", "23.1");
        reviewer().header("If-None-Match", before).get("/api/v1/reviews").then().statusCode(200);
    }

    @Test
    void aFlaggedValueIsMadeFinalOnlyWithAWordOnIt() {
        sent(DUST + "2001", "30");
        String etag = send(reporter(), DUST + "2002", "0.030").statusCode(201).extract().header("ETag");
        queue("pm25-concentration", "AWAITED", "2002").body("items[0].flags[0].code", equalTo("UNIT_SLIP"));
        decide(reviewer(), DUST + "2002", etag, "FINAL", "").statusCode(422).body("errors[0].code",
                equalTo("COMMENT_REQUIRED"));
        decide(reviewer(), DUST + "2002", etag, "FINAL", "已核对").statusCode(200).body("flags[0].code", equalTo("UNIT_SLIP"));
    }

    @Test
    void theQueueIsOfARegionAndThoseBelowAndNotForEverybody() {
        sent("/api/v1/measurements/grassland-cover/152200/2003", "45");
        reviewer().queryParam("region", "152200").queryParam("indicator", "grassland-cover").get("/api/v1/reviews").then()
                .body("items.region", hasItem("152200"));
        reviewer().queryParam("region", "150300").queryParam("indicator", "grassland-cover").get("/api/v1/reviews").then()
                .body("items.region", not(hasItem("152200")));
        given().get("/api/v1/reviews").then().statusCode(401);
        People.person("viewer-2200", List.of("viewer")).get("/api/v1/reviews").then().statusCode(403);
        reviewer().queryParam("state", "FINAL").get("/api/v1/reviews").then().statusCode(400);
        reviewer().queryParam("region", "152201").get("/api/v1/reviews").then().statusCode(422);
    }

    @Test
    void aClosedPeriodIsClosedForTheRegionsBelowAndTheMonthsInsideAndSaysByWhom() {
        String etag = sent(COVER + "1986", "23.1");
        String closed = close(reviewer(), "150000/1986", "true", "").statusCode(201).body("author", equalTo("reviewer-2200"))
                .extract().header("ETag");
        send(reporter(), COVER + "1986-Q1", "23.1").statusCode(409).body("errors[0].code", equalTo("PERIOD_CLOSED"))
                .body("detail", containsString("reviewer-2200 closed 1986 for Inner Mongolia"));
        send(reporter().header("If-Match", etag), COVER + "1986", "23.2").statusCode(409);
        decide(reviewer(), COVER + "1986", etag, "FINAL", "").statusCode(409);
        send(reporter(), COVER + "1986", "23.1").statusCode(200);
        send(reporter(), COVER + "1985-01", "23.1").statusCode(201);
        close(reviewer().header("If-Match", closed), "150000/1986", "false", "").statusCode(422);
        close(reviewer(), "150000/1986", "false", "补报").statusCode(428);
        close(reviewer().header("If-Match", closed), "150000/1986", "false", "补报").statusCode(200).body("closed", is(false));
        send(reporter(), COVER + "1986-Q1", "23.1").statusCode(201);
        given().get("/api/v1/closures/150000/1986").then().body("closed", is(false)).body("reason", equalTo("补报"))
                .body("revision", is(2));
    }

    @Test
    void whatIsClosedFromAboveIsReopenedFromThereForOneRegion() {
        close(reviewer(), "150000/1987", "true", "").statusCode(201);
        RequestSpecification below = People.person("closer-2200", List.of("reviewer"), "152200");
        close(below, "152200/1987", "false", "漏报").statusCode(403);
        close(reviewer(), "152200/1987", "false", "").statusCode(422);
        close(reviewer(), "152200/1987", "false", "漏报").statusCode(201);
        send(reporter(), COVER + "1987", "23.1").statusCode(201);
        send(People.admin(), "/api/v1/measurements/forest-cover/152500/1987", "23.1").statusCode(409);
        close(reviewer(), "152200/1988", "false", "r").statusCode(409);
        given().queryParam("period", "1987").get("/api/v1/closures").then().body("items.region", hasItems("150000", "152200"));
    }

    @Test
    void onlyAReviewerOfTheRegionClosesIt() {
        close(reporter(), "152200/1989", "true", "").statusCode(403);
        close(People.person("reviewer-0300", List.of("reviewer"), "150300"), "152200/1989", "true", "").statusCode(403);
        close(reviewer(), "152201/1989", "true", "").statusCode(404);
        given().get("/api/v1/closures/152200/1989").then().statusCode(404);
        String once = close(reviewer(), "152200/1989", "true", "").statusCode(201).extract().header("ETag");
        assertEquals(once, close(reviewer(), "152200/1989", "true", "").statusCode(200).extract().header("ETag"));
    }

    private static ValidatableResponse close(RequestSpecification who, String what, String closed, String reason) {
        return who.body("{\"closed\":" + closed + ",\"reason\":\"" + reason + "\"}").put("/api/v1/closures/" + what).then();
    }
}
