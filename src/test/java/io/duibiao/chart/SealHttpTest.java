package io.duibiao.chart;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Each test that records a value takes a year of its own. */
@QuarkusTest
class SealHttpTest {

    private static final String BULLET = "/api/v1/charts/bullet.png?plan=nm-eep-14&region=150000&period=2020&height=675";
    private static final String TREND = "/api/v1/charts/trend.png?region=150600&indicator=rural-sewage-treatment&period=";
    private static final String VALUE = "/api/v1/measurements/rural-sewage-treatment/150600/";

    private static byte[] chart(String path) {
        return given().get(path).then().statusCode(200).contentType("image/png").extract().asByteArray();
    }

    private static ValidatableResponse verify(byte[] file) {
        return given().contentType("image/png").body(file).post("/api/v1/charts:verify").then();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "correct horse 1").contentType("application/json");
    }

    @Test
    void aPictureThatWasNotTouchedIsOursAndIntact() {
        verify(chart(BULLET)).statusCode(200).body("ours", is(true)).body("intact", is(true)).body("reproduced", is(true))
                .body("asOf", endsWith("Z")).body("changed", empty())
                .body("query", equalTo("/api/v1/charts/bullet.png?height=675&lang=zh-CN&period=2020&plan=nm-eep-14"
                        + "&region=150000&scale=1&theme=light&width=1200"));
    }

    @Test
    void itsQueryAsOfThenDrawsItAgainByteForByte() {
        byte[] first = chart(BULLET);
        ValidatableResponse said = verify(first);
        String again = said.extract().path("query") + "&asOf=" + said.extract().path("asOf");
        assertArrayEquals(first, chart(again));
    }

    @Test
    void everyKindVerifies() {
        for (String kind : new String[] { "bullet", "trend", "ranking", "matrix", "tilemap", "scorecard" }) {
            verify(chart("/api/v1/charts/" + kind
                    + ".png?plan=nm-eep-14&region=150000&indicator=rural-sewage-treatment&period=2020"))
                    .body("ours", is(true)).body("intact", is(true)).body("reproduced", is(true)).body("changed", empty());
        }
    }

    @Test
    void aChangedPixelIsNoticed() {
        byte[] file = chart(BULLET);
        Png.Found found = Png.read(file).orElseThrow();
        Pixels pixels = found.pixels().orElseThrow();
        verify(Png.written(changed(pixels), found.texts())).statusCode(200)
                .body("ours", is(true)).body("intact", is(false)).body("query", containsString("bullet.png"));
    }

    private static Pixels changed(Pixels pixels) {
        byte[] rows = pixels.rows();
        rows[300 * 1201 + 600] ^= 1;
        Runs runs = new Runs(1200);
        for (int at = 0; at < rows.length; at += 1201) {
            runs.begin();
            for (int column = 1; column <= 1200; column++) {
                runs.add(rows[at + column] & 255, 1);
            }
            runs.end();
        }
        return new Pixels(pixels.width(), pixels.height(), pixels.palette(), runs.bytes());
    }

    /** Its code was over each pixel. */
    @Test
    void aPictureOfVersion020IsOursAndIntactStill() throws GeneralSecurityException {
        Png.Found found = Png.read(chart(BULLET)).orElseThrow();
        Pixels pixels = found.pixels().orElseThrow();
        Map<String, String> texts = new LinkedHashMap<>(found.texts());
        texts.remove("duibiao-seal");
        SealKeyRow key = QuarkusTransaction.requiringNew().call(SealKeyRow::last).orElseThrow();
        Mac seen = mac(key, "pixels");
        pixels.feedEachPixel(seen);
        byte[] pixelsCode = seen.doFinal();
        Mac said = mac(key, "texts");
        said.update(pixelsCode);
        new TreeMap<>(texts).forEach((keyword, text) -> said.update((keyword + "\0" + text + "\0").getBytes(UTF_8)));
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        texts.put("duibiao-seal", key.number + "." + encoder.encodeToString(pixelsCode) + "."
                + encoder.encodeToString(said.doFinal()));
        verify(Png.written(pixels, texts)).body("ours", is(true)).body("intact", is(true)).body("reproduced", is(true));
        verify(Png.written(changed(pixels), texts)).body("ours", is(true)).body("intact", is(false));
    }

    private static Mac mac(SealKeyRow key, String use) throws GeneralSecurityException {
        Mac code = Mac.getInstance("HmacSHA256");
        code.init(new SecretKeySpec(key.key(), "HmacSHA256"));
        code.update((use + "\0").getBytes(UTF_8));
        return code;
    }

    @Test
    void aChangedRemovedOrFurtherTextIsNoticed() {
        byte[] file = chart(BULLET);
        assertNotIntact(file, texts -> texts.put(Stamp.AS_OF, "2020-01-01T00:00:00Z"));
        assertNotIntact(file,
                texts -> texts.computeIfPresent(Stamp.QUERY, (keyword, query) -> query.replace("150000", "150100")));
        assertNotIntact(file, texts -> texts.remove(Stamp.DATA));
        assertNotIntact(file, texts -> texts.remove("Software"));
        assertNotIntact(file, texts -> texts.put("Author", "somebody else"));
        verify(PngTest.with(file, "tEXt", "Comment\0more".getBytes(StandardCharsets.US_ASCII))).body("ours", is(true))
                .body("intact", is(false)).body("query", containsString("bullet.png"));
    }

    /** The pixels are ours still; what is said of them is not, so that it is not repeated. */
    private static void assertNotIntact(byte[] file, Consumer<Map<String, String>> change) {
        Png.Found found = Png.read(file).orElseThrow();
        Map<String, String> texts = new LinkedHashMap<>(found.texts());
        change.accept(texts);
        verify(Png.written(found.pixels().orElseThrow(), texts)).statusCode(200).body("ours", is(true))
                .body("intact", is(false))
                .body("query", nullValue()).body("asOf", nullValue()).body("changed", empty());
    }

    @Test
    void textsOfOnePictureBesideThePixelsOfAnotherAreNotIntact() {
        Png.Found one = Png.read(chart(BULLET)).orElseThrow();
        Png.Found other = Png.read(chart(BULLET + "&theme=dark")).orElseThrow();
        verify(Png.written(other.pixels().orElseThrow(), one.texts())).body("ours", is(true)).body("intact", is(false));
    }

    @Test
    void aPictureSavedAgainHasLostWhatItSaid() throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(new ByteArrayInputStream(chart(BULLET))), "png", saved);
        verify(saved.toByteArray()).statusCode(200).body("ours", is(false)).body("intact", is(false)).body("query",
                nullValue());
    }

    /** As an optimiser does: true colour, other filters, other packing, the same texts. */
    @Test
    void aPicturePackedAnotherWayWithoutLossIsIntact() throws IOException {
        byte[] file = chart(BULLET);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
        BufferedImage colours = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        colours.createGraphics().drawImage(picture, 0, 0, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(packed)) {
            writer.setOutput(out);
            writer.write(new IIOImage(colours, null, (IIOMetadata) null));
        } finally {
            writer.dispose();
        }
        byte[] whole = packed.toByteArray();
        for (Map.Entry<String, String> text : Png.read(file).orElseThrow().texts().entrySet()) {
            whole = PngTest.with(whole, "iTXt",
                    (text.getKey() + "\0\0\0\0\0" + text.getValue()).getBytes(StandardCharsets.UTF_8));
        }
        verify(whole).body("ours", is(true)).body("intact", is(true));
    }

    @Test
    void itTellsWhichFigureSaysSomethingElseNow() {
        String first = admin().body("{\"value\":41.5,\"source\":\"年报\"}").put(VALUE + "1991").then().statusCode(201).extract()
                .header("ETag");
        byte[] file = chart(TREND + "1991");
        verify(file).body("changed", empty());
        admin().header("If-Match", first).body("{\"value\":43.25,\"source\":\"年报\",\"reason\":\"核定\"}").put(VALUE + "1991")
                .then().statusCode(200);
        verify(file).body("intact", is(true)).body("reproduced", is(true)).body("changed", hasSize(1))
                .body("changed[0].indicator", equalTo("rural-sewage-treatment"))
                .body("changed[0].target", equalTo("nm-eep-14.20"))
                .body("changed[0].region", equalTo("150600")).body("changed[0].period", equalTo("1991"))
                .body("changed[0].what", equalTo("value")).body("changed[0].before", equalTo("41.5"))
                .body("changed[0].now", equalTo("43.25"));
        verify(chart(TREND + "1991")).body("changed", empty());
    }

    @Test
    void anOutcomeThatTurnedIsToldWithItsTarget() {
        String share = "/api/v1/charts/bullet.png?plan=nm-eep-14&region=150000&indicator=non-fossil-share&period=2023";
        byte[] file = chart(share);
        admin().body("{\"value\":19,\"source\":\"年报\"}").put("/api/v1/measurements/non-fossil-share/150000/2023").then()
                .statusCode(201);
        verify(file).body("changed.find { it.what == 'outcome' }.target", equalTo("nm-eep-14.8"))
                .body("changed.find { it.what == 'outcome' }.before", equalTo("NOT_ASSESSABLE"))
                .body("changed.find { it.what == 'outcome' }.now", equalTo("MET"));
    }

    @Test
    void whatIsNoPngIsRefused() {
        verify("no picture at all, though it is long enough for one".getBytes(StandardCharsets.US_ASCII)).statusCode(415)
                .body("type", endsWith("not-a-png"));
        verify(Arrays.copyOf(chart(BULLET), 30)).statusCode(415);
        given().contentType("application/json").body("{}").post("/api/v1/charts:verify").then().statusCode(415)
                .body("detail", not(containsString("json")));
    }

    @Test
    void aTruncatedPictureIsOursButNotIntact() {
        byte[] file = chart(BULLET);
        verify(Arrays.copyOf(file, file.length / 2)).statusCode(200).body("ours", is(true)).body("intact", is(false));
    }

    @Test
    void aSealOfAnotherShapeIsNoneOfOurs() {
        Png.Found found = Png.read(chart(BULLET)).orElseThrow();
        String seal = found.texts().getOrDefault("duibiao-seal", "");
        for (String claimed : new String[] { "", ".", "1", "1..", "2" + seal.substring(1), "0" + seal.substring(1),
                "99999999999" + seal.substring(1), "1.!.!", "x" + seal }) {
            Map<String, String> texts = new LinkedHashMap<>(found.texts());
            texts.put("duibiao-seal", claimed);
            verify(Png.written(found.pixels().orElseThrow(), texts)).statusCode(200).body("ours", is(false))
                    .body("intact", is(false));
        }
    }

    @Test
    void theOtherFormsComeByTheirSuffix() {
        String bullet = "/api/v1/charts/bullet.%s?plan=nm-eep-14&region=150000&period=2020";
        byte[] pdf = given().get(bullet.formatted("pdf")).then().statusCode(200).contentType("application/pdf").extract()
                .asByteArray();
        assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
        String svg = given().header("Accept", "text/html").get(bullet.formatted("svg")).then().statusCode(200)
                .contentType(containsString("image/svg+xml")).extract().asString();
        assertTrue(svg.contains("duibiao:query=\"/api/v1/charts/bullet.svg?"), svg.substring(0, 2000));
        given().get(bullet.formatted("gif")).then().statusCode(404);
    }

    @Test
    void aPictureAskedForAgainIsTheSameAndOnlyAWriteMakesItAnother() {
        String path = TREND + "1992";
        admin().body("{\"value\":1.5,\"source\":\"年报\"}").put(VALUE + "1992").then().statusCode(201);
        byte[] first = chart(path);
        Response again = RestAssured.get(path);
        assertArrayEquals(first, again.asByteArray());
        given().header("If-None-Match", again.header("ETag")).get(path).then().statusCode(304)
                .header("ETag", again.header("ETag")).header("As-Of", again.header("As-Of"))
                .header("Cache-Control", "public, no-cache").header("X-Content-Type-Options", "nosniff");
        admin().get(path).then().statusCode(200).header("Cache-Control", "private, no-cache");
        given().header("Accept-Language", "en").get(path).then().header("Content-Language", "en");
        String changed = admin().get(VALUE + "1992").then().extract().header("ETag");
        admin().header("If-Match", changed).body("{\"value\":2.5,\"source\":\"年报\",\"reason\":\"核定\"}").put(VALUE + "1992")
                .then()
                .statusCode(200);
        assertTrue(!Arrays.equals(first, chart(path)));
        given().header("If-None-Match", again.header("ETag")).get(path).then().statusCode(200);
        assertArrayEquals(first, chart(path + "&asOf=" + again.header("As-Of")));
    }
}
