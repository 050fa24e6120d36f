package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** Where the words and marks of a picture went, and that every word has a place of its own. */
final class Apart {

    private static final double TOUCHING = 0.5;

    private Apart() {
    }

    static List<Ink.Box> boxes(Picture picture) {
        Png.image(picture);
        return List.copyOf(picture.boxes());
    }

    static List<String> words(Picture picture) {
        return boxes(picture).stream().filter(Ink.Box::isText).map(Ink.Box::what).toList();
    }

    static void assertApart(Picture picture) {
        List<Ink.Box> boxes = boxes(picture);
        Rectangle2D page = new Rectangle2D.Double(0, 0, picture.width(), picture.height());
        for (int i = 0; i < boxes.size(); i++) {
            Ink.Box box = boxes.get(i);
            assertTrue(page.contains(box.area()), () -> box + " leaves the page " + page);
            for (int j = i + 1; j < boxes.size(); j++) {
                Ink.Box other = boxes.get(j);
                if (box.isText() || other.isText()) {
                    Rectangle2D shared = box.area().createIntersection(other.area());
                    boolean touch = shared.getWidth() > TOUCHING && shared.getHeight() > TOUCHING;
                    assertFalse(touch, () -> box + " touches " + other);
                }
            }
        }
    }
}
