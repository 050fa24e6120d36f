package io.duibiao.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Restores into a new database, as the first start of the service leaves it. */
@QuarkusTest
class BackupHttpTest {

    private static final List<String> INDICATORS = List.of("rural-sewage-treatment", "forest-cover", "grassland-cover",
            "air-good-days", "pm25-concentration");
    private static final List<String> REGIONS = List.of("150000", "150100", "150200", "152500");
    private static final List<String> PERIODS = List.of("2021", "2022", "2023", "2023-Q3", "2022-01/2022-07");
    private static final String PICTURE = "/charts/bullet.png?plan=nm-eep-14&region=150000&period=2023";
    private static final List<String> READS = List.of("/measurements?page[size]=1000", "/measurements?region=150100",
            "/targets/nm-eep-14.1/resolution", "/targets?plan=nm-eep-14", "/plans", "/indicators?page[size]=1000", "/regions",
            "/conflicts", "/attainment?plan=nm-eep-14&region=150000&period=2023", "/attainment/nm-eep-14.1/150000/2021",
            "/changes?page[size]=1000", PICTURE);

    @Inject
    Flyway flyway;
    @Inject
    Event<StartupEvent> start;
    @Inject
    EntityManager database;

    private static int databases;

    private final Random random = new Random(20_26);

    private void newDatabase() {
        databases++;
        flyway.clean();
        flyway.migrate();
        // The mapping still holds numbers of the database before.
        QuarkusTransaction.requiringNew().run(() -> sequences()
                .forEach(name -> database.createNativeQuery("alter sequence " + name + " restart with " + 1_000_000 * databases)
                        .executeUpdate()));
        start.fire(new StartupEvent());
    }

    @SuppressWarnings("unchecked")
    private List<String> sequences() {
        return database.createNativeQuery(
                "select sequence_name from information_schema.sequences where lower(sequence_schema) = 'public'", String.class)
                .getResultList();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "correct horse 1");
    }

    private static String export() {
        Response export = admin().get("/api/v1/admin/export");
        export.then().statusCode(200).contentType("application/x-ndjson");
        return new String(export.asByteArray(), StandardCharsets.UTF_8);
    }

    /** Without the audit log, which tells of a restore, too. */
    private static String history(String export) {
        return export.substring(0, export.indexOf("{\"commits\""));
    }

    private static List<String> audit(String export) {
        List<String> lines = export.lines().toList();
        return lines.subList(endOfHistory(lines) + 1, lines.size() - 1);
    }

    private static int endOfHistory(List<String> lines) {
        return IntStream.range(0, lines.size()).filter(at -> lines.get(at).startsWith("{\"commits\"")).findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse restore(String export) {
        return admin().contentType("application/x-ndjson").body(export.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/admin/restore").then();
    }

    private static ValidatableResponse verify(byte[] picture) {
        return given().contentType("image/png").body(picture).post("/api/v1/charts:verify").then().statusCode(200);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** @return when it was recorded */
    private String write(String path, String body) {
        String etag = given().urlEncodingEnabled(false).get(path).header("ETag");
        RequestSpecification sent = admin().urlEncodingEnabled(false).contentType("application/json").body(body);
        return (etag == null ? sent : sent.header("If-Match", etag)).put(path).then().statusCode(oneOf(200, 201)).extract()
                .path("recordedAt");
    }

    private String writeAny() {
        if (random.nextInt(8) == 0) {
            return write("/api/v1/targets/nm-eep-14.1/resolution",
                    "{\"phrase\":\"≥%d.%d%%\",\"issuedAt\":\"2024-05-14\",\"issuer\":\"生态环境部\",\"citation\":{\"document\":\"d\",\"section\":\"s\",\"quote\":\"q\"},\"reason\":\"调整\"}"
                            .formatted(85 + random.nextInt(10), random.nextInt(10)));
        }
        String indicator = any(INDICATORS);
        String basis = indicator.equals("air-good-days") && random.nextBoolean() ? "?basis=%E5%89%94%E9%99%A4%E6%B2%99%E5%B0%98"
                : "";
        return write("/api/v1/measurements/" + indicator + "/" + any(REGIONS) + "/" + any(PERIODS).replace("/", "%2F") + basis,
                "{\"value\":%d.%s,\"status\":\"%s\",\"source\":\"报表 \\\"一\\\" <&>\",\"note\":%s,\"reason\":\"更正🙂\"}"
                        .formatted(1 + random.nextInt(90), "1230".substring(random.nextInt(4)),
                                any(List.of("PROVISIONAL", "FINAL")), any(List.of("null", "\"说明\""))));
    }

    private static Map<String, List<String>> answers(List<String> instants) {
        Map<String, List<String>> answers = new TreeMap<>();
        for (String read : READS) {
            for (String asOf : instants) {
                RequestSpecification asked = given().header("Accept-Language", "en");
                Response answer = (asOf.isEmpty() ? asked : asked.queryParam("asOf", asOf)).get("/api/v1" + read);
                answers.put(read + " " + asOf,
                        List.of(String.valueOf(answer.statusCode()), String.valueOf(answer.header("ETag")),
                                String.valueOf(answer.header("As-Of")),
                                answer.statusCode() == 200 ? HexFormat.of().formatHex(answer.asByteArray()) : ""));
            }
        }
        return answers;
    }

    @Test
    void whatIsRestoredAnswersEveryReadToTheByteOfAnyInstantAndItsChainHolds() {
        newDatabase();
        List<String> instants = new ArrayList<>(List.of(""));
        for (int i = 0; i < 60; i++) {
            String recorded = writeAny();
            if (i % 20 == 7) {
                instants.add(recorded);
            }
        }
        Map<String, List<String>> before = answers(instants);
        String export = export();
        String integrity = admin().get("/api/v1/admin/integrity").then().body("intact", is(true)).extract().asString();
        byte[] picture = given().get("/api/v1" + PICTURE).asByteArray();

        newDatabase();
        verify(picture).body("ours", is(false));
        restore(export).statusCode(200).body("digest", equalTo(JsonPath.from(integrity).getString("commits.digest")));
        assertEquals(before, answers(instants));
        assertEquals(history(export), history(export()));
        assertEquals(integrity, admin().get("/api/v1/admin/integrity").asString());
        verify(picture).body("ours", is(true)).body("intact", is(true)).body("changed", empty());

        start.fire(new StartupEvent());
        assertEquals(history(export), history(export()));
        assertTrue(writeAny().compareTo(instants.get(1)) > 0);
        admin().get("/api/v1/admin/integrity").then().body("intact", is(true));
    }

    @Test
    void anExportAsOfAnInstantIsTheExportOfThatInstant() {
        String instant = write("/api/v1/measurements/forest-cover/150100/2001", "{\"value\":1,\"source\":\"a\"}");
        String then = history(export());
        write("/api/v1/measurements/forest-cover/150100/2002", "{\"value\":1,\"source\":\"a\"}");
        String later = new String(admin().queryParam("asOf", instant).get("/api/v1/admin/export").asByteArray(),
                StandardCharsets.UTF_8);
        assertEquals(then, history(later));
        assertEquals(List.of(), audit(later).stream().filter(line -> JsonPath.from(line).getString("at").compareTo(instant) > 0)
                .toList());
    }

    @Test
    void theAuditLogIsAddedToTheOneThatIsThere() {
        newDatabase();
        write("/api/v1/measurements/forest-cover/150100/2007", "{\"value\":1,\"source\":\"a\"}");
        String export = export();
        List<String> before = audit(export);
        assertEquals(1, before.stream().filter(line -> line.contains("\"WRITTEN\"") && line.contains("150100/2007")).count());
        newDatabase();
        given().contentType("application/json").body("{}").put("/api/v1/measurements/forest-cover/150100/2009").then()
                .statusCode(401);
        restore(export).statusCode(200);
        List<String> after = audit(export());
        assertTrue(after.containsAll(before), after.toString());
        assertTrue(after.stream().anyMatch(line -> line.contains("\"NOT_SIGNED_IN\"") && line.contains("150100/2009")),
                after.toString());
        assertTrue(after.stream().anyMatch(line -> line.contains("/api/v1/admin/restore")), after.toString());
    }

    @Test
    void anExportOfVersion020HasNoAuditLog() {
        newDatabase();
        write("/api/v1/measurements/forest-cover/150100/2010", "{\"value\":1,\"source\":\"a\"}");
        List<String> lines = export().lines().toList();
        String earlier = String.join("\n", lines.subList(0, endOfHistory(lines) + 1)) + "\n";
        newDatabase();
        restore(earlier).statusCode(422).body("errors[0].code", equalTo("CUT_SHORT"));
        restore(earlier.replaceFirst("\"duibiaoExport\":2", "\"duibiaoExport\":1")).statusCode(200);
        assertEquals(history(earlier), history(export()));
    }

    @Test
    void theDigestsAreOfTheLinesAsTheyStand() throws Exception {
        write("/api/v1/measurements/forest-cover/150100/2003", "{\"value\":1,\"source\":\"a\"}");
        List<String> lines = export().lines().toList();
        String previous = "";
        int at = 1;
        while (!lines.get(at).startsWith("{\"commits\"")) {
            JsonPath link = JsonPath.from(lines.get(at));
            int next = at + 1 + link.getInt("entries");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(Stream.of(previous, link.getString("recordedAt")), lines.subList(at + 1, next).stream())
                    .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            previous = HexFormat.of().formatHex(digest.digest());
            assertEquals(previous, link.getString("digest"));
            at = next;
        }
        assertEquals(previous, JsonPath.from(lines.get(at)).getString("digest"));
        JsonPath log = JsonPath.from(lines.get(lines.size() - 1));
        List<String> audit = lines.subList(at + 1, lines.size() - 1);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Stream.concat(Stream.of(previous, log.getString("recordedAt")), audit.stream())
                .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        assertEquals(HexFormat.of().formatHex(digest.digest()), log.getString("digest"));
        assertEquals(audit.size(), log.getInt("entries"));
    }

    @Test
    void anExportThatIsNotAsItWasWrittenIsRefusedWhole() {
        newDatabase();
        write("/api/v1/measurements/forest-cover/150100/2004", "{\"value\":1,\"source\":\"a\"}");
        write("/api/v1/measurements/forest-cover/150100/2005", "{\"value\":2,\"source\":\"a\"}");
        String export = export();
        newDatabase();
        String before = history(export());
        assertAll(Stream
                .of("empty", "no JSON", "another format", "no last line", "no audit log", "a line of the audit log edited",
                        "half", "half a line", "edited", "a line taken out",
                        "a line twice", "two lines changed places", "two commits changed places", "more after the end",
                        "unknown kind")
                .map(fault -> () -> assertEquals(422, restore(damaged(fault, export)).extract().statusCode(), fault)));
        admin().contentType("application/x-ndjson").body(export.getBytes(StandardCharsets.UTF_16))
                .post("/api/v1/admin/restore").then().statusCode(422).contentType("application/problem+json")
                .body("errors[0].line", is(1));
        assertEquals(before, history(export()));
        restore(export).statusCode(200);
    }

    private static String damaged(String fault, String export) {
        List<String> lines = new ArrayList<>(export.lines().toList());
        int last = endOfHistory(lines);
        switch (fault) {
            case "empty" -> lines.clear();
            case "no JSON" -> lines.set(0, "indicator,region,period,value");
            case "another format" -> lines.set(0, lines.get(0).replace("2", "3"));
            case "no last line" -> lines.remove(lines.size() - 1);
            case "no audit log" -> lines.subList(last + 1, lines.size()).clear();
            case "a line of the audit log edited" -> lines.set(last + 1, lines.get(last + 1).replace("admin", "nobody"));
            case "half" -> lines.subList(last / 2, last + 1).clear();
            case "half a line" -> lines.set(lines.size() - 1, lines.get(lines.size() - 1).substring(0, 20));
            case "edited" -> lines.set(last - 1, lines.get(last - 1).replace("\"value\":2,", "\"value\":3,"));
            case "a line taken out" -> lines.remove(5);
            case "a line twice" -> lines.add(5, lines.get(5));
            case "two lines changed places" -> Collections.swap(lines, 5, 6);
            case "two commits changed places" -> Collections.rotate(lines.subList(last - 4, last), 2);
            case "more after the end" -> lines.add(lines.get(lines.size() - 1));
            case "unknown kind" -> lines.set(2, lines.get(2).replace("\"kind\":\"", "\"kind\":\"un"));
            default -> throw new IllegalArgumentException(fault);
        }
        return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    }

    @Test
    void whereSomebodyHasRecordedNothingIsReplaced() {
        write("/api/v1/measurements/forest-cover/150100/2006", "{\"value\":1,\"source\":\"a\"}");
        String before = export();
        restore(before).statusCode(409).body("type", endsWith("not-empty"));
        assertEquals(history(before), history(export()));
    }

    @Test
    void onlyAnAdministratorTakesItOutOrIn() {
        given().get("/api/v1/admin/export").then().statusCode(401);
        given().get("/api/v1/admin/integrity").then().statusCode(401);
        given().body(new byte[0]).post("/api/v1/admin/restore").then().statusCode(401);
    }

    @Test
    void aFileLongerThanAFormIsRead() {
        admin().contentType("application/x-ndjson").body(new byte[1 << 20]).post("/api/v1/admin/restore").then()
                .statusCode(422).body("errors[0].code", equalTo("CUT_SHORT"));
    }
}
