package io.duibiao.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The planner's edits. Each test has tables of its own, whose codes begin with its letters. */
@QuarkusTest
class EditHttpTest {

    private static final String API = "/api/v1";
    private static final String CITED = "{\"document\":\"OWN-plan\",\"section\":\"二\",\"quote\":\"某市\"}";
    private static final String PLAN = """
            {"title":{"zh":"某某行动方案","en":"An action plan"},"documentNumber":"某发〔2026〕1号","issuer":"某某办公厅",
             "level":"region","issued":"2026-03-01","startYear":2026,"endYear":2030,"baseYear":2025,"notes":["注一"]}""";
    private static final String INDICATOR = """
            {"name":{"zh":"某某比例","en":"A share"},"unit":"%","changeUnit":"百分点","decimals":1,"direction":"HIGHER",
             "kind":"LEVEL","timing":"STOCK","aggregation":"WEIGHTED(OWN-air)","derived":"DECLINE(OWN-air)","bases":["含沙尘"],"passDown":true}""";
    private static final String REGION = """
            {"name":{"zh":"某某旗","en":"Some banner"},"shortName":"某某","level":"banner","parent":"OWN01"}""";
    private static final String GROUP = """
            {"name":{"zh":"两地","en":"Two"},"members":["OWN00","OWN01"],"citation":%s}""".formatted(CITED);
    private static final String TARGET = """
            {"plan":"OWN-plan","indicator":"OWN-air","scope":"建成区","region":"OWN01","attribute":"BINDING","due":"2025-12-31",
             "printed":"不低于92.5%%","baseline":{"printed":"90.8","period":"2020"},"path":"OWN-path","citations":[%s]}"""
            .formatted(CITED);

    @Inject
    Seeding seeding;

    /** Where an entry is put, what is put, and what of it is then changed to what. */
    static Stream<Arguments> nouns() {
        return Stream.of(Arguments.of("/plans/OWN-new", PLAN, "2030", "2029"),
                Arguments.of("/indicators/OWN-share", INDICATOR, "某某比例", "某某率"),
                Arguments.of("/regions/OWN02", REGION, "某某旗", "某某县"),
                Arguments.of("/groups/OWN-two", GROUP, "\"OWN00\",", ""),
                Arguments.of("/targets/OWN-plan.7", TARGET, "92.5", "93.0"));
    }

    private String own = "";

    private void own(String letters) {
        own = letters;
        seeding.load(new Tables(own).seed());
    }

    private static RequestSpecification planner() {
        return given().header("Accept-Language", "en").auth().preemptive().basic("admin", "correct horse 1")
                .contentType("application/json");
    }

    private ValidatableResponse put(RequestSpecification as, String path, String body) {
        return as.body(body.replace("OWN", own)).put(API + path.replace("OWN", own)).then();
    }

    private ValidatableResponse put(String path, String body) {
        return put(planner(), path, body);
    }

    private ValidatableResponse get(String path) {
        return given().header("Accept-Language", "en").get(API + path.replace("OWN", own)).then();
    }

    /** What a reader gets for editing, with a reason. */
    private ObjectNode content(String path, String reason) throws JsonProcessingException {
        return ((ObjectNode) new ObjectMapper().readTree(get(path).statusCode(200).extract().asString()).get("content"))
                .put("reason", reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nouns")
    void anEntryIsMadeReadChangedAndItsHistoryTold(String path, String body, String said, String changed) throws Exception {
        own("made");
        get(path).statusCode(404);
        String first = put(path, body).statusCode(201).header("Location", endsWith(path.replace("OWN", own)))
                .body("content", not(nullValue())).extract().header("ETag");
        put(path, body).statusCode(200).header("ETag", equalTo(first));

        String seen = get(path).statusCode(200).extract().header("ETag");
        ObjectNode edited = content(path, "更正");
        put(path, edited.toString()).statusCode(200).header("ETag", equalTo(first));
        String other = edited.toString().replace(said.replace("OWN", own), changed.replace("OWN", own));
        put(path, other).statusCode(428).header("ETag", equalTo(first));
        put(planner().header("If-Match", "\"r9-1\""), path, other).statusCode(412).header("ETag", equalTo(first));
        put(planner().header("If-Match", seen), path, other.replace("更正", " ")).statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        String second = put(planner().header("If-Match", seen), path, other).statusCode(200)
                .header("ETag", startsWith("\"r2-")).extract().header("ETag");
        put(planner().header("If-Match", seen), path, body).statusCode(412).header("ETag", equalTo(second));

        String now = get(path).header("ETag", startsWith(second.substring(0, second.length() - 1))).extract().header("ETag");
        given().header("Accept-Language", "en").header("If-None-Match", now).get(API + path.replace("OWN", own)).then()
                .statusCode(304);
        get(path + "/revisions").statusCode(200).body("items.revision", equalTo(List.of(1, 2)))
                .body("items.author", hasItems("admin", "admin")).body("items[1].reason", equalTo("更正"))
                .body("items[0].content.reason", nullValue());
        get(path + "/revisions?page[size]=1").body("items", hasSize(1)).header("Link", containsString("rel=\"next\""));
        String before = get(path + "/revisions").extract().path("items[0].recordedAt");
        get(path + "?asOf=" + before).header("ETag", startsWith(first.substring(0, first.length() - 1)));
        get(path + "/revisions?asOf=" + before).body("items", hasSize(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nouns")
    void whoIsNotSignedInWritesNothingAndWhoWantsItNewGetsNoOther(String path, String body, String said, String changed) {
        own("who");
        put(given().contentType("application/json"), path, body).statusCode(401);
        get(path).statusCode(404);
        put(planner().header("If-Match", "\"r1-1\""), path, body).statusCode(412);
        put(planner().header("If-None-Match", "*"), path, body).statusCode(201);
        put(planner().header("If-None-Match", "*"), path, body).statusCode(412);
        get(path + "/revisions").body("items", hasSize(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nouns")
    void aBodyThatSaysNothingOrTooMuchIsRefused(String path, String body, String said, String changed) {
        own("bad");
        put(path, "{}").statusCode(422).body("errors.code", hasItem("MISSING"));
        put(path, "null").statusCode(400);
        put(path, "[]").statusCode(400);
        put(path, body.replaceFirst("\\{", "{\"colour\":1,")).statusCode(400).body("errors[0].code", equalTo("UNKNOWN_FIELD"));
        put(path, body.replaceFirst("\"[^\"]*[\\u4e00-\\u9fff][^\"]*\"", "\"\\\\u202e\"")).statusCode(422)
                .body("errors[0].code", equalTo("BAD_CHARACTERS"));
        put(path, body.replaceFirst("\"[^\"]*[\\u4e00-\\u9fff][^\"]*\"", "\"" + "长".repeat(2001) + "\"")).statusCode(422)
                .body("errors[0].code", equalTo("NOT_ALLOWED"));
        put(path, body.replaceFirst("\\{", "{\"reason\":\"" + "长".repeat(1001) + "\",")).statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        get(path).statusCode(404);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({ "/plans/OWN_new, BAD_CODE", "/plans/New, BAD_CODE", "/plans/a--b, BAD_CODE", "/regions/%E6%97%97, BAD_CODE",
            "/targets/OWN-plan.0, BAD_CODE", "/targets/OWN-old.7, BAD_CODE", "/targets/7, BAD_CODE",
            "/groups/OWN00, CODE_TAKEN", "/regions/OWN-near, CODE_TAKEN" })
    void aCodeThatNothingMayHaveIsRefused(String path, String code) {
        own("code");
        String body = path.startsWith("/plans") ? PLAN
                : path.startsWith("/regions") ? REGION : path.startsWith("/groups") ? GROUP : TARGET;
        put(planner().urlEncodingEnabled(false), path, body).statusCode(422).body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(path.substring(1, path.indexOf('/', 1) - 1)));
    }

    @Test
    void aCodeIsNotLongerThanItCanBeKept() {
        own("long");
        put("/plans/" + "a".repeat(61), PLAN).statusCode(422).body("errors[0].code", equalTo("BAD_CODE"));
    }

    /** Every check of the seed tables, in the words of a request. */
    @ParameterizedTest(name = "{0}: {2} for {1} is {4} at {3}")
    @CsvSource(delimiter = '|', textBlock = """
            /plans/OWN-x      | "region"         | "county"               | /level       | BAD_VALUE
            /plans/OWN-x      | 2030             | 2024                   | /endYear     | END_TOO_EARLY
            /plans/OWN-x      | 2030             | 3030                   | /endYear     | NOT_ALLOWED
            /plans/OWN-x      | 2030             | 20.5                   | /endYear     | *
            /plans/OWN-x      | 2026-03-01       | +999999999-12-31       | /issued      | DATE_OUT_OF_RANGE
            /plans/OWN-x      | "某某行动方案"     | " "                    | /title/zh    | MISSING
            /indicators/OWN-x | WEIGHTED(OWN-air) | AVERAGE               | /aggregation | BAD_FORMULA
            /indicators/OWN-x | WEIGHTED(OWN-air) | WEIGHTED(OWN-ait)     | /aggregation | UNKNOWN_INDICATOR
            /indicators/OWN-x | DECLINE(OWN-air) | RISE(OWN-air)          | /derived     | BAD_FORMULA
            /indicators/OWN-x | DECLINE(OWN-air) | DECLINE(OWN-x)         | /derived     | CIRCLE
            /indicators/OWN-x | WEIGHTED(OWN-air) | NONE                  | /passDown    | NOT_INTENSIVE
            /indicators/OWN-x | WEIGHTED(OWN-air) | SUM                   | /passDown    | NOT_INTENSIVE
            /indicators/OWN-x | "HIGHER"         | "UP"                   | /direction   | BAD_VALUE
            /indicators/OWN-x | "decimals":1     | "decimals":5           | /decimals    | NOT_ALLOWED
            /regions/OWN-x    | "banner"         | "village"              | /level       | BAD_VALUE
            /regions/OWN-x    | OWN01            | OWN09                  | /parent      | UNKNOWN_REGION
            /regions/OWN-x    | OWN01            | OWN-x                  | /parent      | CIRCLE
            /groups/OWN-x     | OWN00            | OWN09                  | /members     | UNKNOWN_REGION
            /groups/OWN-x     | OWN00            | OWN01                  | /members     | REPEATED_MEMBER
            /groups/OWN-x     | "OWN00"          | null                   | /members/0   | *
            /targets/OWN-plan.8 | "OWN-air"      | "OWN-aix"              | /indicator   | UNKNOWN_INDICATOR
            /targets/OWN-plan.8 | OWN01          | OWN09                  | /region      | UNKNOWN_REGION
            /targets/OWN-plan.8 | "region":"OWN01", |                     | /region      | REGION_OR_GROUP
            /targets/OWN-plan.8 | "region":"OWN01" | "region":"OWN01","group":"OWN-near" | /region | REGION_OR_GROUP
            /targets/OWN-plan.8 | "region":"OWN01" | "group":"OWN-neat"   | /group       | UNKNOWN_GROUP
            /targets/OWN-plan.8 | 不低于92.5%      | 不低于92.5%且比较好       | /printed     | UNREADABLE_PHRASE
            /targets/OWN-plan.8 | 不低于92.5%      | 不低于92.5个             | /printed     | OTHER_UNIT
            /targets/OWN-plan.8 | 不低于92.5%      | 提高2万吨                | /printed     | OTHER_UNIT
            /targets/OWN-plan.8 | "scope"        | "readAs":"不高于5微克/立方米","scope" | /readAs | OTHER_UNIT
            /targets/OWN-plan.8 | "printed":"90.8" | "printed":"90.8个"     | /baseline    | OTHER_UNIT
            /targets/OWN-plan.8 | 不低于92.5%      | 分别达到85%、95%          | /printed     | SEVERAL_RULES
            /targets/OWN-plan.8 | "scope"        | "readAs":"很好","scope" | /readAs      | UNREADABLE_PHRASE
            /targets/OWN-plan.8 | "scope"        | "baseYear":2020,"scope" | /baseYear  | NO_BASE_YEAR
            /targets/OWN-plan.8 | "2025-12-31"   | "2101-01-01"           | /due         | DATE_OUT_OF_RANGE
            /targets/OWN-plan.8 | "printed":"90.8" | "printed":"9e99"     | /baseline    | NOT_A_FIGURE
            /targets/OWN-plan.8 | "printed":"90.8" | "printed":"123456789012345" | /baseline | NOT_A_FIGURE
            /targets/OWN-plan.8 | "2020"         | "2020-13"              | /baseline/period | NOT_A_PERIOD
            /targets/OWN-plan.8 | OWN-path       | OWN-pith               | /path        | UNKNOWN_PATH
            /targets/OWN-plan.8 | "path"         | "dueKind":"FROM","path" | /path       | NO_SCHEDULE
            /targets/OWN-plan.8 | "path"         | "basis":"含尘","path"   | /basis       | UNKNOWN_BASIS
            /targets/OWN-plan.8 | "printed":"90.8" | "printed":"90.8","basis":"含尘" | /baseline/basis | UNKNOWN_BASIS
            /targets/OWN-plan.8 | "path"         | "dataLag":6,"path"     | /dataLag     | NOT_ALLOWED
            /targets/OWN-plan.8 | "path"         | "strive":"yes","path"  | /strive      | BAD_SHAPE
            /targets/OWN-plan.8 | "citations":[  | "citations":[],"x":[   | *            | UNKNOWN_FIELD
            /targets/OWN-plan.8 | "quote":"某市" | "quote":""             | /citations/0/quote | MISSING
            """)
    void whatTheTablesWouldRefuseARequestIsRefusedToo(String path, String said, String sent, String pointer, String code) {
        own("check");
        String body = path.startsWith("/plans") ? PLAN
                : path.startsWith("/indicators") ? INDICATOR
                        : path.startsWith("/regions") ? REGION : path.startsWith("/groups") ? GROUP : TARGET;
        ValidatableResponse refused = put(path, body.replace(said, sent == null ? "" : sent))
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422)).contentType("application/problem+json");
        if (!pointer.equals("*")) {
            refused.body("errors.pointer", hasItem(pointer));
        }
        if (!code.equals("*")) {
            refused.body("errors.code", hasItem(code));
        }
        get(path).statusCode(404);
    }

    @Test
    void anUnreadablePhraseIsRefusedWithThePartThatIsNotUnderstoodAndEveryFaultAtOnce() {
        own("faults");
        put("/targets/OWN-plan.9", TARGET.replace("92.5%", "92.5%且比较好").replace("OWN01", "OWN-nera").replace("OWN-path", "x"))
                .statusCode(422).body("errors", hasSize(3))
                .body("errors.find { it.pointer == '/printed' }.value", containsString("比较好"))
                .body("errors.find { it.pointer == '/region' }.code", equalTo("UNKNOWN_REGION"));
        put("/targets/OWN-plan.9", TARGET.replace("OWN-air", "OWN-aie")).statusCode(422)
                .body("errors[0].message", containsString("faults-air"));
    }

    @Test
    void aBasisThatTheBaselineSharesIsRefusedOnce() {
        own("once");
        put("/targets/OWN-plan.8", TARGET.replace("不低于92.5%", "由90%增至92.5%")
                .replace("\"baseline\":{\"printed\":\"90.8\",\"period\":\"2020\"}", "\"basis\":\"含尘\"")).statusCode(422)
                .body("errors.code", equalTo(List.of("UNKNOWN_BASIS")));
    }

    @Test
    void aPhraseIsReadOnTheServerWhateverElseIsSent() {
        own("read");
        put("/targets/OWN-plan.9", TARGET).statusCode(201).body("rule.type", equalTo("AtLeast"))
                .body("rule.value", equalTo(92.5f)).body("citations[0].document", equalTo("《某某规划》"))
                .body("basis", nullValue()).body("dueAssumed", equalTo(false)).body("groupMode", equalTo("EACH"));
        put("/targets/OWN-plan.10",
                TARGET.replace("建成区", "农区").replace("\"due\":\"2025-12-31\",", "").replace(",\"period\":\"2020\"", ""))
                .statusCode(201).body("due", equalTo("2025-12-31")).body("dueAssumed", equalTo(true))
                .body("baseline.period", equalTo("2020")).body("baseline.assumed", equalTo(true));
    }

    @Test
    void anIndicatorKeepsTheMeaningThatItsTargetsWereReadWith() throws Exception {
        own("turn");
        put("/indicators/OWN-share", INDICATOR).statusCode(201);
        put("/targets/OWN-plan.11", TARGET.replace("OWN-air", "OWN-share").replace("不低于92.5%", "18")).statusCode(201)
                .body("rule.type", equalTo("AtLeast"));
        String seen = get("/indicators/OWN-share").extract().header("ETag");
        String turned = content("/indicators/OWN-share", "r").toString().replace("HIGHER", "LOWER");
        put(planner().header("If-Match", seen), "/indicators/OWN-share", turned).statusCode(422)
                .body("errors[0].code", equalTo("READ_OTHERWISE")).body("errors[0].message", containsString("turn-plan.11"));
        put(planner().header("If-Match", seen), "/indicators/OWN-share",
                turned.replace("LOWER", "HIGHER").replace("A share", "S"))
                .statusCode(200).body("name", equalTo("S"));
    }

    @Test
    void regionsThatWouldBeAboveOneAnotherAreRefused() throws Exception {
        own("loop");
        put("/regions/OWN02", REGION).statusCode(201);
        String seen = get("/regions/OWN00").extract().header("ETag");
        String above = content("/regions/OWN00", "r").put("parent", "loop02").toString();
        put(planner().header("If-Match", seen), "/regions/OWN00", above).statusCode(422)
                .body("errors[0].pointer", equalTo("/parent")).body("errors[0].code", equalTo("CIRCLE"));
    }

    @Test
    void anEditOutlivesTheNextStart() throws Exception {
        own("stays");
        String seen = get("/targets/OWN-plan.1").extract().header("ETag");
        String edited = content("/targets/OWN-plan.1", "据某发〔2026〕1号").toString().replace("90.8%", "91.5%");
        put(planner().header("If-Match", seen), "/targets/OWN-plan.1", edited).statusCode(200).body("printed",
                equalTo("不低于91.5%"));
        seeding.load(new Tables(own).seed());
        get("/targets/OWN-plan.1").body("printed", equalTo("不低于91.5%"));
        get("/targets/OWN-plan.1/revisions").body("items.author", equalTo(List.of("seed", "admin")))
                .body("items[0].content.printed", equalTo("不低于90.8%"));
    }

    @Test
    void whoReadsBeforeAnotherWritesDoesNotOverwriteHim() throws Exception {
        own("lost");
        String seen = get("/groups/OWN-near").extract().header("ETag");
        ObjectNode mine = content("/groups/OWN-near", "r");
        put(planner().header("If-Match", seen), "/groups/OWN-near", mine.toString().replace("Near", "Nearby")).statusCode(200);
        put(planner().header("If-Match", seen), "/groups/OWN-near", mine.toString().replace("Near", "Around")).statusCode(412);
        get("/groups/OWN-near").body("name", equalTo("Nearby"));
        assertEquals(2, (int) get("/groups/OWN-near/revisions").extract().path("items.size()"));
    }

    private ValidatableResponse withdraw(String path, String seen) {
        return planner().header("If-Match", seen).queryParam("reason", "录入错误").delete(API + path.replace("OWN", own)).then();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nouns")
    void anEntryMadeByMistakeIsWithdrawnAndItsHistoryStays(String path, String body, String said, String changed) {
        own("gone");
        put(path, body).statusCode(201);
        String seen = get(path).extract().header("ETag");
        String before = get(path).extract().header("As-Of");
        given().contentType("application/json").queryParam("reason", "r").delete(API + path.replace("OWN", own)).then()
                .statusCode(401);
        planner().queryParam("reason", "r").delete(API + path.replace("OWN", own)).then().statusCode(428);
        planner().header("If-Match", seen).delete(API + path.replace("OWN", own)).then().statusCode(422)
                .body("errors[0].code", equalTo("REASON_REQUIRED"));
        withdraw(path, "\"r9-1\"").statusCode(412);
        withdraw(path, seen).statusCode(204);

        get(path).statusCode(404);
        withdraw(path, seen).statusCode(404);
        get(path + "?asOf=" + before).statusCode(200).header("ETag", startsWith(seen.substring(0, seen.indexOf('.'))));
        get(path + "/revisions").statusCode(200).body("items[0].withdrawn", nullValue())
                .body("items[1].withdrawn", equalTo(true))
                .body("items[1].reason", equalTo("录入错误")).body("items[1].author", equalTo("admin"));
        given().queryParam("since", before).get(API + "/changes").then()
                .body("items.findAll { it.content.withdrawn }.key", hasItem(path.substring(path.lastIndexOf('/') + 1)
                        .replace("OWN", own)));
        seeding.load(new Tables(own).seed());
        get(path).statusCode(404);
        put(path, body).statusCode(201).header("ETag", startsWith("\"r3-"));
        get(path).statusCode(200);
    }

    @ParameterizedTest(name = "{0} is named by {1}")
    @CsvSource({ "/plans/OWN-plan, OWN-plan.1", "/indicators/OWN-air, OWN-plan.1", "/regions/OWN00, OWN-plan.1",
            "/regions/OWN01, OWN-near" })
    void whatIsStillNamedIsNotWithdrawn(String path, String by) {
        own("named");
        withdraw(path, get(path).extract().header("ETag")).statusCode(409).body("type", endsWith("still-named"))
                .body("detail", containsString(by.replace("OWN", own)));
        get(path).statusCode(200);
    }

    @Test
    void whatValuesWereRecordedForIsNotWithdrawn() {
        own("valued");
        put("/indicators/OWN-share", INDICATOR).statusCode(201);
        put("/regions/OWN02", REGION).statusCode(201);
        put("/measurements/OWN-share/OWN02/2024", "{\"value\":1,\"source\":\"年报\"}").statusCode(201);
        for (String path : List.of("/indicators/OWN-share", "/regions/OWN02")) {
            withdraw(path, get(path).extract().header("ETag")).statusCode(409).body("type", endsWith("still-named"));
        }
    }

    @Test
    void aTargetThatIsWithdrawnIsJudgedNoMoreButWasBefore() {
        own("judged");
        put("/targets/OWN-plan.7", TARGET.replace("92.5%", "93%")).statusCode(201);
        String rows = "/attainment?plan=OWN-plan&period=2024&region=OWN01";
        String before = get(rows).body("items.target", hasItem("judged-plan.7")).extract().header("As-Of");
        String then = get(rows + "&asOf=" + before).extract().asString();
        withdraw("/targets/OWN-plan.7", get("/targets/OWN-plan.7").extract().header("ETag")).statusCode(204);
        get(rows).body("items.target", not(hasItem("judged-plan.7")));
        get("/attainment/OWN-plan.7/OWN01/2024").statusCode(404);
        assertEquals(then, get(rows + "&asOf=" + before).extract().asString());
    }

    @Test
    void whatATargetHasOfItsPlanGoesAlongWithThePlan() throws Exception {
        own("along");
        put("/targets/OWN-plan.7", TARGET.replace("\"due\":\"2025-12-31\",", "").replace(",\"period\":\"2020\"", ""))
                .statusCode(201).body("dueAssumed", equalTo(true));
        put("/targets/OWN-plan.8", TARGET.replace("建成区", "农区")).statusCode(201);
        String before = get("/targets/OWN-plan.7").extract().header("As-Of");
        String edited = content("/plans/OWN-plan", "勘误").put("endYear", 2026).put("baseYear", 2019).toString();
        put(planner().header("If-Match", get("/plans/OWN-plan").extract().header("ETag")), "/plans/OWN-plan", edited)
                .statusCode(200);
        get("/targets/OWN-plan.7").body("due", equalTo("2026-12-31")).body("dueAssumed", equalTo(true))
                .body("baseline.period", equalTo("2019"));
        get("/targets/OWN-plan.8").body("due", equalTo("2025-12-31")).body("baseline.period", equalTo("2020"));
        get("/targets/OWN-plan.7?asOf=" + before).body("due", equalTo("2025-12-31"));
        get("/targets/OWN-plan.7/revisions").body("items.reason", equalTo(List.of("", "勘误")));
    }

    @Test
    void whatAPlanPrintsTwiceIsOneTarget() {
        own("twice");
        put("/targets/OWN-plan.7", TARGET).statusCode(201);
        put("/targets/OWN-plan.8", TARGET.replace("不低于92.5%", "达到92.50%以上").replace("BINDING", "TASK")).statusCode(422)
                .body("errors[0].code", equalTo("RESTATED")).body("errors[0].value", equalTo("twice-plan.7"));
        String other = put("/targets/OWN-plan.8", TARGET.replace("92.5%", "93%")).statusCode(201).extract().header("ETag");
        get("/conflicts?page[size]=1000").body("items.targets.id.flatten()", hasItems("twice-plan.7", "twice-plan.8"));
        put(planner().header("If-Match", other), "/targets/OWN-plan.8", TARGET).statusCode(422)
                .body("errors[0].code", equalTo("RESTATED"));
    }

    @Test
    void whatAPlanAsksForEarlierInAYearContradictsNothing() {
        own("step");
        put("/targets/OWN-plan.7", TARGET.replace("2025-12-31", "2025-06-30")).statusCode(201);
        put("/targets/OWN-plan.8", TARGET.replace("92.5%", "93%")).statusCode(201);
        get("/conflicts?page[size]=1000").body("items.targets.id.flatten()", not(hasItem("step-plan.8")));
    }

    @Test
    void whatFiguresWereRecordedInStaysTheUnitAndTheBasis() throws Exception {
        own("same");
        put("/targets/OWN-plan.7", TARGET.replace("\"path\"", "\"basis\":\"含沙尘\",\"path\"")).statusCode(201);
        String seen = get("/indicators/OWN-air").extract().header("ETag");
        String content = content("/indicators/OWN-air", "r").toString();
        put(planner().header("If-Match", seen), "/indicators/OWN-air", content.replace("\"unit\":\"%\"", "\"unit\":\"天\""))
                .statusCode(422).body("errors.pointer", hasItem("/unit")).body("errors.code", hasItem("READ_OTHERWISE"));
        put(planner().header("If-Match", seen), "/indicators/OWN-air",
                content.replace("含沙尘", "x").replace("剔除沙尘", "含沙尘").replace("x", "剔除沙尘")).statusCode(422)
                .body("errors.pointer", equalTo(List.of("/basis"))).body("errors[0].code", equalTo("READ_OTHERWISE"));
        put(planner().header("If-Match", seen), "/indicators/OWN-air", content.replace("[\"含沙尘\"]", "[]")).statusCode(422)
                .body("errors[0].pointer", equalTo("/bases")).body("errors[0].code", equalTo("STILL_NAMED"));
    }

    @Test
    void aTargetWhoseFigureCameLaterIsNotPrintedWithAnotherNorReadOfAnotherIndicator() throws Exception {
        own("later");
        put("/targets/OWN-plan.7", TARGET.replace("不低于92.5%", "达到国家考核目标")).statusCode(201);
        put("/targets/OWN-plan.7/resolution", "{\"phrase\":\"≥90%\",\"issuedAt\":\"2024-05-14\",\"issuer\":\"某部\",\"citation\":"
                + CITED + "}").statusCode(201);
        String seen = get("/targets/OWN-plan.7").extract().header("ETag");
        String content = content("/targets/OWN-plan.7", "r").toString();
        put(planner().header("If-Match", seen), "/targets/OWN-plan.7", content.replace("达到国家考核目标", "不低于80%"))
                .statusCode(422).body("errors[0].pointer", equalTo("/printed")).body("errors[0].code", equalTo("RESOLVED"));
        put(planner().header("If-Match", seen), "/targets/OWN-plan.7", content.replace("OWN-air", "x")
                .replace("later-air", "later-cod")).statusCode(422).body("errors.pointer", hasItem("/indicator"))
                .body("errors.code", hasItem("RESOLVED"));
        put(planner().header("If-Match", seen), "/targets/OWN-plan.7", content.replace("建成区", "全域")).statusCode(200);
    }
}
