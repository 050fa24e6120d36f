package io.duibiao.account;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;

/** Accounts for the tests of any room; each is made once, over HTTP. */
public final class People {

    public static final String PASSWORD = "correct horse 1";

    private People() {
    }

    public static RequestSpecification nobody() {
        return given().contentType("application/json").header("Accept-Language", "en");
    }

    public static RequestSpecification admin() {
        return as("admin");
    }

    /** Somebody with these roles, who writes for these regions and those below. */
    public static RequestSpecification person(String username, List<String> roles, String... regions) {
        admin().body(
                "{\"roles\":%s,\"regions\":%s,\"password\":\"%s\"}".formatted(json(roles.stream()), json(Stream.of(regions)),
                        PASSWORD))
                .header("If-None-Match", "*").put("/api/v1/admin/accounts/" + username);
        return as(username);
    }

    public static RequestSpecification as(String username) {
        return nobody().auth().preemptive().basic(username, PASSWORD);
    }

    /** Whether reading asks for a login, for all callers until it is said otherwise. */
    public static void signInToRead(boolean needed) {
        Arc.container().instance(SignInToRead.class).get().need(needed);
    }

    private static String json(Stream<String> words) {
        return words.map(word -> '"' + word + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
