package io.duibiao.attainment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/**
 * What is recorded later — a person's finding, a figure from above, a changed target — answers from then on and never before.
 * Each test has a plan of its own.
 */
@QuarkusTest
class JudgementHttpTest {

    private static final String API = "/api/v1";
    private static final String CITED = "{\"document\":\"空气质量持续改善行动实施方案\",\"section\":\"一\",\"quote\":\"到2025年\"}";

    private static RequestSpecification planner() {
        return given().header("Accept-Language", "en").auth().preemptive().basic("admin", "correct horse 1")
                .contentType("application/json");
    }

    private static ValidatableResponse put(String path, String body) {
        return planner().body(body).put(API + path).then();
    }

    private static ValidatableResponse change(String path, String body) {
        String seen = given().get(API + path).header("ETag");
        return planner().header("If-Match", seen).body(body.replaceFirst("\\{", "{\"reason\":\"更正\",")).put(API + path).then();
    }

    private static void plan(String plan) {
        put("/plans/" + plan, """
                {"title":{"zh":"某市规划","en":"A plan"},"level":"region","issued":"2021-09-30","startYear":2021,"endYear":2025,
                 "baseYear":2020,"notes":[]}""").statusCode(201);
    }

    /** Below a league, where nothing is rolled up. */
    private static void region(String code) {
        put("/regions/" + code, region("某镇", code)).statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }

    private static String region(String name, String code) {
        return "{\"name\":{\"zh\":\"%s\",\"en\":\"%s\"},\"shortName\":\"某\",\"level\":\"town\",\"parent\":\"152501\"}"
                .formatted(name, code);
    }

    private static String said(String plan, String indicator, String where, String printed) {
        return """
                {"plan":"%s","indicator":"%s",%s,"attribute":"BINDING","due":"2025-12-31","printed":"%s","citations":[%s]}"""
                .formatted(plan, indicator, where, printed, CITED);
    }

    private static void target(String id, String indicator, String where, String printed) {
        put("/targets/" + id, said(id.substring(0, id.lastIndexOf('.')), indicator, where, printed)).statusCode(201);
    }

    private static String finding(String outcome, String period) {
        return "{\"outcome\":\"%s\",\"period\":\"%s\",\"evidence\":\"2024年第三方评估报告\"}".formatted(outcome, period);
    }

    private static ValidatableResponse verdict(String target, String region, String period) {
        return given().header("Accept-Language", "zh-CN").get(API + "/attainment/" + target + "/" + region + "/" + period)
                .then()
                .statusCode(200);
    }

    private static String rows(String plan, String period, String asOf) {
        return given().queryParam("plan", plan).queryParam("period", period).queryParam("asOf", asOf).get(API + "/attainment")
                .asString();
    }

    @Test
    void aFindingSettlesATargetThatNoFigureSettlesFromThenOn() {
        plan("found-plan");
        target("found-plan.1", "soil-safety", "\"region\":\"150000\"", "得到有效保障");
        String before = verdict("found-plan.1", "150000", "2024").body("reason", equalTo("AWAITING_JUDGEMENT"))
                .body("judgement", nullValue()).extract().asString();
        String then = given().get(API + "/targets/found-plan.1").path("recordedAt");
        given().get(API + "/targets/found-plan.1/judgement").then().statusCode(404).body("type", endsWith("not-judged"));

        put("/targets/found-plan.1/judgement", finding("MET", "2024")).statusCode(201)
                .header("Location", endsWith("/targets/found-plan.1/judgement?period=2024&region=150000"))
                .body("revision", is(1));
        verdict("found-plan.1", "150000", "2024").body("outcome", equalTo("MET")).body("schedule", equalTo("AHEAD"))
                .body("reason", nullValue()).body("judgement.evidence", equalTo("2024年第三方评估报告"))
                .body("explain.steps", hasItem(containsString("2024年第三方评估报告")));
        verdict("found-plan.1", "150000", "2025").body("outcome", equalTo("MET")).body("judgement.period", equalTo("2024"));
        verdict("found-plan.1", "150000", "2023").body("reason", equalTo("AWAITING_JUDGEMENT"));

        given().get(API + "/targets/found-plan.1").then().body("judgements.outcome", equalTo(List.of("MET")));
        assertEquals(before, given().header("Accept-Language", "zh-CN").queryParam("asOf", then)
                .get(API + "/attainment/found-plan.1/150000/2024").asString());
    }

    @Test
    void aFindingIsChangedWithAReasonAndEachPeriodHasItsOwn() {
        plan("again-plan");
        target("again-plan.1", "soil-safety", "\"region\":\"150000\"", "得到有效保障");
        String path = "/targets/again-plan.1/judgement";
        String seen = put(path, finding("NOT_MET", "2023")).statusCode(201).extract().header("ETag");
        put(path, finding("NOT_MET", "2023")).statusCode(200).header("ETag", equalTo(seen));
        put(path, finding("MET", "2025")).statusCode(201);
        verdict("again-plan.1", "150000", "2024").body("outcome", equalTo("NOT_YET_MET"))
                .body("labels.outcome", equalTo("尚未达标"));
        put(path, finding("MET", "2023")).statusCode(428);
        planner().header("If-Match", seen).body(finding("MET", "2023")).put(API + path).then().statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        String read = given().get(API + path + "?period=2023").then().log().ifError().statusCode(200).extract().header("ETag");
        assertEquals(seen, read);
        planner().header("If-Match", read).body(finding("MET", "2023").replaceFirst("\\{", "{\"reason\":\"复核\","))
                .put(API + path)
                .then().statusCode(200).body("revision", is(2));
        given().get(API + path).then().body("period", equalTo("2025")).body("content.evidence", equalTo("2024年第三方评估报告"));
        given().get(API + path + "/revisions").then().body("items", hasSize(3)).body("items[2].reason", equalTo("复核"))
                .body("items.content.period", equalTo(List.of("2023", "2025", "2023")));
        given().get(API + path + "?period=2022").then().statusCode(404);
    }

    @Test
    void eachMemberOfAGroupIsFoundForItself() {
        plan("each-plan");
        target("each-plan.1", "soil-safety", "\"group\":\"hohhot-baotou-chifeng\"", "得到有效保障");
        String path = "/targets/each-plan.1/judgement";
        put(path, finding("MET", "2025")).statusCode(422).body("errors[0].pointer", equalTo("/region"))
                .body("errors[0].message", containsString("150100"));
        for (String region : List.of("150100", "150200", "150400")) {
            put(path, finding(region.equals("150400") ? "NOT_MET" : "MET", "2025").replaceFirst("\\{",
                    "{\"region\":\"" + region + "\",")).statusCode(201);
        }
        verdict("each-plan.1", "150200", "2025").body("outcome", equalTo("MET"));
        verdict("each-plan.1", "hohhot-baotou-chifeng", "2025").body("outcome", equalTo("NOT_MET"));
        put(path, finding("MET", "2025").replaceFirst("\\{", "{\"region\":\"150300\",")).statusCode(422)
                .body("errors[0].code", equalTo("NOT_ITS_TARGET"));
        put(path, finding("MET", "2025").replaceFirst("\\{", "{\"region\":\"15020\",")).statusCode(422)
                .body("errors[0].code", equalTo("UNKNOWN_REGION")).body("errors[0].pointer", equalTo("/region"));
        put(path, finding("NOT_YET_MET", "2025")).statusCode(422).body("errors[0].pointer", equalTo("/outcome"))
                .body("errors[0].message", endsWith("MET, NOT_MET"));
    }

    @Test
    void aTargetThatFiguresSettleTakesNoFinding() {
        plan("figure-plan");
        target("figure-plan.1", "forest-cover", "\"region\":\"150000\"", "达到23.5%");
        target("figure-plan.2", "forest-cover", "\"region\":\"150000\"", "全部完成");
        for (String id : List.of("figure-plan.1", "figure-plan.2", "nm-eep-14.16", "nm-eep-14.1")) {
            put("/targets/" + id + "/judgement", finding("MET", "2025")).statusCode(422)
                    .body("errors[0].code", equalTo("SETTLED_BY_FIGURES"));
        }
        put("/targets/figure-plan.3/judgement", finding("MET", "2025")).statusCode(404);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"outcome":"NOT_YET_MET","period":"2024","evidence":"a"}             | 422 | /outcome
            {"outcome":"GOOD","period":"2024","evidence":"a"}                    | 422 | /outcome
            {"outcome":"MET","period":"2024-13","evidence":"a"}                  | 422 | /period
            {"outcome":"MET","period":"2024","evidence":" "}                     | 422 | /evidence
            {"outcome":"MET","period":"2024"}                                    | 422 | /evidence
            {"outcome":"MET","period":"2024","evidence":"a\\u200b"}              | 422 | /evidence
            {"outcome":"MET","period":"2024","evidence":"a","who":"me"}          | 400 | /who
            {"outcome":"MET","period":"2024","evidence":"a","citation":{}}       | 422 | /citation/document
            """)
    void aFindingThatSaysNothingIsRefused(String body, int status, String pointer) {
        if (given().get(API + "/plans/poor-plan").statusCode() == 404) {
            plan("poor-plan");
            target("poor-plan.1", "soil-safety", "\"region\":\"150000\"", "得到有效保障");
        }
        put("/targets/poor-plan.1/judgement", body).statusCode(status).body("errors.pointer", hasItem(pointer));
        given().contentType("application/json").body(finding("MET", "2024")).put(API + "/targets/poor-plan.1/judgement").then()
                .statusCode(401);
        given().get(API + "/targets/poor-plan.1/judgement").then().statusCode(404);
    }

    /** 空气质量持续改善行动实施方案 (2024-05-14), 节能减排综合工作实施方案 (2022-05-25), 水利厅 (2025-03-10). */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({ "air-good-days, ≥90.7%, , AtLeast, 90.7, 91.2, MET",
            "pm25-decline, 较2020年下降7.1%, , ChangeBy, 7.1, 6.0, NOT_MET",
            "nox-reduction, 10%以上, 2020, ChangeBy, 10, 12.3, MET", "voc-reduction, 10%以上, 2020, ChangeBy, 10, 9.9, NOT_MET",
            "cod-reduction, 8%, 2020, ChangeBy, 8, 8.0, MET", "ammonia-nitrogen-reduction, 8%, 2020, ChangeBy, 8, 7.9, NOT_MET",
            "energy-intensity-decline, 15.5%, 2020, ChangeBy, 15.5, 15.0, NOT_MET",
            "water-good-sections, ≥70.7%, , AtLeast, 70.7, 77.0, MET" })
    void aFigureThatArrivesLaterAnswersFromThenOnAndNotBefore(String indicator, String phrase, Integer baseYear, String type,
            String figure, String measured, String outcome) {
        String plan = "later-" + indicator;
        plan(plan);
        region("later-town");
        target(plan + ".1", indicator, "\"region\":\"later-town\"", "达到国家考核目标");
        String year = baseYear != null || phrase.contains("2020") ? "?baseYear=2020" : "";
        planner().body("{\"value\":" + measured + ",\"source\":\"公报\",\"status\":\"FINAL\"}")
                .put(API + "/measurements/" + indicator + "/later-town/2025" + year).then().statusCode(201);
        String asked = "/attainment/" + plan + ".1/later-town/2025";
        String then = verdict(plan + ".1", "later-town", "2025").body("reason", equalTo("AWAITING_STATE_FIGURE"))
                .body("schedule", equalTo("NOT_APPLICABLE")).extract().path("asOf");
        String before = given().get(API + asked).asString();

        put("/targets/" + plan + ".1/resolution", """
                {"phrase":"%s",%s"issuedAt":"2024-05-14","issuer":"内蒙古自治区人民政府","citation":%s}"""
                .formatted(phrase, baseYear == null ? "" : "\"baseYear\":2020,", CITED)).statusCode(201)
                .body("rule.type", equalTo(type)).body("rule.value.toString()", equalTo(figure));
        verdict(plan + ".1", "later-town", "2025").body("outcome", equalTo(outcome)).body("resolution.phrase", equalTo(phrase));
        assertEquals(before, given().queryParam("asOf", then).get(API + asked).asString());
        given().get(API + "/targets/" + plan + ".1/resolution/revisions").then().body("items", hasSize(1))
                .body("items[0].content.baseYear", equalTo(baseYear));
    }

    @Test
    void twoFiguresForOneThingBothStandAndContradictOneAnother() {
        region("both-town");
        for (String plan : List.of("both-one", "both-two")) {
            plan(plan);
            target(plan + ".1", "energy-intensity-decline", "\"region\":\"both-town\"", "达到国家考核目标");
            put("/targets/" + plan + ".1/resolution", """
                    {"phrase":"%s","issuedAt":"2022-05-25","issuer":"自治区人民政府","citation":%s}"""
                    .formatted(plan.endsWith("one") ? "较2020年下降15.5%" : "较2020年下降15%", CITED)).statusCode(201);
        }
        given().get(API + "/conflicts").then().body("items.find { it.place == 'both-town' }.targets.id",
                equalTo(List.of("both-one.1", "both-two.1"))).body("items.find { it.place == 'both-town' }.baseYear", is(2020));
    }

    @Test
    void aChangedTargetChangesNoEarlierAnswer() {
        plan("kept-plan");
        region("kept-town");
        target("kept-plan.1", "forest-cover", "\"region\":\"kept-town\"", "达到23.5%");
        planner().body("{\"value\":23.6,\"source\":\"公报\"}").put(API + "/measurements/forest-cover/kept-town/2025").then()
                .statusCode(201);
        String then = verdict("kept-plan.1", "kept-town", "2025").body("outcome", equalTo("MET")).extract().path("asOf");
        String one = given().queryParam("asOf", then).get(API + "/attainment/kept-plan.1/kept-town/2025").asString();
        String all = rows("kept-plan", "2025", then);
        String shown = given().queryParam("asOf", then).get(API + "/targets/kept-plan.1").asString();

        change("/targets/kept-plan.1", said("kept-plan", "forest-cover", "\"region\":\"kept-town\"", "达到24%")).statusCode(200);
        change("/regions/kept-town", region("改名镇", "kept-town")).statusCode(200);
        change("/plans/kept-plan", """
                {"title":{"zh":"某市规划（修订）","en":"A plan, revised"},"level":"region","issued":"2022-09-30","startYear":2021,
                 "endYear":2025,"baseYear":2020,"notes":[]}""").statusCode(200);
        verdict("kept-plan.1", "kept-town", "2025").body("outcome", equalTo("NOT_MET"));

        assertEquals(one, given().queryParam("asOf", then).get(API + "/attainment/kept-plan.1/kept-town/2025").asString());
        assertEquals(all, rows("kept-plan", "2025", then));
        assertEquals(shown, given().queryParam("asOf", then).get(API + "/targets/kept-plan.1").asString());
    }
}
