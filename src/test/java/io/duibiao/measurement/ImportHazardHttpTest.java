package io.duibiao.measurement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** What is sent here is refused; where something is taken it is a dry run. */
@QuarkusTest
class ImportHazardHttpTest {

    private static final String IMPORT = "/api/v1/measurements:import";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String HEADER = "indicator,region,period,value,note\n";

    private static ValidatableResponse send(String type, byte[] body, Map<String, String> headers) {
        return given().auth().preemptive().basic("admin", "correct horse 1").header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString()).headers(headers).contentType(type).body(body)
                .post(IMPORT).then();
    }

    private static ValidatableResponse csv(String text) {
        return send("text/csv", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static ValidatableResponse json(String text) {
        return send("application/json", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).contentType("application/problem+json").body("type", endsWith(code))
                .body(not(containsString("xception"))).body(not(containsString("io.duibiao")));
    }

    @Test
    void aQuoteThatIsNotClosedIsToldByRowAndColumn() {
        ValidatableResponse answer = csv(HEADER + "forest-cover,150200,1990,10,\"a\"\nforest-cover,150200,1991,10,\"a\n\n");
        refused(answer, 400, "unclosed-quote");
        answer.body("errors[0].line", is(3)).body("errors[0].column", is(5));
        refused(csv(HEADER + "forest-cover,150200,1990,10,\"a\"b\n"), 400, "unclosed-quote");
    }

    @Test
    void aCellThatIsTooLongIsGivenUpWhileItIsRead() {
        ValidatableResponse answer = csv(HEADER + "forest-cover,150200,1990,10," + "x".repeat(4097) + "\n");
        refused(answer, 400, "cell-too-long");
        answer.body("errors[0].line", is(2)).body("errors[0].column", is(5));
        refused(csv(HEADER + "forest-cover,150200,1990,10,\"" + "x\n".repeat(400_000)), 400, "cell-too-long");
        refused(json("[{\"note\":\"" + "x".repeat(4097) + "\"}]"), 400, "cell-too-long");
        refused(sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>" + "x".repeat(4097) + "</t></is></c></row>"), 400,
                "cell-too-long");
        csv(HEADER + "forest-cover,150200,1990,10," + "x".repeat(4096) + "\n").statusCode(422)
                .body("errors[0].code", equalTo("TOO_LONG")).body("errors[0].column", is(5));
    }

    @Test
    void aLineHasSoManyColumnsAtMost() {
        refused(csv(",".repeat(1001) + "\n"), 400, "too-many-columns");
        refused(sheet("<row r='1'><c r='ZZZ1' t='str'><v>x</v></c></row>"), 400, "too-many-columns");
        refused(sheet("<row r='1'><c r='ZZZZZZZ1' t='str'><v>x</v></c></row>"), 400, "damaged-xlsx");
    }

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"indicator":"a"}                    | 400 | bad-shape
            [1]                                  | 400 | bad-shape
            [{"indicator":"a"}                   | 400 | malformed-json
            [{"indicator":"a"}] x                | 400 | malformed-json
            [] []                                | 400 | trailing-tokens
            [{"indicator":{}}]                   | 400 | bad-shape
            [{"indicator":true}]                 | 400 | bad-shape
            [{"value":1,"value":2}]              | 400 | duplicate-field
            [{"colour":"red"}]                   | 400 | unknown-field
            [{"lastValue":"1"}]                  | 400 | unknown-field
            """)
    void jsonThatIsNotWhatItShouldBeIsRefusedAtItsPlace(String text, int status, String code) {
        ValidatableResponse answer = json(text);
        refused(answer, status, code);
        answer.body("errors[0].line", is(1));
    }

    @Test
    void aNumberOfManyDigitsCostsNothing() {
        long begun = System.nanoTime();
        json("[{\"indicator\":\"forest-cover\",\"region\":\"150200\",\"period\":\"1990\",\"value\":1e10000000}]")
                .statusCode(422).body("errors[0].code", equalTo("NOT_A_NUMBER"));
        json("[{\"indicator\":\"forest-cover\",\"region\":\"150200\",\"period\":\"1990\",\"value\":" + "9".repeat(5000) + "}]")
                .statusCode(400);
        csv(HEADER + "forest-cover,150200,1990," + "9".repeat(4000) + ",\n").statusCode(422)
                .body("errors[0].code", equalTo("NUMBER_OUT_OF_RANGE"));
        sheet("<row><c t='str'><v>indicator</v></c><c t='str'><v>region</v></c><c t='str'><v>period</v></c>"
                + "<c t='str'><v>value</v></c></row><row><c t='str'><v>forest-cover</v></c><c t='str'><v>150200</v></c>"
                + "<c><v>1990</v></c><c><v>1E999999999</v></c></row>").statusCode(422)
                .body("errors[0].code", equalTo("NOT_A_NUMBER")).body("errors[0].column", is(4));
        assertTrue(System.nanoTime() - begun < 5_000_000_000L);
    }

    @Test
    void invisibleCharactersAreRefusedInTheirCell() {
        for (String bad : new String[] { "a\u0000", "a\u0007", "a\u200bb", "a\u202eb" }) {
            csv(HEADER + "forest-cover,150200,1990,10," + bad + "\n").statusCode(422)
                    .body("errors[0].code", equalTo("BAD_CHARACTERS")).body("errors[0].column", is(5));
        }
        csv(HEADER + "forest-cover,1502\u200b00,1990,10,\n").statusCode(422)
                .body("errors[0].code", equalTo("UNKNOWN_REGION")).body("errors[0].value", equalTo("1502<U+200B>00"));
        json("[{\"indicator\":\"forest-cover\",\"region\":\"150200\",\"period\":\"1990\",\"value\":10,\"note\":\"\\ud800\"}]")
                .statusCode(422).body("errors[0].code", equalTo("BAD_CHARACTERS"));
    }

    @Test
    void whatIsNoFileOfValuesIsRefused() {
        refused(csv(" "), 400, "empty-body");
        refused(send("text/csv", new byte[0], Map.of()), 400, "empty-body");
        refused(send("multipart/form-data; boundary=x", "x".getBytes(StandardCharsets.UTF_8), Map.of()), 415,
                "unsupported-media-type");
        refused(send("image/png", "a=b".getBytes(StandardCharsets.UTF_8), Map.of()), 415,
                "unsupported-media-type");
        refused(send("application/vnd.ms-excel", Base64.getDecoder().decode("0M8R4KGxGuEAAAAA"), Map.of()), 415,
                "unsupported-media-type");
        refused(send("text/csv", "\uFEFFa,b".getBytes(StandardCharsets.UTF_16LE), Map.of()), 415, "unsupported-media-type");
        refused(send("application/json", "[{\"note\":\"镕\"}]".getBytes(java.nio.charset.Charset.forName("GB18030")), Map.of()),
                400, "not-utf8");
        refused(send("application/json", new byte[] { '[', (byte) 0xFF, '{', '}', ']' }, Map.of()), 400, "not-utf8");
        refused(send("text/csv", new byte[] { 'a', (byte) 0xFF, (byte) 0xFF, ',', 'b' }, Map.of()), 400, "not-text");
        refused(send(XLSX, "PK\u0003\u0004 no zip".getBytes(StandardCharsets.UTF_8), Map.of()), 400, "damaged-xlsx");
        refused(send("text/csv", "a".getBytes(StandardCharsets.UTF_8), Map.of("Content-Encoding", "br")), 415,
                "unsupported-encoding");
        refused(send("text/csv", "a".getBytes(StandardCharsets.UTF_8), Map.of("Content-Encoding", "gzip")), 400,
                "body-not-read");
    }

    @Test
    void aCompressedFileIsReadAndACompressedBombIsNot() throws IOException {
        byte[] text = (HEADER + "forest-cover,150200,1990,x,\n").getBytes(StandardCharsets.UTF_8);
        send("text/csv", gzip(text, 1), Map.of("Content-Encoding", "gzip")).statusCode(422)
                .body("errors[0].code", equalTo("NOT_A_NUMBER"));
        refused(send("text/csv", gzip(new byte[1 << 16], 200), Map.of("Content-Encoding", "gzip")), 413, "too-large");
    }

    private static byte[] gzip(byte[] text, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                gzip.write(text);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aBodyOverTheLimitIsRefusedBeforeItIsSent() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(("POST " + IMPORT + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                    + "Content-Length: " + ((256L << 20) + 1) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 413", new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aWorkbookThatInflatesToGigabytesIsGivenUp() throws IOException {
        refused(sheet("<row>" + "<c/>".repeat(2_000_000) + "</row>"), 413, "xlsx-too-large");
        Map<String, String> parts = workbook("<row><c t='s'><v>0</v></c></row>");
        parts.put("xl/sharedStrings.xml", "<sst>" + "<si><t>0123456789</t></si>".repeat(100_000) + "</sst>");
        refused(send(XLSX, zip(parts), Map.of()), 413, "xlsx-too-large");
        refused(sheet("<row><c t='str' r='" + "A".repeat(1 << 19) + "'><v>x</v></c></row>"), 413, "xlsx-too-large");
    }

    @Test
    void aFormulaWithoutItsResultIsNoEmptyCellAndNoNought() throws IOException {
        String rows = "<row r='1'><c t='str'><v>region</v></c><c t='str'><v>period</v></c><c t='str'><v>forest-cover</v></c>"
                + "<c t='str'><v>grassland-cover</v></c></row><row r='2'><c t='str'><v>150400</v></c><c><v>1983</v></c>"
                + "<c><f>20+1.5</f>%s</c><c t='str'><f>IF(1,\"\")</f><v></v></c></row>";
        for (String result : List.of("", "<v/>", "<v></v>")) {
            sheet(rows.formatted(result)).statusCode(422).body("rows", is(1)).body("rejected", is(1))
                    .body("errors.code", equalTo(List.of("FORMULA"))).body("errors[0].line", is(2))
                    .body("errors[0].column", is(3)).body("errors[0].value", equalTo("=20+1.5"));
        }
        Map<String, String> parts = workbook(rows.formatted("<v>0</v>"));
        parts.computeIfPresent("xl/workbook.xml", (part, xml) -> xml.replace("</workbook>",
                "<calcPr calcId='124519' fullCalcOnLoad='1'/></workbook>"));
        send(XLSX, zip(parts), Map.of()).statusCode(422).body("errors.code", equalTo(List.of("FORMULA", "FORMULA")));
    }

    @Test
    void aWorkbookNamesNoEntities() throws IOException {
        for (String name : new String[] { "xl/worksheets/sheet1.xml", "xl/workbook.xml" }) {
            Map<String, String> parts = workbook("<row><c t='str'><v>a</v></c></row>");
            parts.computeIfPresent(name, (part, xml) -> "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                    + xml.replace("<v>a", "<v>&e;"));
            refused(send(XLSX, zip(parts), Map.of()), 400, "damaged-xlsx");
        }
        refused(sheet("<row><c t='s'><v>7</v></c></row>"), 400, "damaged-xlsx");
        refused(sheet("<row><c t='str'><v>a</c></row>"), 400, "damaged-xlsx");
        Map<String, String> parts = workbook("");
        parts.remove("xl/workbook.xml");
        refused(send(XLSX, zip(parts), Map.of()), 400, "damaged-xlsx");
    }

    private static ValidatableResponse sheet(String rows) {
        try {
            return send(XLSX, zip(workbook(rows)), Map.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> workbook(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='hidden' state='hidden' r:id='rId9'/>"
                + "<sheet name='a' state='visible' r:id='rId1'/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                OutputStream content = zip;
                content.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
