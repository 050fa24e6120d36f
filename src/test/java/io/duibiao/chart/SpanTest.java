package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void aShareIsShownAsAPartOfAHundred() {
        assertEquals(new Span(0, 100, false), Span.of(new double[] { 15, 15, 25 }, true, false));
    }

    @Test
    void sharesTooCloseForThatGetAShorterScaleFromZero() {
        Span span = Span.of(new double[] { 1.9, 3.8 }, true, false);
        assertEquals(0, span.from());
        assertTrue(span.to() < 6);
    }

    @Test
    void figuresTooCloseEvenThenGiveUpTheZeroAndSaySo() {
        Span span = Span.of(new double[] { 90.8, 90.7 }, true, false);
        assertTrue(span.broken());
        assertEquals(0.25, span.at(90.8) - span.at(90.7), 1e-9);
    }

    @Test
    void aChangeCountsFromZeroAndMayFallBelowIt() {
        Span span = Span.of(new double[] { -2, 18 }, true, true);
        assertTrue(span.from() < -2);
        assertTrue(span.at(-2) < span.at(0) && span.at(0) < span.at(18));
    }

    @Test
    void aChangeWithoutATargetIsShownAsAPartOfAHundred() {
        assertEquals(new Span(0, 100, false), Span.of(new double[] { 21.13 }, true, true));
    }

    @Test
    void zeroAgainstZeroHasAScale() {
        assertEquals(new Span(0, 1, false), Span.of(new double[] { 0, 0 }, false, false));
    }
}
