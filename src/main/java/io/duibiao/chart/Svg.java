package io.duibiao.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.PathIterator;
import java.io.CharArrayWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import io.duibiao.core.Language;

/**
 * A picture as SVG. Its letters are outlines, each defined once: whatever opens it, with whatever fonts, shows what the other
 * forms show. What it shows is said in its title for those who do not see it.
 */
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String LINKS = "http://www.w3.org/1999/xlink";
    /** Hundredths of a unit are finer than any paper shows. */
    private static final int DECIMALS = 2;

    private static final List<String> COLOURS = List.of("fill", "stroke");

    private final Document document = document();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Element> letters = new TreeMap<>();

    private Svg() {
    }

    /** Words that wait to be set; on the sheet their number stands for them. */
    private record Line(String words, Font font, double x, double baseline) {
    }

    static byte[] of(Picture picture, Stamp stamp, Language language) {
        return new Svg().drawn(picture, stamp, language);
    }

    private byte[] drawn(Picture picture, Stamp stamp, Language language) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(Stamp.PROGRAM + " " + stamp.version());
        context.setPrecision(DECIMALS);
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension(picture.width(), picture.height()));
        g.setRenderingHint(Setting.HINT, (Setting) this::note);
        picture.draw(g);
        Element root = g.getRoot();
        root.setAttribute("viewBox", "0 0 " + picture.width() + " " + picture.height());
        root.setAttribute("width", pixels(picture.width() * picture.scale()));
        root.setAttribute("height", pixels(picture.height() * picture.scale()));
        root.setAttribute("lang", language.tag());
        root.setAttribute("role", "img");
        setLines(root);
        CharArrayWriter drawn = new CharArrayWriter();
        try {
            g.stream(root, drawn, false, false);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException(e);
        } finally {
            g.dispose();
        }
        return described(drawn.toString(), stamp).getBytes(StandardCharsets.UTF_8);
    }

    /** Without the document type, which careful readers refuse. */
    private static String described(String drawn, Stamp stamp) {
        int root = drawn.indexOf("<svg");
        int inside = drawn.indexOf(">", root) + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawn.substring(root, inside) + "<title>"
                + Xmp.escaped(stamp.title()) + "</title>\n<metadata>\n" + Xmp.rdf(stamp) + "</metadata>\n"
                + drawn.substring(inside);
    }

    private void note(Graphics2D g, String words, Font font, double x, double baseline) {
        g.drawString(Integer.toString(lines.size()), 0, 0);
        lines.add(new Line(words, font, x, baseline));
    }

    private void setLines(Element root) {
        NodeList found = root.getElementsByTagNameNS(NAMESPACE, "text");
        // The list is alive: an element that is replaced leaves it.
        while (found.getLength() > 0) {
            Element number = (Element) found.item(0);
            Element words = set(lines.get(Integer.parseInt(number.getTextContent())));
            COLOURS.forEach(colour -> words.setAttribute(colour, number.getAttribute(colour)));
            number.getParentNode().replaceChild(words, number);
        }
        Element definitions = element("defs");
        letters.values().forEach(definitions::appendChild);
        root.insertBefore(definitions, root.getFirstChild());
    }

    private Element set(Line line) {
        boolean bold = ChineseFont.isBold(line.font());
        Element group = element("g");
        group.setAttribute("transform", String.format(Locale.ROOT, "translate(%.2f %.2f) scale(%s)", line.x(), line.baseline(),
                line.font().getSize2D() / Ink.EM));
        double at = 0;
        for (int character : line.words().codePoints().toArray()) {
            Element letter = element("use");
            letter.setAttributeNS(LINKS, "xlink:href", "#" + letter(character, bold));
            letter.setAttribute("x", pixels(at));
            group.appendChild(letter);
            at += Ink.EM * Ink.advance(character, bold);
        }
        return group;
    }

    private String letter(int character, boolean bold) {
        String name = (bold ? "b" : "r") + Integer.toHexString(character);
        letters.computeIfAbsent(name, absent -> {
            Element path = element("path");
            path.setAttribute("id", name);
            path.setAttribute("d", data(Ink.outline(character, bold).getPathIterator(null)));
            return path;
        });
        return name;
    }

    /** Points of an outline lie on the grid. */
    private static String data(PathIterator outline) {
        StringBuilder data = new StringBuilder();
        double[] points = new double[6];
        for (; !outline.isDone(); outline.next()) {
            int kind = outline.currentSegment(points);
            data.append("MLQCZ".charAt(kind));
            int numbers = kind == PathIterator.SEG_CLOSE ? 0 : Math.max(2, 2 * kind);
            for (int i = 0; i < numbers; i++) {
                data.append(i == 0 ? "" : " ").append(Math.round(points[i]));
            }
        }
        return data.toString();
    }

    private Element element(String name) {
        return document.createElementNS(NAMESPACE, name);
    }

    private static String pixels(double length) {
        return Long.toString(Math.round(length));
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation().createDocument(NAMESPACE,
                    "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
