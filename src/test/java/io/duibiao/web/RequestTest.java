package io.duibiao.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

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
            {"value":1,"source":"a"}{}                              | 400 | BAD_SHAPE
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
                .body("type", equalTo("urn:duibiao:problem:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    }
}
