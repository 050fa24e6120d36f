package io.duibiao.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.duibiao.core.Attribute;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.ComparableBases;
import io.duibiao.core.Direction;
import io.duibiao.core.Due;
import io.duibiao.core.Edition;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Period;
import io.duibiao.core.Plan;
import io.duibiao.core.PublishedPath;
import io.duibiao.core.Quantity;
import io.duibiao.core.Region;
import io.duibiao.core.Scheme;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Timing;
import io.duibiao.plan.GroupResource.GroupGiven;
import io.duibiao.plan.IndicatorResource.IndicatorGiven;
import io.duibiao.plan.PlanResource.PlanGiven;
import io.duibiao.plan.RegionResource.RegionGiven;
import io.duibiao.plan.SeedTable.Row;
import io.duibiao.plan.TargetGiven.BaselineGiven;

/** Reads the catalogue that the seed tables describe. */
final class SeedCatalogue {

    private static final Pattern POINT = Pattern.compile("(\\d{1,3}):(\\d{1,3}(?:\\.\\d{1,4})?)");
    private static final int LONGEST_CODE = 100;
    private static final List<String> CITATION = List.of("document", "section", "quote");
    private static final List<String> TARGET = List.of("id", "plan", "indicator", "scope", "region", "group", "group_mode",
            "attribute",
            "due_kind", "due", "due_assumed", "printed", "read_as", "note", "comparison", "basis", "base_year", "baseline",
            "baseline_period", "baseline_assumed", "baseline_basis", "baseline_base_year", "strive", "in_principle",
            "data_lag", "derived", "path");

    private final Seed seed;
    /** By the type of the entries. */
    private final Map<Class<?>, Map<String, ?>> contents = new HashMap<>();

    private SeedCatalogue(Seed seed) {
        this.seed = seed;
        contents.put(Plan.class, plans());
        indicators();
        regions();
        contents.put(Group.class, groups());
        contents.put(PublishedPath.class, paths());
        contents.put(ComparableBases.class, comparable());
        contents.put(Target.class, targets());
        contents.put(Scheme.class, schemes());
        // No table: which version of the method judges comes with the program.
        contents.put(Edition.class, Map.of(Edition.CODE, Optional.of(Edition.LATEST)));
    }

    /** Every entry that is not at fault, not yet recorded. */
    static List<Entry> read(Seed seed) {
        SeedCatalogue read = new SeedCatalogue(seed);
        return Stream.of(Noun.values()).flatMap(noun -> read.entries(noun, noun.type())).toList();
    }

    private <T extends Record> Stream<Entry> entries(Noun noun, Class<T> type) {
        return of(type).entrySet().stream().flatMap(entry -> entry.getValue().stream()
                .map(content -> new Entry(noun, entry.getKey(), 1, Instant.EPOCH, content)));
    }

    /** By code; empty where the row is at fault. */
    @SuppressWarnings("unchecked") // put under the type of its entries
    private <T> Map<String, Optional<T>> of(Class<T> type) {
        return (Map<String, Optional<T>>) contents.getOrDefault(type, Map.of());
    }

    /** A row of a table that is read as an entry. */
    private final class RowDraft extends Draft {

        private final Row row;
        private final String code;

        /** @param code the column that has the entry's code */
        RowDraft(Row row, String code) {
            this.row = row;
            this.code = code;
        }

        @Override
        <T extends Record> Optional<T> find(Class<T> type, String named) {
            return of(type).getOrDefault(named, Optional.empty());
        }

        @Override
        <T extends Record> Optional<T> known(Class<T> type, String field, String named) {
            return named.isEmpty() ? Optional.empty() : row.known(column(field), named, of(type));
        }

        @Override
        void fault(String field, String faultCode, Text why, String value) {
            row.fault(column(field), why);
        }

        @Override
        boolean sound() {
            return row.sound();
        }

        /** baseline/baseYear is in the column baseline_base_year. */
        private String column(String field) {
            return field.equals(OWN_CODE) ? code
                    : field.replace('/', '_').replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }
    }

    private <T> Map<String, Optional<T>> keyed(SeedTable table, BiFunction<Row, Draft, T> reading) {
        Map<String, Optional<T>> read = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            String code = row.text("code");
            if (!code.isEmpty() && read.containsKey(code)) {
                row.fault("code", new Text("代码重复", "the code is used twice"));
            }
            Optional<T> content = row.read(cells -> reading.apply(cells, new RowDraft(cells, "code")));
            if (content.isEmpty()) {
                seed.spoiled(code);
            }
            read.put(code, content);
        }
        return read;
    }

    private Map<String, Optional<Plan>> plans() {
        SeedTable table = seed.table("plans.csv", "code", "title_zh", "title_en", "document_number", "issuer", "level",
                "issued", "start_year", "end_year", "base_year");
        SeedTable notes = seed.table("plan_notes.csv", "plan", "number", "note");
        Map<String, SortedMap<Integer, String>> notesOf = new LinkedHashMap<>();
        for (Row row : notes.rows()) {
            SortedMap<Integer, String> numbered = notesOf.computeIfAbsent(row.text("plan"), plan -> new TreeMap<>());
            row.read(note -> Map.entry(note.integer("number"), note.text("note"))).ifPresent(note -> {
                if (numbered.put(note.getKey(), note.getValue()) != null) {
                    row.fault("number", new Text("注的编号重复", "the number is used twice"));
                }
            });
        }
        Map<String, Optional<Plan>> plans = keyed(table,
                (row, draft) -> new PlanGiven(name(row, "title"), row.optional("document_number"), row.optional("issuer"),
                        row.text("level"), row.date("issued"), row.integer("start_year"), row.integer("end_year"),
                        row.integer("base_year"), List.copyOf(notesOf.getOrDefault(row.text("code"), new TreeMap<>()).values()),
                        Optional.empty()).plan(row.text("code"), draft));
        notes.rows().forEach(row -> row.known("plan", plans));
        return plans;
    }

    private static TextGiven name(Row row, String column) {
        return TextGiven.of(row.bilingual(column));
    }

    private void indicators() {
        SeedTable table = seed.table("indicators.csv", "code", "name_zh", "name_en", "short_name", "unit", "change_unit",
                "decimals",
                "direction", "kind", "timing", "aggregation", "derived", "basis", "bases", "pass_down", "note");
        contents.put(Indicator.class, keyed(table,
                (row, draft) -> new IndicatorGiven(name(row, "name"), row.optional("short_name"), row.optional("unit"),
                        row.optional("change_unit"),
                        row.integer("decimals"), row.choice("direction", Direction.class), row.choice("kind", Kind.class),
                        row.choice("timing", Timing.class), row.text("aggregation"), row.optional("derived"),
                        row.optional("basis"),
                        row.optional("bases").map(names -> List.of(names.split("；"))).orElse(List.of()),
                        Optional.of(row.flag("pass_down")), row.optional("note"), Optional.empty())
                        .indicator(row.text("code"), draft)));
        refer(table, Indicator.class, IndicatorGiven::refer);
    }

    /** What an entry names may stand in a later row. */
    private <T extends Record> void refer(SeedTable table, Class<T> type, BiConsumer<T, Draft> referring) {
        table.rows().forEach(row -> of(type).getOrDefault(row.text("code"), Optional.empty())
                .ifPresent(entry -> referring.accept(entry, new RowDraft(row, "code"))));
    }

    private void regions() {
        SeedTable table = seed.table("regions.csv", "code", "name_zh", "name_en", "short_name", "level", "parent");
        contents.put(Region.class, keyed(table, (row, draft) -> new RegionGiven(name(row, "name"), row.text("short_name"),
                row.text("level"), row.optional("parent"), Optional.empty()).region(row.text("code"), draft)));
        refer(table, Region.class, RegionGiven::refer);
    }

    private Map<String, Optional<Group>> groups() {
        return keyed(
                seed.table("groups.csv", "code", "name_zh", "name_en", "members", "document", "section", "quote"),
                (row, draft) -> new GroupGiven(name(row, "name"),
                        row.optional("members").map(codes -> List.of(codes.split(" "))).orElse(List.of()),
                        CitationGiven.of(row.citation(of(Plan.class))), Optional.empty()).group(row.text("code"), draft));
    }

    private Map<String, Optional<PublishedPath>> paths() {
        return keyed(
                seed.table("paths.csv", "code", "title_zh", "title_en", "points", "note", "document", "section", "quote"),
                (row, draft) -> new PublishedPath(row.text("code"), row.bilingual("title"), points(row), row.optional("note"),
                        new Citation(row.text("document"), row.text("section"), row.optional("quote").orElse(""))));
    }

    /** A scheme has a row for each of its parts, which have title and version in common. */
    private Map<String, Optional<Scheme>> schemes() {
        SeedTable table = seed.table("schemes.csv", "code", "title_zh", "title_en", "version", "part", "attributes",
                "indicators", "form", "step", "points", "veto", "zero_if_worse", "path", "note", "document", "section",
                "quote");
        Map<String, List<Row>> partsOf = new LinkedHashMap<>();
        table.rows().forEach(row -> partsOf.computeIfAbsent(row.text("code"), code -> new ArrayList<>()).add(row));
        Map<String, Optional<Scheme>> schemes = new LinkedHashMap<>();
        partsOf.forEach((code, rows) -> {
            List<Scheme.Part> parts = rows.stream().flatMap(row -> row.read(this::schemePart).stream()).toList();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).integer("part") != i + 1) {
                    rows.get(i).fault("part", new Text("应从1起逐行编号", "should count the rows from 1"));
                }
                for (String column : List.of("title_zh", "title_en", "version")) {
                    if (!rows.get(i).text(column).equals(rows.get(0).text(column))) {
                        rows.get(i).fault(column, new Text("同一办法各行应一致", "should be the same in all rows of a scheme"));
                    }
                }
            }
            schemes.put(code, rows.get(0).read(
                    first -> new Scheme(code, first.bilingual("title"), first.text("version"), parts))
                    .filter(scheme -> parts.size() == rows.size()));
        });
        return schemes;
    }

    private Scheme.Part schemePart(Row row) {
        Set<Attribute> attributes = new TreeSet<>();
        for (String name : words(row, "attributes")) {
            attributes.add(row.choice("attributes", Attribute.class, name));
        }
        List<String> scored = words(row, "indicators");
        scored.forEach(code -> row.known("indicators", code, of(Indicator.class)));
        row.optional("path").ifPresent(code -> row.known("path", of(PublishedPath.class)));
        return new Scheme.Part(attributes, scored, schemePoints(row), row.flag("veto"), row.flag("zero_if_worse"),
                row.optional("path"), row.optional("note"),
                new Citation(row.text("document"), row.text("section"), row.optional("quote").orElse("")));
    }

    private static List<String> words(Row row, String column) {
        return row.optional(column).map(words -> List.of(words.split(" "))).orElse(List.of());
    }

    /** MATRIX 60 55 40 0 · RATE 25 · BANDS 90:36 100:40. */
    private Scheme.Points schemePoints(Row row) {
        String form = new RowDraft(row, "code").oneOf("form", row.text("form"), List.of("MATRIX", "RATE", "BANDS"));
        List<String> printed = words(row, "points");
        boolean read = switch (form) {
            case "MATRIX" -> printed.size() == 4 && printed.stream().allMatch(SeedCatalogue::isPoints);
            case "RATE" -> printed.size() == 1 && isPoints(printed.get(0));
            default -> !printed.isEmpty() && printed.stream().allMatch(band -> POINT.matcher(band).matches());
        };
        if (!read) {
            row.fault("points", new Text("MATRIX 应为四个分值，RATE 应为一个分值，BANDS 应为完成率:分值，如 90:36 100:40",
                    "should be four numbers for MATRIX, one for RATE, completion:points for BANDS, as in 90:36 100:40"));
            return new Scheme.Rate(Scheme.Step.YEAR, Quantity.ZERO);
        }
        if (form.equals("MATRIX")) {
            return new Scheme.Matrix(Quantity.of(printed.get(0)), Quantity.of(printed.get(1)), Quantity.of(printed.get(2)),
                    Quantity.of(printed.get(3)));
        }
        Scheme.Step step = row.choice("step", Scheme.Step.class);
        return form.equals("RATE") ? new Scheme.Rate(step, Quantity.of(printed.get(0)))
                : new Scheme.Bands(step, printed.stream().map(band -> band.split(":"))
                        .map(band -> new Scheme.Bands.Band(Quantity.of(band[0]), Quantity.of(band[1]))).toList());
    }

    private static boolean isPoints(String text) {
        return text.matches("\\d{1,4}(\\.\\d{1,4})?");
    }

    /** 12:10 24:35 36:65 are 10, 35 and 65 % after 12, 24 and 36 months. */
    private static List<PublishedPath.Point> points(Row row) {
        List<PublishedPath.Point> points = new ArrayList<>();
        int months = 0;
        Quantity percent = Quantity.ZERO;
        for (String printed : row.text("points").split(" ")) {
            Matcher point = POINT.matcher(printed);
            boolean read = point.matches();
            int after = read ? Integer.parseInt(point.group(1)) : 0;
            Quantity share = read ? Quantity.of(point.group(2)) : Quantity.ZERO;
            if (after <= months || share.compareTo(percent) < 0 || share.compareTo(Quantity.HUNDRED) > 0) {
                row.fault("points", new Text("应为月数:百分数，月数递增，百分数不减且不超过100，如 12:10 24:35",
                        "should be months:percent with growing months and percents that never fall nor pass 100, as in 12:10 24:35"));
                return List.of();
            }
            points.add(new PublishedPath.Point(after, share));
            months = after;
            percent = share;
        }
        return points;
    }

    /** Several rows may declare bases of one indicator. */
    private Map<String, Optional<ComparableBases>> comparable() {
        Map<String, Optional<ComparableBases>> comparable = new LinkedHashMap<>();
        SeedTable table = seed.table("comparable_bases.csv", "indicator", "basis_a", "basis_b", "reason", "document", "section",
                "quote");
        for (Row row : table.rows()) {
            row.known("indicator", of(Indicator.class));
            ComparableBases bases = new ComparableBases(row.text("indicator"), row.text("basis_a"), row.text("basis_b"),
                    row.text("reason"), new Citation(row.text("document"), row.text("section"), row.text("quote")));
            String code = Catalogue.comparison(bases);
            if (comparable.containsKey(code) || bases.one().equals(bases.other()) || code.length() > LONGEST_CODE) {
                row.fault("basis_b", new Text("应为另一口径，同一对只列一次，名称不宜过长",
                        "should be another basis, each pair listed once and with short names"));
            }
            comparable.put(code, row.read(read -> bases));
        }
        return comparable;
    }

    private Map<String, Optional<Target>> targets() {
        SeedTable table = seed.table("targets.csv",
                Stream.of(TARGET, CITATION).flatMap(List::stream).toArray(String[]::new));
        Map<String, Optional<Target>> read = new LinkedHashMap<>();
        table.cited(List.of("id"), TARGET, of(Plan.class),
                (row, citations) -> given(row, citations).target(row.text("id"), new RowDraft(row, "id")))
                .forEach(target -> read.put(target.id(), Optional.of(target)));
        return read;
    }

    private static TargetGiven given(Row row, List<Citation> citations) {
        return new TargetGiven(row.text("plan"), row.text("indicator"), row.optional("scope"), row.optional("region"),
                row.optional("group"), Optional.of(row.choice("group_mode", Target.GroupMode.class, Target.GroupMode.EACH)),
                row.choice("attribute", Attribute.class), row.date("due"),
                Optional.of(row.choice("due_kind", Due.Kind.class, Due.Kind.BY)), Optional.of(row.flag("due_assumed")),
                row.text("printed"), row.optional("read_as"), row.optional("note"),
                Optional.of(row.choice("comparison", Target.Comparison.class, Target.Comparison.EXACT)), row.optional("basis"),
                row.optionalInteger("base_year"), baseline(row), Optional.of(row.flag("strive")),
                Optional.of(row.flag("in_principle")), row.optionalInteger("data_lag"), row.optional("derived"),
                row.optional("path"), citations.stream().map(CitationGiven::of).toList(), Optional.empty());
    }

    private static Optional<BaselineGiven> baseline(Row row) {
        Optional<String> printed = row.optional("baseline");
        Optional<Period> period = row.optionalPeriod("baseline_period");
        Optional<String> basis = row.optional("baseline_basis");
        Optional<Integer> baseYear = row.optionalInteger("baseline_base_year");
        boolean assumed = row.flag("baseline_assumed");
        if (printed.isEmpty() && (period.isPresent() || basis.isPresent() || baseYear.isPresent() || assumed)) {
            row.fault("baseline", new Text("有基数的说明而没有基数", "the baseline is described and not given"));
        }
        return printed.map(words -> new BaselineGiven(words, period, Optional.of(assumed), basis, baseYear));
    }
}
