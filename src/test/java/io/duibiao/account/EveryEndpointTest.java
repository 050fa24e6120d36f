package io.duibiao.account;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/**
 * Walks roles × regions × endpoints. The endpoints and their roles are those of the OpenAPI document, which has them from the
 * code, so that none is forgotten: a new one that writes must name its roles or stand in {@link #OPEN}, and one that writes for
 * the region in its path must stand in {@link #REGIONAL} with a body that would be taken.
 */
@QuarkusTest
class EveryEndpointTest {

    /** Whoever asks: they write nothing, or are how one signs in. */
    private static final Set<String> OPEN = Set.of("parsePhrase", "signIn", "verifyChart");

    /** What would be written by who may; the region stands in the path. */
    private static final Map<String, String> REGIONAL = Map.of("putMeasurement", "{\"value\":1,\"source\":\"报表\"}",
            "reviewMeasurement", "{\"decision\":\"FINAL\"}", "putClosure", "{\"closed\":false}");

    private static final Map<String, String> NAMES = Map.of("indicator", "rural-sewage-treatment", "region", "150100", "period",
            "2003", "target", "nm-eep-14.1", "plan", "nm-eep-14", "username", "nobody-yet");

    private static final String ELSEWHERE = "reporter and reviewer of another region";

    private static final Map<String, Set<String>> ROLES = Map.of("viewer", Set.of(), "reporter", Set.of(Roles.REPORTER),
            ELSEWHERE, Set.of(Roles.REPORTER, Roles.REVIEWER), "reviewer", Set.of(Roles.REVIEWER), "planner",
            Set.of(Roles.PLANNER), "admin", Set.of(Roles.ADMIN, Roles.PLANNER, Roles.REVIEWER, Roles.REPORTER));

    private record Endpoint(String method, String path, String name, boolean secured, List<String> roles, String contentType) {

        boolean reads() {
            return method.equals("get") || method.equals("head");
        }

        boolean writesForARegion() {
            return !reads() && path.contains("{region}")
                    && (roles.contains(Roles.REPORTER) || roles.contains(Roles.REVIEWER));
        }

        int send(RequestSpecification as) {
            String url = path;
            for (String name : Stream.of(path.split("[{}]")).skip(1).toList()) {
                url = url.replace("{" + name + "}", NAMES.getOrDefault(name, "x"));
            }
            RequestSpecification request = as.urlEncodingEnabled(false);
            if (!reads()) {
                request.contentType(contentType).body(REGIONAL.getOrDefault(name, "{}").getBytes(StandardCharsets.UTF_8));
            }
            return request.request(method.toUpperCase(Locale.ROOT), url).statusCode();
        }

        /** 401, 403 or 0 where it is let through, whatever is then said of the request. */
        int expected(String who) {
            if (!secured) {
                return 0;
            }
            if (who.equals("anonymous")) {
                return 401;
            }
            boolean mayByRole = roles.isEmpty() || !Collections.disjoint(roles, ROLES.getOrDefault(who, Set.of()))
                    || roles.contains(Roles.VIEWER);
            return mayByRole && !(writesForARegion() && who.equals(ELSEWHERE)) ? 0 : 403;
        }
    }

    private static List<Endpoint> endpoints() {
        Map<String, Map<String, Map<String, Object>>> paths = given().accept("application/json").get("/q/openapi?format=json")
                .path("paths");
        List<Endpoint> found = new ArrayList<>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (Set.of("get", "put", "post", "delete", "patch", "head").contains(method) && !path.startsWith("/api/v1/echo")) {
                found.add(endpoint(path, method, operation));
            }
        }));
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Endpoint endpoint(String path, String method, Map<String, Object> operation) {
        List<Map<String, List<String>>> security = (List<Map<String, List<String>>>) operation.getOrDefault("security",
                List.of());
        Map<String, Object> body = (Map<String, Object>) operation.getOrDefault("requestBody", Map.of());
        Map<String, Object> content = (Map<String, Object>) body.getOrDefault("content", Map.of("application/json", Map.of()));
        List<String> roles = security.stream().flatMap(one -> one.values().stream()).flatMap(List::stream).distinct().toList();
        return new Endpoint(method, path, String.valueOf(operation.get("operationId")), !security.isEmpty(), roles,
                content.keySet().iterator().next());
    }

    @Test
    void everyEndpointThatWritesSaysWhoMay() {
        List<String> undeclared = endpoints().stream()
                .filter(endpoint -> !endpoint.reads() && !endpoint.secured() && !OPEN.contains(endpoint.name())
                        || endpoint.path().startsWith("/api/v1/admin/") && !endpoint.roles().equals(List.of(Roles.ADMIN))
                        || endpoint.writesForARegion() && !REGIONAL.containsKey(endpoint.name()))
                .map(endpoint -> endpoint.method() + " " + endpoint.path() + " " + endpoint.name()).toList();
        assertEquals(List.of(), undeclared);
    }

    @Test
    void everyEndpointLetsThroughWhomItNamesAndNobodyElse() {
        Map<String, Supplier<RequestSpecification>> people = new LinkedHashMap<>();
        people.put("anonymous", People::nobody);
        People.person("walk-viewer", List.of("viewer"), "150100");
        People.person("walk-reporter", List.of("reporter"), "150100");
        People.person("walk-elsewhere", List.of("reporter", "reviewer"), "150200");
        People.person("walk-reviewer", List.of("reviewer"), "150100");
        People.person("walk-planner", List.of("planner"));
        people.put("viewer", () -> People.as("walk-viewer"));
        people.put("reporter", () -> People.as("walk-reporter"));
        people.put(ELSEWHERE, () -> People.as("walk-elsewhere"));
        people.put("reviewer", () -> People.as("walk-reviewer"));
        people.put("planner", () -> People.as("walk-planner"));
        people.put("admin", People::admin);

        List<String> wrong = new ArrayList<>();
        List<Endpoint> endpoints = endpoints();
        for (Endpoint endpoint : endpoints) {
            people.forEach((who, as) -> {
                if (endpoint.reads() && !endpoint.secured() && !who.equals("anonymous")) {
                    return;
                }
                int status = endpoint.send(as.get());
                int answered = status == 401 || status == 403 ? status : 0;
                if (answered != endpoint.expected(who) || status >= 500) {
                    wrong.add("%s %s as %s: %d".formatted(endpoint.method(), endpoint.path(), who, status));
                }
            });
        }
        assertEquals(List.of(), wrong);
        assertTrue(endpoints.size() > 20, "the document lists them");
    }
}
