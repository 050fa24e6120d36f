package io.duibiao.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@QuarkusTest
class RequestTest {

    private static final String ECHO = "/api/v1/echo";

    @ParameterizedTest(name = "{1} {2}: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"value":1                                              | 400 | MALFORMED_JSON
            ``                                                      | 400 | EMPTY_BODY
            null                                                    | 400 | EMPTY_BODY
            `   `                                                   | 400 | EMPTY_BODY
            []                                                      | 400 | BAD_SHAPE
            "text"                                                  | 400 | BAD_SHAPE
            {"value":1,"source":"a"} x                              | 400 | MALFORMED_JSON
            {"value":1,"source":"a"}{}                              | 400 | TRAILING_TOKENS
            {"value":1,"source":"a","colour":"red"}                 | 400 | UNKNOWN_FIELD
            {"value":1,"value":2,"source":"a"}                      | 400 | DUPLICATE_FIELD
            {"value":[1],"source":"a"}                              | 400 | BAD_SHAPE
            {"value":true,"source":"a"}                             | 400 | BAD_SHAPE
            {"value":1,"source":5}                                  | 400 | BAD_SHAPE
            {"value":1,"source":"a","sure":"true"}                  | 400 | BAD_SHAPE
            {"value":1,"source":"a","sure":1}                       | 400 | BAD_SHAPE
            {"value":1,"source":"a","baseYear":"2020"}              | 400 | BAD_SHAPE
            {"value":1,"source":"a","baseYear":2020.5}              | 400 | BAD_SHAPE
            {"value":1,"source":"a","baseYear":99999999999}         | 422 | NUMBER_OUT_OF_RANGE
            {"value":1,"source":"a","status":"SETTLED"}             | 422 | BAD_VALUE
            {"value":1,"source":"a","status":0}                     | 422 | BAD_VALUE
            {"value":NaN,"source":"a"}                              | 422 | NUMBER_OUT_OF_RANGE
            {"value":-Infinity,"source":"a"}                        | 422 | NUMBER_OUT_OF_RANGE
            {"value":"NaN","source":"a"}                            | 422 | NUMBER_OUT_OF_RANGE
            {"value":"","source":"a"}                               | 422 | NUMBER_OUT_OF_RANGE
            {"value":"1,000","source":"a"}                          | 422 | NUMBER_OUT_OF_RANGE
            {"value":1e10000000,"source":"a"}                       | 422 | NUMBER_OUT_OF_RANGE
            {"value":1e99999999999,"source":"a"}                    | 422 | NUMBER_OUT_OF_RANGE
            {"value":0e10000000,"source":"a"}                       | 422 | NUMBER_OUT_OF_RANGE
            {"value":123456789012345,"source":"a"}                  | 422 | NUMBER_OUT_OF_RANGE
            {"value":1.00001,"source":"a"}                          | 422 | NUMBER_OUT_OF_RANGE
            {"value":"1e3","source":"a"}                            | 422 | NUMBER_OUT_OF_RANGE
            {"source":"a"}                                          | 422 | MISSING
            {"value":1,"source":" "}                                | 422 | MISSING
            {"value":1,"source":"a\\u0000"}                         | 422 | BAD_CHARACTERS
            {"value":1,"source":"a\\u0007"}                         | 422 | BAD_CHARACTERS
            {"value":1,"source":"a\\u200bb"}                        | 422 | BAD_CHARACTERS
            {"value":1,"source":"a\\u202eb"}                        | 422 | BAD_CHARACTERS
            {"value":1,"source":"a\\ud800"}                         | 422 | BAD_CHARACTERS
            {"value":1,"source":"a","note":"\\ufeff"}               | 422 | BAD_CHARACTERS
            """)
    void aBodyThatIsNotWhatItShouldBeIsRefusedAndNeverAServerError(String body, int status, String code) {
        given().contentType("application/json").header("Accept-Language", "en").body(body == null ? "" : body)
                .put(ECHO).then().statusCode(status).contentType("application/problem+json")
                .body("type", equalTo("urn:duibiao:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    @Test
    void aFaultInABodyIsShownWithItsPlaceInTheCallersLanguage() {
        given().contentType("application/json").body("{\"value\":1,\n \"source\":\"a\u200bb\"}".replace("\u200b", "\\u200b"))
                .put(ECHO + "?lang=zh-CN").then().statusCode(422)
                .header("Content-Language", "zh-CN")
                .body("title", equalTo("内容不符合要求"))
                .body("errors[0].pointer", equalTo("/source"))
                .body("errors[0].value", equalTo("a<U+200B>b"))
                .body("errors[0].message", equalTo("含有控制字符或不可见字符"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] broken = "{\"value\":1,\"source\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        broken[21] = (byte) 0xB0;
        given().contentType("application/json").body(broken).put(ECHO).then().statusCode(400)
                .body("type", equalTo("urn:duibiao:problem:not-utf8")).body("errors[0].line", equalTo(1))
                .body("errors[0].column", equalTo(22));
        broken[20] = (byte) 0xC0;
        broken[21] = (byte) 0x80;
        given().contentType("application/json").body(broken).put(ECHO).then().statusCode(400)
                .body("type", equalTo("urn:duibiao:problem:not-utf8"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE" })
    void aBodyInAnotherEncodingIsRefusedWhateverItsLabel(String charset) throws IOException {
        byte[] body = "{\"value\":1,\"source\":\"呼\"}".getBytes(charset);
        given().contentType("application/json").body(body).put(ECHO).then().statusCode(400)
                .body("type", equalTo("urn:duibiao:problem:not-utf8"));
        given().contentType("application/json;charset=" + charset).body(body).put(ECHO).then().statusCode(415)
                .body("type", equalTo("urn:duibiao:problem:unsupported-charset"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "?region=%ff", "?region=%C0%80", "?%ff=1", "/periods/%ff", "/periods/2020%E5%8C" })
    void anEscapeThatIsNotUtf8IsRefused(String question) {
        given().urlEncodingEnabled(false).get(ECHO + question).then().statusCode(400)
                .body("type", equalTo("urn:duibiao:problem:not-utf8"));
    }

    @Test
    void aFieldThatIsGivenTwiceIsNamed() {
        given().contentType("application/json").body("{\"value\":1,\"value\":2,\"source\":\"a\"}").put(ECHO).then()
                .body("errors[0].value", equalTo("value")).body("errors[0].line", equalTo(1));
    }

    @Test
    void nestingAndLengthOfNumbersAreBounded() {
        String deep = "{\"parts\":[".repeat(40) + "]}".repeat(40);
        given().contentType("application/json").body(deep).put(ECHO).then().statusCode(400)
                .body("type", equalTo("urn:duibiao:problem:too-deep"))
                .body("errors[0].column", not(equalTo(null)));
        String number = "{\"value\":" + "9".repeat(2000) + ",\"source\":\"a\"}";
        given().contentType("application/json").body(number).put(ECHO).then().statusCode(422)
                .body("type", equalTo("urn:duibiao:problem:number-out-of-range"))
                .body("errors[0].column", not(equalTo(null)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ?regoin=150000                     | 400 | UNKNOWN_PARAMETER  | regoin
            ?region=1&region=2                 | 400 | REPEATED_PARAMETER | region
            ?lang=fr                           | 400 | UNKNOWN_LANGUAGE   | lang
            ?lang=en&lang=zh                   | 400 | REPEATED_PARAMETER | lang
            ?asOf=2026-03-01                   | 400 | NOT_AN_INSTANT     | asOf
            ?asOf=+999999999-01-01T00:00:00Z   | 400 | NOT_AN_INSTANT     | asOf
            ?period=2025-13                    | 400 | BAD_PARAMETER      | period
            ?year=1e9                          | 400 | BAD_PARAMETER      | year
            ?year=                             | 400 | BAD_PARAMETER      | year
            ?region=                           | 400 | BAD_PARAMETER      | region
            ?region=%20                        | 400 | BAD_PARAMETER      | region
            ?year=2101                         | 400 | NOT_ALLOWED        | year
            ?status=final                      | 400 | BAD_PARAMETER      | status
            ?region=a%00b                      | 422 | BAD_CHARACTERS     | region
            ?region=%E2%80%8B                  | 422 | BAD_CHARACTERS     | region
            /items?page[size]=0                | 400 | NOT_ALLOWED        | page[size]
            /items?page[size]=1001             | 400 | NOT_ALLOWED        | page[size]
            /items?page[size]=x                | 400 | BAD_PARAMETER      | page[size]
            /items?page[after]=x               | 400 | UNKNOWN_PAGE       | page[after]
            /periods/2025-13                   | 422 | NOT_A_PERIOD       | period
            """)
    void aParameterThatCannotBeAnsweredIsNamed(String question, int status, String code, String name) {
        given().urlEncodingEnabled(false).get(ECHO + question.replace("[", "%5B").replace("]", "%5D")).then().statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].code", equalTo(code)).body("errors[0].pointer", equalTo(name));
    }

    @Test
    void anUnknownParameterIsToldWhatWasPerhapsMeant() {
        given().get(ECHO + "?lang=en&regoin=150000").then().body("detail", containsString("known: region"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({ "GET, /api/v1/nowhere, 404", "GET, /nowhere, 404", "GET, /api/v1/echo/failures, 404",
            "POST, /api/v1/echo, 405",
            "TRACE, /api/v1/echo, 405", "GET, /favicon.ico, 404" })
    void whatHttpItselfRefusesIsAProblemToo(String method, String path, int status) {
        given().request(method, path).then().statusCode(status).contentType("application/problem+json")
                .body("status", equalTo(status));
    }

    @Test
    void formsThatAreNotServedAreRefused() {
        given().accept("image/tiff").get(ECHO).then().statusCode(406).contentType("application/problem+json");
        given().contentType("text/csv").body("a,b".getBytes(StandardCharsets.UTF_8)).put(ECHO).then().statusCode(415)
                .contentType("application/problem+json");
        given().contentType("text/plain").body("a,b".getBytes(StandardCharsets.UTF_8)).put(ECHO).then().statusCode(415)
                .contentType("application/problem+json");
        given().contentType("application/json").body("{\"source\":\"" + "x".repeat(70_000) + "\"}").put(ECHO).then()
                .statusCode(413).contentType("application/problem+json").body("errors.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /%zz", "GET /api/v1/echo?region=%zz", "GET /api/v1/echo?lang=%",
            "GET /api/v1/echo?region=%E5%8C",
            "GET /api/v1/echo/../../etc/passwd", "GET //", "GET /api/v1//echo", "GET *", "G\u0000T /", "BREW /api/v1/echo" })
    void aRequestThatNoClientShouldSendIsNeverAServerError(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.matches("(?s)HTTP/1.[01] (4..|200) .*"), answer);
            assertFalse(answer.contains("xception"), answer);
        }
    }

    @Test
    void aBodyThatGrowsOverTheLimitWithoutSayingItsLengthIsRefusedToo() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            String head = "PUT " + ECHO + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n";
            String body = "{\"source\":\"" + "x".repeat(100_000) + "\"}";
            socket.getOutputStream().write((head + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("urn:duibiao:problem:too-large"), answer);
        }
    }

    @ParameterizedTest
    @CsvSource({ "down, 503, 5", "pool, 503, 5", "full, 507, ", "commit, 507, ", "twice, 409, ", "phrase, 422, ",
            "bug, 500, " })
    void aFailureBehindTheRequestSaysWhatTheCallerCanDoAndNothingOfTheProgram(String kind, int status, String retryAfter) {
        given().get(ECHO + "/failures/" + kind).then().statusCode(status).contentType("application/problem+json")
                .header("Retry-After", equalTo(retryAfter)).header("X-Request-Id", not(equalTo(null)))
                .body(not(containsString("secret"))).body(not(containsString("xception")))
                .body(not(containsString("io.duibiao")));
    }

    @Test
    void aReadIsCachedByItsEtagWhateverTheOrderOfTheQuestion() {
        String etag = given().get(ECHO + "?region=1&year=2020").then().statusCode(200)
                .header("Cache-Control", "public, no-cache").header("Vary", "Accept-Language")
                .header("As-Of", "2026-03-01T00:00:00.123Z")
                .body(containsString("\"number\":12.50,")).extract().header("ETag");

        given().header("If-None-Match", "W/\"x\", " + etag).get(ECHO + "?year=2020&region=1").then().statusCode(304)
                .header("ETag", etag).header("As-Of", "2026-03-01T00:00:00.123Z");
        given().header("If-None-Match", etag).head(ECHO + "?year=2020&region=1").then().statusCode(304);
        given().header("If-None-Match", etag).get(ECHO + "?year=2021&region=1").then().statusCode(200);
        given().header("If-None-Match", etag).header("Accept-Language", "en").get(ECHO + "?year=2020&region=1").then()
                .statusCode(200).body("language", equalTo("en"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en                         | en
            en-GB,zh;q=0.5             | en
            zh-TW,en;q=0.9             | zh-CN
            fr,en;q=0.2,zh;q=0.1       | en
            en;q=0,fr                  | zh-CN
            fr                         | zh-CN
            *                          | zh-CN
            ;;;                        | zh-CN
            """)
    void theLanguageIsTheOneTheCallerLikesBest(String acceptLanguage, String language) {
        given().header("Accept-Language", acceptLanguage).get(ECHO).then().statusCode(200)
                .body("language", equalTo(language)).header("Content-Language", language);
    }

    @ParameterizedTest
    @ValueSource(strings = { "page%5Bsize%5D", "page%5bsize%5d", "page[size]" })
    void aListIsReadToItsEndByFollowingTheLinks(String size) {
        List<Integer> read = new ArrayList<>();
        String next = ECHO + "/items?lang=en&" + size + "=200";
        while (next != null) {
            ExtractableResponse<Response> page = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
            read.addAll(page.jsonPath().getList("items", Integer.class));
            next = Optional.ofNullable(page.header("Link"))
                    .map(link -> link.replaceAll("^<(http://[^>]+)>; rel=\"next\"$", "$1")).orElse(null);
        }
        assertEquals(IntStream.rangeClosed(1, 450).boxed().toList(), read);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/echo", "/nowhere", "/q/health/ready", "/api/v1/echo?lang=fr" })
    void everyResponseCarriesTheSecurityHeaders(String path) {
        given().get(path).then().header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "same-origin")
                .header("X-Request-Id", not(equalTo(null)))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void theDescriptionOfTheApiNamesWhatEveryOperationTakes() {
        given().accept("application/json").get("/q/openapi").then().statusCode(200)
                .body("paths.'/api/v1/echo'.get.parameters.name", hasItems("lang", "asOf", "region"))
                .body("paths.'/api/v1/echo'.get.responses.default.description", containsString("RFC 9457"));
    }
}
