package io.duibiao.measurement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Language;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.Quantity;
import io.duibiao.core.Text;

/** The sheet that an office fills in: the long form, with the unit, the last value and the target beside each cell. */
final class Template {

    private static final List<Field> COLUMNS = List.of(Field.INDICATOR, Field.REGION, Field.PERIOD, Field.VALUE, Field.UNIT,
            Field.LAST, Field.TARGET, Field.SCOPE, Field.BASIS, Field.BASE_YEAR, Field.STATUS, Field.SOURCE, Field.NOTE,
            Field.REASON);
    private static final String TO_FILL = "FFF7D6";
    private static final String HEADER = "E7EDF3";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final List<Text> HOW = List.of(
            new Text("填在“填报”表的“数值”列（黄色）。没有数据的留空，留空的行不会上报。",
                    "Fill in the column “value” (yellow) of the first sheet. Leave empty what you have no figure for; such a line "
                            + "sends nothing."),
            new Text("数值按“单位”列的单位填写，只填确切的数。本期已上报的数已经填好；改动时须在“原因”列说明原因。",
                    "Give exact numbers in the unit beside the cell. What was sent for this period stands there already; where you "
                            + "change it, say why in the column “reason”."),
            new Text("“上次数值”和“目标”只供对照，上传时不读。",
                    "“lastValue” and “target” are there to compare with and are not read."),
            new Text("“口径”留空为该指标的默认口径；“状态”留空为快报，核定由审核人员作出。",
                    "An empty basis is the indicator's own. An empty status is provisional; a reviewer makes a value final."),
            new Text("填好后原样上传：POST /api/v1/measurements:import（先加 ?dryRun=true 可以只检查、不保存）。",
                    "Then send the file as it is: POST /api/v1/measurements:import (with ?dryRun=true it is only checked)."));

    private static final Text NOTHING = new Text("该规划没有为该地区或其下级设定目标，无须填报；成员未明确的区域（如某市及周边）的目标不在此列。",
            "The plan sets no target for this region or a place in it, so that there is nothing to fill in; targets of groups whose "
                    + "members the plan leaves open are not listed.");

    /**
     * A cell to fill in.
     *
     * @param printed the target, where there is one to compare with
     * @param own whether the target is the place's own and not the one above's
     */
    record Line(Indicator indicator, String place, Text placeName, Optional<String> scope, Optional<String> basis,
            Optional<Integer> baseYear,
            String printed, boolean own) {
    }

    /** A second target of the same thing asks for no second value. */
    static Predicate<Line> firstOfItsKind() {
        record Kept(String indicator, String place, Optional<String> scope, Optional<String> basis,
                Optional<Integer> baseYear) {
        }
        Set<Kept> seen = new HashSet<>();
        return line -> seen.add(new Kept(line.indicator().code(), line.place(), line.scope(), line.basis(),
                line.baseYear()));
    }

    private record Place(String indicator, String region) {
    }

    private final Plan plan;
    private final Period period;
    private final Map<Place, List<Measurement>> values;
    private final Language language;

    Template(Plan plan, Period period, List<Measurement> values, Language language) {
        this.plan = plan;
        this.period = period;
        this.values = values.stream().collect(Collectors.groupingBy(value -> new Place(value.indicator(), value.region())));
        this.language = language;
    }

    /** @param newest what the workbook calls its time, so that the same question gets the same bytes */
    byte[] written(List<Line> lines, Instant newest) {
        try {
            Path file = Files.createTempFile("template", ".xlsx");
            try {
                write(lines, file);
                return timed(file, newest);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<Line> lines, Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file); Workbook workbook = new Workbook(bytes, "Duibiao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(new Text("填报", "values").in(language));
            header(sheet);
            for (int i = 0; i < lines.size(); i++) {
                fill(sheet, i + 1, lines.get(i));
            }
            how(workbook.newWorksheet(new Text("说明", "how to").in(language)), lines.isEmpty());
        }
    }

    private void header(Worksheet sheet) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            Field field = COLUMNS.get(column);
            sheet.value(0, column, language == Language.ZH ? field.zh() : field.code());
            sheet.style(0, column).bold().fillColor(field == Field.VALUE ? TO_FILL : HEADER).set();
        }
        sheet.comment(0, COLUMNS.indexOf(Field.VALUE), HOW.get(0).in(language));
        sheet.comment(0, COLUMNS.indexOf(Field.REASON), HOW.get(1).in(language));
        sheet.freezePane(COLUMNS.indexOf(Field.VALUE), 1);
    }

    private void fill(Worksheet sheet, int row, Line line) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            String text = text(COLUMNS.get(column), line);
            if (!text.isEmpty()) {
                sheet.value(row, column, text);
            }
        }
        int column = COLUMNS.indexOf(Field.VALUE);
        standing(line).ifPresent(value -> sheet.value(row, column, value.number()));
        sheet.style(row, column).fillColor(TO_FILL).set();
    }

    private String text(Field field, Line line) {
        return switch (field) {
            case INDICATOR -> line.indicator().name().in(language);
            case REGION -> line.placeName().in(language);
            case PERIOD -> period.toString();
            case UNIT -> line.indicator().unit();
            case LAST -> last(line).map(value -> value.printed() + " (" + value.period() + ")").orElse("");
            case TARGET -> line.printed().isEmpty() || line.own() ? line.printed()
                    : line.printed() + new Text("（上级）", " (of the region above)").in(language);
            case SCOPE -> line.scope().orElse("");
            case BASIS -> line.basis().orElse("");
            case BASE_YEAR -> baseYear(line).map(String::valueOf).orElse("");
            default -> "";
        };
    }

    private Optional<Integer> baseYear(Line line) {
        return line.baseYear().filter(year -> line.indicator().kind() == Kind.CUMULATIVE_CHANGE && year <= period.year());
    }

    private boolean answers(Measurement value, Line line) {
        return value.scope().equals(line.scope()) && value.baseYear().equals(baseYear(line))
                && value.basis().or(() -> line.indicator().basis()).equals(line.basis().or(() -> line.indicator().basis()));
    }

    private Stream<Measurement> values(Line line) {
        return values.getOrDefault(new Place(line.indicator().code(), line.place()), List.of()).stream()
                .filter(value -> answers(value, line));
    }

    private Optional<Quantity> standing(Line line) {
        return values(line).filter(value -> value.period().equals(period)).findFirst()
                .flatMap(value -> value.figure().exact());
    }

    /** A year is compared with a year, and with a month only where there is no year. */
    private Optional<Measurement> last(Line line) {
        return values(line).filter(value -> value.period().end().isBefore(period.end()))
                .max(Comparator.comparing((Measurement value) -> value.period().months() == period.months())
                        .thenComparing(Measurement::period));
    }

    private void how(Worksheet sheet, boolean nothing) {
        sheet.value(0, 0, Text.of("{0}：{1}", "{0}, {1}", plan.title(), period.inWords()).in(language));
        sheet.style(0, 0).bold().set();
        if (nothing) {
            sheet.value(1, 0, NOTHING.in(language));
            return;
        }
        for (int i = 0; i < HOW.size(); i++) {
            sheet.value(i + 1, 0, (i + 1) + ". " + HOW.get(i).in(language));
        }
    }

    /** The library writes the clock's time into the file. */
    private static byte[] timed(Path workbook, Instant time) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(workbook.toFile()); ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry part : Collections.list(from.entries())) {
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                byte[] content = from.getInputStream(part).readAllBytes();
                to.write(part.getName().equals("docProps/core.xml") ? created(content, time) : content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] created(byte[] core, Instant time) {
        return new String(core, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + time.toString().replaceAll("\\.\\d+", ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
