package io.duibiao.measurement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Indicator;
import io.duibiao.core.Measurement;
import io.duibiao.core.NotAQuantity;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Status;
import io.duibiao.core.Text;
import io.duibiao.plan.Names;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.duibiao.web.Characters;
import io.duibiao.web.CsvLine;
import io.duibiao.web.Units;

/** Makes values of the lines of a sheet. What it reads again and again it remembers. */
final class LineReader {

    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1000;
    private static final Pattern NUMBER = Pattern.compile("(?<number>[+-]?[0-9][0-9,]*(\\.[0-9]+)?)(?<unit>\\D.*)?");
    private static final Pattern BASE_YEAR = Pattern.compile("(?<year>(19|20|21)\\d{2})(\\.0+)?年?");
    private static final Pattern PLAIN_YEAR = Pattern.compile("(?<year>\\d{4})(\\.0+)?年?");

    /**
     * What a line holds.
     *
     * @param values how many cells have a value
     * @param drafts those that could be read
     * @param faults of those that could not; more are found later
     */
    record Read(Sheet.Line line, int values, List<Draft> drafts, List<Problem.Fault> faults) {
    }

    /** Why a cell cannot be read. */
    private static final class Unread extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem.Fault fault;

        Unread(Problem.Fault fault) {
            super(fault.code(), null, false, false);
            this.fault = fault;
        }
    }

    private final Catalogue catalogue;
    private final Layout layout;
    private final Names indicators;
    private final Names places;
    private final Given given;
    private final Understood understood;

    private final Map<String, List<String>> indicatorCodes = new HashMap<>();
    private final Map<String, List<String>> placeCodes = new HashMap<>();
    private final Map<String, Optional<Period>> periods = new HashMap<>();
    private final Map<String, Text> guesses = new HashMap<>();

    LineReader(Catalogue catalogue, Layout layout, Names indicators, Given given, Understood understood) {
        this.catalogue = catalogue;
        this.layout = layout;
        this.indicators = indicators;
        this.places = Names.ofPlaces(catalogue);
        this.given = given;
        this.understood = understood;
    }

    /** What the cells of a line say of each of its values. */
    private record Common(String region, Period period, Optional<String> scope, Optional<String> basis,
            Optional<Integer> baseYear, Optional<Status> status, Optional<String> unit, Optional<String> source,
            Optional<String> note, Optional<String> reason) {
    }

    Read read(Sheet.Line line) {
        List<Integer> cells = values(line);
        Read read = new Read(line, cells.size(), new ArrayList<>(), new ArrayList<>());
        if (cells.isEmpty()) {
            return read;
        }
        Optional<Common> common = attempt(read, () -> common(line));
        if (common.isPresent()) {
            for (int index : cells) {
                attempt(read, () -> draft(line, index, common.get())).ifPresent(read.drafts()::add);
            }
        }
        return read;
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> Optional<T> attempt(Read read, Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (Unread unread) {
            read.faults().add(unread.fault);
            return Optional.empty();
        }
    }

    /** A cell without a value sends nothing. */
    private List<Integer> values(Sheet.Line line) {
        Stream<Integer> columns = layout.columns().isEmpty() ? layout.index(Field.VALUE).stream().boxed()
                : layout.columns().keySet().stream();
        return columns.filter(index -> !line.cell(index).isBlank()).toList();
    }

    private Common common(Sheet.Line line) {
        OptionalInt nameless = layout.nameless(line);
        if (nameless.isPresent()) {
            throw unread(line, nameless.getAsInt(), "NAMELESS_COLUMN",
                    new Text("该列没有列名；请补上列名或清空", "The column has no name: name it, or empty it"));
        }
        return new Common(region(line), period(line), text(line, Field.SCOPE, LONGEST_NAME),
                text(line, Field.BASIS, LONGEST_NAME), baseYear(line), status(line), text(line, Field.UNIT, LONGEST_NAME),
                text(line, Field.SOURCE, LONGEST_TEXT).or(given::source), text(line, Field.NOTE, LONGEST_TEXT),
                text(line, Field.REASON, LONGEST_TEXT).or(given::reason));
    }

    private String region(Sheet.Line line) {
        String sent = sent(line, Field.REGION);
        return sent.isEmpty() && given.region().isPresent() ? given.region().get()
                : code(line, Field.REGION, sent, placeCodes, places, "UNKNOWN_REGION", new Text("地区", "region"),
                        code -> catalogue.placeName(code).orElseThrow());
    }

    private Indicator indicator(Sheet.Line line, int index) {
        return Optional.ofNullable(layout.columns().get(index))
                .orElseGet(() -> indicator(code(line, Field.INDICATOR, sent(line, Field.INDICATOR), indicatorCodes, indicators,
                        "UNKNOWN_INDICATOR", new Text("指标", "indicator"), code -> indicator(code).name())));
    }

    private Indicator indicator(String code) {
        return catalogue.indicator(code).orElseThrow();
    }

    private String code(Sheet.Line line, Field field, String sent, Map<String, List<String>> known, Names names, String fault,
            Text noun, Function<String, Text> name) {
        int index = layout.index(field).orElse(0);
        List<String> codes = remembered(known, sent, names::codes);
        if (codes.size() == 1) {
            understood.note(line.at(index), sent, codes.get(0));
            return codes.get(0);
        }
        if (codes.size() > 1) {
            throw unread(line, index, "AMBIGUOUS_" + field, Text.of("“{0}”可指多个{1}：{2}；请写代码",
                    "{0} may be one {1} of {2}: write the code", sent, noun, String.join(", ", codes)));
        }
        if (sent.isEmpty()) {
            throw unread(line, index, "MISSING", Text.of("未填{0}", "The {0} is missing", noun));
        }
        throw unread(line, index, fault, Text.of("没有该{0}：{1}{2}", "no such {0}: {1}{2}", noun, Problem.Fault.visible(sent),
                remembered(guesses, field + sent, words -> meant(sent, names, name))));
    }

    private static Text meant(String sent, Names names, Function<String, Text> name) {
        String text = Characters.name(sent);
        int bracket = text.indexOf('(');
        List<String> bare = bracket < 1 ? List.of() : names.codes(text.substring(0, bracket));
        if (bare.size() == 1) {
            return Text.of("；请写 {0}，括号中的内容写在“口径”、“范围”或“基期”列",
                    "; write {0}, and what stands in brackets in the column basis, scope or baseYear",
                    name.apply(bare.get(0)));
        }
        List<Text> near = names.nearest(sent).stream().map(name).toList();
        return near.isEmpty() ? new Text("；请用代码、全称或简称", "; use its code, full or short name")
                : new Text("；是否指 " + near.stream().map(Text::zh).collect(Collectors.joining("、")),
                        "; did you mean " + near.stream().map(one -> one.zh() + " (" + one.en() + ")")
                                .collect(Collectors.joining(", ")));
    }

    private static <T> T remembered(Map<String, T> known, String sent, Function<String, T> reading) {
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(sent, reading);
    }

    private Period period(Sheet.Line line) {
        String sent = sent(line, Field.PERIOD);
        String year = sent(line, Field.YEAR);
        if (sent.isEmpty() && year.isEmpty() && given.period().isPresent()) {
            return given.period().get();
        }
        int index = layout.index(sent.isEmpty() ? Field.YEAR : Field.PERIOD).orElseGet(() -> layout.index(Field.PERIOD)
                .orElse(0));
        if (sent.isEmpty() && year.isEmpty()) {
            throw unread(line, index, "MISSING", new Text("未填时期", "The period is missing"));
        }
        String words = year.isEmpty() ? sent : ofYear(year, sent);
        Period period = remembered(periods, words, PeriodWords::read)
                .orElseThrow(() -> unread(line, index, "NOT_A_PERIOD", new Text(
                        "读不懂这个时期；可写 2023、2023年三季度、2023年上半年、2023年1-9月 或 2023年9月",
                        "Not a period; write 2023, 2023-Q3, 2023-S1, 2023-01/2023-09 or 2023-09")));
        understood.note(line.at(index), words, period.toString());
        return period;
    }

    /** 2023 and 三季度 are 2023年三季度; a period that names its year itself stays as it is. */
    private static String ofYear(String year, String period) {
        Matcher digits = PLAIN_YEAR.matcher(Characters.name(year));
        if (!digits.matches()) {
            return year + period;
        }
        return digits.group("year") + "年" + (period.startsWith(digits.group("year")) ? period.substring(4) : period);
    }

    private Optional<Integer> baseYear(Sheet.Line line) {
        String sent = sent(line, Field.BASE_YEAR);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Matcher year = BASE_YEAR.matcher(Characters.name(sent));
        if (!year.matches()) {
            throw unread(line, layout.index(Field.BASE_YEAR).orElse(0), "NOT_A_YEAR",
                    new Text("基期应为年份，如 2020", "The base year is a year such as 2020"));
        }
        understood.note(line.at(layout.index(Field.BASE_YEAR).orElse(0)), sent, year.group("year"));
        return Optional.of(Integer.valueOf(year.group("year")));
    }

    private Optional<Status> status(Sheet.Line line) {
        String sent = Characters.name(sent(line, Field.STATUS));
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        for (Status status : Status.values()) {
            if (sent.equals(status.name()) || sent.equals(status.label().zh()) || sent.equals(status.label().en())) {
                understood.note(line.at(layout.index(Field.STATUS).orElse(0)), sent, status.name());
                return Optional.of(status);
            }
        }
        throw unread(line, layout.index(Field.STATUS).orElse(0), "BAD_VALUE",
                new Text("状态须为 PROVISIONAL（快报）或 FINAL（核定），留空为快报",
                        "The status is PROVISIONAL or FINAL; left empty it is PROVISIONAL"));
    }

    private Optional<String> text(Sheet.Line line, Field field, int longest) {
        String sent = sent(line, field);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        int index = layout.index(field).orElse(0);
        if (sent.length() > longest) {
            throw unread(line, index, "TOO_LONG", Text.of("最多 {0} 个字符", "At most {0} characters", longest));
        }
        try {
            return Optional.of(Characters.checked(field.code(), sent));
        } catch (ProblemException bad) {
            Problem.Fault fault = bad.problem().faults().get(0);
            throw unread(line, index, fault.code(), fault.message());
        }
    }

    private Draft draft(Sheet.Line line, int index, Common common) {
        Indicator indicator = indicator(line, index);
        String sent = CsvLine.unprefixed(line.cell(index)).strip();
        String text = Characters.name(sent).replace('−', '-');
        Matcher number = NUMBER.matcher(text);
        Optional<String> unit = number.matches() ? Optional.ofNullable(number.group("unit")).map(String::strip)
                : Optional.empty();
        boolean comparable = unit.map(own -> Units.same(own, indicator.unit())
                || Units.times(own, indicator.unit()).isPresent() || own.equals("%")).orElse(true);
        if (text.startsWith("=")) {
            throw unread(line, index, "FORMULA", new Text("公式没有计算结果；请用电子表格软件打开并保存后再发送，或直接填写数值",
                    "A formula without its result; open the file in a spreadsheet program, save it and send that, or write the "
                            + "number"));
        }
        if (!number.matches() || !comparable) {
            throw unread(line, index, "NOT_A_NUMBER",
                    new Text("不是数值；只收确切的数，没有数据请留空", "Not a number; send an exact one, or leave the cell empty"));
        }
        try {
            Quantity value = Quantity.of(Numbers.ungrouped(number.group("number")));
            understood.note(line.at(index), sent, value.toString());
            if (common.basis().isEmpty()) {
                indicator.basis().ifPresent(own -> understood.noteBasis(line.at(index), sent, indicator.code(), own));
            }
            Optional<String> basis = common.basis().filter(name -> !indicator.basis().equals(Optional.of(name)));
            return new Draft(index, new Measurement.Key(indicator.code(), common.region(), common.scope(), common.period(),
                    basis, common.baseYear()), value, unit.or(common::unit),
                    unit.isPresent() ? index : layout.index(Field.UNIT).orElse(index), common.status(), common.source(),
                    common.note(),
                    common.reason());
        } catch (NotAQuantity e) {
            throw unread(line, index, "NUMBER_OUT_OF_RANGE", new Text("须为整数部分不超过14位、小数不超过4位的数",
                    "Must be a number of at most 14 integer digits and 4 decimals"));
        }
    }

    private String sent(Sheet.Line line, Field field) {
        return CsvLine.unprefixed(layout.cell(line, field)).strip();
    }

    /** A fault that was found in a value, at the cell that it is about. */
    Problem.Fault placed(Sheet.Line line, Draft draft, Problem.Fault fault) {
        int index = Stream.of(Field.values()).filter(field -> fault.pointer().equals(Optional.of(field.code())))
                .map(field -> field == Field.UNIT ? OptionalInt.of(draft.unitIndex()) : layout.index(field))
                .flatMapToInt(OptionalInt::stream).findFirst().orElse(draft.index());
        return fault(line, index, fault.code(), fault.message());
    }

    private static Unread unread(Sheet.Line line, int index, String code, Text message) {
        return new Unread(fault(line, index, code, message));
    }

    static Problem.Fault fault(Sheet.Line line, int index, String code, Text message) {
        Sheet.Place place = line.at(index);
        return new Problem.Fault(Optional.empty(), Optional.of(place.line()), Optional.of(place.column()), code, message,
                Optional.of(Problem.Fault.visible(line.cell(index))));
    }
}
