package io.duibiao.briefing;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.TextShape.TextAutofit;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
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
import io.duibiao.core.Language;

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
    /** Of a sentence under a heading. */
    private static final int MOST_LINES = (int) ((ROOM - HEADING * LEADING - 8) / (BODY * LEADING));
    private static final int PADDING = 4;
    private static final int GAP = 14;
    private static final int BAND = 200;
    /** The colours of the charts' light theme. */
    private static final Color ACCENT = new Color(0x1F6FA8);
    private static final Color TINT = new Color(0xD5E3EE);
    private static final Color INK = new Color(0x1B2733);
    private static final Color FAINT = new Color(0x5B6875);

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
            pptx.layouts();
            pptx.cover();
            pack.sections().forEach(pptx::section);
            return Archive.of(show, pack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every slide has stands on its layout, where whoever wants another design changes it once. */
    private void layouts() {
        filled(layout(SlideLayout.TITLE), new Rectangle(0, 0, WIDTH, BAND));
        filled(layout(SlideLayout.TITLE_ONLY), new Rectangle(0, 22, 10, 44));
        filled(layout(SlideLayout.TITLE_ONLY), new Rectangle(MARGIN, 70, USABLE, 2));
    }

    private XSLFSlideLayout layout(SlideLayout kind) {
        return show.getSlideMasters().get(0).getLayout(kind);
    }

    private static void filled(XSLFSlideLayout layout, Rectangle place) {
        XSLFAutoShape shape = layout.createAutoShape();
        shape.setShapeType(ShapeType.RECT);
        shape.setAnchor(place);
        shape.setFillColor(ACCENT);
        shape.setLineColor(null);
    }

    private void cover() {
        XSLFSlide slide = slide(SlideLayout.TITLE, pack.title(), new Ink(30, true, Color.WHITE),
                new Rectangle(MARGIN + 20, 30, USABLE - 40, BAND - 50));
        List<Part> lines = new ArrayList<>();
        pack.cover().forEach(line -> lines.add(new Sentence(line)));
        box(slide, lines, new Rectangle(MARGIN + 20, BAND + 50, USABLE - 40, 220));
    }

    private XSLFSlide titled(String title) {
        return slide(SlideLayout.TITLE_ONLY, title, new Ink(22, true, INK), new Rectangle(MARGIN - 7, 20, USABLE, 48));
    }

    /** A slide with its number and how far the data reach. */
    private XSLFSlide slide(SlideLayout layout, String title, Ink ink, Rectangle place) {
        XSLFSlide slide = show.createSlide(layout(layout));
        for (XSLFTextShape shape : slide.getPlaceholders()) {
            if (shape.getTextType() == Placeholder.TITLE || shape.getTextType() == Placeholder.CENTERED_TITLE) {
                shape.clearText();
                shape.setAnchor(place);
                shape.setVerticalAlignment(VerticalAlignment.MIDDLE);
                XSLFTextParagraph paragraph = shape.addNewTextParagraph();
                paragraph.setTextAlign(TextAlign.LEFT);
                run(paragraph, title, ink);
            } else {
                slide.removeShape(shape);
            }
        }
        foot(slide, pack.reach(), TextAlign.LEFT);
        foot(slide, String.valueOf(show.getSlides().size()), TextAlign.RIGHT);
        return slide;
    }

    private static void foot(XSLFSlide slide, String words, TextAlign align) {
        XSLFTextShape box = slide.createTextBox();
        box.setAnchor(new Rectangle(align == TextAlign.LEFT ? MARGIN - 7 : WIDTH - MARGIN - 93, HEIGHT - 36,
                align == TextAlign.LEFT ? USABLE - 100 : 100, 24));
        box.clearText();
        XSLFTextParagraph paragraph = box.addNewTextParagraph();
        paragraph.setTextAlign(align);
        run(paragraph, words, new Ink(10, false, FAINT));
    }

    /** How words are written. */
    private record Ink(double size, boolean bold, Color colour) {
    }

    private static void run(XSLFTextParagraph paragraph, String words, Ink ink) {
        boolean first = true;
        for (String line : words.split("\n", -1)) {
            if (!first) {
                paragraph.addLineBreak();
            }
            XSLFTextRun run = paragraph.addNewTextRun();
            run.setText(line);
            run.setFontSize(ink.size());
            run.setBold(ink.bold());
            run.setFontColor(ink.colour());
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
            run(paragraph, words(part), new Ink(size(part), part instanceof Heading, INK));
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
        List<Part> parts = section.parts().stream().flatMap(this::onSlides).toList();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part instanceof Heading || part instanceof Sentence) {
                double height = height(part);
                // A heading does not stand alone at the foot.
                double needed = part instanceof Heading && i + 1 < parts.size() ? height + height(parts.get(i + 1)) : height;
                if (used + needed > ROOM) {
                    flush(section, words);
                    used = 0;
                }
                words.add(part);
                used += height;
            } else if (part instanceof Table table && !words.isEmpty() && used + GAP + height(table, table.rows()) <= ROOM) {
                draw(written(section, words), table, table.rows(), TOP + (int) used + GAP);
                used = 0;
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

    private static double height(Part words) {
        return lines(words(words), size(words), USABLE - 16).size() * size(words) * LEADING + 4;
    }

    /** A sentence that is longer than a slide goes on on the next one. */
    private Stream<Part> onSlides(Part part) {
        List<String> lines = part instanceof Sentence ? lines(words(part), BODY, USABLE - 16) : List.of();
        if (lines.size() <= MOST_LINES) {
            return Stream.of(part);
        }
        String between = pack.language() == Language.ZH ? "" : " ";
        return IntStream.rangeClosed(0, (lines.size() - 1) / MOST_LINES)
                .mapToObj(i -> new Sentence(String.join(between,
                        lines.subList(i * MOST_LINES, Math.min(lines.size(), (i + 1) * MOST_LINES)))));
    }

    private void flush(Section section, List<Part> words) {
        if (!words.isEmpty()) {
            written(section, words);
        }
    }

    private XSLFSlide written(Section section, List<Part> words) {
        XSLFSlide slide = titled(section.heading());
        box(slide, words, new Rectangle(MARGIN - 7, TOP, USABLE + 14, ROOM));
        words.clear();
        return slide;
    }

    private static List<String> lines(String words, double size, double width) {
        return Lines.of(words, width, piece -> size * piece.codePoints().mapToDouble(c -> c < 0x2000 ? 0.56 : 1).sum());
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
        for (int i = 0; i < table.rows().size(); i++) {
            List<List<String>> more = new ArrayList<>(rows);
            more.addAll(table.rows().subList(i, table.together(i)));
            if (height(table, more) > ROOM && !rows.isEmpty()) {
                draw(titled(section.heading()), table, rows, TOP);
                rows.clear();
            }
            rows.add(table.rows().get(i));
        }
        draw(titled(section.heading()), table, rows, TOP);
    }

    /** With its head. */
    private static double height(Table table, List<List<String>> rows) {
        return rowHeight(table, table.head()) + rows.stream().mapToDouble(row -> rowHeight(table, row)).sum();
    }

    private static double rowHeight(Table table, List<String> row) {
        int most = 1;
        for (int i = 0; i < row.size(); i++) {
            most = Math.max(most, lines(row.get(i), CELL, USABLE * table.shares().get(i) / 100.0 - 2 * PADDING).size());
        }
        return most * CELL * LEADING + 2 * PADDING;
    }

    private static void draw(XSLFSlide slide, Table table, List<List<String>> rows, int top) {
        XSLFTable drawn = slide.createTable();
        drawn.setAnchor(new Rectangle(MARGIN, top, USABLE, (int) height(table, rows)));
        row(drawn, table, table.head(), true);
        rows.forEach(row -> row(drawn, table, row, false));
        for (int i = 0; i < table.head().size(); i++) {
            drawn.setColumnWidth(i, USABLE * table.shares().get(i) / 100.0);
        }
    }

    private static void row(XSLFTable drawn, Table table, List<String> cells, boolean head) {
        XSLFTableRow row = drawn.addRow();
        row.setHeight(rowHeight(table, cells));
        for (String words : cells) {
            XSLFTableCell cell = row.addCell();
            cell.setLeftInset(PADDING);
            cell.setRightInset(PADDING);
            cell.setTopInset(PADDING - 1.0);
            cell.setBottomInset(PADDING - 1.0);
            for (BorderEdge edge : BorderEdge.values()) {
                cell.setBorderWidth(edge, 0.5);
                cell.setBorderColor(edge, FAINT);
            }
            if (head) {
                cell.setFillColor(TINT);
            }
            run(cell.addNewTextParagraph(), words, new Ink(CELL, head, INK));
        }
    }
}
