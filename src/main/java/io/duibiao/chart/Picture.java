package io.duibiao.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

import io.duibiao.chart.Body.Density;

/**
 * A picture that is laid out: it knows its size and draws itself. Every kind of chart stands in the same frame: what was found
 * above, the legend, the source and the date below. The same chart and look give the same picture.
 */
final class Picture {

    private static final int COLUMNS_FROM = 940;
    private static final double LEAST_UNIT = 0.74;
    private static final double SMALLER = 0.96;
    private static final double SPREAD_SMALLER = 0.86;
    private static final double TITLE_SPILL = 0.12;
    private static final double TITLE_SMALLER = 0.86;

    private final Look look;
    private final Pen pen;
    private final Body body;
    private final String title;
    private final double margin;
    private final List<Wording> above = new ArrayList<>();
    private final List<Wording> below = new ArrayList<>();
    private final Key key;
    private int height;

    private Picture(Draft draft, Look look, double unit, int leftOut) {
        this.look = look;
        this.pen = new Pen(new Ink(), new Words(look.language()), look.theme(), unit, isWide(look));
        this.margin = (pen.wide() ? 36 : 22) * unit;
        double width = look.canvas().width() - 2 * margin;
        this.body = draft.body(pen, width, leftOut);
        this.title = body.finding();
        Font font = font(title, width);
        above.add(new Wording(pen.ink(), Ink.wrapped(title, font, width, titleLines()), font, pen.theme().ink, 10 * unit));
        for (String words : body.notes()) {
            below.add(new Wording(pen.ink(), Ink.wrapped(words, pen.small(), width, 3), pen.small(), pen.theme().faint, 0));
        }
        this.key = new Key(pen, body.key(), width);
    }

    private int titleLines() {
        return pen.wide() ? 3 : 5;
    }

    /** A little smaller where that saves the title from a last line of a word or two, or from being cut. */
    private Font font(String finding, double width) {
        Font title = pen.bold(pen.wide() ? 20 : 17);
        double length = Ink.width(finding, title) / width;
        double lines = Math.floor(length);
        boolean spills = lines > 0 && length - lines < TITLE_SPILL || length > titleLines() * 0.9;
        return spills ? title.deriveFont((float) (title.getSize2D() * TITLE_SMALLER)) : title;
    }

    /**
     * The largest type, then the airiest rows, with which everything fits; rows that do not fit even so are counted, not drawn.
     */
    static Picture of(Chart chart, Look look) {
        return of(chart.draft(new Words(look.language())), chart.spareRows(), look);
    }

    private static Picture of(Draft draft, int spareRows, Look look) {
        Canvas canvas = look.canvas();
        double largest = largest(look);
        // Chosen before the picture is enlarged: the scale multiplies and changes nothing else.
        int most = canvas.unscaled().greatestHeight();
        Picture picture = new Picture(draft, look, largest, 0);
        int given = canvas.height().orElse(Math.min(most, (int) Math.ceil(picture.heightWith(Density.AIRY))));
        double unit = largest;
        double asked = picture.heightWith(Density.FULL);
        if (asked > given && largest > LEAST_UNIT) {
            picture = smaller(draft, look, largest, asked, given);
            unit = picture.pen.unit();
        }
        if (picture.heightWith(Density.TIGHT) > given && spareRows > 0) {
            picture = new Picture(draft, look, unit, tooMany(draft, spareRows, look, unit, Density.TIGHT, given));
        }
        picture.height = given;
        return picture;
    }

    /**
     * One picture, as high as its rows ask for; where that is too high, as few as let each row have all its lines, in type that
     * is hardly smaller than they ask for.
     */
    static List<Picture> spread(Chart chart, Look look, int mostHeight) {
        Picture picture = of(chart, look);
        if (picture.height <= mostHeight) {
            return List.of(picture);
        }
        double unit = Math.max(LEAST_UNIT, SPREAD_SMALLER * largest(look));
        int fitting = 1 + chart.spareRows() - tooMany(chart.draft(new Words(look.language())), chart.spareRows(), look, unit,
                Density.FULL, mostHeight);
        Look low = new Look(look.language(), look.theme(), look.canvas().with(mostHeight));
        return chart.parts(fitting).stream().map(part -> {
            Picture open = of(part, look);
            return open.height <= mostHeight ? open : of(part, low);
        }).toList();
    }

    private static double largest(Look look) {
        int width = look.canvas().width();
        return isWide(look) ? Math.max(0.8, width / 1200.0) : Math.min(1.15, Math.max(0.8, width / 640.0));
    }

    /** In the largest of the type sizes below the first with which all lines fit, else in the smallest. */
    private static Picture smaller(Draft draft, Look look, double largest, double asked, int given) {
        int steps = (int) Math.ceil(Math.log(LEAST_UNIT / largest) / Math.log(SMALLER));
        int tooLarge = 0;
        int fits = steps + 1;
        Optional<Picture> fitting = Optional.empty();
        // Smaller type is lower in proportion, and often by a line more: that guess is seldom off by more than one.
        int tried = (int) Math.ceil(Math.log(given / asked) / Math.log(SMALLER));
        while (fits - tooLarge > 1) {
            tried = Math.max(tooLarge + 1, Math.min(fits - 1, tried));
            Picture picture = new Picture(draft, look, Math.max(LEAST_UNIT, largest * Math.pow(SMALLER, tried)), 0);
            if (tried == steps || picture.heightWith(Density.FULL) <= given) {
                fits = tried;
                fitting = Optional.of(picture);
                tried--;
            } else {
                tooLarge = tried;
                tried++;
            }
        }
        return fitting.orElseThrow();
    }

    /** The fewest rows to leave out that let the others fit; all that may be where none do. */
    private static int tooMany(Draft draft, int spareRows, Look look, double unit, Density density, int given) {
        int tooFew = -1;
        int enough = spareRows;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if (new Picture(draft, look, unit, middle).heightWith(density) > given) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private static boolean isWide(Look look) {
        return look.canvas().width() >= COLUMNS_FROM;
    }

    private double heightWith(Density density) {
        double words = above.stream().mapToDouble(Wording::height).sum() + below.stream().mapToDouble(Wording::height).sum();
        return 2 * margin + words + key.height() + 12 * pen.unit() + body.height(density);
    }

    /** What was found, in a sentence. */
    String title() {
        return title;
    }

    int width() {
        return look.canvas().width();
    }

    int height() {
        return height;
    }

    /** Pixels for each unit of width and height. */
    double scale() {
        return look.canvas().scale();
    }

    /** Whether the picture, as high as its rows ask for, keeps within the bounds on a side and on its area. */
    boolean isWithinBounds() {
        return look.canvas().isWithinBounds(height);
    }

    /** Draws the picture from 0, 0 to its width and height; whoever wants pixels scales the paper first. */
    void draw(Graphics2D g) {
        pen.ink().boxes().clear();
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        Rectangle2D sheet = new Rectangle2D.Double(0, 0, width(), height);
        g.setColor(look.theme().paper);
        Setting.of(g).block(g, sheet);
        framed().draw(g, sheet);
    }

    /** Where the last drawing put every word and mark. */
    List<Ink.Box> boxes() {
        return pen.ink().boxes();
    }

    JFreeChart framed() {
        JFreeChart chart = new JFreeChart(null, null, body, false);
        chart.setPadding(new RectangleInsets(margin, margin, margin, margin));
        chart.setBackgroundPaint(null);
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
