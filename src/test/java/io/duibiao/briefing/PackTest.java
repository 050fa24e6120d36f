package io.duibiao.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackTest {

    @ParameterizedTest(name = "{0} rows")
    @CsvSource({ "5, 1 2 5 5 5", "3, 3 3 3", "2, 2 2", "1, 1" })
    void theLastThreeRowsOfATableStandTogether(int many, String ends) {
        Pack.Table table = new Pack.Table(List.of("序号"), List.of(100), Collections.nCopies(many, List.of("1")));
        assertEquals(ends, IntStream.range(0, many).map(table::together).mapToObj(String::valueOf)
                .collect(Collectors.joining(" ")));
    }
}
