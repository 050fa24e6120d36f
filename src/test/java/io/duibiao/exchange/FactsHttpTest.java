package io.duibiao.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class FactsHttpTest {

    private static final String TABLE_ONE = "?plan=nm-eep-14&region=150000&period=2020";

    @Test
    void jsonIsABareArrayWithEveryColumnInEveryLineAndFourDecimals() {
        Response answer = given().get("/api/v1/facts.json" + TABLE_ONE);
        answer.then().statusCode(200).body("$", hasSize(21)).body("[15].indicator", equalTo("grassland-cover"))
                .body("[15].outcome", equalTo("MET")).body("[15].outcomeName", equalTo("达标"));
        assertTrue(answer.asString().contains("\"targetValue\":45.0000"), answer.asString());
        List<java.util.Map<String, Object>> lines = answer.jsonPath().getList("$");
        lines.forEach(line -> assertEquals(Fact.columns(), List.copyOf(line.keySet())));
    }

    @Test
    void pagesFollowOneAnotherAndTogetherAreTheWholeTable() {
        List<String> whole = keys(given().get("/api/v1/facts.json?plan=nm-eep-14&region=150000&page[size]=1000"));
        List<String> paged = new ArrayList<>();
        String next = "/api/v1/facts.json?plan=nm-eep-14&region=150000&page[size]=50";
        while (!next.isEmpty()) {
            Response page = given().urlEncodingEnabled(false).get(next.replace("[", "%5B").replace("]", "%5D"));
            paged.addAll(keys(page));
            String link = page.header("Link");
            next = link == null ? "" : link.substring(1, link.indexOf('>'));
        }
        assertEquals(whole, paged);
        assertEquals(whole.size(), whole.stream().distinct().count());
    }

    @Test
    void theLinesAreNarrowedAsTheVerdictsAre() {
        String met = "&attribute=BINDING&outcome=MET";
        List<String> rows = given().get("/api/v1/attainment" + TABLE_ONE + met).jsonPath().getList("items.target");
        assertTrue(!rows.isEmpty() && rows.size() < 12, rows.toString());
        assertEquals(rows, given().get("/api/v1/facts.json" + TABLE_ONE + met).jsonPath().getList("target"));
        given().get("/api/v1/facts.json" + TABLE_ONE + "&schedule=NO_SUCH").then().statusCode(400);
    }

    private static List<String> keys(Response page) {
        page.then().statusCode(200);
        List<String> keys = new ArrayList<>();
        page.jsonPath().getList("$").forEach(line -> {
            java.util.Map<?, ?> cells = (java.util.Map<?, ?>) line;
            keys.add(cells.get("period") + "|" + cells.get("target") + "|" + cells.get("region"));
        });
        return keys;
    }

    @Test
    void csvAndXlsxHoldTheSameLines() throws IOException {
        Response csv = given().get("/api/v1/facts.csv" + TABLE_ONE);
        csv.then().statusCode(200).header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", containsString("duibiao-facts.csv"));
        String text = new String(csv.asByteArray(), StandardCharsets.UTF_8);
        assertEquals('\uFEFF', text.charAt(0));
        List<CSVRecord> lines = CSVFormat.RFC4180.parse(new StringReader(text.substring(1))).getRecords();
        assertEquals(22, lines.size());
        assertEquals(Fact.columns(), lines.get(0).toList());

        byte[] book = given().get("/api/v1/facts.xlsx" + TABLE_ONE).then().statusCode(200).extract().asByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            var rows = read.getFirstSheet().read();
            assertEquals(22, rows.size());
            int value = Fact.columns().indexOf("value");
            assertEquals("45", rows.get(16).getCellAsNumber(value).orElseThrow().stripTrailingZeros().toPlainString());
        }
    }

    @Test
    void anUnknownSuffixIsNotFoundAndAnUnknownParameterIsNamed() {
        given().get("/api/v1/facts.ods").then().statusCode(404);
        given().get("/api/v1/facts.csv?year=2020").then().statusCode(400).body("errors[0].pointer", equalTo("year"));
        given().get("/api/v1/facts.json?below=150000&region=150100").then().statusCode(400)
                .body("errors[0].code", equalTo("REGION_OR_BELOW"));
    }

    @Test
    void aReaderWhoHasTheTableIsToldSo() {
        String etag = given().get("/api/v1/facts.csv" + TABLE_ONE).header("ETag");
        given().header("If-None-Match", etag).get("/api/v1/facts.csv" + TABLE_ONE).then().statusCode(304);
    }
}
