package io.duibiao.account;

import static io.duibiao.account.People.admin;
import static io.duibiao.account.People.nobody;
import static io.duibiao.account.People.person;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class AuditHttpTest {

    private static final String SEWAGE = "/api/v1/measurements/rural-sewage-treatment/";
    private static final String VALUE = "{\"value\":1,\"source\":\"a\"}";

    @Inject
    Audit audit;

    private static ValidatableResponse log(String name, String event) {
        return admin().queryParam("name", name).queryParam("event", event).get("/api/v1/admin/audit").then().statusCode(200);
    }

    @Test
    void aWriteTellsWhoWhatAndWhichRequest() {
        person("audited", List.of("reporter"), "150100");
        String request = People.as("audited").body(VALUE).put(SEWAGE + "150100/2005?lang=en").then().statusCode(201).extract()
                .header("X-Request-Id");
        log("audited", "WRITTEN").body("items", hasSize(1)).body("items[0].path", equalTo(SEWAGE + "150100/2005?lang=en"))
                .body("items[0].method", equalTo("PUT")).body("items[0].status", is(201))
                .body("items[0].requestId", equalTo(request)).body("items[0].address", equalTo("127.0.0.1"));
        log("audited", "SIGNED_IN").body("items", hasSize(1)).body("items[0].times", is(1));
    }

    @Test
    void whatWasRefusedIsToldToo() {
        person("refused", List.of("reporter"), "150100");
        People.as("refused").body(VALUE).put(SEWAGE + "150200/2005").then().statusCode(403);
        log("refused", "NOT_ALLOWED").body("items", hasSize(1)).body("items[0].status", is(403));
        int strangers = times("NOT_SIGNED_IN");
        int guesses = times("SIGN_IN_FAILED");
        nobody().body(VALUE).put(SEWAGE + "150200/2005").then().statusCode(401);
        nobody().auth().preemptive().basic("refused", "wrong").body(VALUE).put(SEWAGE + "150200/2005").then().statusCode(401);
        assertEquals(strangers + 2, times("NOT_SIGNED_IN"));
        assertEquals(guesses + 1, times("SIGN_IN_FAILED"));
    }

    /** However many other tests made, which may have been too many to tell apart. */
    private static int times(String event) {
        return admin().queryParam("event", event).queryParam("page[size]", 1000).get("/api/v1/admin/audit")
                .path("items.times.sum() ?: 0");
    }

    @Test
    void aReadThatIsOpenLeavesNoLine() {
        person("reader", List.of("viewer"));
        People.as("reader").get("/api/v1/account").then().statusCode(200);
        People.as("reader").get("/api/v1/account").then().statusCode(200);
        admin().queryParam("name", "reader").get("/api/v1/admin/audit").then().body("items.event", contains("SIGNED_IN"));
    }

    @Test
    void aLongLogComesInPagesTheNewestFirst() {
        for (int year = 2001; year < 2006; year++) {
            admin().body("{\"value\":1,\"source\":\"audit\"}").put(SEWAGE + "150600/" + year);
        }
        ValidatableResponse first = admin().queryParam("event", "WRITTEN").queryParam("page[size]", 2)
                .get("/api/v1/admin/audit").then().statusCode(200).body("items", hasSize(2))
                .body("items[0].path", equalTo(SEWAGE + "150600/2005"));
        String link = first.extract().header("Link");
        long last = first.extract().jsonPath().getLong("items[1].id");
        ValidatableResponse second = admin().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>'))).then()
                .statusCode(200).body("items", hasSize(2)).body("items[0].path", equalTo(SEWAGE + "150600/2003"));
        assertTrue(second.extract().jsonPath().getLong("items[0].id") < last);
        admin().queryParam("page[after]", "nonsense").get("/api/v1/admin/audit").then().statusCode(400);
        admin().queryParam("to", "2001-01-01T00:00:00Z").get("/api/v1/admin/audit").then().body("items", hasSize(0));
        admin().queryParam("from", "yesterday").get("/api/v1/admin/audit").then().statusCode(400)
                .body("errors[0].pointer", equalTo("from"));
    }

    @Test
    void linesOlderThanTheyAreKeptAreDeleted() {
        audit.forgetBefore(Instant.EPOCH.plusSeconds(1));
        for (long second : new long[] { 0, 2 }) {
            QuarkusTransaction.requiringNew().run(() -> {
                AuditRow row = new AuditRow();
                row.occurredAt = Instant.EPOCH.plusSeconds(second);
                row.event = Audit.Event.SIGNED_IN;
                row.username = "long-ago";
                row.address = row.requestId = row.method = row.path = "";
                row.times = 1;
                row.persist();
            });
        }
        log("long-ago", "SIGNED_IN").body("items", hasSize(2));
        audit.forgetBefore(Instant.EPOCH.plusSeconds(1));
        log("long-ago", "SIGNED_IN").body("items", hasSize(1)).body("items[0].at", equalTo("1970-01-01T00:00:02Z"));
        audit.forgetBefore(Instant.EPOCH.plusSeconds(3));
    }
}
