package io.duibiao.briefing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

import io.duibiao.briefing.Pack.Heading;
import io.duibiao.briefing.Pack.Illustration;
import io.duibiao.briefing.Pack.Part;
import io.duibiao.briefing.Pack.Section;
import io.duibiao.briefing.Pack.Sentence;
import io.duibiao.briefing.Pack.Table;

/** A briefing as a text document, to be edited before the meeting. */
final class DocxPack {

    /** In twentieths of a point, as all lengths of a page here. */
    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int MARGIN = 1120;
    private static final int USABLE = A4_WIDTH - 2 * MARGIN;
    private static final int PICTURE_HEIGHT = 12400;
    private static final int EMU = Units.EMU_PER_POINT / 20;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String FONT_TABLE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="%s">
            <w:font w:name="%s"><w:altName w:val="Noto Sans SC"/><w:charset w:val="86"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>%s</w:font>
            </w:fonts>
            """;

    private final Pack pack;
    private final XWPFDocument document;
    private final Map<EmbeddedFont, Set<Integer>> characters = new EnumMap<>(EmbeddedFont.class);

    private DocxPack(Pack pack, XWPFDocument document) {
        this.pack = pack;
        this.document = document;
    }

    static byte[] of(Pack pack) {
        try (XWPFDocument document = new XWPFDocument()) {
            DocxPack docx = new DocxPack(pack, document);
            docx.styles();
            docx.pages();
            docx.cover();
            for (Section section : pack.sections()) {
                docx.section(section);
            }
            docx.fonts();
            return Archive.of(document, pack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void styles() {
        XWPFStyles styles = document.createStyles();
        styles.setEastAsia("zh-CN");
        for (int level = 1; level <= 2; level++) {
            CTStyle heading = CTStyle.Factory.newInstance();
            heading.setStyleId("Heading" + level);
            heading.setType(STStyleType.PARAGRAPH);
            heading.addNewName().setVal("heading " + level);
            heading.addNewQFormat();
            heading.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            heading.getPPr().addNewKeepNext();
            styles.addStyle(new XWPFStyle(heading));
        }
    }

    private void pages() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(1300));
        margins.setBottom(BigInteger.valueOf(1200));
        margins.setHeader(BigInteger.valueOf(700));
        margins.setFooter(BigInteger.valueOf(600));
        run(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), pack.reach(), 9, false);
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    /** The typeface comes with the file, so that it looks the same where there is no Chinese one; known when all is written. */
    private void fonts() throws IOException {
        String family = EmbeddedFont.family(characters);
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(family);
        fonts.setHAnsi(family);
        fonts.setEastAsia(family);
        document.getStyles().setDefaultFonts(fonts);
        try {
            PackagePart table = document.getPackage().createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"),
                    WORD + "fontTable+xml");
            document.getPackagePart().addRelationship(table.getPartName(), TargetMode.INTERNAL, RELATION + "/fontTable");
            StringBuilder faces = new StringBuilder();
            for (Map.Entry<EmbeddedFont, Set<Integer>> used : characters.entrySet()) {
                EmbeddedFont face = used.getKey();
                PackagePart letters = document.getPackage().createPart(
                        PackagingURIHelper.createPartName("/word/fonts/font" + (face.ordinal() + 1) + ".odttf"),
                        "application/vnd.openxmlformats-officedocument.obfuscatedFont");
                try (OutputStream out = letters.getOutputStream()) {
                    out.write(face.subset(family, used.getValue()));
                }
                String id = table.addRelationship(letters.getPartName(), TargetMode.INTERNAL, RELATION + "/font").getId();
                faces.append("<w:embed").append(face == EmbeddedFont.BOLD ? "Bold" : "Regular").append(" r:id=\"").append(id)
                        .append("\" w:fontKey=\"").append(face.key()).append("\"/>");
            }
            try (OutputStream out = table.getOutputStream()) {
                out.write(FONT_TABLE.formatted(RELATION, family, faces).getBytes(StandardCharsets.UTF_8));
            }
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(XWPFParagraph paragraph, String words, int size, boolean bold) {
        words.codePoints().forEach(characters.computeIfAbsent(bold ? EmbeddedFont.BOLD : EmbeddedFont.REGULAR,
                absent -> new HashSet<>())::add);
        boolean first = true;
        for (String line : words.split("\n", -1)) {
            XWPFRun run = paragraph.createRun();
            if (!first) {
                run.addBreak();
            }
            run.setFontSize(size);
            run.setBold(bold);
            run.setText(line);
            first = false;
        }
    }

    private XWPFParagraph paragraph(String words, int size, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(80);
        paragraph.setSpacingBetween(1.25);
        run(paragraph, words, size, bold);
        return paragraph;
    }

    private void cover() {
        XWPFParagraph title = paragraph(pack.title(), 24, true);
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setSpacingBefore(3600);
        title.setSpacingAfter(1200);
        pack.cover().forEach(line -> paragraph(line, 14, false).setIndentationLeft(900));
    }

    private void section(Section section) throws IOException {
        XWPFParagraph heading = paragraph(section.heading(), 16, true);
        heading.setStyle("Heading1");
        heading.setPageBreak(true);
        for (Part part : section.parts()) {
            if (part instanceof Heading lower) {
                paragraph(lower.words(), 13, true).setStyle("Heading2");
            } else if (part instanceof Sentence sentence) {
                paragraph(sentence.words(), 11, false);
            } else if (part instanceof Illustration illustration) {
                picture(illustration);
            } else if (part instanceof Table table) {
                table(table);
            }
        }
    }

    private void picture(Illustration illustration) throws IOException {
        int natural = USABLE * illustration.picture().height() / illustration.picture().width();
        int height = Math.min(natural, PICTURE_HEIGHT);
        int width = (int) ((long) USABLE * height / natural);
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setKeepNext(true);
        try {
            paragraph.createRun().addPicture(new ByteArrayInputStream(illustration.picture().png()), Document.PICTURE_TYPE_PNG,
                    illustration.caption(), width * EMU, height * EMU);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        paragraph(illustration.caption(), 9, false).setAlignment(ParagraphAlignment.CENTER);
    }

    private void table(Table table) {
        XWPFTable drawn = document.createTable(table.rows().size() + 1, table.head().size());
        drawn.setWidth(String.valueOf(USABLE));
        drawn.getCTTbl().getTblPr().addNewTblLayout()
                .setType(STTblLayoutType.FIXED);
        CTTblGrid grid = drawn.getCTTbl().addNewTblGrid();
        for (int i = 0; i < table.head().size(); i++) {
            grid.addNewGridCol().setW(width(table, i));
        }
        row(table, drawn.getRow(0), table.head(), true);
        drawn.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < table.rows().size(); i++) {
            row(table, drawn.getRow(i + 1), table.rows().get(i), false);
            for (int j = 0; table.isWithNext(i) && j < table.head().size(); j++) {
                XWPFParagraph paragraph = drawn.getRow(i + 1).getCell(j).getParagraphArray(0);
                // Keeping fails where the paragraph has no properties yet.
                paragraph.setSpacingAfter(0);
                paragraph.setKeepNext(true);
            }
        }
        document.createParagraph();
    }

    private static BigInteger width(Table table, int column) {
        return BigInteger.valueOf((long) USABLE * table.shares().get(column) / 100);
    }

    private void row(Table table, XWPFTableRow row, List<String> cells, boolean head) {
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidthType(TableWidthType.DXA);
            cell.getCTTc().getTcPr().getTcW().setType(STTblWidth.DXA);
            cell.getCTTc().getTcPr().getTcW().setW(width(table, i));
            run(cell.getParagraphArray(0), cells.get(i), 9, head);
        }
    }
}
