package io.duibiao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.duibiao.core.Citation;
import io.duibiao.core.Direction;
import io.duibiao.core.Kind;
import io.duibiao.core.Phrases;
import io.duibiao.core.Resolution;
import io.duibiao.core.Rule;

class BodyTest {

    @Test
    void aToleranceWithMoreDecimalsThanAFigureMayHaveIsKeptAndReadAgain() {
        List<Rule> rules = Phrases.parse("70.7123%左右", Direction.HIGHER, Kind.LEVEL);
        Resolution resolution = new Resolution("x.1", "70.7123%左右", rules.get(0), LocalDate.of(2024, 5, 14), "x",
                Optional.empty(), new Citation("d", "s", "q"));
        assertEquals(resolution, Body.read(Body.of(resolution), Resolution.class));
    }
}
