package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The phrases of the plans that come with the service. */
class SeedPhrasesTest {

    @Test
    void everyPrintedTargetIsRead() {
        var indicators = rows("indicators.csv").stream()
                .collect(Collectors.toMap(row -> row.get("code"), Function.identity()));
        List<String> unreadable = new ArrayList<>();
        List<CSVRecord> targets = rows("targets.csv");
        for (CSVRecord target : targets) {
            CSVRecord indicator = Objects.requireNonNull(indicators.get(target.get("indicator")));
            String phrase = target.get(target.get("read_as").isEmpty() ? "printed" : "read_as");
            try {
                Phrases.parse(phrase, Direction.valueOf(indicator.get("direction")), Kind.valueOf(indicator.get("kind")));
            } catch (UnreadablePhrase e) {
                unreadable.add(target.get("id") + " " + phrase + ": " + e.part() + " " + e.why().zh());
            }
        }
        assertFalse(targets.isEmpty());
        assertEquals(List.of(), unreadable);
    }

    @Test
    void everyPrintedFigureIsRead() {
        rows("targets.csv").stream().map(row -> row.get("baseline")).filter(printed -> !printed.isEmpty())
                .forEach(Figures::parse);
    }

    private static List<CSVRecord> rows(String table) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(Path.of("seed-data", table), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
