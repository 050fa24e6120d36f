package io.duibiao.chart;

import static io.duibiao.account.People.admin;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.duibiao.history.History;
import io.duibiao.plan.Crowd;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ChartHttpTest {

    private static final String EVERYTHING = "plan=nm-eep-14&region=150000&indicator=non-fossil-share&period=2020";

    @Inject
    History history;

    private static ValidatableResponse chart(String file, String query) {
        return given().header("Accept-Language", "en").get("/api/v1/charts/" + file + "?" + query).then();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "bullet", "trend", "ranking", "matrix", "tilemap", "scorecard" })
    void everyKindTakesEveryParameter(String kind) throws IOException {
        byte[] png = chart(kind + ".png", EVERYTHING + "&lang=en&width=800&height=600&scale=1.5&theme=print").statusCode(200)
                .contentType("image/png").extract().asByteArray();
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals("1200 × 900", image.getWidth() + " × " + image.getHeight());
    }

    @ParameterizedTest(name = "{0} needs {1}")
    @CsvSource({ "bullet, plan", "bullet, region", "bullet, period", "trend, region", "trend, indicator",
            "trend, period", "ranking, plan", "ranking, region", "ranking, indicator", "ranking, period", "matrix, plan",
            "matrix, region", "matrix, period", "tilemap, plan", "tilemap, indicator", "tilemap, period", "scorecard, plan",
            "scorecard, region", "scorecard, period" })
    void whatAKindCannotDoWithoutIsNamed(String kind, String parameter) {
        String query = EVERYTHING.replaceAll("(^|&)" + parameter + "=[^&]*", "").replaceFirst("^&", "");
        chart(kind + ".png", query).statusCode(400).body("errors[0].pointer", equalTo(parameter)).body("errors[0].code",
                equalTo("MISSING_PARAMETER"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "pie.png", "bullet.gif", "BULLET.png", "bullet", "bullet.png.png" })
    void aKindOrAFormThatThereIsNotIsNotFound(String file) {
        chart(file, EVERYTHING).statusCode(404);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({ "colour, red", "width, 479", "height, 4097", "scale, 0.5", "theme, sepia", "width, wide" })
    void aBadParameterIsNamed(String parameter, String sent) {
        given().queryParams(Map.of("plan", "nm-eep-14", "region", "150000", "period", "2020", parameter, sent))
                .get("/api/v1/charts/bullet.png").then().statusCode(400).body("errors[0].pointer", equalTo(parameter));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "scale=4, scale, Must be at most 3", "scale=0.5, scale, Must be at least 1",
            "width=4096&height=4096, height, A picture has at most 4096 pixels a side and 8 million in all",
            "width=2000&scale=3, scale, A picture has at most 4096 pixels a side and 8 million in all",
            "width=1&height=2, height, Must be at least 480" })
    void whatIsOutOfBoundsIsToldTheBound(String query, String parameter, String bound) {
        chart("bullet.png", EVERYTHING + "&" + query).statusCode(400).body("errors[0].pointer", equalTo(parameter))
                .body("errors[0].message", equalTo(bound));
    }

    @Test
    void aScorecardCountsEveryTargetWhateverIndicatorIsNamed() throws IOException {
        String plan = "plan=nm-eep-14&region=150000&period=2020";
        assertArrayEquals(pixels(chart("scorecard.png", plan)),
                pixels(chart("scorecard.png", plan + "&indicator=grassland-cover")));
    }

    private static int[] pixels(ValidatableResponse picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture.statusCode(200).extract().asByteArray()));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void oneRowIsAPictureOfItsOwnHeight() throws IOException {
        byte[] png = chart("bullet.png", EVERYTHING).statusCode(200).extract().asByteArray();
        assertTrue(ImageIO.read(new ByteArrayInputStream(png)).getHeight() < Canvas.LEAST_SIDE);
    }

    @Test
    void aPictureThatTheCallerHasIsNotDrawnAgain() {
        String etag = chart("bullet.png", EVERYTHING).statusCode(200).extract().header("ETag");
        given().header("Accept-Language", "en").header("If-None-Match", etag).get("/api/v1/charts/bullet.png?" + EVERYTHING)
                .then().statusCode(304);
    }

    /** The regions below have baselines of their own, with which a target that is held against them is another record. */
    @Test
    void aTargetIsOneRowOfTheMatrixWhateverTheBaselinesOfTheRegions() throws IOException {
        admin().body("{\"value\":97,\"source\":\"年报\"}").put("/api/v1/measurements/farmland-safe-use/150900/2020").then()
                .statusCode(201);
        byte[] pdf = chart("matrix.pdf", "plan=nm-eep-14&region=150000&period=2020&lang=zh-CN").statusCode(200).extract()
                .asByteArray();
        try (PDDocument matrix = Loader.loadPDF(pdf)) {
            String words = new PDFTextStripper().getText(matrix);
            assertEquals(2, words.split("受污染耕地安全利用率", -1).length, words);
        }
    }

    @Test
    void whatWouldHoldMoreRegionsThanAPictureOrMemoryIsRefusedWithARemedy() {
        int many = Charts.MOST_REGIONS + 1;
        Crowd.gather(history, many);
        try {
            String plan = "plan=nm-eep-14&period=2020&region=";
            for (String kind : List.of("matrix", "bullet", "scorecard")) {
                String place = kind.equals("matrix") ? Crowd.ABOVE : Crowd.GROUP;
                chart(kind + ".png", plan + place).statusCode(400).body("errors[0].pointer", equalTo("region"))
                        .body("errors[0].code", equalTo("TOO_MANY_REGIONS")).body("errors[0].value", equalTo(place))
                        .body("errors[0].message", containsString("at most 200 regions"));
            }
            chart("ranking.png", plan + Crowd.ABOVE + "&indicator=forest-cover").statusCode(200);
        } finally {
            Crowd.disperse(history, many);
        }
    }
}
