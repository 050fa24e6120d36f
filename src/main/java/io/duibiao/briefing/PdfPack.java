package io.duibiao.briefing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

import io.duibiao.briefing.Pack.Heading;
import io.duibiao.briefing.Pack.Illustration;
import io.duibiao.briefing.Pack.Part;
import io.duibiao.briefing.Pack.Section;
import io.duibiao.briefing.Pack.Sentence;
import io.duibiao.briefing.Pack.Table;

/** A briefing on pages of A4, with its typeface embedded. */
final class PdfPack {

    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float MARGIN = 56;
    private static final float TOP = HEIGHT - 64;
    private static final float BOTTOM = 60;
    private static final float USABLE = WIDTH - 2 * MARGIN;
    private static final float LEADING = 1.5f;
    private static final float BODY = 10.5f;
    private static final float CELL = 8;
    private static final float PADDING = 3;
    private static final float SMALL = 8.5f;

    private final Pack pack;
    private final PDDocument document;
    private final Face regular;
    private final Face bold;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private float y;

    /** One face of the typeface, and which characters it has. */
    private record Face(PDFont font, CmapLookup characters) {

        static Face of(PDDocument document, String file) throws IOException {
            try (InputStream packaged = PdfPack.class.getResourceAsStream("/META-INF/resources/fonts/" + file)) {
                TrueTypeFont font = new TTFParser()
                        .parse(new RandomAccessReadBuffer(Objects.requireNonNull(packaged, file)));
                // Else a run of dashes becomes one letter, that nobody could search for.
                font.setEnableGsub(false);
                return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
            }
        }

        String legible(String words) {
            return words.codePoints().mapToObj(this::legible).collect(Collectors.joining());
        }

        private String legible(int character) {
            String compatible = has(character) ? Character.toString(character)
                    : Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
            return compatible.codePoints().allMatch(this::has) ? compatible : "?";
        }

        private boolean has(int character) {
            return character == '\n' || characters.getGlyphId(character) != 0;
        }

        float width(String words, float size) {
            try {
                return font.getStringWidth(words) / 1000 * size;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> lines(String words, float size, float width) {
            return Lines.of(legible(words), width, piece -> width(piece, size));
        }
    }

    private PdfPack(Pack pack, PDDocument document) throws IOException {
        this.pack = pack;
        this.document = document;
        this.regular = Face.of(document, "NotoSansSC-Regular.gb2312.ttf");
        this.bold = Face.of(document, "NotoSansSC-Bold.gb2312.ttf");
    }

    static byte[] of(Pack pack) {
        try (PDDocument document = new PDDocument()) {
            PdfPack pdf = new PdfPack(pack, document);
            pdf.describe();
            pdf.cover();
            for (Section section : pack.sections()) {
                pdf.section(section);
            }
            pdf.close();
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dates and identifier follow from the as-of instant, so that the same question has the same bytes. */
    private void describe() {
        document.setDocumentId(pack.asOf().toEpochMilli());
        GregorianCalendar date = GregorianCalendar.from(pack.asOf().atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(pack.title());
        information.setCreator("Duibiao");
        information.setCreationDate(date);
        information.setModificationDate(date);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.getDocumentCatalog().setLanguage(pack.language().tag());
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    private void close() throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            line(pages.get(i), regular, SMALL, MARGIN, HEIGHT - 40, pack.reach());
            String number = (i + 1) + " / " + pages.size();
            line(pages.get(i), regular, SMALL, WIDTH - MARGIN - regular.width(number, SMALL), 36, number);
            pages.get(i).close();
        }
    }

    private void newPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(new PDPageContentStream(document, page));
        y = TOP;
    }

    private PDPageContentStream page() {
        return pages.get(pages.size() - 1);
    }

    private void cover() throws IOException {
        newPage();
        y = HEIGHT - 250;
        for (String line : bold.lines(pack.title(), 24, USABLE)) {
            line(page(), bold, 24, (WIDTH - bold.width(line, 24)) / 2, y, line);
            y -= 24 * LEADING;
        }
        y -= 60;
        for (String words : pack.cover()) {
            for (String line : regular.lines(words, 12, USABLE - 60)) {
                line(page(), regular, 12, MARGIN + 30, y, line);
                y -= 12 * 1.9f;
            }
        }
    }

    private void section(Section section) throws IOException {
        newPage();
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(section.heading());
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(document.getPage(document.getNumberOfPages() - 1));
        item.setDestination(destination);
        outline.addLast(item);
        words(bold, 16, section.heading(), 16 * LEADING);
        y -= 6;
        for (Part part : section.parts()) {
            if (part instanceof Heading heading) {
                y -= 6;
                words(bold, 12, heading.words(), 3 * 12 * LEADING);
            } else if (part instanceof Sentence sentence) {
                words(regular, BODY, sentence.words(), BODY * LEADING);
                y -= 3;
            } else if (part instanceof Illustration illustration) {
                picture(illustration);
            } else if (part instanceof Table table) {
                table(table);
            }
        }
    }

    /** @param least the room that there has to be for beginning on this page */
    private void words(Face face, float size, String words, float least) throws IOException {
        require(least);
        for (String line : face.lines(words, size, USABLE)) {
            require(size * LEADING);
            y -= size * LEADING;
            line(page(), face, size, MARGIN, y + size * 0.4f, line);
        }
    }

    private void require(float room) throws IOException {
        if (y - room < BOTTOM) {
            newPage();
        }
    }

    private static void line(PDPageContentStream page, Face face, float size, float x, float baseline, String words)
            throws IOException {
        page.beginText();
        page.setFont(face.font(), size);
        page.newLineAtOffset(x, baseline);
        page.showText(face.legible(words));
        page.endText();
    }

    private void picture(Illustration illustration) throws IOException {
        float caption = BODY * LEADING + 6;
        float natural = USABLE * illustration.picture().height() / illustration.picture().width();
        float height = Math.min(natural, TOP - BOTTOM - 40 - caption);
        float width = USABLE * height / natural;
        require(height + caption);
        y -= 4;
        PDImageXObject image = PDImageXObject.createFromByteArray(document, illustration.picture().png(),
                illustration.caption());
        page().drawImage(image, MARGIN + (USABLE - width) / 2, y - height, width, height);
        y -= height;
        words(regular, SMALL, illustration.caption(), SMALL * LEADING);
        y -= 8;
    }

    private void table(Table table) throws IOException {
        y -= 6;
        List<List<List<String>>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            rows.add(cells(table, row, regular));
        }
        List<List<String>> head = cells(table, table.head(), bold);
        for (int i = 0; i < rows.size(); i++) {
            float height = height(rows.subList(i, table.together(i)));
            if (i == 0 || y - height < BOTTOM) {
                require(height(List.of(head)) + height);
                row(table, head, bold);
            }
            row(table, rows.get(i), regular);
        }
        y -= 10;
    }

    private static List<List<String>> cells(Table table, List<String> row, Face face) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(face.lines(row.get(i), CELL, table.shares().get(i) * USABLE / 100 - 2 * PADDING));
        }
        return cells;
    }

    private static float height(List<List<List<String>>> rows) {
        float height = 0;
        for (List<List<String>> cells : rows) {
            height += rowHeight(cells);
        }
        return height;
    }

    private static float rowHeight(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1) * CELL * 1.35f + 2 * PADDING;
    }

    private void row(Table table, List<List<String>> cells, Face face) throws IOException {
        float height = rowHeight(cells);
        float x = MARGIN;
        PDPageContentStream page = page();
        page.setLineWidth(0.5f);
        for (int i = 0; i < cells.size(); i++) {
            float width = table.shares().get(i) * USABLE / 100;
            page.addRect(x, y - height, width, height);
            page.stroke();
            float baseline = y - PADDING - CELL;
            for (String line : cells.get(i)) {
                line(page, face, CELL, x + PADDING, baseline, line);
                baseline -= CELL * 1.35f;
            }
            x += width;
        }
        y -= height;
    }
}
