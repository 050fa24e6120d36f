package io.duibiao.plan;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import io.duibiao.core.Citation;
import io.duibiao.core.Figure;
import io.duibiao.core.NotAPeriod;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Text;

/** A seed table whose rows are read cell by cell; what cannot be read is a fault of the {@link Seed}. */
public final class SeedTable {

    private static final CSVFormat FORM = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final Seed seed;
    private final String file;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private SeedTable(Seed seed, String file, List<String> columns) {
        this.seed = seed;
        this.file = file;
        this.columns = columns;
    }

    static SeedTable read(Seed seed, String file, byte[] bytes, List<String> columns) {
        SeedTable table = new SeedTable(seed, file, columns);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            table.fill(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            table.fault(1, "", "", new Text("不是 UTF-8 编码", "not in UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void fill(String text) throws IOException {
        long line = 1;
        try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(FORM).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = records.hasNext() ? records.next().toList() : List.of();
            if (!header.equals(columns)) {
                fault(1, "", "", Text.of("表头应为 {0}，实为 {1}", "the header should be {0} and is {1}",
                        String.join(",", columns), String.join(",", header)));
                return;
            }
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord cells = records.next();
                if (cells.size() == columns.size()) {
                    rows.add(new Row(line, cells.toList()));
                } else {
                    fault(line, "", "", Text.of("应有 {0} 列，实有 {1} 列", "{0} cells expected, {1} found", columns.size(),
                            cells.size()));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            fault(line, "", "", new Text("CSV 引号不配对", "a quoted cell is not well formed"));
        }
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /**
     * What the reading makes of the rows that have the same key. An entry that is printed at several places has a row for each,
     * which differ in their citation only. Every row is read, and only rows without a fault of their own are compared.
     */
    public <T> List<T> cited(List<String> key, List<String> same, Map<String, Optional<Plan>> plans,
            BiFunction<Row, List<Citation>, T> reading) {
        Map<List<String>, List<Row>> rowsOf = new LinkedHashMap<>();
        rows.forEach(row -> rowsOf.computeIfAbsent(row.cells(key), cells -> new ArrayList<>()).add(row));
        List<T> entries = new ArrayList<>();
        for (List<Row> entry : rowsOf.values()) {
            List<Citation> citations = entry.stream().flatMap(row -> row.read(cited -> cited.citation(plans)).stream())
                    .toList();
            List<Row> sound = entry.stream().filter(row -> row.read(each -> reading.apply(each, citations)).isPresent())
                    .toList();
            sound.stream().skip(1).forEach(row -> row.agreesWith(sound.get(0), key, same));
            sound.stream().limit(1).map(row -> reading.apply(row, citations)).forEach(entries::add);
        }
        return entries;
    }

    private void fault(long line, String column, String value, Text why) {
        seed.fault(new Seed.Fault(file, line, column, value, why));
    }

    /**
     * One row. A getter that cannot read its cell records the fault and returns something harmless, so that the rest is read
     * too.
     */
    public final class Row {

        private final long line;
        private final List<String> cells;
        private boolean faulty;

        private Row(long line, List<String> cells) {
            this.line = line;
            this.cells = cells;
        }

        /** What the reading makes of the row; empty when any cell of it is at fault. */
        public <T> Optional<T> read(Function<Row, T> reading) {
            T content = reading.apply(this);
            return faulty ? Optional.empty() : Optional.of(content);
        }

        boolean sound() {
            return !faulty;
        }

        /** Records a fault of one cell. */
        public void fault(String column, Text why) {
            faulty = true;
            SeedTable.this.fault(line, column, cell(column), why);
        }

        private String cell(String column) {
            return cells.get(columns.indexOf(column));
        }

        /** A cell that may be empty. */
        public Optional<String> optional(String column) {
            String cell = cell(column).strip();
            if (!cell.equals(cell(column))) {
                fault(column, new Text("首尾有空白", "begins or ends with white space"));
            }
            return Optional.of(cell).filter(words -> !words.isEmpty());
        }

        /** A cell that may not be empty. */
        public String text(String column) {
            return optional(column).orElseGet(() -> {
                fault(column, new Text("不能为空", "may not be empty"));
                return "";
            });
        }

        /** A name in both languages, in the columns {@code column_zh} and {@code column_en}. */
        public Text bilingual(String column) {
            return new Text(text(column + "_zh"), text(column + "_en"));
        }

        public <E extends Enum<E>> E choice(String column, Class<E> type) {
            return choice(column, type, text(column));
        }

        public <E extends Enum<E>> E choice(String column, Class<E> type, E absent) {
            return choice(column, type, optional(column).orElse(absent.name()));
        }

        <E extends Enum<E>> E choice(String column, Class<E> type, String name) {
            E[] choices = type.getEnumConstants();
            return Stream.of(choices).filter(choice -> choice.name().equals(name)).findFirst().orElseGet(() -> {
                if (!name.isEmpty()) {
                    fault(column, Text.of("应为 {0} 之一", "should be one of {0}", List.of(choices)));
                }
                return choices[0];
            });
        }

        /** {@code true} or {@code false}; empty is {@code false}. */
        public boolean flag(String column) {
            String word = optional(column).orElse("false");
            if (!word.equals("true") && !word.equals("false")) {
                fault(column, new Text("应为 true 或 false", "should be true or false"));
            }
            return word.equals("true");
        }

        public int integer(String column) {
            return integer(column, text(column)).orElse(0);
        }

        public Optional<Integer> optionalInteger(String column) {
            return optional(column).flatMap(word -> integer(column, word));
        }

        private Optional<Integer> integer(String column, String word) {
            if (word.matches("\\d{1,9}")) {
                return Optional.of(Integer.valueOf(word));
            }
            if (!word.isEmpty()) {
                fault(column, new Text("应为非负整数", "should be a whole number"));
            }
            return Optional.empty();
        }

        /** A date as in ISO 8601. */
        public Optional<LocalDate> date(String column) {
            return optional(column).flatMap(word -> {
                try {
                    return Optional.of(LocalDate.parse(word));
                } catch (DateTimeParseException e) {
                    fault(column, new Text("应为日期，如 2025-12-31", "should be a date such as 2025-12-31"));
                    return Optional.empty();
                }
            });
        }

        /** A period in one of the SDMX forms. */
        public Period period(String column) {
            return text(column).isEmpty() ? Period.year(2000) : optionalPeriod(column).orElse(Period.year(2000));
        }

        public Optional<Period> optionalPeriod(String column) {
            return optional(column).flatMap(word -> {
                try {
                    return Optional.of(Period.of(word));
                } catch (NotAPeriod e) {
                    fault(column, new Text("应为时期，如 2020、2020-Q3、2020-09", "should be a period such as 2020, 2020-Q3, 2020-09"));
                    return Optional.empty();
                }
            });
        }

        /** A figure as printed: a number, a bound, a dash or words. */
        public Figure figure(String column) {
            return Draft.figure(text(column), why -> fault(column, why));
        }

        /** What the code in a cell stands for; a code that is not among the keys is a fault. */
        public <T> Optional<T> known(String column, Map<String, Optional<T>> entries) {
            String code = text(column);
            return code.isEmpty() ? Optional.empty() : known(column, code, entries);
        }

        <T> Optional<T> known(String column, String code, Map<String, Optional<T>> entries) {
            if (!entries.containsKey(code) && !seed.isSpoiled(code)) {
                fault(column, Text.of("没有代码 {0}", "there is no code {0}", code));
            }
            Optional<T> entry = entries.getOrDefault(code, Optional.empty());
            faulty |= entry.isEmpty();
            return entry;
        }

        /** The document is named by the code of its plan; a citation names it by its title. */
        public Citation citation(Map<String, Optional<Plan>> plans) {
            return new Citation(known("document", plans).map(Plan::document).orElse(""), text("section"), text("quote"));
        }

        private List<String> cells(List<String> some) {
            return some.stream().map(this::cell).toList();
        }

        private void agreesWith(Row first, List<String> key, List<String> same) {
            String differing = same.stream().filter(column -> !cell(column).equals(first.cell(column)))
                    .map(column -> column + " “" + cell(column) + "”/“" + first.cell(column) + "”")
                    .collect(Collectors.joining(", "));
            if (!differing.isEmpty()) {
                String code = cells(key).stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" "));
                SeedTable.this.fault(line, "", "", Text.of("与第 {0} 行同为 {1}，内容不一致：{2}",
                        "line {0} has the same {1} and says something else: {2}", first.line, code, differing));
            }
        }
    }
}
