package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import io.duibiao.core.Language;
import io.duibiao.core.Period;

class FormsTest {

    private static final Picture PICTURE = Samples.plain();
    private static final Stamp STAMP = new Stamp(PICTURE.title(), "/api/v1/charts/bullet.pdf?plan=a&region=b", Samples.AS_OF,
            "0123abcd", "0.1.0");

    @Test
    void theSamePictureHasTheSameBytesInEveryForm() {
        assertArrayEquals(Pdf.of(PICTURE, STAMP, Language.ZH), Pdf.of(Samples.plain(), STAMP, Language.ZH));
        assertArrayEquals(Svg.of(PICTURE, STAMP, Language.ZH), Svg.of(Samples.plain(), STAMP, Language.ZH));
        assertArrayEquals(Png.of(PICTURE), Png.of(Samples.plain()));
    }

    @Test
    void wordsOfAPdfCanBeSearchedAndItsLettersAreEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(Pdf.of(PICTURE, STAMP, Language.ZH))) {
            String words = new PDFTextStripper().getText(document);
            assertTrue(words.contains(PICTURE.title()), words);
            assertTrue(words.contains("———"), words);
            assertTrue(words.contains("放射源辐射事故发生率(起/每万枚)"), words);
            List<PDFont> fonts = new ArrayList<>();
            for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
                PDFormXObject form = (PDFormXObject) document.getPage(0).getResources().getXObject(name);
                for (COSName font : form.getResources().getFontNames()) {
                    fonts.add(form.getResources().getFont(font));
                }
            }
            assertEquals(2, fonts.size());
            assertTrue(fonts.stream().allMatch(PDFont::isEmbedded));
        }
    }

    @Test
    void aPdfSaysWhatItShows() throws IOException {
        try (PDDocument document = Loader.loadPDF(Pdf.of(PICTURE, STAMP, Language.ZH))) {
            assertEquals(PICTURE.title(), document.getDocumentInformation().getTitle());
            assertEquals(STAMP.query(), document.getDocumentInformation().getCustomMetadataValue(Stamp.QUERY));
            assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
            Document metadata = parsed(document.getDocumentCatalog().getMetadata().toByteArray());
            assertSaid(metadata);
        }
    }

    @Test
    void aPdfLooksLikeThePicture() throws IOException {
        BufferedImage drawn = Png.image(PICTURE);
        try (PDDocument document = Loader.loadPDF(Pdf.of(PICTURE, STAMP, Language.ZH))) {
            BufferedImage printed = new PDFRenderer(document).renderImageWithDPI(0, 96);
            assertEquals(drawn.getWidth(), printed.getWidth());
            assertEquals(drawn.getHeight(), printed.getHeight());
            int differing = 0;
            for (int y = 0; y < drawn.getHeight(); y++) {
                for (int x = 0; x < drawn.getWidth(); x++) {
                    differing += Math.abs((drawn.getRGB(x, y) >> 8 & 255) - (printed.getRGB(x, y) >> 8 & 255)) > 128 ? 1 : 0;
                }
            }
            assertTrue(differing < drawn.getWidth() * drawn.getHeight() / 200, "pixels that differ: " + differing);
        }
    }

    @Test
    void anSvgNeedsNoTypefaceAndSaysWhatItShows() {
        byte[] file = Svg.of(PICTURE, STAMP, Language.ZH);
        assertFalse(new String(file, StandardCharsets.UTF_8).contains("<!DOCTYPE"));
        Document document = parsed(file);
        Element root = document.getDocumentElement();
        assertEquals("0 0 1200 675", root.getAttribute("viewBox"));
        assertEquals("zh-CN", root.getAttribute("lang"));
        assertEquals(PICTURE.title(), root.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(0, root.getElementsByTagName("text").getLength());
        NodeList letters = root.getElementsByTagName("use");
        assertTrue(letters.getLength() > 500);
        assertSaid(document);
    }

    @Test
    void theScaleEnlargesEveryForm() throws IOException {
        Picture twice = Samples.picture(Samples.verdicts(Samples.table1(), Period.year(2020)), Language.EN, Theme.DARK,
                new Canvas(1000, OptionalInt.of(600), 2));
        Element svg = parsed(Svg.of(twice, STAMP, Language.EN)).getDocumentElement();
        assertEquals("2000", svg.getAttribute("width"));
        assertEquals("0 0 1000 600", svg.getAttribute("viewBox"));
        try (PDDocument document = Loader.loadPDF(Pdf.of(twice, STAMP, Language.EN))) {
            assertEquals(1500, document.getPage(0).getMediaBox().getWidth());
        }
    }

    @Test
    void anotherInstantMakesOtherBytes() {
        Stamp later = new Stamp(STAMP.title(), STAMP.query(), Instant.parse("2027-01-01T00:00:00Z"), STAMP.data(),
                STAMP.version());
        assertNotEquals(new String(Pdf.of(PICTURE, STAMP, Language.ZH), StandardCharsets.ISO_8859_1),
                new String(Pdf.of(PICTURE, later, Language.ZH), StandardCharsets.ISO_8859_1));
    }

    private static void assertSaid(Document document) {
        Element said = (Element) document.getElementsByTagName("rdf:Description").item(0);
        assertEquals(STAMP.query(), said.getAttribute("duibiao:query"));
        assertEquals(STAMP.asOf().toString(), said.getAttribute("duibiao:asOf"));
        assertEquals(STAMP.data(), said.getAttribute("duibiao:data"));
        assertEquals(STAMP.version(), said.getAttribute("duibiao:version"));
    }

    private static Document parsed(byte[] xml) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
