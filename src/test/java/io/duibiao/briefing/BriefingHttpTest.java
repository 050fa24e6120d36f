package io.duibiao.briefing;

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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class BriefingHttpTest {

    private static final String PLAN = "nm-eep-14/150000/2020.";
    /** 145 targets. */
    private static final String LONG_PLAN = "nm-battle-2020/150000/2020.";

    private static final Set<Placeholder> TITLES = Set.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE);

    private static ValidatableResponse briefing(String path, String lang) {
        return given().queryParam("lang", lang).get("/api/v1/briefings/" + path).then();
    }

    private static byte[] file(String path, String lang) {
        return briefing(path, lang).statusCode(200).extract().asByteArray();
    }

    private static List<Integer> numbers(String plan) {
        List<String> targets = given().queryParam("plan", plan).queryParam("region", "150000").queryParam("period", "2020")
                .queryParam("page[size]", 1000).get("/api/v1/attainment").then().statusCode(200).extract().path("items.target");
        return targets.stream().map(id -> Integer.valueOf(id.substring(id.lastIndexOf('.') + 1))).toList();
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            return IntStream.rangeClosed(1, document.getNumberOfPages()).mapToObj(page -> {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                try {
                    return stripper.getText(document);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "zh-CN, 数据截至, 目标完成情况简报, 2020年", "en, Data as of, briefing for 2020, Environmental Protection Plan" })
    void everyPageSaysHowFarTheDataReachAndTheFirstWhatItIs(String lang, String reach, String title, String when)
            throws IOException {
        List<String> pages = pages(file(PLAN + "pdf", lang));
        assertTrue(pages.size() >= 5, "cover, scorecard, findings, charts, targets");
        pages.forEach(page -> assertTrue(page.contains(reach), page));
        assertTrue(pages.get(0).replaceAll("\\s+", " ").contains(title), pages.get(0));
        assertTrue(pages.get(0).contains(when), pages.get(0));
    }

    @Test
    void theTypefaceComesWithTheFileAsASubset() throws IOException {
        byte[] pdf = file(PLAN + "pdf", "zh-CN");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage cover = document.getPage(0);
            cover.getResources().getFontNames().forEach(name -> {
                try {
                    var font = cover.getResources().getFont(name);
                    assertTrue(font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @Test
    void aLongPlanGoesOnFromPageToPageWithEveryTarget() throws IOException {
        List<Integer> numbers = numbers("nm-battle-2020");
        assertTrue(numbers.size() > 100, "long enough");
        List<String> pages = pages(file(LONG_PLAN + "pdf", "zh-CN"));
        List<String> table = pages.stream().filter(page -> page.contains("序号")).toList();
        assertTrue(table.size() > 3, "the head stands on every page of the table");
        List<Integer> printed = table.stream().flatMap(String::lines).map(line -> line.split(" ")[0])
                .filter(word -> word.matches("[0-9]{1,3}")).map(Integer::valueOf).toList();
        assertTrue(printed.containsAll(numbers), printed.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "zh-CN, 数据截至", "en, Data as of" })
    void aTextDocumentReadsBackWithItsTableAndPictures(String lang, String reach) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file(LONG_PLAN + "docx", lang)))) {
            assertTrue(document.getHeaderArray(0).getText().contains(reach));
            XWPFTable targets = document.getTables().get(document.getTables().size() - 1);
            assertEquals(numbers("nm-battle-2020").stream().map(String::valueOf).toList(),
                    targets.getRows().stream().skip(1).map(row -> row.getCell(0).getText()).toList());
            assertTrue(targets.getRow(0).isRepeatHeader());
            assertEquals(4, document.getParagraphs().stream().map(XWPFParagraph::getStyle).filter("Heading1"::equals).count());
            assertTrue(document.getAllPictures().size() >= 2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "zh-CN, 数据截至", "en, Data as of" })
    void slidesReadBackEachWithItsTitleAndDate(String lang, String reach) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file(LONG_PLAN + "pptx", lang)))) {
            for (XSLFSlide slide : show.getSlides()) {
                assertEquals(1, Stream.of(slide.getPlaceholders())
                        .filter(shape -> TITLES.contains(shape.getTextType()) && !shape.getText().isBlank()).count());
                String words = slide.getShapes().stream().filter(XSLFTextShape.class::isInstance)
                        .map(shape -> ((XSLFTextShape) shape).getText()).collect(Collectors.joining("\n"));
                assertTrue(words.contains(reach), words);
            }
            List<String> first = show.getSlides().stream().flatMap(slide -> slide.getShapes().stream())
                    .filter(XSLFTable.class::isInstance).skip(1).flatMap(PptxRows::first).toList();
            assertEquals(numbers("nm-battle-2020").stream().map(String::valueOf).toList(), first);
        }
    }

    /** The first cells of a table below its head. */
    private static final class PptxRows {

        static Stream<String> first(XSLFShape table) {
            return ((XSLFTable) table).getRows().stream().skip(1).map(row -> row.getCells().get(0).getText());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "pdf", "docx", "pptx" })
    void theSameQuestionAsOfTheSameInstantHasTheSameBytes(String form) throws InterruptedException {
        String asOf = briefing(PLAN + form, "zh-CN").statusCode(200).extract().header("As-Of");
        byte[] before = given().queryParam("asOf", asOf).queryParam("lang", "zh-CN").get("/api/v1/briefings/" + PLAN + form)
                .asByteArray();
        // The times in an archive are two seconds apart.
        Thread.sleep(2100);
        byte[] after = given().queryParam("asOf", asOf).queryParam("lang", "zh-CN").get("/api/v1/briefings/" + PLAN + form)
                .asByteArray();
        assertArrayEquals(before, after);
    }

    @Test
    void aBriefingIsAFileOfItsOwnNameThatTheCallerMayHaveAlready() {
        ValidatableResponse answer = briefing(PLAN + "docx", "en").statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"nm-eep-14-150000-2020.docx\""))
                .header("Cache-Control", containsString("no-cache"));
        given().queryParam("lang", "en").header("If-None-Match", answer.extract().header("ETag"))
                .get("/api/v1/briefings/" + PLAN + "docx").then().statusCode(304);
    }

    /** A mean of the leagues, held against each of them, in a plan of its own. */
    private static void planned(String indicator, String plan) {
        admin().body("""
                {"name":{"zh":"噪声达标率","en":"Noise"},"unit":"%","changeUnit":"百分点","decimals":1,"direction":"HIGHER",
                 "kind":"LEVEL","timing":"FLOW","aggregation":"MEAN","bases":[],"passDown":true}""")
                .put("/api/v1/indicators/" + indicator).then().statusCode(201);
        admin().body("""
                {"title":{"zh":"噪声规划","en":"Noise plan"},"level":"region","startYear":2021,"endYear":2025,"baseYear":2020,
                 "notes":[]}""").put("/api/v1/plans/" + plan).then().statusCode(201);
        admin().body("""
                {"plan":"%s","indicator":"%s","region":"150000","groupMode":"EACH","attribute":"BINDING",
                 "due":"2025-12-31","dueKind":"BY","printed":"达到国家考核目标","comparison":"EXACT",
                 "citations":[{"document":"《噪声规划》","section":"一","quote":"达到国家考核目标"}]}""".formatted(plan, indicator))
                .put("/api/v1/targets/" + plan + ".1").then().statusCode(201);
    }

    @Test
    void aFindingSaysWhichFigureWasIssuedAndHowManyRegionsReported() throws IOException {
        planned("noise-at-night", "noise-5");
        admin().body("""
                {"phrase":"≥85%","issuedAt":"2024-05-14","issuer":"自治区人民政府",
                 "citation":{"document":"噪声实施方案","section":"二","quote":"达到85%"}}""")
                .put("/api/v1/targets/noise-5.1/resolution").then().statusCode(201);
        admin().body("{\"value\":86.5,\"source\":\"年报\"}").put("/api/v1/measurements/noise-at-night/150100/2024").then()
                .statusCode(201);
        String all = String.join("", pages(file("noise-5/150000/2024.pdf", "zh-CN"))).replaceAll("\\s", "");
        assertTrue(all.contains("实际为86.5%（快报，按下级地区或相关指标计算，12个下级地区中只有1个已报），目标为“达到国家考核目标”"
                + "（自治区人民政府下达“≥85%”）（2025年底前），达标"), all);
        assertTrue(all.contains("目标依据：《噪声规划》一，下达见《噪声实施方案》二"), all);
    }

    @Test
    void aPlaceWithoutTargetsGetsABriefingThatSaysSo() throws IOException {
        String all = String.join("", pages(file("nm-eep-14/150781/2015.pdf", "zh-CN")));
        assertTrue(all.contains("没有适用的目标") || all.contains("没有为"), all);
    }

    @Test
    void aPlaceWithoutTargetsOfItsOwnIsComparedWithThoseOfTheRegionAbove() throws IOException {
        planned("noise-by-day", "noise-6");
        String chinese = String.join("", pages(file("noise-6/150700/2024.pdf", "zh-CN"))).replaceAll("\\s", "");
        assertTrue(chinese.contains("没有为呼伦贝尔市设定2024年适用的目标。有1项参照上级地区目标对照，不计入评价结果。"), chinese);
        assertTrue(chinese.contains("各项均无实测值，见一览表。"), chinese);
        String english = String.join(" ", pages(file("noise-6/150700/2024.pdf", "en"))).replaceAll("\\s+", " ");
        assertTrue(
                english.contains("applies in 2024. Compared with the targets of the region above and counted in no result: 1."),
                english);
        assertTrue(english.contains("None of them has a measured value; see the table."), english);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "nm-eep-14/150000/2020.xlsx, 404", "nm-eep-15/150000/2020.pdf, 404", "nm-eep-14/150001/2020.pdf, 404",
            "nm-eep-14/150000/2020-13.pdf, 422", "nm-eep-14/150000/2020.pdf?asOf=now, 400",
            "nm-eep-14/150000/2020.pdf?colour=red, 400" })
    void whatThereIsNotIsRefused(String path, int status) {
        given().get("/api/v1/briefings/" + path).then().statusCode(status);
    }
}
