package io.duibiao.measurement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The values are of 1950 to 1963 and 1985 to 1989, which no other test speaks of. */
@QuarkusTest
class ChecksHttpTest {

    private static ValidatableResponse put(String key, String body) {
        return given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json")
                .header("Accept-Language", "en").body("{" + body + ",\"source\":\"a\"}").put("/api/v1/measurements/" + key)
                .then();
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            forest-cover/150000/1950 | "value":100.1 | OUT_OF_RANGE | value
            forest-cover/150000/1950 | "value":-0.1 | OUT_OF_RANGE | value
            pm25-concentration/150000/1950 | "value":-1 | OUT_OF_RANGE | value
            villages-total/150000/1950 | "value":-1 | OUT_OF_RANGE | value
            villages-total/150000/1950 | "value":1.5 | NOT_WHOLE | value
            water-class/150800-wuliangsuhai/1950 | "value":0 | OUT_OF_RANGE | value
            water-class/150800-wuliangsuhai/1950 | "value":7 | OUT_OF_RANGE | value
            water-class/150800-wuliangsuhai/1950 | "value":2.5 | OUT_OF_RANGE | value
            forest-cover/150000/1950 | "value":1,"unit":"万亩" | OTHER_UNIT | unit
            forest-cover/150000/2041-03 | "value":1 | FUTURE_PERIOD | period
            forest-cover/150000/2041 | "value":1 | FUTURE_PERIOD | period
            forest-cover/150000/1950?basis=航测 | "value":1 | UNKNOWN_BASIS | basis
            forest-cover/150000/1950?scope=城区 | "value":1 | UNKNOWN_SCOPE | scope
            nox-reduction/150000/1950?baseYear=1951 | "value":1 | BASE_YEAR_TOO_LATE | baseYear
            forest-cover/150000/1950?baseYear=1949 | "value":1 | NO_BASE_YEAR | baseYear
            """)
    void whatCannotBeTheValueIsRefusedAtItsField(String key, String body, String code, String field) {
        put(key, body).statusCode(422).body("errors", hasSize(1)).body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(field));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            forest-cover/150000/1951 | "value":100
            forest-cover/150000/2041-02 | "value":0,"unit":"％"
            forest-cover/150100/1951-Q3 | "value":23.1
            forest-cover/150100/1951-01/1951-07 | "value":23.1
            so2-state-target-completion/150000/1951 | "value":179.5
            co2-intensity-decline/150000/1951?baseYear=1950 | "value":-2.0
            mercury-use-reduction/150000/1951?baseYear=1950 | "value":120
            pm25-above-annual-mean/150000/1951 | "value":-3,"unit":"个百分点"
            water-class/150800-wuliangsuhai/1951 | "value":6
            air-good-days/150000/1951?basis=剔除沙尘 | "value":88.9
            water-good-sections/150000/1951?basis=133个断面 | "value":75.2
            emission-compliance/150000/1951?scope=工业炉窑 | "value":75.2
            pm25-concentration/pm25-unmet-10/1951 | "value":29,"unit":"μg/m³"
            """)
    void whatCanBeTheValueIsTaken(String key, String body) {
        put(key, body).statusCode(201).body("flags", hasSize(0)).body("review", equalTo("AWAITED"));
    }

    @Test
    void theSlashOfAPeriodComesAsItIsOrEscaped() {
        put("forest-cover/150200/1951-01/1951-07", "\"value\":5").statusCode(201);
        for (String period : List.of("1951-01/1951-07", "1951-01%2F1951-07")) {
            given().urlEncodingEnabled(false).get("/api/v1/measurements/forest-cover/150200/" + period).then().statusCode(200)
                    .body("period", equalTo("1951-01/1951-07"));
            given().urlEncodingEnabled(false).get("/api/v1/measurements/forest-cover/150200/" + period + "/revisions").then()
                    .statusCode(200).body("items", hasSize(1));
        }
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        put("forest-cover/150000/2041?basis=航测", "\"value\":101,\"unit\":\"亩\"").statusCode(422)
                .body("errors.code", hasItems("FUTURE_PERIOD", "OTHER_UNIT", "OUT_OF_RANGE", "UNKNOWN_BASIS"));
    }

    @Test
    void aUnitThatDiffersByTensSaysHowToMendIt() {
        put("pm25-concentration/150000/1952", "\"value\":0.03,\"unit\":\"毫克/立方米\"").statusCode(422)
                .body("errors[0].message", containsString("multiply by 1000"));
    }

    @Test
    void aBasisNobodyKnowsIsRefusedWithThoseThatAreAndTakenWhereItIsDeclared() {
        put("water-good-sections/150000/1953?basis=136断面", "\"value\":70").statusCode(422).body("errors[0].message",
                containsString("136个断面"));
        put("water-good-sections/150000/1953?basis=200个断面", "\"value\":70,\"declares\":true").statusCode(201)
                .body("flags.code", equalTo(List.of("NEW_BASIS")));
        put("water-good-sections/150000/1954?basis=200个断面", "\"value\":70").statusCode(201).body("flags", hasSize(0));
    }

    @Test
    void aSlipOfTheUnitIsAcceptedAndFlaggedInTheWordsOfTheCaller() {
        for (int year = 1955; year < 1958; year++) {
            put("pm25-concentration/150300/" + year, "\"value\":30").statusCode(201).body("flags", hasSize(0));
        }
        put("pm25-concentration/150300/1958", "\"value\":0.030").statusCode(201).body("flags[0].code", equalTo("UNIT_SLIP"))
                .body("flags[0].message", containsString("1/1000 of 30, the median"));
        given().header("Accept-Language", "zh-CN").get("/api/v1/measurements/pm25-concentration/150300/1958").then()
                .body("flags[0].message", containsString("请核对计量单位（微克/立方米）"));
        // The slip is no history for the year after it, and another part of the year has a history of its own.
        put("pm25-concentration/150300/1959", "\"value\":31").statusCode(201).body("flags", hasSize(0));
        put("pm25-concentration/150300/1959-01", "\"value\":200").statusCode(201).body("flags", hasSize(0));
    }

    @Test
    void aSlipInACorrectionIsFlaggedEvenWhereThereIsNoOtherYear() {
        String etag = put("energy-consumption/150400/1960", "\"value\":2.71").statusCode(201).extract().header("ETag");
        given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json").header("If-Match", etag)
                .body("{\"value\":27100,\"source\":\"a\",\"reason\":\"万吨\"}")
                .put("/api/v1/measurements/energy-consumption/150400/1960")
                .then().statusCode(200).body("flags[0].code", equalTo("UNIT_SLIP"));
    }

    @Test
    void aChangeWithoutItsBaseYearIsTakenAndFlagged() {
        put("nox-reduction/150400/1961", "\"value\":3").statusCode(201).body("flags[0].code", equalTo("NO_BASE_YEAR"));
    }

    @Test
    void aBoundIsSentAsOne() {
        put("plot-safe-use/150400/1962", "\"value\":90,\"bound\":\"AT_LEAST\"").statusCode(201)
                .body("bound", equalTo("AT_LEAST")).body("printed", equalTo("≥90")).body("value", is(90));
    }

    @Test
    void whoSaysNothingOfTheStatusDoesNotUnsettleWhatIsFinal() {
        put("forest-cover/150400/1963", "\"value\":23,\"status\":\"FINAL\"").statusCode(201);
        put("forest-cover/150400/1963", "\"value\":23.0").statusCode(200).body("status", equalTo("FINAL"))
                .body("revision", is(1));
    }
}
