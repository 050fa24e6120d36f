package io.duibiao.measurement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.duibiao.account.People;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The values are of 1970 to 1984, which no other test speaks of; each test has a year or an indicator of its own. */
@QuarkusTest
class ImportHttpTest {

    private static final String IMPORT = "/api/v1/measurements:import";
    private static final String VALUES = "/api/v1/measurements/";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    Imports imports;

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "correct horse 1").header("Accept-Language", "en");
    }

    private static RequestSpecification keyed(RequestSpecification as) {
        return as.header("Idempotency-Key", UUID.randomUUID().toString()).urlEncodingEnabled(true);
    }

    private static ValidatableResponse csv(RequestSpecification as, String query, String... lines) {
        return keyed(as).contentType("text/csv").body(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8))
                .post(IMPORT + query).then().log().ifValidationFails();
    }

    private static ValidatableResponse csv(String query, String... lines) {
        return csv(admin(), query, lines);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(Consumer<Worksheet> fill) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("表1"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static ValidatableResponse sheet(String query, byte[] workbook) {
        return keyed(admin()).contentType(XLSX).body(workbook).post(IMPORT + query).then();
    }

    @Test
    void theLongFormTakesCodesAndNamesInEitherLanguage() {
        csv("", "\uFEFFindicator,region,period,value,source", "forest-cover,150200,1970,20.1,林草局", "森林覆盖率,包头市,1971,20.20,林草局",
                "草原植被盖度,包头,1971,40,", "Forest cover,Baotou,1972,20.3,")
                .statusCode(200).body("state", equalTo("DONE")).body("mode", equalTo("atomic")).body("form", equalTo("UTF-8"))
                .body("rows", is(4)).body("accepted", is(4)).body("unchanged", is(0)).body("rejected", is(0))
                .body("errors", hasSize(0)).body("understood.find { it.sent == '草原植被盖度' }.as", equalTo("grassland-cover"));
        given().get(VALUES + "forest-cover/150200/1971").then().statusCode(200).body(containsString("\"value\":20.20,"))
                .body("source", equalTo("林草局")).body("status", equalTo("PROVISIONAL"));
        given().get(VALUES + "grassland-cover/150200/1971").then().body("source", equalTo("admin"));
        csv("", "指标,地区,时期,数值,来源,状态,备注", "森林覆盖率,包头市,1973年,20.4,林草局,核定,清查").statusCode(200).body("accepted", is(1));
        given().get(VALUES + "forest-cover/150200/1973").then().body("status", equalTo("FINAL")).body("note", equalTo("清查"));
    }

    @Test
    void gb18030IsFoundOutByItself() {
        keyed(admin()).contentType("text/csv")
                .body("指标,地区,时期,数值,备注\n森林覆盖率,乌海市,1970年,1.5,镕𠀀\n".getBytes(Charset.forName("GB18030"))).post(IMPORT).then()
                .statusCode(200).body("form", equalTo("GB18030")).body("accepted", is(1));
        given().get(VALUES + "forest-cover/150300/1970").then().body("note", equalTo("镕𠀀"));
    }

    @Test
    void whatPeopleWriteIsUnderstoodAndSaidSo() {
        csv("", "指标,地区,时期,数值,单位,基期", "空气优良天数比例? ,,,,,", "优良天数比例,呼伦贝尔市,１９７４年,９０．８％,％,", "优良天数比例,呼伦贝尔,1975年三季度,91.2%,,",
                "优良天数比例,呼伦贝尔,1975年上半年,'+92,,", "优良天数比例,呼伦贝尔,1975年1-9月,93,百分比,",
                "PM2.5年均浓度,呼伦贝尔,1975年,31微克/立方米,,", "整治建制村数,呼伦贝尔,1975.0,\"1,838\",个,",
                "氮氧化物减排比例,呼伦贝尔,1975,−2.5,%,1970年")
                .statusCode(200).body("accepted", is(7)).body("empty", is(1))
                .body("understood.find { it.sent == '１９７４年' }.as", equalTo("1974"))
                .body("understood.find { it.sent == '９０．８％' }.as", equalTo("90.8"))
                .body("understood.find { it.sent == '1975年三季度' }.line", is(4))
                .body("understood.find { it.sent == '1975年1-9月' }.as", equalTo("1975-01/1975-09"))
                .body("understood.find { it.sent == '1,838' }.as", equalTo("1838"))
                .body("understood.find { it.sent == '+92' }.as", equalTo("92"))
                .body("understood.find { it.sent == '1970年' }.as", equalTo("1970"));
        given().get(VALUES + "air-good-days/150700/1974").then().body("value", is(90.8f));
        given().get(VALUES + "air-good-days/150700/1975-Q3").then().body("value", is(91.2f));
        given().get(VALUES + "pm25-concentration/150700/1975").then().body("value", is(31));
        given().get(VALUES + "nox-reduction/150700/1975?baseYear=1970").then().body("value", is(-2.5f));
    }

    @Test
    void onWhichBasisAFigureIsTakenThatNamesNoneIsSaidOnce() {
        csv("?dryRun=true", "indicator,region,period,value,basis", "pm25-concentration,150600,1983,31,",
                "pm25-concentration,150600,1984,30,", "air-good-days,150600,1983,80,含沙尘", "forest-cover,150600,1983,10,")
                .statusCode(200).body("understood.sent", equalTo(List.of("31"))).body("understood[0].line", is(2))
                .body("understood[0].column", is(4)).body("understood[0].as", equalTo("pm25-concentration: 剔除沙尘"));
    }

    @Test
    void theWideFormHasIndicatorsSideBySideUnderATitle() {
        csv("", "盟市生态环境指标完成情况,,,,", ",,,,", "盟市,时期,草原综合植被盖度(%),森林覆盖率（％）,\"PM2.5年均浓度\n(微克/立方米)\"",
                "通辽市,1976年,40,20.5,", "通辽,1977,41,,35", "兴安盟,1976,,,", "注：为初步数,,,,")
                .statusCode(200).body("rows", is(4)).body("accepted", is(4)).body("empty", is(2))
                .body("understood.find { it.sent == '草原综合植被盖度(%)' }.as", equalTo("grassland-cover"));
        given().get(VALUES + "grassland-cover/150500/1977").then().body("value", is(41));
        given().get(VALUES + "pm25-concentration/150500/1977").then().body("value", is(35));
        given().get(VALUES + "forest-cover/150500/1977").then().statusCode(404);
    }

    @Test
    void oneRegionOrPeriodOfTheWholeFileIsSaidInTheAddress() {
        csv("?period=1978&region=152900&source=年鉴", "森林覆盖率,草原植被盖度", "8.1,20").statusCode(200).body("accepted", is(2));
        given().get(VALUES + "grassland-cover/152900/1978").then().body("value", is(20)).body("source", equalTo("年鉴"));
        csv("?period=1978", "单位名称,森林覆盖率", "阿拉善,8").statusCode(422).body("errors[0].code", equalTo("UNKNOWN_COLUMN"));
        csv("?period=1978&region=152999", "森林覆盖率", "8").statusCode(422).body("errors[0].code", equalTo("UNKNOWN_REGION"));
    }

    @Test
    void aYearAndAPartOfItMayStandApart() {
        csv("", "年份,时期,地区,指标,数值", "1979,全年,锡林郭勒盟,森林覆盖率,7", "1979,三季度,锡林郭勒盟,优良天数比例,99", "1979,1-7月,锡林郭勒盟,优良天数比例,98",
                "1979,,锡林郭勒盟,草原植被盖度,44").statusCode(200).body("accepted", is(4));
        given().get(VALUES + "air-good-days/152500/1979-01/1979-07").then().body("value", is(98));
        given().get(VALUES + "grassland-cover/152500/1979").then().body("value", is(44));
    }

    @Test
    void jsonIsAnArrayOfObjectsWithTheSameFields() {
        keyed(admin()).contentType("application/json")
                .body("""
                        [ {"indicator":"forest-cover","region":"包头市","period":"1980","value":20.50,"source":"a"},
                          {"indicator":"nox-reduction","region":"150200","period":"1980年","value":"1.5","baseYear":1975,"note":null} ]""")
                .post(IMPORT).then().statusCode(200).body("form", equalTo("JSON")).body("accepted", is(2));
        given().get(VALUES + "forest-cover/150200/1980").then().body(containsString("\"value\":20.50,"));
        given().get(VALUES + "nox-reduction/150200/1980?baseYear=1975").then().statusCode(200);
        keyed(admin()).contentType("application/json").body("""
                [ {"indicator":"forest-cover","region":"包头市","period":"1980-Q1","value":1e30},
                  {"indicator":"forest-cover","region":"包头市","period":"1980-Q2",
                   "value":NaN} ]""").post(IMPORT).then().statusCode(422).body("errors.code",
                equalTo(List.of("NUMBER_OUT_OF_RANGE", "NOT_A_NUMBER"))).body("errors.line", equalTo(List.of(1, 3)));
    }

    @Test
    void jsonHasChineseFieldsAndTheWideFormToo() {
        keyed(admin()).contentType("application/json").body(bytes("""
                [ {"指标":"forest-cover","地区":"兴安盟","时期":"1980年","数值":20.51,"单位":"%"} ]""")).post(IMPORT).then()
                .statusCode(200).body("rows", is(1));
        keyed(admin()).contentType("application/json").body(bytes("""
                [ {"地区":"通辽市","period":"1980年","森林覆盖率":21.50,"草原综合植被盖度（％）":"４１％","note":"a"},
                  {"region":"通辽","period":"1981","草原综合植被盖度（％）":42,"来源":"b"} ]""")).post(IMPORT).then()
                .statusCode(200).body("rows", is(3)).body("accepted", is(3))
                .body("understood.as", hasItems("forest-cover", "grassland-cover", "150500", "41"));
        given().get(VALUES + "forest-cover/150500/1980").then().body(containsString("\"value\":21.50,")).body("note",
                equalTo("a"));
        given().get(VALUES + "grassland-cover/150500/1981").then().body("source", equalTo("b"));
        keyed(admin()).contentType("application/json").body(bytes("""
                [ {"region":"通辽市","period":"1982","forest-cover":21},
                  {"region":"通辽市","period":"1983","grass-cover":21} ]""")).post(IMPORT).then().statusCode(400)
                .body("errors[0].code", equalTo("UNKNOWN_FIELD")).body("errors[0].line", is(2));
        keyed(admin()).contentType("application/json").body(bytes("""
                [ {"region":"通辽市","period":"1982","forest-cove":21} ]""")).post(IMPORT).then().statusCode(422)
                .body("errors[0].code", equalTo("UNKNOWN_COLUMN"))
                .body("errors[0].message", containsString("森林覆盖率"));
    }

    @Test
    void aSpreadsheetIsReadAsItShows() {
        sheet("", xlsx(sheet -> {
            List<String> header = List.of("指标", "地区", "时期", "数值");
            IntStream.range(0, 4).forEach(i -> sheet.value(0, i, header.get(i)));
            List<String> regions = List.of("赤峰市", "赤峰", "150400", "赤峰市", "赤峰市");
            IntStream.range(0, 5).forEach(i -> {
                sheet.value(i + 1, 0, "优良天数比例");
                sheet.value(i + 1, 1, regions.get(i));
            });
            sheet.value(1, 2, 1981.0);
            sheet.value(1, 3, 90.799999999999997);
            sheet.value(2, 2, LocalDate.of(1981, 9, 1));
            sheet.style(2, 2).format("yyyy\"年\"m\"月\"").set();
            sheet.value(2, 3, 0.912);
            sheet.style(2, 3).format("0.0%").set();
            sheet.value(3, 2, "1981年三季度");
            sheet.value(3, 3, "９３");
            sheet.value(4, 2, LocalDate.of(1982, 1, 1));
            sheet.style(4, 2).format("yyyy\"年\"").set();
            sheet.value(4, 3, 94);
            sheet.style(4, 3).format("General").set();
            sheet.value(5, 2, LocalDate.of(1982, 10, 1));
            sheet.style(5, 2).format("yyyy-mm-dd").set();
            sheet.value(5, 3, 95);
        })).statusCode(200).body("form", equalTo("XLSX")).body("accepted", is(5))
                .body("understood.find { it.sent == '91.2%' }.as", equalTo("91.2"));
        given().get(VALUES + "air-good-days/150400/1981").then().body(containsString("\"value\":90.8,"));
        given().get(VALUES + "air-good-days/150400/1981-09").then().body(containsString("\"value\":91.2,"));
        given().get(VALUES + "air-good-days/150400/1981-Q3").then().body("value", is(93));
        given().get(VALUES + "air-good-days/150400/1982").then().body("value", is(94));
        given().get(VALUES + "air-good-days/150400/1982-10").then().body("value", is(95));
    }

    @ParameterizedTest(name = "{0}: {1} in column {2}")
    @CsvSource(delimiter = '|', textBlock = """
            森林覆盖滤,包头市,2003,20,,              | UNKNOWN_INDICATOR   | 1 | 森林覆盖率
            森林覆盖率,包头巿,2003,20,,              | UNKNOWN_REGION      | 2 | 包头市
            森林覆盖率,,2003,20,,                    | MISSING             | 2 | region
            森林覆盖率,包头市,2003年五季度,20,,      | NOT_A_PERIOD        | 3 | 2023
            森林覆盖率,包头市,,20,,                  | MISSING             | 3 | period
            森林覆盖率,包头市,2041,20,,              | FUTURE_PERIOD       | 3 | 2041
            森林覆盖率,包头市,2003,20以上,,          | NOT_A_NUMBER        | 4 | exact
            森林覆盖率,包头市,2003,—,,               | NOT_A_NUMBER        | 4 | leave the cell empty
            森林覆盖率,包头市,2003,#DIV/0!,,         | NOT_A_NUMBER        | 4 | exact
            森林覆盖率,包头市,2003,1e3,,             | NOT_A_NUMBER        | 4 | exact
            森林覆盖率,包头市,2003,1.23456,,         | NUMBER_OUT_OF_RANGE | 4 | decimals
            森林覆盖率,包头市,2003,101,,             | OUT_OF_RANGE        | 4 | 100
            PM2.5年均浓度,包头市,2003,0.03毫克/立方米,, | OTHER_UNIT       | 4 | 1000
            森林覆盖率,包头市,2003,20,万亩,          | OTHER_UNIT          | 5 | %
            森林覆盖率,包头市,2003,20,,大概          | UNKNOWN_BASIS       | 6 | declares
            """)
    void aFaultIsToldByLineAndColumnWithTheValueAndWhatToDo(String row, String code, int column, String remedy) {
        csv("", "指标,地区,时期,数值,单位,口径", row).statusCode(422).body("state", equalTo("FAILED")).body("rejected", is(1))
                .body("accepted", is(0)).body("errors", hasSize(1)).body("errors[0].line", is(2))
                .body("errors[0].column", is(column)).body("errors[0].code", equalTo(code))
                .body("errors[0].message", containsString(remedy))
                .body("errors[0].value", equalTo(row.split(",", -1)[column - 1]));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            indicator,regoin,period,value     | UNKNOWN_COLUMN   | region
            指标,地区,时期,数值,来原          | UNKNOWN_COLUMN   | 来源
            地区,时期,森林覆盖滤              | UNKNOWN_COLUMN   | 森林覆盖率
            地区,时期,森林覆盖率,制表日期     | UNKNOWN_COLUMN   | leave out
            指标,地区,时期,数值,统计口径说明  | UNKNOWN_COLUMN   | 口径
            指标,地区,时期,数值,data_status   | UNKNOWN_COLUMN   | 状态
            指标,地区,时期,数值,森林覆盖率    | UNKNOWN_COLUMN   | 数值
            指标,地区,时期,数值,值            | UNKNOWN_COLUMN   | 数值
            地区,时期,森林覆盖率(万亩)        | OTHER_UNIT       | %
            地区,时期,森林覆盖率,forest-cover | DUPLICATE_COLUMN | forest-cover
            地区,地区,时期,森林覆盖率         | DUPLICATE_COLUMN | 地区
            地区,森林覆盖率                   | MISSING_COLUMN   | period
            时期,森林覆盖率                   | MISSING_COLUMN   | region
            地区,时期                         | MISSING_COLUMN   | indicator
            指标,地区,时期                    | MISSING_COLUMN   | value
            """)
    void aHeaderThatIsNotUnderstoodLetsNothingIn(String header, String code, String remedy) {
        csv("?mode=partial", header, "a,b,c,d").statusCode(422).body("state", equalTo("FAILED")).body("rows", is(0))
                .body("errors[0].code", equalTo(code)).body("errors[0].line", is(1))
                .body("errors[0].message", containsString(remedy));
    }

    @Test
    void anOfficesOwnColumnsAreNotReadAndSourcesAndRemarksAreJoined() {
        csv("", "序号,Indicator,地区,时期,数值,来源,来源网址,备注,说明,经办科室,填报人", "1,森林覆盖率,包头市,1968,10,年报,https://example.org/1,甲,乙,三科,王")
                .statusCode(200).body("accepted", is(1)).body("errors", hasSize(0))
                .body("understood.find { it.sent == '经办科室' }.as", equalTo("—"))
                .body("understood.find { it.sent == '序号' }.as", equalTo("—"));
        given().get(VALUES + "forest-cover/150200/1968").then().body("source", equalTo("年报；https://example.org/1"))
                .body("note", equalTo("甲；乙"));
        csv("", "序号,地区,时期,森林覆盖率", "1,包头市,1967,10").statusCode(200).body("accepted", is(1));
    }

    @Test
    void oneFaultLetsNothingOfAnAtomicFileInAndOnlyItsOwnLineOutOfAPartialOne() {
        String[] lines = { "indicator,region,period,value", "forest-cover,150600,1970,10", "forest-cover,150600,1971,101",
                "forest-cover,150600,1972,12" };
        csv("", lines).statusCode(422).body("rows", is(3)).body("accepted", is(2)).body("rejected", is(1))
                .body("errors", hasSize(1)).body("errors[0].line", is(3));
        given().get(VALUES + "forest-cover/150600/1970").then().statusCode(404);
        csv("?mode=partial", lines).statusCode(200).body("state", equalTo("DONE")).body("mode", equalTo("partial"))
                .body("accepted", is(2)).body("rejected", is(1)).body("errors[0].line", is(3));
        given().get(VALUES + "forest-cover/150600/1970").then().statusCode(200);
        given().get(VALUES + "forest-cover/150600/1971").then().statusCode(404);
        String first = given().get(VALUES + "forest-cover/150600/1970").path("recordedAt");
        given().get(VALUES + "forest-cover/150600/1972").then().body("recordedAt", equalTo(first));
    }

    @Test
    void aDryRunTellsAllAndRecordsNothing() {
        String[] lines = { "indicator,region,period,value", "forest-cover,150600,1973,10" };
        admin().contentType("text/csv").body(String.join("\n", lines)).post(IMPORT + "?dryRun=true").then().statusCode(200)
                .body("dryRun", is(true)).body("accepted", is(1));
        given().get(VALUES + "forest-cover/150600/1973").then().statusCode(404);
        admin().contentType("text/csv").body(lines[0] + "\nforest-cover,150600,1973,x").post(IMPORT + "?dryRun=true").then()
                .statusCode(422).body("rejected", is(1));
    }

    @Test
    void whatWasOnlyTriedIsForgottenAfterAMonth() {
        String line = "forest-cover,150600,1973,10";
        String tried = csv("?dryRun=true", "indicator,region,period,value", line).extract().path("id");
        String sent = csv("", "indicator,region,period,value", line.replace("1973", "x")).extract().path("id");
        String today = csv("?dryRun=true", "indicator,region,period,value", line).extract().path("id");
        QuarkusTransaction.requiringNew().run(() -> ImportRow.update("sentAt = ?1 where id in ?2",
                Instant.now().minus(Duration.ofDays(31)), List.of(tried, sent)));
        imports.forget();
        admin().get("/api/v1/imports/" + tried).then().statusCode(404);
        admin().get("/api/v1/imports/" + today).then().statusCode(200);
        admin().get("/api/v1/imports/" + sent).then().statusCode(200).body("rejected", is(1));
        assertEquals("\uFEFF", admin().get("/api/v1/imports/" + sent + "/rejected.csv").asString());
    }

    @Test
    void whatStandsIsUnchangedAndAChangeSaysWhy() {
        csv("", "indicator,region,period,value,source,note", "forest-cover,150600,1974,10,a,n").statusCode(200);
        csv("", "indicator,region,period,value", "forest-cover,150600,1974,10.0").statusCode(200).body("unchanged", is(1))
                .body("accepted", is(0));
        csv("", "indicator,region,period,value", "forest-cover,150600,1974,11").statusCode(422)
                .body("errors[0].code", equalTo("REASON_REQUIRED")).body("errors[0].column", is(4));
        csv("", "indicator,region,period,value,source", "forest-cover,150600,1974,10,b").statusCode(422)
                .body("errors[0].message", containsString("status, source or note"));
        csv("?reason=更正", "indicator,region,period,value", "forest-cover,150600,1974,11").statusCode(200)
                .body("accepted", is(1));
        csv("", "indicator,region,period,value,reason", "forest-cover,150600,1974,12,再更正").statusCode(200);
        given().get(VALUES + "forest-cover/150600/1974/revisions").then().body("items", hasSize(3))
                .body("items.reason", equalTo(List.of("", "更正", "再更正"))).body("items[2].author", equalTo("admin"))
                .body("items[2].note", equalTo("n")).body("items[2].source", equalTo("a"));
    }

    @Test
    void theSameThingTwiceInAFileIsAFault() {
        csv("", "indicator,region,period,value", "forest-cover,150600,1975,10", "森林覆盖率,鄂尔多斯市,1975年,10").statusCode(422)
                .body("errors[0].code", equalTo("DUPLICATE_ROW")).body("errors[0].line", is(3))
                .body("errors[0].message", containsString("line 2"));
    }

    @Test
    void aJumpIsTakenAndFlagged() {
        csv("", "indicator,region,period,value", "pm25-concentration,150600,1970,31", "pm25-concentration,150600,1971,28",
                "pm25-concentration,150600,1972,0.029").statusCode(200).body("accepted", is(3)).body("flagged", hasSize(1))
                .body("flagged[0].line", is(4)).body("flagged[0].code", equalTo("UNIT_SLIP"));
        given().get(VALUES + "pm25-concentration/150600/1972").then().body("flags[0].code", equalTo("UNIT_SLIP"));
    }

    @Test
    void aFigureThatBeginsItsHistoryIsComparedWithWhatPlansPrint() {
        csv("?dryRun=true", "indicator,region,period,value", "coal-share,150400,1999-11,0.79", "coal-share,150500,1999-11,79",
                "village-remediation,150400,1999-11,1", "energy-consumption,150700,1999-11,0.0001").statusCode(200)
                .body("flagged", hasSize(1)).body("flagged[0].line", is(2)).body("flagged[0].code", equalTo("UNIT_SLIP"))
                .body("flagged[0].message", containsString("1/100 of 79, the median of what plans print"));
    }

    @Test
    void aKeyAnswersOnceAndAgainTheSame() {
        RequestSpecification none = admin().contentType("text/csv").body("indicator,region,period,value\n");
        none.post(IMPORT).then().statusCode(400).body("errors[0].code", equalTo("MISSING_IDEMPOTENCY_KEY"));
        String key = UUID.randomUUID().toString();
        String body = "indicator,region,period,value\nforest-cover,150600,1976,10\n";
        String first = admin().header("Idempotency-Key", key).contentType("text/csv").body(bytes(body)).post(IMPORT).then()
                .statusCode(200).header("Idempotent-Replayed", nullValue()).extract().asString();
        String second = admin().header("Idempotency-Key", key).contentType("text/csv").body(bytes(body)).post(IMPORT).then()
                .statusCode(200).header("Idempotent-Replayed", equalTo("true")).extract().asString();
        assertEquals(first, second);
        admin().header("Idempotency-Key", key).contentType("text/csv").body(bytes(body + "\n")).post(IMPORT).then()
                .statusCode(422)
                .body("errors[0].code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        admin().header("Idempotency-Key", key).contentType("text/csv").body(bytes(body)).post(IMPORT + "?mode=partial").then()
                .statusCode(422);
        given().get(VALUES + "forest-cover/150600/1976/revisions").then().body("items", hasSize(1));
        String refused = UUID.randomUUID().toString();
        String wrong = "indicator,region,period,value\nforest-cover,150600,1977,x\n";
        for (String replayed : new String[] { null, "true" }) {
            admin().header("Idempotency-Key", refused).contentType("text/csv").body(wrong).post(IMPORT).then().statusCode(422)
                    .header("Idempotent-Replayed", equalTo(replayed)).body("errors[0].code", equalTo("NOT_A_NUMBER"));
        }
    }

    @Test
    void whatWasRefusedForWantOfARightIsTriedAnewUnderTheSameKey() {
        String key = UUID.randomUUID().toString();
        byte[] body = bytes("indicator,region,period,value\nforest-cover,152900,1971,10\n");
        for (int times = 0; times < 2; times++) {
            People.person("moved", List.of("reporter"), "150800").header("Idempotency-Key", key).contentType("text/csv")
                    .body(body)
                    .post(IMPORT).then().statusCode(403).header("Idempotent-Replayed", nullValue())
                    .body("errors.code", equalTo(List.of("NOT_YOUR_REGION")));
        }
        admin().contentType("application/json").header("If-Match", "*")
                .body("{\"roles\":[\"reporter\"],\"regions\":[\"152900\"],\"reason\":\"transferred\"}")
                .put("/api/v1/admin/accounts/moved").then().statusCode(200);
        for (String replayed : new String[] { null, "true" }) {
            String id = People.as("moved").header("Idempotency-Key", key)
                    .contentType("text/csv").body(body).post(IMPORT).then().statusCode(200)
                    .header("Idempotent-Replayed", equalTo(replayed)).body("accepted", is(1)).body("errors", hasSize(0))
                    .extract().path("id");
            assertEquals("\uFEFF", admin().get("/api/v1/imports/" + id + "/rejected.csv").asString());
        }
        given().get(VALUES + "forest-cover/152900/1971/revisions").then().body("items", hasSize(1));
    }

    private static String standing(String key, Instant heardAt, String digest) {
        ImportRow row = new ImportRow();
        row.id = UUID.randomUUID().toString();
        row.sender = "admin";
        row.key = key;
        row.digest = digest;
        row.attempt = 1;
        row.state = ImportRow.State.RUNNING;
        row.phase = ImportRow.Phase.RECORDING;
        row.atomic = true;
        row.sentAt = heardAt;
        row.heardAt = heardAt;
        row.report = "{\"form\":\"\",\"errors\":[],\"understood\":[],\"flagged\":[]}";
        QuarkusTransaction.requiringNew().run(row::persist);
        return row.id;
    }

    @Test
    void aKeyStillAtWorkIsAConflictAndOneThatFellSilentIsTakenUpAgain() {
        String body = "indicator,region,period,value\nforest-cover,150600,1978,10\n";
        String known = UUID.randomUUID().toString();
        String digest = admin().header("Idempotency-Key", known).contentType("text/csv").body(bytes(body)).post(IMPORT)
                .path("digest");
        String working = UUID.randomUUID().toString();
        Instant now = Instant.parse("2041-03-14T22:30:00Z");
        String id = standing(working, now.minusSeconds(5), digest);
        admin().get("/api/v1/imports/" + id).then().statusCode(200).body("state", equalTo("RUNNING"))
                .body("phase", equalTo("RECORDING"));
        admin().header("Idempotency-Key", working).contentType("text/csv").body(bytes(body)).post(IMPORT).then().statusCode(409)
                .header("Retry-After", equalTo("5")).header("Location", endsWith(id));
        String silent = UUID.randomUUID().toString();
        String lost = standing(silent, now.minusSeconds(300), digest);
        admin().get("/api/v1/imports/" + lost).then().body("state", equalTo("INTERRUPTED"));
        admin().header("Idempotency-Key", silent).contentType("text/csv").body(bytes(body)).post(IMPORT).then().statusCode(200)
                .body("id", equalTo(lost)).body("state", equalTo("DONE")).body("unchanged", is(1));
        QuarkusTransaction.requiringNew().run(() -> ImportRow.interrupt(now, true));
        admin().get("/api/v1/imports/" + id).then().body("state", equalTo("INTERRUPTED"));
    }

    @Test
    void rejectedLinesAreCorrectedAndSentAgainAsTheyCame() {
        String id = csv("?mode=partial", "地区,时期,森林覆盖率(%),优良天数比例,备注", "乌兰察布市,1970年,10,100.5,\"=a,b\"", "乌兰察布市,1971年,11,90,",
                "乌兰察部,1972年,12,91,-x").statusCode(200).body("accepted", is(3)).body("rejected", is(3))
                .body("errors", hasSize(2)).extract().path("id");
        byte[] rejected = admin().get("/api/v1/imports/" + id + "/rejected.csv").then().statusCode(200)
                .contentType("text/csv").extract().asByteArray();
        String text = new String(rejected, StandardCharsets.UTF_8);
        assertEquals(List.of("\uFEFF地区,时期,森林覆盖率(%),优良天数比例,备注,error",
                "乌兰察布市,1970年,10,100.5,\"'=a,b\",A share lies between 0 and 100",
                "乌兰察部,1972年,12,91,'-x,"
                        + "no such region: 乌兰察部; did you mean 乌兰察布市 (Ulanqab)"),
                text.lines().toList());
        String corrected = text.replace("100.5", "95").replace("乌兰察部", "乌兰察布");
        csv("", corrected.split("\r\n")).statusCode(200).body("accepted", is(3)).body("unchanged", is(1));
        given().get(VALUES + "air-good-days/150900/1970").then().body("value", is(95)).body("note", equalTo("=a,b"));
        given().get(VALUES + "forest-cover/150900/1972").then().body("note", equalTo("-x"));
    }

    @Test
    void theTemplateIsFilledInAndSentBackAsItIs() throws IOException {
        String address = "/api/v1/measurements/template.xlsx?plan=nm-eep-14&region=150000&period=1958&lang=zh-CN";
        csv("", "indicator,region,period,value", "grassland-cover,150000,1957,41.0",
                "grassland-cover,150000,1958,41.5", "grassland-cover,150000,1958-06,40").statusCode(200);
        byte[] template = admin().get(address).then().statusCode(200).contentType(XLSX)
                .header("Content-Disposition", containsString("nm-eep-14-150000-1958.xlsx")).extract().asByteArray();
        assertArrayEquals(template, admin().get(address).asByteArray());
        List<Sheet.Line> lines = read(template);
        assertEquals(List.of("指标", "地区", "时期", "数值", "单位", "上次数值", "目标", "范围", "口径", "基期", "状态", "来源", "备注", "原因"),
                lines.get(0).cells());
        assertEquals(List.of("地级城市空气质量优良天数比率", "内蒙古自治区", "1958", "", "%"), lines.get(1).cells().subList(0, 5));
        assertEquals("呼和浩特市", lines.get(2).cell(1));
        Sheet.Line grassland = lines.stream().filter(line -> line.cell(0).equals("草原综合植被盖度")).findFirst().orElseThrow();
        assertEquals(List.of("内蒙古自治区", "1958", "41.5", "%", "41.0 (1957)", "稳定在45"), grassland.cells().subList(1, 7));
        // Tests of other rooms may have left figures for this year beside the one above.
        int filled = (int) lines.stream().skip(1).filter(line -> !line.cell(3).isEmpty()).count();
        sheet("", template).statusCode(200).body("rows", is(filled)).body("unchanged", is(filled)).body("errors", hasSize(0));
        byte[] completed = xlsx(sheet -> {
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).cells().size(); column++) {
                    sheet.value(row, column, lines.get(row).cell(column));
                }
                if (row > 0 && lines.get(row).cell(3).isEmpty()) {
                    sheet.value(row, 3, 50);
                }
            }
        });
        sheet("", completed).statusCode(200).body("errors", hasSize(0)).body("accepted", is(lines.size() - 1 - filled))
                .body("unchanged", is(filled));
        List<Sheet.Line> again = read(admin().get(address).asByteArray());
        assertTrue(again.stream().skip(1).noneMatch(line -> line.cell(3).isEmpty()));
        admin().get("/api/v1/measurements/template.xlsx?region=150000&period=1958").then().statusCode(400);
    }

    @Test
    void theTemplateAsksForWhatIsSetForAGroupAndForPlacesBelow() throws IOException {
        String address = "/api/v1/measurements/template.xlsx?plan=nm-battle-2020&period=2019&lang=zh-CN&region=";
        List<Sheet.Line> baotou = read(admin().get(address + "150200").asByteArray());
        Sheet.Line freight = baotou.stream().filter(line -> line.cell(0).equals("大宗货物铁路运输比例")).findFirst().orElseThrow();
        assertEquals(List.of("包头市", "达到50％以上"), List.of(freight.cell(1), freight.cell(6)));
        assertTrue(baotou.stream().anyMatch(line -> line.cell(1).equals("东河（包头市）")));
        assertTrue(baotou.stream().noneMatch(line -> line.cell(1).equals("呼和浩特市")));
        List<Sheet.Line> whole = read(admin().get(address + "150000").asByteArray());
        assertEquals(6, whole.stream().filter(line -> line.cell(0).equals("大宗货物铁路运输比例")).count());
    }

    @Test
    void aTemplateWithoutALineSaysThatNothingIsAskedFor() throws IOException {
        byte[] template = admin()
                .get("/api/v1/measurements/template.xlsx?plan=wuhai-2020&region=150300&period=2019&lang=zh-CN").asByteArray();
        assertEquals(1, read(template).size());
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            assertTrue(workbook.findSheet("说明").orElseThrow().read().get(1).getCellText(0).contains("没有为该地区"));
        }
    }

    private static List<Sheet.Line> read(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("template", ".xlsx");
        Files.write(file, workbook);
        List<Sheet.Line> lines = new ArrayList<>();
        try (Sheet sheet = new XlsxSheet(file)) {
            for (var line = sheet.next(); line.isPresent(); line = sheet.next()) {
                lines.add(line.get());
            }
        } finally {
            Files.delete(file);
        }
        return lines;
    }

    @Test
    void aLineOfAnotherRegionLetsNothingInWhateverTheMode() {
        RequestSpecification reporter = People.person("importer", List.of("reporter"), "150800");
        for (String query : List.of("?mode=atomic", "?mode=partial", "?mode=partial&dryRun=true")) {
            String id = csv(People.person("importer", List.of("reporter"), "150800"), query, "indicator,region,period,value",
                    "forest-cover,150800,1970,10", "forest-cover,包头市,1970,10", "forest-cover,150800,1971,x").statusCode(403)
                    .body("state", equalTo("FAILED")).body("accepted", is(1)).body("rejected", is(2))
                    .body("errors.code", equalTo(List.of("NOT_YOUR_REGION", "NOT_A_NUMBER")))
                    .body("errors.line", equalTo(List.of(3, 4))).body("errors[0].column", is(2))
                    .body("errors[0].value", equalTo("包头市")).extract().path("id");
            admin().get("/api/v1/imports/" + id + "/rejected.csv").then().body(containsString("forest-cover,包头市,1970,10,"));
        }
        csv(People.person("importer", List.of("reporter"), "150800"), "", "地区,时期,森林覆盖率,草原综合植被盖度", "包头,1970,10,11")
                .statusCode(403).body("errors.code", equalTo(List.of("NOT_YOUR_REGION"))).body("rejected", is(2));
        given().get(VALUES + "forest-cover/150800/1970").then().statusCode(404);
        csv(reporter, "", "indicator,region,period,value", "forest-cover,150800,1970,10",
                "water-class,150800-wuliangsuhai,1970,4")
                .statusCode(200).body("accepted", is(2));
        csv(People.person("importer", List.of("reporter"), "150800"), "", "indicator,region,period,value,status",
                "forest-cover,150800,1971,10,FINAL").statusCode(422).body("errors[0].code", equalTo("REVIEWER_MAKES_FINAL"))
                .body("errors[0].column", is(5));
    }

    @Test
    void aLineOfAnotherRegionIsFoundInEveryFormAndInAJob() throws InterruptedException {
        String json = "[{\"indicator\":\"forest-cover\",\"region\":\"150800\",\"period\":\"1973\",\"value\":10},\n"
                + "{\"indicator\":\"forest-cover\",\"region\":\"150200\",\"period\":\"1974\",\"value\":10}]";
        keyed(People.person("importer", List.of("reporter"), "150800")).contentType("application/json").body(bytes(json))
                .post(IMPORT).then().statusCode(403).body("errors[0].code", equalTo("NOT_YOUR_REGION"))
                .body("errors[0].line", is(2));
        byte[] workbook = xlsx(sheet -> {
            String[][] rows = { { "指标", "地区", "时期", "数值" }, { "森林覆盖率", "巴彦淖尔", "1973", "10" },
                    { "森林覆盖率", "包头", "1974", "10" } };
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.value(row, column, rows[row][column]);
                }
            }
        });
        keyed(People.person("importer", List.of("reporter"), "150800")).contentType(XLSX).body(workbook).post(IMPORT).then()
                .statusCode(403).body("errors[0].code", equalTo("NOT_YOUR_REGION")).body("errors[0].line", is(3))
                .body("errors[0].column", is(2));
        String large = "indicator,region,period,value,note\nforest-cover,150800,1973,10,\n"
                + ("forest-cover,150800,,," + "长".repeat(900) + "\n").repeat(500) + "forest-cover,150200,1974,10,\n";
        for (String mode : List.of("atomic", "partial")) {
            JsonPath job = ended(keyed(People.person("importer", List.of("reporter"), "150800")).contentType("text/csv")
                    .body(bytes(large)).post(IMPORT + "?mode=" + mode).then().statusCode(202).extract().header("Location"));
            assertEquals("FAILED", job.getString("state"));
            assertEquals("NOT_YOUR_REGION", job.getString("errors[0].code"));
            assertEquals(503, job.getInt("errors[0].line"));
        }
        given().get(VALUES + "forest-cover/150800/1973").then().statusCode(404);
        given().get(VALUES + "forest-cover/150200/1974").then().statusCode(404);
    }

    @Test
    void anImportIsItsSendersAndTheReviewers() {
        String id = csv(People.person("importer", List.of("reporter"), "150800"), "", "indicator,region,period,value",
                "forest-cover,150800,1972,10").statusCode(200).extract().path("id");
        People.person("importer", List.of("reporter"), "150800").get("/api/v1/imports/" + id).then().statusCode(200);
        People.person("other-importer", List.of("reporter"), "150800").get("/api/v1/imports/" + id).then().statusCode(404);
        People.person("import-reviewer", List.of("reviewer"), "150000").get("/api/v1/imports/" + id).then().statusCode(200);
        given().get("/api/v1/imports/" + id).then().statusCode(401);
        admin().get("/api/v1/imports/none").then().statusCode(404);
        csv(given(), "", "indicator,region,period,value").statusCode(401);
        csv(People.person("import-viewer", List.of("viewer")), "", "indicator,region,period,value").statusCode(403);
    }

    @Test
    void aLargeFileIsAJobThatTellsHowItStands() throws InterruptedException {
        String note = "长".repeat(900);
        String rows = IntStream.range(0, 600).mapToObj(
                i -> "straw-utilisation,152900," + (1950 + i / 12) + "-" + String.format("%02d", 1 + i % 12) + ",10," + note)
                .collect(Collectors.joining("\n"));
        String key = UUID.randomUUID().toString();
        String body = "indicator,region,period,value,note\n" + rows + "\nstraw-utilisation,152900,2000-01,x,\n";
        String place = admin().header("Idempotency-Key", key).contentType("text/csv").body(bytes(body))
                .post(IMPORT + "?mode=partial").then().statusCode(202).body("state", equalTo("RUNNING")).extract()
                .header("Location");
        JsonPath state = ended(place);
        assertEquals("DONE", state.getString("state"));
        assertEquals(601, state.getInt("rows"));
        assertEquals(600, state.getInt("accepted"));
        assertEquals(1, state.getInt("rejected"));
        admin().get(place + "/rejected.csv").then().body(containsString("straw-utilisation,152900,2000-01,x,,"));
        admin().header("Idempotency-Key", key).contentType("text/csv").body(bytes(body)).post(IMPORT + "?mode=partial").then()
                .statusCode(200).header("Idempotent-Replayed", equalTo("true")).body("accepted", is(600));
        String refused = keyed(admin()).contentType("text/csv").body(bytes(body.replace(",10,", ",11,")))
                .post(IMPORT + "?reason=r")
                .then().statusCode(202).extract().header("Location");
        JsonPath failed = ended(refused);
        assertEquals("FAILED", failed.getString("state"));
        assertEquals(600, failed.getInt("accepted"));
        given().get(VALUES + "straw-utilisation/152900/1950-01").then().body("value", is(10));
        String broken = keyed(admin()).contentType("text/csv").body(bytes(body + "\"")).post(IMPORT).then().statusCode(202)
                .extract()
                .header("Location");
        assertEquals("UNCLOSED_QUOTE", ended(broken).getString("errors[0].code"));
    }

    /** What stands is no fault; who only looks a file through does not know that it stands. */
    @Test
    void aLargeFileWithWhatStandsInAClosedPeriodIsRecordedWhole() throws InterruptedException {
        String header = "indicator,region,period,value,note\n";
        String standing = "straw-utilisation,152200,1949,10," + "长".repeat(900) + "\n";
        keyed(admin()).contentType("text/csv").body(bytes(header + standing)).post(IMPORT).then().statusCode(200);
        String closure = "/api/v1/closures/152200/1949";
        People.person("import-reviewer", List.of("reviewer"), "150000").contentType("application/json")
                .body("{\"closed\":true,\"reason\":\"汇总\"}").put(closure).then().statusCode(201);
        String rows = IntStream.range(0, 600)
                .mapToObj(i -> standing.replace("1949", String.format("%d-%02d", 1950 + i / 12, 1 + i % 12)))
                .collect(Collectors.joining());
        JsonPath job = ended(keyed(admin()).contentType("text/csv").body(bytes(header + rows + standing)).post(IMPORT).then()
                .statusCode(202).extract().header("Location"));
        assertEquals("DONE", job.getString("state"));
        assertEquals(600, job.getInt("accepted"));
        assertEquals(1, job.getInt("unchanged"));
        given().get(VALUES + "straw-utilisation/152200/1950-01").then().body("value", is(10));
    }

    private static JsonPath ended(String place) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            JsonPath state = admin().get(place).then().statusCode(200).extract().jsonPath();
            if (!state.getString("state").equals("RUNNING")) {
                return state;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it does not end");
    }

    @Test
    void publishedValuesAreReadAndWhatCannotBeIsSaid() throws IOException {
        Path published = Path.of("../shared/data/published-values.csv");
        Assumptions.assumeTrue(Files.exists(published));
        JsonPath told = admin().contentType("text/csv").body(Files.readAllBytes(published))
                .post(IMPORT + "?dryRun=true&mode=partial&reason=x").then().statusCode(200).extract().jsonPath();
        assertEquals(157, told.getInt("rows"));
        assertEquals(157, told.getInt("accepted") + told.getInt("unchanged") + told.getInt("rejected"));
        assertTrue(told.getInt("accepted") > 60, told.prettify());
        assertEquals(Set.of("UNKNOWN_INDICATOR", "UNKNOWN_REGION", "NOT_A_PERIOD"), Set.copyOf(told.getList("errors.code")));
        assertEquals("2019-01/2019-11",
                told.getString("understood.find { it.sent == '2019年1-11月' }.as"));
        assertThat(told.getString("errors.find { it.value == '优良天数比例(剔除沙尘)' }.message"), containsString("column basis"));
    }
}
