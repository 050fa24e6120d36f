package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class LineTest {

    private static Line.Point point(int year, String value) {
        return new Line.Point(Period.year(year), Quantity.of(value));
    }

    @Test
    void aStraightLineIsContinued() {
        Verdict.Projection line = Line.through(List.of(point(2021, "2"), point(2022, "3"), point(2023, "4")), 2025)
                .orElseThrow();
        assertEquals(Quantity.of(6), line.value());
        assertEquals(List.of(Period.year(2021), Period.year(2022), Period.year(2023)), line.points());
    }

    /** 1, 2, 2 and 5 in years 0, 1, 2, 4: mean 2.5 at 1.75, slope 8.5 ÷ 8.75, so 2.5 + 3.25 × 0.9714… in year 5. */
    @Test
    void leastSquaresWeighsEveryPoint() {
        Verdict.Projection line = Line
                .through(List.of(point(2020, "1"), point(2021, "2"), point(2022, "2"), point(2024, "5")), 2025).orElseThrow();
        assertEquals(Quantity.of("2.5").plus(Quantity.of("3.25").times(Quantity.of("8.5")).dividedBy(Quantity.of("8.75"))),
                line.value());
    }

    @Test
    void oneYearMakesNoLine() {
        assertEquals(Optional.empty(), Line.through(List.of(), 2025));
        assertEquals(Optional.empty(), Line.through(List.of(point(2021, "2")), 2025));
        assertEquals(Optional.empty(), Line.through(List.of(point(2021, "2"), point(2021, "3")), 2025));
    }
}
