package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.duibiao.core.Language;
import io.duibiao.core.Outcome;
import io.duibiao.core.Period;

class StretchTest {

    private static final int MOST_HEIGHT = 540;

    @ParameterizedTest(name = "{0} rows, {1} at most")
    @CsvSource({ "21, 10, 7 7 7", "21, 20, 10 11", "21, 21, 21", "3, 1, 1 1 1", "0, 5, 0" })
    void rowsAreSharedOutEvenly(int all, int most, String rows) {
        List<Stretch> parts = Stretch.parts(all, most);
        assertEquals(rows, String.join(" ", parts.stream().map(part -> String.valueOf(part.rows())).toList()));
        List<Integer> numbers = IntStream.range(0, all).boxed().toList();
        assertEquals(numbers, parts.stream().flatMap(part -> part.of(numbers, 0).stream()).toList());
    }

    @Test
    void aChartTooHighForOnePictureShowsEveryRowOnFurtherOnesAndSaysWhich() {
        Chart chart = Samples.bullets(Samples.verdicts(Samples.table1(), Period.year(2020)));
        Look look = new Look(Language.EN, Theme.LIGHT, new Canvas(1120, OptionalInt.empty(), 1));
        List<Picture> pictures = Picture.spread(chart, look, MOST_HEIGHT);
        assertTrue(pictures.size() > 1 && pictures.stream().allMatch(picture -> picture.height() <= MOST_HEIGHT));
        List<List<String>> words = pictures.stream().map(Apart::words).toList();
        assertTrue(words.get(0).stream().anyMatch(line -> line.matches("Rows 1 to \\d+ of 21\\.")), words.get(0).toString());
        assertTrue(words.stream().noneMatch(lines -> lines.stream().anyMatch(line -> line.contains("more do not fit"))));
        List<String> outcomes = Stream.of(Outcome.values()).map(outcome -> outcome.label().en()).toList();
        assertEquals(21, words.stream().flatMap(List::stream).filter(outcomes::contains).count(), words.toString());
    }

    @Test
    void aChartThatFitsIsOnePictureAndSaysNothingOfRows() {
        Chart chart = Samples.bullets(Samples.verdicts(Samples.table1().subList(0, 4), Period.year(2020)));
        List<Picture> pictures = Picture.spread(chart,
                new Look(Language.EN, Theme.LIGHT, new Canvas(1120, OptionalInt.empty(), 1)), MOST_HEIGHT);
        assertEquals(1, pictures.size());
        assertTrue(Apart.words(pictures.get(0)).stream().noneMatch(line -> line.startsWith("Rows ")));
    }
}
