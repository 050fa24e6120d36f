package io.duibiao.measurement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Indicator;
import io.duibiao.core.Text;
import io.duibiao.plan.Names;
import io.duibiao.problem.Problem;
import io.duibiao.web.Characters;
import io.duibiao.web.Suggestions;
import io.duibiao.web.Units;

/**
 * What the columns of a sheet are. In the long form each line is one value, with a column for the indicator and one for the
 * value; in the wide form indicators stand side by side, and each line is a region, a period, or both.
 */
final class Layout {

    /** Offices put a title and a line of remarks above the columns. */
    private static final int MOST_TITLES = 10;
    private static final int RECOGNISED = 2;
    private static final String NOT_READ = "—";
    private static final String BETWEEN = "；";

    private final Catalogue catalogue;
    private final Names indicators;
    private final Sheet.Line header;
    /** Whether each column has a name. */
    private final boolean named;
    private final Map<Field, List<Integer>> fields = new EnumMap<>(Field.class);
    private final Map<Integer, Indicator> columns = new LinkedHashMap<>();
    private final List<Problem.Fault> faults = new ArrayList<>();

    private Layout(Catalogue catalogue, Names indicators, Sheet.Line header) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.header = header;
        this.named = header.cells().stream().noneMatch(String::isBlank);
    }

    /**
     * Reads on to the header and past it.
     *
     * @param given what the request says for every line
     */
    static Layout of(Sheet sheet, Catalogue catalogue, Names indicators, Given given, Understood understood)
            throws IOException {
        List<Sheet.Line> tried = new ArrayList<>();
        while (tried.size() < MOST_TITLES) {
            Optional<Sheet.Line> line = sheet.next();
            if (line.isEmpty()) {
                break;
            }
            Layout layout = new Layout(catalogue, indicators, line.get());
            if (layout.isHeader()) {
                tried.forEach(title -> understood.note(title.at(0), title.cell(0), NOT_READ));
                layout.read(given, understood);
                return layout;
            }
            tried.add(line.get());
        }
        if (tried.isEmpty()) {
            throw Problem.of(400, "EMPTY_BODY", new Text("文件中没有数据", "There is nothing in the file")).exception();
        }
        Layout layout = new Layout(catalogue, indicators, tried.get(0));
        layout.read(given, understood);
        return layout;
    }

    private boolean isHeader() {
        long named = header.cells().stream().filter(cell -> !cell.isBlank()).count();
        long known = header.cells().stream().filter(this::isKnown).count();
        return known > 0 && (known >= RECOGNISED || known == named);
    }

    private boolean isKnown(String cell) {
        String name = name(cell);
        return Field.named(name).isPresent() || !meant(name).codes().isEmpty();
    }

    /** A name as it stands in a narrow column, with line breaks and spaces. */
    private static String name(String cell) {
        return Characters.name(cell).replaceAll("\\s+", " ");
    }

    /** The indicators that a column may be of, and the unit that stands in brackets behind the name. */
    private record Meant(List<String> codes, Optional<String> unit) {
    }

    private Meant meant(String name) {
        List<String> whole = codes(name);
        int bracket = name.lastIndexOf('(');
        if (!whole.isEmpty() || bracket < 1 || !name.endsWith(")")) {
            return new Meant(whole, Optional.empty());
        }
        return new Meant(codes(name.substring(0, bracket)), Optional.of(name.substring(bracket + 1, name.length() - 1)));
    }

    private List<String> codes(String name) {
        List<String> codes = indicators.codes(name);
        return codes.isEmpty() ? indicators.codes(name.replace(" ", "")) : codes;
    }

    private void read(Given given, Understood understood) {
        boolean wide = Stream.of(Field.INDICATOR, Field.VALUE)
                .noneMatch(
                        field -> header.cells().stream().anyMatch(cell -> Field.named(name(cell)).equals(Optional.of(field))));
        for (int index = 0; index < header.cells().size(); index++) {
            String name = name(header.cell(index));
            Optional<Field> field = Field.named(name);
            if (field.isPresent()) {
                List<Integer> indices = fields.computeIfAbsent(field.get(), first -> new ArrayList<>());
                indices.add(index);
                if (indices.size() > 1 && !field.get().mayRepeat()) {
                    fault(index, "DUPLICATE_COLUMN", Text.of("“{0}”列重复", "The column {0} is there twice", name));
                }
                if (field.get() == Field.ASIDE) {
                    understood.note(header.at(index), name, NOT_READ);
                } else if (!name.equals(field.get().zh())) {
                    understood.note(header.at(index), name, field.get().code());
                }
            } else if (!name.isEmpty()) {
                if (wide) {
                    column(index, name, understood);
                } else {
                    other(index, name, understood);
                }
            }
        }
        if (faults.isEmpty()) {
            complete(wide, given);
        }
    }

    private void column(int index, String name, Understood understood) {
        Meant meant = meant(name);
        if (meant.codes().isEmpty()) {
            unknown(index, name, Stream.concat(nearFields(name).stream(),
                    indicators.nearest(name).stream().map(code -> named(code).name().zh())).toList());
            return;
        }
        if (meant.codes().size() > 1) {
            fault(index, "AMBIGUOUS_INDICATOR", Text.of("“{0}”可指多个指标：{1}；请写代码", "{0} may be one of {1}: write the code", name,
                    String.join(", ", meant.codes())));
            return;
        }
        Indicator indicator = named(meant.codes().get(0));
        if (columns.containsValue(indicator)) {
            fault(index, "DUPLICATE_COLUMN", Text.of("“{0}”列重复", "The column {0} is there twice", name));
        }
        meant.unit().filter(unit -> !Units.same(unit, indicator.unit())).ifPresent(unit -> fault(index, "OTHER_UNIT",
                Text.of("该指标的单位是 {0}，不是 {1}；请换算后再报", "The unit of this indicator is {0}, not {1}; convert the values",
                        indicator.unit(), unit)));
        understood.note(header.at(index), name, indicator.code());
        columns.put(index, indicator);
    }

    private Indicator named(String code) {
        return catalogue.indicator(code).orElseThrow();
    }

    /** A column beside the long form, of which offices have many, is not read unless it seems to say something of the value. */
    private void other(int index, String name, Understood understood) {
        List<String> holding = Stream.of(Field.values()).filter(Field::tellsApart)
                .filter(field -> name.contains(field.zh()) || name.toLowerCase(Locale.ROOT).contains(field.code()))
                .map(Field::zh).toList();
        List<String> indicator = meant(name).codes().isEmpty() ? List.of() : List.of(Field.VALUE.zh());
        List<String> near = Stream.of(nearFields(name), holding, indicator).flatMap(List::stream).distinct().toList();
        if (near.isEmpty()) {
            understood.note(header.at(index), name, NOT_READ);
        } else {
            unknown(index, name, near);
        }
    }

    private static List<String> nearFields(String name) {
        return Suggestions.nearest(name, Stream.of(Field.values()).filter(Field::isRead)
                .flatMap(field -> Stream.of(field.code(), field.zh())).toList());
    }

    private void unknown(int index, String name, List<String> near) {
        Text meant = near.isEmpty() ? new Text("；不需要的列请删去", "; leave out a column that is not needed")
                : Text.of("；是否指 {0}", "; did you mean {0}", String.join("、", near));
        fault(index, "UNKNOWN_COLUMN",
                Text.of("没有“{0}”这一列{1}", "There is no column {0}{1}", Problem.Fault.visible(name), meant));
    }

    private void complete(boolean wide, Given given) {
        if (wide && columns.isEmpty()) {
            missing(new Text("没有指标列：请列出“指标”和“数值”，或以指标名为列",
                    "No indicator: have columns named indicator and value, or a column for each indicator"));
        }
        if (!wide && !(fields.containsKey(Field.INDICATOR) && fields.containsKey(Field.VALUE))) {
            missing(new Text("“指标”列和“数值”列须同时有", "The columns indicator and value belong together"));
        }
        if (!fields.containsKey(Field.REGION) && given.region().isEmpty()) {
            missing(new Text("缺少“地区”列；整个文件同属一个地区的，可在地址中写 region=",
                    "The column region is missing; where all of the file is of one, say region= in the address"));
        }
        if (!fields.containsKey(Field.PERIOD) && !fields.containsKey(Field.YEAR) && given.period().isEmpty()) {
            missing(new Text("缺少“时期”列；整个文件同属一个时期的，可在地址中写 period=",
                    "The column period is missing; where all of the file is of one, say period= in the address"));
        }
    }

    private void missing(Text what) {
        fault(0, "MISSING_COLUMN", what);
    }

    private void fault(int index, String code, Text message) {
        Sheet.Place place = header.at(index);
        faults.add(new Problem.Fault(Optional.empty(), Optional.of(place.line()), Optional.of(place.column()), code, message,
                Optional.of(Problem.Fault.visible(header.cell(index)))));
    }

    /** What is wrong with the header; nothing is read below one that is wrong. */
    List<Problem.Fault> faults() {
        return faults;
    }

    /** Where the field stands, if it does. */
    OptionalInt index(Field field) {
        List<Integer> indices = indices(field);
        return indices.isEmpty() ? OptionalInt.empty() : OptionalInt.of(indices.get(0));
    }

    String cell(Sheet.Line line, Field field) {
        List<Integer> indices = indices(field);
        if (indices.size() <= 1) {
            return indices.isEmpty() ? "" : line.cell(indices.get(0));
        }
        return indices.stream().map(line::cell).filter(cell -> !cell.isBlank()).collect(Collectors.joining(BETWEEN));
    }

    private List<Integer> indices(Field field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The indicators whose values stand under an index; empty in the long form. */
    Map<Integer, Indicator> columns() {
        return columns;
    }

    /** The first cell that stands under no name. */
    OptionalInt nameless(Sheet.Line line) {
        if (named && line.cells().size() <= header.cells().size()) {
            return OptionalInt.empty();
        }
        return IntStream.range(0, line.cells().size())
                .filter(index -> header.cell(index).isBlank() && !line.cell(index).isBlank()).findFirst();
    }

    /** The columns as they were sent, without what was said of them before. */
    List<String> shown(Sheet.Line line) {
        return IntStream.range(0, header.cells().size()).filter(index -> !Field.named(name(header.cell(index)))
                .equals(Optional.of(Field.ERROR))).mapToObj(line::cell).toList();
    }

    List<String> shownHeader() {
        return shown(header);
    }
}
