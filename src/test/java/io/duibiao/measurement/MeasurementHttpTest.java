package io.duibiao.measurement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.duibiao.history.History;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Each test writes a year of its own, so that none sees another's value. */
@QuarkusTest
class MeasurementHttpTest {

    private static final String SEWAGE = "/api/v1/measurements/rural-sewage-treatment/150100/";

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json")
                .header("Accept-Language", "en");
    }

    private static ValidatableResponse put(RequestSpecification as, String path, String body) {
        return as.body(body).put(path).then();
    }

    @Inject
    History history;

    /** Both have read the catalogue and wait for a third commit; the withdrawal came first. */
    @Test
    void aValueThatWaitedWhileItsIndicatorWasWithdrawnIsRecordedNowhere() throws Exception {
        put(admin(), "/api/v1/indicators/waited-for", """
                {"name":{"zh":"待撤指标","en":"Withdrawn soon"},"unit":"%","changeUnit":"百分点","decimals":1,"direction":"HIGHER",
                 "kind":"LEVEL","timing":"STOCK","aggregation":"MEAN","bases":[]}""").statusCode(201);
        String seen = admin().get("/api/v1/indicators/waited-for").getHeader("ETag");
        ExecutorService others = Executors.newCachedThreadPool();
        CountDownLatch both = new CountDownLatch(1);
        try {
            Future<String> third = others.submit(() -> history.record(commit -> {
                await(both);
                return "nothing to record";
            }));
            Future<Integer> withdrawn = others.submit(() -> admin().header("If-Match", seen)
                    .delete("/api/v1/indicators/waited-for?reason=%E8%AF%AF%E5%BD%95").statusCode());
            Thread.sleep(500);
            Future<Integer> sent = others.submit(() -> admin().body("{\"value\":1,\"source\":\"a\"}")
                    .put("/api/v1/measurements/waited-for/150100/2021").statusCode());
            Thread.sleep(500);
            both.countDown();
            assertEquals(List.of("nothing to record", 204, 422), List.of(third.get(), withdrawn.get(), sent.get()));
        } finally {
            both.countDown();
            others.shutdown();
        }
    }

    private static void await(CountDownLatch both) {
        try {
            both.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSeededValueComesWithBothItsClauses() {
        given().get("/api/v1/measurements/air-good-days/150000/2020").then().statusCode(200)
                .body("value", is(90.8f)).body("status", equalTo("FINAL")).body("revision", is(1))
                .body("citations", hasSize(2)).body("citations[0].section", equalTo("专栏1 第1行"));
    }

    @Test
    void aBoundSaysThatItIsOne() {
        given().get("/api/v1/measurements/plot-safe-use/150000/2020").then().statusCode(200)
                .body("value", is(90)).body("bound", equalTo("AT_LEAST")).body("printed", equalTo("90以上"));
    }

    @Test
    void aNewValueIsCreatedAndKeepsTheScaleItWasSentWith() {
        put(admin(), SEWAGE + "2011", "{\"value\":12.50,\"source\":\"旗县报表\"}").statusCode(201)
                .body("status", equalTo("PROVISIONAL"));
        String body = given().get(SEWAGE + "2011").then().statusCode(200).extract().asString();
        assertEquals(true, body.contains("\"value\":12.50,"), body);
    }

    @Test
    void theSameContentAgainIsNoRevisionWhateverItsScale() {
        put(admin(), SEWAGE + "2012", "{\"value\":12.5,\"source\":\"a\"}").statusCode(201);
        put(admin(), SEWAGE + "2012", "{\"value\":12.5,\"source\":\"a\"}").statusCode(200).body("revision", is(1));
        put(admin(), SEWAGE + "2012", "{\"value\":\"12.500\",\"source\":\"a\"}").statusCode(200).body("revision", is(1));
        given().get(SEWAGE + "2012/revisions").then().body("items", hasSize(1));
    }

    @Test
    void aChangeNeedsTheVersionSeenAndAReason() {
        String first = put(admin(), SEWAGE + "2013", "{\"value\":1,\"source\":\"a\"}").statusCode(201).extract()
                .header("ETag");
        put(admin(), SEWAGE + "2013", "{\"value\":2,\"source\":\"a\",\"reason\":\"r\"}").statusCode(428)
                .header("ETag", first).body("type", endsWith("precondition-required"));
        put(admin().header("If-Match", first), SEWAGE + "2013", "{\"value\":2,\"source\":\"a\"}").statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        String second = put(admin().header("If-Match", first), SEWAGE + "2013",
                "{\"value\":2,\"source\":\"a\",\"reason\":\"核定\"}").statusCode(200).body("revision", is(2)).extract()
                .header("ETag");
        put(admin().header("If-Match", first), SEWAGE + "2013", "{\"value\":3,\"source\":\"a\",\"reason\":\"r\"}")
                .statusCode(412).header("ETag", second);
        given().get(SEWAGE + "2013/revisions").then().body("items", hasSize(2)).body("items[1].author", equalTo("admin"))
                .body("items[1].reason", equalTo("核定")).body("items[0].value", is(1));
    }

    @Test
    void aNewValueSaysWhereItIsAndWhoWantsItNewGetsNoOther() {
        String place = put(admin().header("If-None-Match", "*"), SEWAGE + "2019?scope=农&lang=en",
                "{\"value\":1,\"source\":\"a\",\"declares\":true}").statusCode(201).extract().header("Location");
        assertEquals(true, place.endsWith(SEWAGE + "2019?scope=%E5%86%9C"), place);
        given().urlEncodingEnabled(false).get(place).then().statusCode(200).body("scope", equalTo("农"));
        put(admin().header("If-None-Match", "*"), SEWAGE + "2019?scope=农", "{\"value\":1,\"source\":\"a\"}").statusCode(412)
                .header("Location", nullValue());
    }

    @Test
    void ifMatchOnNothingIsStale() {
        put(admin().header("If-Match", "\"r1-0\""), SEWAGE + "2014", "{\"value\":2,\"source\":\"a\"}").statusCode(412);
        given().get(SEWAGE + "2014").then().statusCode(404);
    }

    @Test
    void askedAsOfAnEarlierInstantTheEarlierValueAnswersToTheByte() {
        String instant = put(admin(), SEWAGE + "2015", "{\"value\":1,\"source\":\"a\"}").extract().path("recordedAt");
        String before = given().get(SEWAGE + "2015").asString();
        String etag = given().get(SEWAGE + "2015").header("ETag");
        put(admin().header("If-Match", etag), SEWAGE + "2015", "{\"value\":2,\"source\":\"a\",\"reason\":\"r\"}")
                .statusCode(200);
        assertEquals(before, given().queryParam("asOf", instant).get(SEWAGE + "2015").asString());
        given().get(SEWAGE + "2015").then().body("value", is(2));
        given().queryParam("asOf", "2001-01-01T00:00:00Z").get(SEWAGE + "2015").then().statusCode(404)
                .body("type", endsWith("no-value"));
    }

    @Test
    void whoHasThisVersionIsToldSo() {
        String etag = given().get("/api/v1/measurements/forest-cover/150000/2020").header("ETag");
        given().header("If-None-Match", etag).get("/api/v1/measurements/forest-cover/150000/2020").then().statusCode(304)
                .header("ETag", etag);
    }

    @Test
    void theKeyHasScopeBasisAndBaseYearAndTheIndicatorsOwnBasisGoesWithoutSaying() {
        String days = "/api/v1/measurements/air-good-days/150100/2016";
        put(admin(), days, "{\"value\":80,\"source\":\"a\"}").statusCode(201).body("basis", nullValue());
        put(admin(), days + "?basis=剔除沙尘", "{\"value\":88.9,\"source\":\"a\"}").statusCode(201)
                .body("basis", equalTo("剔除沙尘"));
        given().get(days + "?basis=考核口径").then().statusCode(200).body("value", is(80));
        put(admin(), days + "?baseYear=2015", "{\"value\":1,\"source\":\"a\"}").statusCode(422)
                .body("errors[0].code", equalTo("NO_BASE_YEAR"));
    }

    @Test
    void withoutALoginNothingIsWritten() {
        given().contentType("application/json").body("{\"value\":1,\"source\":\"a\"}").put(SEWAGE + "2017").then()
                .statusCode(401).header("WWW-Authenticate", containsString("Basic"));
        given().get(SEWAGE + "2017").then().statusCode(404);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
            "rural-sewage-treatmant/150000/2020, UNKNOWN_INDICATOR, rural-sewage-treatment",
            "rural-sewage-treatment/150001/2020, UNKNOWN_REGION, 150000",
            "rural-sewage-treatment/150000/2020-13, NOT_A_PERIOD, 2020-13",
            "rural-sewage-treatment/150000/2020-Q5, NOT_A_PERIOD, 2020-Q5",
            "rural-sewage-treatment/150000/20200, NOT_A_PERIOD, 20200" })
    void anUnknownIndicatorRegionOrPeriodIsRefusedWithWhatMayHaveBeenMeant(String key, String code, String named) {
        String answer = put(admin(), "/api/v1/measurements/" + key, "{\"value\":1,\"source\":\"a\"}").statusCode(422)
                .body("errors[0].code", equalTo(code)).extract().asString();
        assertEquals(true, answer.contains(named), answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"value":1e10000000,"source":"a"}                       | 422
            {"value":123456789012345,"source":"a"}                  | 422
            {"value":1.00001,"source":"a"}                          | 422
            {"value":NaN,"source":"a"}                              | 422
            {"value":1,"source":"a","colour":1}                     | 400
            {"value":1,"value":2,"source":"a"}                      | 400
            {"value":1,"source":"a"}{}                              | 400
            {"value":1,"source":"a\\u0000"}                         | 422
            {"value":1,"source":"a\\u202e"}                         | 422
            {"value":1}                                             | 422
            null                                                    | 400
            """)
    void aBodyThatIsNotAValueIsRefused(String body, int status) {
        put(admin(), SEWAGE + "2018", body).statusCode(status).contentType("application/problem+json")
                .body("requestId", containsString("-"));
        given().get(SEWAGE + "2018").then().statusCode(404);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({ "/rural-sewage-treatment/150100/2010?basis=LONG, 400, basis",
            "/rural-sewage-treatment/150100/2010?scope=LONG, 400, scope",
            "?basis=LONG, 400, basis",
            "?from=2021&to=2020-Q4, 400, from", "/nox-reduction/150000/2020?baseYear=2021, 422, baseYear" })
    void aQueryThatNoValueCanAnswerIsRefusedByName(String query, int status, String name) {
        given().get("/api/v1/measurements" + query.replace("LONG", "口".repeat(201))).then().statusCode(status)
                .body("errors[0].pointer", equalTo(name));
    }

    @Test
    void theListIsNarrowedByEachParameter() {
        given().queryParam("indicator", "nox-reduction").queryParam("from", "2020").queryParam("to", "2020")
                .queryParam("status", "FINAL").get("/api/v1/measurements").then().statusCode(200)
                .body("items.indicator", everyItem(equalTo("nox-reduction"))).body("items[0].baseYear", is(2015));
        given().queryParam("indicator", "nox-reduction").queryParam("period", "1990").get("/api/v1/measurements").then()
                .body("items", hasSize(0));
    }

    @Test
    void aLongListComesInPagesThatLinkToTheNext() {
        List<Object> all = given().queryParam("page[size]", 4).get("/api/v1/measurements").path("items");
        Response first = given().queryParam("page[size]", 2).get("/api/v1/measurements");
        assertEquals(all.subList(0, 2), first.path("items"));
        String next = first.header("Link");
        assertEquals(true, next.startsWith("<http://") && next.endsWith(">; rel=\"next\""), next);
        assertEquals(all.subList(2, 4),
                given().urlEncodingEnabled(false).get(next.substring(1, next.indexOf('>'))).path("items"));
    }

    @Test
    void thePagesTogetherAreTheWholeList() {
        String asOf = given().get("/api/v1/measurements").header("As-Of");
        List<String> whole = given().queryParam("page[size]", 1000).queryParam("asOf", asOf).get("/api/v1/measurements").then()
                .statusCode(200).extract().path("items.collect { it.indicator + it.region + it.period + it.basis + it.scope }");
        List<String> pages = new ArrayList<>();
        String next = RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/measurements?page%5Bsize%5D=20&asOf=" + asOf;
        while (next != null) {
            Response page = given().urlEncodingEnabled(false).get(next);
            pages.addAll(page.path("items.collect { it.indicator + it.region + it.period + it.basis + it.scope }"));
            next = page.header("Link") == null ? null : page.header("Link").substring(1, page.header("Link").indexOf('>'));
        }
        assertEquals(whole, pages.subList(0, Math.min(1000, pages.size())));
        assertEquals(true, pages.size() > 20);
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "air-good-days|150000|1900|||", "air-good-days|150000", "zz|zz|2020|||" })
    void aPageAfterAValueThatIsNotThereIsRefused(String place) {
        String after = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        given().queryParam("page[after]", after).get("/api/v1/measurements").then().statusCode(400)
                .body("errors[0].code", equalTo("UNKNOWN_PAGE"));
    }
}
