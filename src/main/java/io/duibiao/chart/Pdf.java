package io.duibiao.chart;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.AttributedCharacterIterator;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import io.duibiao.core.Language;

/** A picture as a PDF of one page: its words can be searched and copied, and the letters that they need are embedded. */
final class Pdf {

    /** Of a picture in units of 1/96 inch, a page in points of 1/72. */
    private static final float POINTS = 0.75f;

    /**
     * The faces by whether they are bold, read once: that takes as long as drawing a picture, and 14 MB. No two
     * documents may use them at once.
     */
    private static final Map<Boolean, TrueTypeFont> READ = new HashMap<>();

    private static final Setting WORDS = (g, words, font, x, baseline) -> {
        g.setFont(font);
        g.drawString(words, (float) x, (float) baseline);
    };

    private Pdf() {
    }

    static byte[] of(Picture picture, Stamp stamp, Language language) {
        synchronized (READ) {
            return written(picture, stamp, language);
        }
    }

    private static byte[] written(Picture picture, Stamp stamp, Language language) {
        try (PDDocument document = new PDDocument()) {
            describe(document, stamp, language);
            float scale = POINTS * (float) picture.scale();
            PDPage page = new PDPage(new PDRectangle(picture.width() * scale, picture.height() * scale));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, picture.width(), picture.height());
            try (Typeface typeface = new Typeface(document)) {
                g.setFontTextDrawer(typeface);
                g.setRenderingHint(Setting.HINT, WORDS);
                picture.draw(g);
            } finally {
                g.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(scale, scale));
                content.drawForm(g.getXFormObject());
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The two faces of the picture's typeface, each read when the first word is set in it. */
    private static final class Typeface extends PdfBoxGraphics2DFontTextDrawer {

        private final PDDocument document;
        private final Map<Boolean, PDFont> faces = new TreeMap<>();

        Typeface(PDDocument document) {
            this.document = document;
        }

        @Override
        public boolean canDrawText(AttributedCharacterIterator words, IFontTextDrawerEnv env) {
            return true;
        }

        @Override
        protected PDFont mapFont(Font wanted, IFontTextDrawerEnv env) throws IOException {
            boolean bold = ChineseFont.isBold(wanted);
            Optional<PDFont> known = Optional.ofNullable(faces.get(bold));
            if (known.isPresent()) {
                return known.get();
            }
            PDFont face = PDType0Font.load(document, font(bold), true);
            faces.put(bold, face);
            return face;
        }

        private TrueTypeFont font(boolean bold) throws IOException {
            Optional<TrueTypeFont> known = Optional.ofNullable(READ.get(bold));
            if (known.isPresent()) {
                return known.get();
            }
            TrueTypeFont font = new TTFParser().parseEmbedded(ChineseFont.file(bold));
            // Else a run of dashes becomes one letter, that nobody could search for.
            font.setEnableGsub(false);
            READ.put(bold, font);
            return font;
        }
    }

    /** Dates and identifier follow from the stamp, so that the same picture has the same bytes. */
    private static void describe(PDDocument document, Stamp stamp, Language language) throws IOException {
        document.setDocumentId(stamp.asOf().toEpochMilli());
        Calendar date = GregorianCalendar.from(stamp.asOf().atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(stamp.title());
        information.setCreator(Stamp.PROGRAM + " " + stamp.version());
        information.setCreationDate(date);
        information.setModificationDate(date);
        stamp.texts().forEach((keyword, text) -> {
            if (keyword.startsWith("duibiao-")) {
                information.setCustomMetadataValue(keyword, text);
            }
        });
        PDMetadata metadata = new PDMetadata(document, new ByteArrayInputStream(
                Xmp.packet(stamp).getBytes(StandardCharsets.UTF_8)));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage(language.tag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
