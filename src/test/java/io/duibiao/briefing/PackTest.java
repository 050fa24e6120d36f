package io.duibiao.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.duibiao.core.Language;

class PackTest {

    @ParameterizedTest(name = "{0} rows")
    @CsvSource({ "5, 1 2 5 5 5", "3, 3 3 3", "2, 2 2", "1, 1" })
    void theLastThreeRowsOfATableStandTogether(int many, String ends) {
        Pack.Table table = new Pack.Table(List.of("序号"), List.of(100), Collections.nCopies(many, List.of("1")));
        assertEquals(ends, IntStream.range(0, many).map(table::together).mapToObj(String::valueOf)
                .collect(Collectors.joining(" ")));
    }

    @Test
    void aSentenceThatIsLongerThanASlideGoesOnOnTheNext() throws IOException {
        Pack pack = new Pack(Language.ZH, "简报", List.of("地区"), "数据截至2026年11月23日", Instant.EPOCH,
                List.of(new Pack.Section("二、逐项评价", List.of(new Pack.Sentence("短".repeat(62 * 17)),
                        new Pack.Heading("（一）暂不能评价"), new Pack.Sentence("长".repeat(62 * 30))))));
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(PptxPack.of(pack)))) {
            List<String> slides = show.getSlides().stream().map(slide -> slide.getShapes().stream()
                    .filter(XSLFTextShape.class::isInstance).map(shape -> ((XSLFTextShape) shape).getText())
                    .collect(Collectors.joining())).toList();
            assertEquals(62 * 30, String.join("", slides).chars().filter(c -> c == '长').count());
            slides.forEach(words -> assertTrue(words.length() < 62 * 21, words));
            assertEquals(1, slides.stream().filter(words -> words.contains("（一）暂不能评价") && words.contains("长")).count());
        }
    }

    @Test
    void documentsWithOtherLettersNameTheirTypefaceOtherwise() {
        String one = EmbeddedFont.family(Map.of(EmbeddedFont.REGULAR, Set.of((int) '规', (int) '划')));
        assertTrue(one.matches("Noto Sans SC [A-P]{6}"), one);
        assertEquals(one, EmbeddedFont.family(Map.of(EmbeddedFont.REGULAR, Set.of((int) '划', (int) '规'))));
        assertNotEquals(one, EmbeddedFont.family(Map.of(EmbeddedFont.REGULAR, Set.of((int) '规'))));
        assertNotEquals(one, EmbeddedFont.family(Map.of(EmbeddedFont.BOLD, Set.of((int) '规', (int) '划'))));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(EmbeddedFont.class)
    void aTextDocumentBringsTheLettersItUses(EmbeddedFont face) throws IOException {
        byte[] letters = face.subset("Noto Sans SC ABCDEF", List.of((int) '规', (int) '划'));
        byte[] key = HexFormat.of().parseHex(face.key().replaceAll("[{}-]", ""));
        for (int i = 0; i < 32; i++) {
            letters[i] ^= key[15 - i % 16];
        }
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(letters))) {
            CmapLookup characters = font.getUnicodeCmapLookup();
            assertTrue(List.of('规', '划', 'a', '9').stream().allMatch(letter -> characters.getGlyphId(letter) > 0));
            assertEquals(0, characters.getGlyphId('市'));
            assertEquals("Noto Sans SC ABCDEF", font.getNaming().getFontFamily());
            // They would replace and move letters by the numbers that these had in the whole typeface.
            assertTrue(
                    Collections.disjoint(font.getTableMap().keySet(), List.of("GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx")));
        }
    }
}
