package io.duibiao.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.duibiao.history.History;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Each test writes a year of its own, and asks since the instant before. */
@QuarkusTest
class ChangesHttpTest {

    @Inject
    History history;

    private static String put(String year, String body) {
        return given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json")
                .header("If-Match", current(year)).body(body).put(value(year)).then().statusCode(200).extract()
                .path("recordedAt");
    }

    private static String create(String year) {
        return given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json")
                .body("{\"value\":12.50,\"source\":\"报表\"}").put(value(year)).then().statusCode(201).extract()
                .path("recordedAt");
    }

    private static String current(String year) {
        return given().get(value(year)).header("ETag");
    }

    private static String value(String year) {
        return "/api/v1/measurements/rural-sewage-treatment/150800/" + year;
    }

    private static ValidatableResponse since(Object instant) {
        return given().queryParam("since", instant.toString()).get("/api/v1/changes").then().statusCode(200);
    }

    private static Response follow(Response page) {
        String link = page.header("Link");
        return given().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>')));
    }

    @Test
    void whatIsRecordedComesWithWhoWhenWhyAndWhat() {
        Object before = history.newest();
        create("2001");
        String changed = put("2001", "{\"value\":13.0,\"source\":\"报表\",\"reason\":\"核定\"}");
        since(before).body("items", hasSize(2)).body("items[0].revision", is(1))
                .body("items[1].kind", equalTo("measurement")).body("items[1].revision", is(2))
                .body("items[1].key", equalTo("rural-sewage-treatment/150800/2001"))
                .body("items[1].recordedAt", equalTo(changed)).body("items[1].author", equalTo("admin"))
                .body("items[1].reason", equalTo("核定")).body("items[1].content.source", equalTo("报表"))
                .body(containsString("\"value\":12.50,")).body(containsString("\"value\":13.0,"));
    }

    @Test
    void sinceLeavesOutTheInstantItself() {
        String first = create("2002");
        String second = create("2003");
        since(first).body("items", hasSize(1)).body("items[0].recordedAt", equalTo(second)).header("Link", nullValue());
        since(second).body("items", hasSize(0)).header("As-Of", equalTo(second));
    }

    @Test
    void withoutSinceItBeginsWithTheSeed() {
        given().get("/api/v1/changes").then().statusCode(200).body("items", hasSize(200))
                .body("items[0].author", equalTo("seed")).body("items[0].kind", equalTo("plan"))
                .header("Link", startsWith("<http://"));
    }

    @Test
    void aReaderWhoFollowsTheLinksMissesNothingAndMeetsNothingTwiceWhileOthersWrite() {
        Object before = history.newest();
        create("2004");
        create("2005");
        Response first = given().queryParam("since", before.toString()).queryParam("page[size]", 1).get("/api/v1/changes");
        create("2006");
        Response second = follow(first);
        Response third = follow(second);
        assertEquals("rural-sewage-treatment/150800/2004", first.path("items[0].key"));
        assertEquals("rural-sewage-treatment/150800/2005", second.path("items[0].key"));
        assertEquals("rural-sewage-treatment/150800/2006", third.path("items[0].key"));
        third.then().header("Link", nullValue());
    }

    @Test
    void whoHasAllOfItIsToldSoUntilMoreIsRecorded() {
        String first = create("2007");
        String etag = since(first).extract().header("ETag");
        given().header("If-None-Match", etag).queryParam("since", first).get("/api/v1/changes").then().statusCode(304);
        create("2008");
        given().header("If-None-Match", etag).queryParam("since", first).get("/api/v1/changes").then().statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void askedAsOfAnInstantItEndsThere() {
        Object before = history.newest();
        String first = create("2009");
        create("2010");
        given().queryParam("since", before.toString()).queryParam("asOf", first).get("/api/v1/changes").then()
                .body("items", hasSize(1)).body("items[0].recordedAt", equalTo(first));
    }

    @Test
    void nothingOfAnAccountIsEverInIt() {
        Response page = given().queryParam("page[size]", 1000).get("/api/v1/changes");
        page.then().body(not(containsString("$2a$"))).body(not(containsString("assword")));
        while (page.header("Link") != null) {
            page = follow(page);
            page.then().statusCode(200).body(not(containsString("$2a$"))).body(not(containsString("assword")));
        }
    }

    @ParameterizedTest
    @CsvSource({ "since=yesterday, since", "since=2026-01-01, since", "page[after]=x, page[after]",
            "page[after]=MjAyNi0wMS0wMVQwMDowMDowMFp8OTk5OTk5OTk5OQ, page[after]", "kind=x, kind" })
    void aQueryThatNamesNoInstantOrPageIsRefusedByName(String query, String name) {
        String[] parameter = query.split("=");
        given().queryParam(parameter[0], parameter[1]).get("/api/v1/changes").then().statusCode(400)
                .body("errors[0].pointer", equalTo(name));
    }
}
