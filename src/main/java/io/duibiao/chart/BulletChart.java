package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/**
 * The picture that sets each indicator of a region beside its target. The same verdicts, words and canvas give the same bytes.
 *
 * @param documents titles of those that print the targets where the plan itself does not; else empty
 * @param region the region's name
 * @param asOf the instant up to which records are counted
 */
record BulletChart(Plan plan, List<Text> documents, Text region, Period period, List<Verdict> verdicts, Instant asOf,
        Language language, Theme theme, Canvas canvas) {

    private static final int STACKED_BELOW = 940;
    private static final double LEAST_UNIT = 0.74;
    private static final double SMALLER = 0.96;

    byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Whether the picture, as high as its rows ask for, keeps within the bounds on a side and on its area. */
    boolean isWithinBounds() {
        return canvas.isWithinBounds(sheet(new Ink()).height);
    }

    BufferedImage image() {
        return drawn(new Ink());
    }

    /** Draws with an ink that tells afterwards where every word went. */
    BufferedImage drawn(Ink ink) {
        Sheet sheet = sheet(ink);
        int pixelsWide = (int) Math.round(canvas.width() * canvas.scale());
        int pixelsHigh = (int) Math.round(sheet.height * canvas.scale());
        BufferedImage image = new BufferedImage(pixelsWide, pixelsHigh, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(canvas.scale(), canvas.scale());
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            sheet.chart().draw(g, new Rectangle2D.Double(0, 0, canvas.width(), sheet.height));
        } finally {
            g.dispose();
        }
        return image;
    }

    /**
     * The largest type, then the airiest rows, with which everything fits; rows that do not fit even so are counted, not drawn.
     */
    private Sheet sheet(Ink ink) {
        Caption caption = new Caption(plan, documents, region, period, verdicts, asOf, language);
        List<BulletRow> rows = verdicts.stream().map(verdict -> BulletRow.of(verdict, caption)).toList();
        boolean columns = canvas.width() >= STACKED_BELOW;
        double largest = columns ? Math.max(0.8, canvas.width() / 1200.0)
                : Math.min(1.15, Math.max(0.8, canvas.width() / 640.0));
        // Chosen before the picture is enlarged: the scale multiplies and changes nothing else.
        int most = canvas.unscaled().greatestHeight();
        int given = canvas.height().orElse(most);
        Sheet sheet = new Sheet(ink, caption, rows, columns, largest, given, 0);
        if (canvas.height().isEmpty()) {
            int wanted = (int) Math.ceil(sheet.heightWith(BulletPlot.Density.AIRY));
            given = Math.min(most, wanted);
            sheet = new Sheet(ink, caption, rows, columns, largest, given, 0);
        }
        for (double unit = largest; sheet.heightWith(BulletPlot.Density.FULL) > given && unit > LEAST_UNIT; unit *= SMALLER) {
            sheet = new Sheet(ink, caption, rows, columns, Math.max(LEAST_UNIT, unit), given, 0);
        }
        while (sheet.heightWith(BulletPlot.Density.TIGHT) > given && sheet.notDrawn < rows.size() - 1) {
            sheet = new Sheet(ink, caption, rows, columns, sheet.unit, given, sheet.notDrawn + 1);
        }
        return sheet;
    }

    /** Everything of a picture at one size of type. */
    private final class Sheet {

        private final Ink ink;
        private final Caption caption;
        private final List<BulletRow> rows;
        private final boolean columns;
        private final double unit;
        private final int height;
        private final int notDrawn;
        private final double margin;
        private final List<Wording> above = new ArrayList<>();
        private final List<Wording> below = new ArrayList<>();
        private final Key key;

        Sheet(Ink ink, Caption caption, List<BulletRow> all, boolean columns, double unit, int height, int notDrawn) {
            this.ink = ink;
            this.caption = caption;
            this.rows = all.subList(0, all.size() - notDrawn);
            this.columns = columns;
            this.unit = unit;
            this.height = height;
            this.notDrawn = notDrawn;
            this.margin = (columns ? 36 : 22) * unit;
            double width = canvas.width() - 2 * margin;
            Font title = ChineseFont.bold((columns ? 20 : 17) * unit);
            Font note = ChineseFont.regular(11.5 * unit);
            above.add(new Wording(ink, Ink.wrapped(caption.finding(), title, width, 3), title, theme.ink, 10 * unit));
            for (String words : caption.notes(notDrawn)) {
                below.add(new Wording(ink, Ink.wrapped(words, note, width, 3), note, theme.faint, 0));
            }
            key = new Key(ink, theme, rows, caption, unit, width);
        }

        private double around() {
            double words = above.stream().mapToDouble(Wording::height).sum()
                    + below.stream().mapToDouble(Wording::height).sum();
            return 2 * margin + words + key.height() + (columns ? BulletPlot.HEAD : 0) * unit + 12 * unit;
        }

        double heightWith(BulletPlot.Density density) {
            double rowsHigh = rows.isEmpty() ? 220 * unit : rows.size() * density.height(columns) * unit;
            return around() + rowsHigh;
        }

        JFreeChart chart() {
            double fitting = rows.isEmpty() ? 0 : (height - around()) / rows.size();
            double airy = BulletPlot.Density.AIRY.height(columns) * unit * 1.4;
            BulletPlot plot = new BulletPlot(ink, theme, rows, caption, unit, columns, Math.min(fitting, airy));
            JFreeChart chart = new JFreeChart(null, null, plot, false);
            chart.setPadding(new RectangleInsets(margin, margin, margin, margin));
            chart.setBackgroundPaint(theme.paper);
            chart.setBorderVisible(false);
            above.forEach(chart::addSubtitle);
            // JFreeChart stacks what is below from the edge upwards.
            for (int i = below.size() - 1; i >= 0; i--) {
                below.get(i).setPosition(RectangleEdge.BOTTOM);
                chart.addSubtitle(below.get(i));
            }
            key.setPosition(RectangleEdge.BOTTOM);
            chart.addSubtitle(key);
            return chart;
        }
    }
}
