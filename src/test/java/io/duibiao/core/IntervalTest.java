package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    private static final Quantity FIVE = Quantity.of(5);
    private static final Quantity NINE = Quantity.of(9);

    @ParameterizedTest(name = "{0} from a floor of 5 ({1}): {2}")
    @CsvSource({ "4.9999, true, false", "5.0, true, true", "5.0, false, false", "5.0001, false, true" })
    void anEndBelongsToTheIntervalOnlyWhereItIsIncluded(String value, boolean included, boolean inside) {
        assertEquals(inside, Interval.from(FIVE, included).contains(Quantity.of(value)));
        assertEquals(inside, Interval.upTo(FIVE.negate(), included).contains(Quantity.of(value).negate()));
    }

    @Test
    void anOpenEndLiesInsideAClosedOneAndNotTheOtherWayRound() {
        assertTrue(Interval.from(FIVE, true).containsAll(Interval.from(FIVE, false)));
        assertFalse(Interval.from(FIVE, false).containsAll(Interval.from(FIVE, true)));
        assertTrue(Interval.upTo(FIVE, true).containsAll(Interval.upTo(FIVE, false)));
        assertFalse(Interval.upTo(FIVE, false).containsAll(Interval.upTo(FIVE, true)));
        assertFalse(Interval.between(FIVE, NINE).containsAll(Interval.from(FIVE, true)));
        assertTrue(Interval.from(FIVE, true).containsAll(Interval.between(FIVE, NINE)));
    }

    @Test
    void intervalsThatOnlyTouchMissEachOtherUnlessBothIncludeThePoint() {
        assertFalse(Interval.from(FIVE, true).misses(Interval.upTo(FIVE, true)));
        assertTrue(Interval.from(FIVE, false).misses(Interval.upTo(FIVE, true)));
        assertTrue(Interval.from(FIVE, true).misses(Interval.upTo(FIVE, false)));
        assertFalse(Interval.from(FIVE, true).misses(Interval.from(NINE, true)));
    }

    @Test
    void whatTwoIntervalsShareHasTheTighterEnds() {
        assertEquals(Interval.between(FIVE, NINE), Interval.from(FIVE, true).and(Interval.upTo(NINE, true)));
        assertEquals(Interval.from(NINE, true), Interval.from(FIVE, false).and(Interval.from(NINE, true)));
        assertEquals(Interval.from(FIVE, false), Interval.from(FIVE, true).and(Interval.from(FIVE, false)));
        assertTrue(Interval.only(FIVE).and(Interval.only(NINE)).misses(Interval.from(FIVE, true)), "they share nothing");
    }

    @Test
    void betterIsStrictAndNeitherWayMeansNothingIsBetter() {
        assertEquals(Optional.of(Interval.from(FIVE, false)), Interval.betterThan(FIVE, Direction.HIGHER));
        assertEquals(Optional.of(Interval.upTo(FIVE, false)), Interval.betterThan(FIVE, Direction.LOWER));
        assertEquals(Optional.empty(), Interval.betterThan(FIVE, Direction.NONE));
        assertEquals(Interval.only(FIVE), Interval.notWorseThan(FIVE, Direction.NONE));
    }

    @ParameterizedTest(name = "{0} allows 5: {1}, 5.01: {2}, 4.99: {3}")
    @CsvSource({ "5, true, false, false", "5以上, true, true, false", "超过5, false, true, false", "5以内, true, false, true",
            "不满5, false, false, true" })
    void aReportedFigureAllowsWhatItsWordsInclude(String printed, boolean five, boolean more, boolean less) {
        Interval allowed = Interval.allowedBy(Given.figure(printed)).orElseThrow();
        assertEquals(five, allowed.contains(FIVE));
        assertEquals(more, allowed.contains(Quantity.of("5.01")));
        assertEquals(less, allowed.contains(Quantity.of("4.99")));
    }

    @Test
    void aboutAbsentAndWordsAllowNothingThatCouldBeCompared() {
        assertEquals(Optional.empty(), Interval.allowedBy(Given.figure("约3.19")));
        assertEquals(Optional.empty(), Interval.allowedBy(Given.figure("———")));
        assertEquals(Optional.empty(), Interval.allowedBy(Given.figure("达到国家目标要求")));
    }
}
