package io.duibiao.account;

import static io.restassured.RestAssured.given;

import java.time.Instant;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;

/** People for the tests of other rooms. */
public final class Someone {

    private static final String PASSWORD = "correct horse 2";

    private Someone() {
    }

    /** Whoever has these roles in these regions, signed in, speaking English and sending JSON. */
    public static RequestSpecification with(String username, String roles, String regions) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (AccountRow.last(username).isEmpty()) {
                AccountRow row = AccountRow.after(username);
                row.recordedAt = Instant.EPOCH;
                row.author = "test";
                row.reason = "";
                row.passwordHash = BcryptUtil.bcryptHash(PASSWORD);
                row.roles = roles;
                row.regions = regions;
                row.persist();
            }
        });
        return given().auth().preemptive().basic(username, PASSWORD).contentType("application/json")
                .header("Accept-Language", "en");
    }
}
