package io.duibiao.briefing;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextShape.TextAutofit;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

import io.duibiao.briefing.Pack.Heading;
import io.duibiao.briefing.Pack.Illustration;
import io.duibiao.briefing.Pack.Part;
import io.duibiao.briefing.Pack.Section;
import io.duibiao.briefing.Pack.Sentence;
import io.duibiao.briefing.Pack.Table;

/** A briefing as slides. */
final class PptxPack {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int MARGIN = 40;
    private static final int USABLE = WIDTH - 2 * MARGIN;
    private static final int TOP = 84;
    private static final int ROOM = HEIGHT - TOP - 44;
    private static final double LEADING = 1.35;
    private static final double BODY = 14;
    private static final double HEADING = 16;
    private static final double CELL = 10;
    private static final int PADDING = 4;

    private final Pack pack;
    private final XMLSlideShow show;

    private PptxPack(Pack pack, XMLSlideShow show) {
        this.pack = pack;
        this.show = show;
    }

    static byte[] of(Pack pack) {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.setPageSize(new Dimension(WIDTH, HEIGHT));
            PptxPack pptx = new PptxPack(pack, show);
            pptx.cover();
            pack.sections().forEach(pptx::section);
            return Archive.of(show, pack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cover() {
        XSLFSlide slide = slide(pack.title(), 30, new Rectangle(MARGIN, 110, USABLE, 130));
        List<Part> lines = new ArrayList<>();
        pack.cover().forEach(line -> lines.add(new Sentence(line)));
        box(slide, lines, new Rectangle(MARGIN + 120, 270, USABLE - 240, 200));
    }

    private XSLFSlide titled(String title) {
        return slide(title, 24, new Rectangle(MARGIN, 24, USABLE, 48));
    }

    /** A slide with its number and how far the data reach. */
    private XSLFSlide slide(String title, double size, Rectangle place) {
        XSLFSlide slide = show.createSlide(show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_ONLY));
        for (XSLFTextShape shape : slide.getPlaceholders()) {
            if (shape.getTextType() == Placeholder.TITLE) {
                shape.clearText();
                shape.setAnchor(place);
                shape.setVerticalAlignment(VerticalAlignment.MIDDLE);
                run(shape.addNewTextParagraph(), title, size, true);
            } else {
                slide.removeShape(shape);
            }
        }
        XSLFTextShape reach = slide.createTextBox();
        reach.setAnchor(new Rectangle(MARGIN, HEIGHT - 36, USABLE, 24));
        reach.clearText();
        run(reach.addNewTextParagraph(), pack.reach() + "　　" + show.getSlides().size(), 10, false);
        return slide;
    }

    private static void run(XSLFTextParagraph paragraph, String words, double size, boolean bold) {
        boolean first = true;
        for (String line : words.split("\n", -1)) {
            if (!first) {
                paragraph.addLineBreak();
            }
            XSLFTextRun run = paragraph.addNewTextRun();
            run.setText(line);
            run.setFontSize(size);
            run.setBold(bold);
            run.setFontFamily("Arial", FontGroup.LATIN);
            run.setFontFamily("微软雅黑", FontGroup.EAST_ASIAN);
            first = false;
        }
    }

    private static void box(XSLFSlide slide, List<Part> words, Rectangle place) {
        XSLFTextShape box = slide.createTextBox();
        box.setAnchor(place);
        box.setTextAutofit(TextAutofit.NONE);
        box.setWordWrap(true);
        box.clearText();
        for (Part part : words) {
            XSLFTextParagraph paragraph = box.addNewTextParagraph();
            paragraph.setSpaceAfter(-4d);
            run(paragraph, words(part), size(part), part instanceof Heading);
        }
    }

    private static String words(Part part) {
        return part instanceof Heading heading ? heading.words() : part instanceof Sentence sentence ? sentence.words() : "";
    }

    private static double size(Part part) {
        return part instanceof Heading ? HEADING : BODY;
    }

    private void section(Section section) {
        List<Part> words = new ArrayList<>();
        double used = 0;
        for (Part part : section.parts()) {
            if (part instanceof Heading || part instanceof Sentence) {
                double height = lines(words(part), size(part), USABLE - 16) * size(part) * LEADING + 4;
                // A heading does not stand alone at the foot.
                double needed = part instanceof Heading ? height + 3 * BODY * LEADING : height;
                if (used + needed > ROOM) {
                    flush(section, words);
                    used = 0;
                }
                words.add(part);
                used += height;
            } else {
                flush(section, words);
                used = 0;
                if (part instanceof Illustration illustration) {
                    picture(section, illustration);
                } else if (part instanceof Table table) {
                    table(section, table);
                }
            }
        }
        flush(section, words);
    }

    private void flush(Section section, List<Part> words) {
        if (!words.isEmpty()) {
            box(titled(section.heading()), words, new Rectangle(MARGIN, TOP, USABLE, ROOM));
            words.clear();
        }
    }

    private static int lines(String words, double size, double width) {
        return Lines.of(words, width, piece -> size * piece.codePoints().mapToDouble(c -> c < 0x2000 ? 0.56 : 1).sum()).size();
    }

    private void picture(Section section, Illustration illustration) {
        XSLFSlide slide = titled(section.heading() + " · " + illustration.caption());
        int across = illustration.picture().width();
        int down = illustration.picture().height();
        int width = Math.min(USABLE, ROOM * across / down);
        int height = width * down / across;
        slide.createPicture(show.addPicture(illustration.picture().png(), PictureType.PNG))
                .setAnchor(new Rectangle((WIDTH - width) / 2, TOP, width, height));
    }

    private void table(Section section, Table table) {
        List<List<String>> rows = new ArrayList<>();
        double head = height(table, table.head());
        double used = head;
        for (int i = 0; i < table.rows().size(); i++) {
            double height = 0;
            for (List<String> row : table.rows().subList(i, table.together(i))) {
                height += height(table, row);
            }
            if (used + height > ROOM && !rows.isEmpty()) {
                slide(section, table, rows);
                rows.clear();
                used = head;
            }
            rows.add(table.rows().get(i));
            used += height(table, table.rows().get(i));
        }
        slide(section, table, rows);
    }

    private static double height(Table table, List<String> row) {
        int most = 1;
        for (int i = 0; i < row.size(); i++) {
            most = Math.max(most, lines(row.get(i), CELL, USABLE * table.shares().get(i) / 100.0 - 2 * PADDING));
        }
        return most * CELL * LEADING + 2 * PADDING;
    }

    private void slide(Section section, Table table, List<List<String>> rows) {
        XSLFTable drawn = titled(section.heading()).createTable();
        drawn.setAnchor(new Rectangle(MARGIN, TOP, USABLE, ROOM));
        row(drawn, table, table.head(), true);
        rows.forEach(row -> row(drawn, table, row, false));
        for (int i = 0; i < table.head().size(); i++) {
            drawn.setColumnWidth(i, USABLE * table.shares().get(i) / 100.0);
        }
    }

    private static void row(XSLFTable drawn, Table table, List<String> cells, boolean head) {
        XSLFTableRow row = drawn.addRow();
        row.setHeight(height(table, cells));
        for (String words : cells) {
            XSLFTableCell cell = row.addCell();
            cell.setLeftInset(PADDING);
            cell.setRightInset(PADDING);
            cell.setTopInset(PADDING - 1.0);
            cell.setBottomInset(PADDING - 1.0);
            for (BorderEdge edge : BorderEdge.values()) {
                cell.setBorderWidth(edge, 0.5);
                cell.setBorderColor(edge, Color.GRAY);
            }
            run(cell.addNewTextParagraph(), words, CELL, head);
        }
    }
}
