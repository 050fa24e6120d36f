package io.duibiao.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.duibiao.core.Formula;

class CitationTest {

    private static final Path TABLES = Path.of("seed-data");
    private static final Path DOCUMENTS = Path.of("../shared/seeds");
    private static final Map<String, String> FILE_OF_DOCUMENT = Map.of("nm-battle-2020", "000", "nm-eep-14", "001",
            "wuhai-2020",
            "002", "nm-water-2015", "003", "zhenglan-air-2020", "004", "zhenglan-water-2020", "004", "zhenglan-soil-2020",
            "004");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\uFEFF]+");
    private static final Set<String> CITATION = Set.of("document", "section", "quote");

    private final JsonNode description = describe();
    private final Map<String, List<CSVRecord>> tables = tables();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyQuoteIsFoundInItsDocumentWhenTheDocumentsAreAtHand() {
        assumeTrue(Files.isDirectory(DOCUMENTS), "the source documents are not at hand: no folder ../shared/seeds");
        Map<String, String> texts = new HashMap<>();
        everyRow((table, row) -> {
            boolean ours = row.isMapped("quote") && !row.get("document").startsWith("《");
            if (ours) {
                String text = texts.computeIfAbsent(FILE_OF_DOCUMENT.getOrDefault(row.get("document"), "no file"),
                        CitationTest::textOf);
                if (!text.contains(bare(row.get("quote")))) {
                    fault(table, row, "quote", "not found in the document");
                }
            }
        });
        assertNoFaults();
    }

    @Test
    void theColumnsOfEveryTableAreThoseOfTheDataPackage() {
        for (JsonNode resource : description.get("resources")) {
            List<String> fields = new ArrayList<>();
            resource.at("/schema/fields").forEach(field -> fields.add(field.get("name").asText()));
            assertEquals(fields, header(resource.get("name").asText()));
        }
    }

    @Test
    void everyCellKeepsTheTypeAndTheConstraintsOfItsField() {
        for (JsonNode resource : description.get("resources")) {
            for (JsonNode field : resource.at("/schema/fields")) {
                checkColumn(resource.get("name").asText(), field);
            }
        }
        assertNoFaults();
    }

    @Test
    void everyPrimaryKeyIsUnique() {
        for (JsonNode resource : description.get("resources")) {
            Set<List<String>> keys = new HashSet<>();
            for (CSVRecord row : tables.getOrDefault(resource.get("name").asText(), List.of())) {
                List<String> key = names(resource.at("/schema/primaryKey")).stream().map(row::get).toList();
                if (!keys.add(key)) {
                    fault(resource.get("name").asText(), row, "primary key", "repeated: " + key);
                }
            }
        }
        assertNoFaults();
    }

    @Test
    void everyForeignKeyLeadsToARow() {
        for (JsonNode resource : description.get("resources")) {
            String table = resource.get("name").asText();
            for (JsonNode key : resource.at("/schema/foreignKeys")) {
                String other = key.at("/reference/resource").asText();
                Set<String> there = column(other.isEmpty() ? table : other, key.at("/reference/fields").asText());
                String name = key.get("fields").asText();
                refer(table, name, there, row -> row.get(name).isEmpty() ? Stream.empty() : Stream.of(row.get(name)));
            }
        }
        Set<String> places = new HashSet<>(column("regions", "code"));
        refer("groups", "members", Set.copyOf(places),
                row -> Stream.of(row.get("members").split(" ")).filter(code -> !code.isEmpty()));
        places.addAll(column("groups", "code"));
        refer("values", "region", places, row -> Stream.of(row.get("region")));
        refer("schemes", "indicators", column("indicators", "code"),
                row -> Stream.of(row.get("indicators").split(" ")).filter(code -> !code.isEmpty()));
        for (String formula : List.of("aggregation", "derived")) {
            refer("indicators", formula, column("indicators", "code"), row -> Formula.of(row.get(formula)).from().stream());
        }
        assertNoFaults();
    }

    @Test
    void aRepeatedTargetOrValueDiffersOnlyInItsCitation() {
        Map<String, List<String>> keys = Map.of("targets", List.of("id"), "values",
                List.of("indicator", "region", "scope", "period", "basis", "base_year"));
        keys.forEach((table, key) -> {
            Map<List<String>, Map<String, String>> first = new HashMap<>();
            for (CSVRecord row : tables.getOrDefault(table, List.of())) {
                Map<String, String> cells = new LinkedHashMap<>(row.toMap());
                cells.keySet().removeAll(CITATION);
                if (!cells.equals(first.computeIfAbsent(key.stream().map(row::get).toList(), k -> cells))) {
                    fault(table, row, key.get(0), "differs from its first row in more than the citation");
                }
            }
        });
        assertNoFaults();
    }

    @Test
    void everyTargetStandsForOnePlaceAndEveryReadingIsExplained() {
        for (CSVRecord row : tables.getOrDefault("targets", List.of())) {
            if (row.get("region").isEmpty() == row.get("group").isEmpty()) {
                fault("targets", row, "region", "a target has either a region or a group");
            }
            if (!row.get("id").startsWith(row.get("plan") + ".")) {
                fault("targets", row, "id", "does not begin with its plan");
            }
            if (row.get("note").isEmpty() && !(row.get("read_as").isEmpty() && row.get("base_year").isEmpty())) {
                fault("targets", row, "note", "a reading or an assumed base year has no reason");
            }
        }
        assertNoFaults();
    }

    private void checkColumn(String table, JsonNode field) {
        String name = field.get("name").asText();
        JsonNode constraints = field.path("constraints");
        Pattern pattern = Pattern.compile(constraints.path("pattern").asText(".*"));
        List<String> allowed = names(constraints.path("enum"));
        Set<String> seen = new HashSet<>();
        for (CSVRecord row : tables.getOrDefault(table, List.of())) {
            String cell = row.get(name);
            if (cell.isEmpty()) {
                if (constraints.path("required").asBoolean()) {
                    fault(table, row, name, "empty");
                }
                continue;
            }
            boolean inBounds = !field.get("type").asText().equals("integer") || cell.matches("[0-9]{1,9}")
                    && Integer.parseInt(cell) >= constraints.path("minimum").asInt(0)
                    && Integer.parseInt(cell) <= constraints.path("maximum").asInt(Integer.MAX_VALUE);
            if (!isOfType(field.get("type").asText(), cell) || !inBounds || !pattern.matcher(cell).matches()
                    || !allowed.isEmpty() && !allowed.contains(cell)
                    || constraints.path("unique").asBoolean() && !seen.add(cell)) {
                fault(table, row, name, "not as described: " + cell);
            }
        }
    }

    private static boolean isOfType(String type, String cell) {
        return switch (type) {
            case "string" -> true;
            case "integer" -> cell.matches("-?[0-9]+");
            case "boolean" -> cell.equals("true") || cell.equals("false");
            case "date" -> isDate(cell);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static boolean isDate(String cell) {
        try {
            LocalDate.parse(cell);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private interface CodesOf {
        Stream<String> in(CSVRecord row);
    }

    private void refer(String table, String column, Set<String> there, CodesOf codes) {
        for (CSVRecord row : tables.getOrDefault(table, List.of())) {
            codes.in(row).filter(code -> !there.contains(code)).forEach(code -> fault(table, row, column, "unknown: " + code));
        }
    }

    private interface RowCheck {
        void check(String table, CSVRecord row);
    }

    private void everyRow(RowCheck check) {
        tables.forEach((table, rows) -> rows.forEach(row -> check.check(table, row)));
    }

    private Set<String> column(String table, String name) {
        Set<String> cells = new HashSet<>();
        tables.getOrDefault(table, List.of()).forEach(row -> cells.add(row.get(name)));
        return cells;
    }

    private void fault(String table, CSVRecord row, String column, String what) {
        faults.add(table + ".csv row " + row.getRecordNumber() + ", " + column + ": " + what + " " + row.toList());
    }

    private void assertNoFaults() {
        assertEquals("", String.join("\n", faults));
    }

    private Map<String, List<CSVRecord>> tables() {
        Map<String, List<CSVRecord>> read = new LinkedHashMap<>();
        for (JsonNode resource : description.get("resources")) {
            read.put(resource.get("name").asText(), open(resource.get("name").asText()).getRecords());
        }
        return read;
    }

    private static List<String> header(String table) {
        return open(table).getHeaderNames();
    }

    private static CSVParser open(String table) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try {
            return CSVParser.parse(strictly(TABLES.resolve(table + ".csv")), format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode describe() {
        try {
            return new ObjectMapper().readTree(strictly(TABLES.resolve("datapackage.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String strictly(Path file) throws IOException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
    }

    private static String textOf(String prefix) {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(prefix + "_")).findFirst().orElseThrow();
            return bare(strictly(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bare(String text) {
        return WHITE_SPACE.matcher(text).replaceAll("");
    }

    private static List<String> names(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        List<String> names = new ArrayList<>();
        node.forEach(name -> names.add(name.asText()));
        return names;
    }
}
