package io.duibiao.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.duibiao.core.Attribute;
import io.duibiao.core.Baseline;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.ComparableBases;
import io.duibiao.core.Direction;
import io.duibiao.core.Due;
import io.duibiao.core.Figure;
import io.duibiao.core.Formula;
import io.duibiao.core.Group;
import io.duibiao.core.Indicator;
import io.duibiao.core.Kind;
import io.duibiao.core.Period;
import io.duibiao.core.Phrases;
import io.duibiao.core.Plan;
import io.duibiao.core.PublishedPath;
import io.duibiao.core.Quantity;
import io.duibiao.core.Region;
import io.duibiao.core.Rule;
import io.duibiao.core.Scheme;
import io.duibiao.core.Target;
import io.duibiao.core.Text;
import io.duibiao.core.Timing;
import io.duibiao.core.UnreadablePhrase;
import io.duibiao.plan.SeedTable.Row;

/** Reads the catalogue that the seed tables describe. */
final class SeedCatalogue {

    private static final String AGGREGATION = "NONE|MEAN|SUM|WEIGHTED\\([a-z0-9-]+\\)|RATIO\\([a-z0-9-]+/[a-z0-9-]+\\)";
    private static final String DERIVED = "DECLINE\\([a-z0-9-]+\\)";
    private static final String[] PLAN_LEVELS = { "state", "region", "league", "banner" };
    private static final String[] REGION_LEVELS = { "nation", "region", "league", "banner", "town", "basin", "lake",
            "section" };
    private static final Pattern POINT = Pattern.compile("(\\d{1,3}):(\\d{1,3}(?:\\.\\d{1,4})?)");
    private static final int LONGEST_CODE = 100;
    private static final List<String> CITATION = List.of("document", "section", "quote");
    private static final List<String> TARGET = List.of("id", "plan", "indicator", "scope", "region", "group", "group_mode",
            "attribute",
            "due_kind", "due", "due_assumed", "printed", "read_as", "note", "comparison", "basis", "base_year", "baseline",
            "baseline_period", "baseline_assumed", "baseline_basis", "baseline_base_year", "strive", "in_principle",
            "data_lag", "derived", "path");

    private final Map<String, Optional<Plan>> plans;
    private final Map<String, Optional<Indicator>> indicators;
    private final Map<String, Optional<Region>> regions;
    private final Map<String, Optional<Group>> groups;
    private final Map<String, Optional<PublishedPath>> paths;
    private final Map<String, Optional<ComparableBases>> comparable;
    private final Map<String, Optional<Target>> targets;
    private final Map<String, Optional<Scheme>> schemes;

    private SeedCatalogue(Seed seed) {
        plans = plans(seed);
        indicators = indicators(seed);
        regions = regions(seed);
        groups = groups(seed);
        paths = paths(seed);
        comparable = comparable(seed);
        targets = targets(seed);
        schemes = schemes(seed);
    }

    /** Every entry that is not at fault, not yet recorded. */
    static List<Entry> read(Seed seed) {
        SeedCatalogue read = new SeedCatalogue(seed);
        return Stream.of(entries(Noun.PLAN, read.plans), entries(Noun.INDICATOR, read.indicators),
                entries(Noun.REGION, read.regions), entries(Noun.GROUP, read.groups), entries(Noun.TARGET, read.targets),
                entries(Noun.PATH, read.paths), entries(Noun.COMPARABLE, read.comparable),
                entries(Noun.SCHEME, read.schemes))
                .flatMap(List::stream).toList();
    }

    private static <T extends Record> List<Entry> entries(Noun noun, Map<String, Optional<T>> contents) {
        List<Entry> entries = new ArrayList<>();
        contents.forEach((code, content) -> content
                .ifPresent(record -> entries.add(new Entry(noun, code, 1, Instant.EPOCH, record))));
        return entries;
    }

    private static <T> Map<String, Optional<T>> keyed(Seed seed, SeedTable table, Function<Row, T> reading) {
        Map<String, Optional<T>> contents = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            String code = row.text("code");
            if (!code.isEmpty() && contents.containsKey(code)) {
                row.fault("code", new Text("代码重复", "the code is used twice"));
            }
            Optional<T> content = row.read(reading);
            if (content.isEmpty()) {
                seed.spoiled(code);
            }
            contents.put(code, content);
        }
        return contents;
    }

    private static Map<String, Optional<Plan>> plans(Seed seed) {
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
        Map<String, Optional<Plan>> plans = keyed(seed, table,
                row -> new Plan(row.text("code"), row.bilingual("title"), row.optional("document_number").orElse(""),
                        row.optional("issuer").orElse(""), row.oneOf("level", PLAN_LEVELS), row.date("issued"),
                        row.integer("start_year"),
                        row.integer("end_year"), row.integer("base_year"),
                        List.copyOf(notesOf.getOrDefault(row.text("code"), new TreeMap<>()).values())));
        notes.rows().forEach(row -> row.known("plan", plans));
        return plans;
    }

    private static Map<String, Optional<Indicator>> indicators(Seed seed) {
        SeedTable table = seed.table("indicators.csv", "code", "name_zh", "name_en", "short_name", "unit", "change_unit",
                "decimals",
                "direction", "kind", "timing", "aggregation", "derived", "basis", "bases", "pass_down", "note");
        Map<String, Optional<Indicator>> indicators = keyed(seed, table,
                row -> new Indicator(row.text("code"), row.bilingual("name"), row.optional("short_name"),
                        row.optional("unit").orElse(""),
                        row.optional("change_unit").orElse(""), row.integer("decimals"),
                        row.choice("direction", Direction.class), row.choice("kind", Kind.class),
                        row.choice("timing", Timing.class), aggregation(row), derived(row), row.optional("basis"),
                        row.optional("bases").map(names -> List.of(names.split("；"))).orElse(List.of()), row.flag("pass_down"),
                        row.optional("note").orElse("")));
        for (Row row : table.rows()) {
            computedFrom(row, "aggregation", indicators);
            computedFrom(row, "derived", indicators);
        }
        return indicators;
    }

    private static String aggregation(Row row) {
        String aggregation = row.text("aggregation");
        if (!aggregation.isEmpty() && !aggregation.matches(AGGREGATION)) {
            row.fault("aggregation", new Text("应为 NONE、MEAN、SUM、WEIGHTED(…) 或 RATIO(…/…)",
                    "should be NONE, MEAN, SUM, WEIGHTED(…) or RATIO(…/…)"));
        }
        return aggregation;
    }

    /** The indicators that a formula names: RATIO(part/whole). */
    private static void computedFrom(Row row, String column, Map<String, Optional<Indicator>> indicators) {
        row.optional(column).map(Formula::of).stream().flatMap(formula -> formula.from().stream())
                .forEach(code -> row.known(column, code, indicators));
    }

    private static Optional<String> derived(Row row) {
        Optional<String> derived = row.optional("derived");
        if (derived.filter(formula -> !formula.matches(DERIVED)).isPresent()) {
            row.fault("derived", new Text("应为 DECLINE(…) 或空", "should be DECLINE(…) or empty"));
        }
        return derived;
    }

    private static Map<String, Optional<Region>> regions(Seed seed) {
        SeedTable table = seed.table("regions.csv", "code", "name_zh", "name_en", "short_name", "level", "parent");
        Map<String, Optional<Region>> regions = keyed(seed, table, row -> new Region(row.text("code"), row.bilingual("name"),
                row.text("short_name"), row.oneOf("level", REGION_LEVELS), row.optional("parent")));
        for (Row row : table.rows()) {
            if (row.optional("parent").isPresent()) {
                row.known("parent", regions);
                if (isAboveItself(row.text("code"), regions)) {
                    row.fault("parent", new Text("上级地区成环", "the region is above itself"));
                }
            }
        }
        return regions;
    }

    private static boolean isAboveItself(String code, Map<String, Optional<Region>> regions) {
        Optional<String> above = Optional.of(code);
        for (int steps = 0; steps < regions.size() && above.isPresent(); steps++) {
            above = regions.getOrDefault(above.get(), Optional.empty()).flatMap(Region::parent);
            if (above.equals(Optional.of(code))) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Optional<Group>> groups(Seed seed) {
        return keyed(seed,
                seed.table("groups.csv", "code", "name_zh", "name_en", "members", "document", "section", "quote"),
                row -> {
                    List<String> members = row.optional("members").map(codes -> List.of(codes.split(" "))).orElse(List.of());
                    members.forEach(code -> row.known("members", code, regions));
                    return new Group(row.text("code"), row.bilingual("name"), members, row.citation(plans));
                });
    }

    private Map<String, Optional<PublishedPath>> paths(Seed seed) {
        return keyed(seed,
                seed.table("paths.csv", "code", "title_zh", "title_en", "points", "note", "document", "section", "quote"),
                row -> new PublishedPath(row.text("code"), row.bilingual("title"), points(row), row.optional("note"),
                        new Citation(row.text("document"), row.text("section"), row.optional("quote").orElse(""))));
    }

    /** A scheme has a row for each of its parts, which have title and version in common. */
    private Map<String, Optional<Scheme>> schemes(Seed seed) {
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
        scored.forEach(code -> row.known("indicators", code, indicators));
        row.optional("path").ifPresent(code -> row.known("path", paths));
        return new Scheme.Part(attributes, scored, schemePoints(row), row.flag("veto"), row.flag("zero_if_worse"),
                row.optional("path"), row.optional("note"),
                new Citation(row.text("document"), row.text("section"), row.optional("quote").orElse("")));
    }

    private static List<String> words(Row row, String column) {
        return row.optional(column).map(words -> List.of(words.split(" "))).orElse(List.of());
    }

    /** MATRIX 60 55 40 0 · RATE 25 · BANDS 90:36 100:40. */
    private static Scheme.Points schemePoints(Row row) {
        String form = row.oneOf("form", "MATRIX", "RATE", "BANDS");
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
    private Map<String, Optional<ComparableBases>> comparable(Seed seed) {
        Map<String, Optional<ComparableBases>> comparable = new LinkedHashMap<>();
        SeedTable table = seed.table("comparable_bases.csv", "indicator", "basis_a", "basis_b", "reason", "document", "section",
                "quote");
        for (Row row : table.rows()) {
            row.known("indicator", indicators);
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

    private Map<String, Optional<Target>> targets(Seed seed) {
        SeedTable table = seed.table("targets.csv",
                Stream.of(TARGET, CITATION).flatMap(List::stream).toArray(String[]::new));
        Map<String, Optional<Target>> read = new LinkedHashMap<>();
        table.cited(List.of("id"), TARGET, plans, this::target)
                .forEach(target -> read.put(target.id(), Optional.of(target)));
        return read;
    }

    private Target target(Row row, List<Citation> citations) {
        Optional<Plan> plan = row.known("plan", plans);
        Optional<Indicator> indicator = row.known("indicator", indicators);
        Optional<Phrases.Meaning> meaning = meaning(row, indicator);
        Optional<Integer> baseYear = row.optionalInteger("base_year");
        Rule rule = meaning.map(read -> withBaseYear(row, read.rules().get(0), baseYear))
                .orElseGet(() -> new Rule.Judged(row.text("printed")));
        String id = row.text("id");
        if (plan.isPresent() && !id.isEmpty() && !id.matches(Pattern.quote(plan.get().code()) + "\\.[1-9]\\d{0,8}")) {
            row.fault("id", new Text("应为规划代码、点和序号", "should be the plan's code, a dot and a number"));
        }
        return new Target(id, row.text("plan"), row.text("indicator"), row.optional("scope"), region(row),
                row.optional("group"),
                row.choice("group_mode", Target.GroupMode.class, Target.GroupMode.EACH),
                row.choice("attribute", Attribute.class), due(row, plan), row.text("printed"), row.optional("read_as"),
                row.optional("note"), rule,
                row.choice("comparison", Target.Comparison.class, Target.Comparison.EXACT), basis(row, "basis", indicator),
                baseline(row, plan, indicator, meaning.flatMap(Phrases.Meaning::baseline)), row.flag("strive"),
                row.flag("in_principle"),
                row.optionalInteger("data_lag").orElse(0), row.optional("derived"), path(row), citations);
    }

    /** Only a target that is due by a date has a way to it. */
    private Optional<String> path(Row row) {
        Optional<String> path = row.optional("path");
        path.ifPresent(code -> {
            row.known("path", paths);
            if (row.choice("due_kind", Due.Kind.class, Due.Kind.BY) != Due.Kind.BY) {
                row.fault("path", new Text("每期都须达到的目标没有进度", "a target for every period has no schedule"));
            }
        });
        return path;
    }

    private Optional<String> region(Row row) {
        Optional<String> region = row.optional("region");
        Optional<String> group = row.optional("group");
        region.ifPresent(code -> row.known("region", regions));
        group.ifPresent(code -> row.known("group", groups));
        if (region.isPresent() == group.isPresent()) {
            row.fault("region", new Text("地区与区域应填且只填一个", "either a region or a group, and not both"));
        }
        return region;
    }

    /** A target without a printed date is due when its plan ends. */
    private static Due due(Row row, Optional<Plan> plan) {
        Due.Kind kind = row.choice("due_kind", Due.Kind.class, Due.Kind.BY);
        Optional<LocalDate> printed = row.date("due");
        LocalDate date = printed.or(() -> plan.map(ending -> LocalDate.of(ending.endYear(), 12, 31))).orElse(LocalDate.EPOCH);
        return new Due(kind, date, row.flag("due_assumed") || printed.isEmpty());
    }

    /** What the phrase says, with exactly one rule. */
    private static Optional<Phrases.Meaning> meaning(Row row, Optional<Indicator> indicator) {
        String column = row.optional("read_as").isPresent() ? "read_as" : "printed";
        String phrase = row.text(column);
        if (indicator.isEmpty() || phrase.isEmpty()) {
            return Optional.empty();
        }
        try {
            Phrases.Meaning read = Phrases.read(phrase, indicator.get().direction(), indicator.get().kind());
            if (read.rules().size() == 1) {
                return Optional.of(read);
            }
            row.fault(column, Text.of("应只有一个目标，读出 {0} 个", "one target expected, {0} read", read.rules().size()));
        } catch (UnreadablePhrase e) {
            row.fault(column, Text.of("读不懂“{0}”：{1}", "“{0}” is not understood: {1}", e.part(), e.why()));
        }
        return Optional.empty();
    }

    /** A base year that the phrase does not print comes from the catalogue, and is then assumed. */
    private static Rule withBaseYear(Row row, Rule rule, Optional<Integer> catalogued) {
        if (catalogued.isEmpty()) {
            return rule;
        }
        if (!(rule instanceof Rule.ChangeBy change)) {
            row.fault("base_year", new Text("该目标不是变化量，没有基期", "the target is not a change and has no base year"));
            return rule;
        }
        if (change.baseYear().isEmpty()) {
            return new Rule.ChangeBy(change.value(), change.changeUnit(), catalogued, true, change.strict(), change.unit(),
                    change.printed());
        }
        if (!change.baseYear().equals(catalogued)) {
            row.fault("base_year", Text.of("与原文的 {0} 不一致", "the phrase prints {0}", change.baseYear().get()));
        }
        return rule;
    }

    /** The indicator's own basis goes without saying. */
    private static Optional<String> basis(Row row, String column, Optional<Indicator> indicator) {
        return row.optional(column).filter(basis -> !indicator.flatMap(Indicator::basis).equals(Optional.of(basis)));
    }

    /** A baseline without a printed period is at the end of the plan's base year; 由45个增至53个 brings its own. */
    private static Optional<Baseline> baseline(Row row, Optional<Plan> plan, Optional<Indicator> indicator,
            Optional<Quantity> phrased) {
        Optional<String> printed = row.optional("baseline");
        Optional<Period> period = row.optionalPeriod("baseline_period");
        Optional<String> basis = basis(row, "baseline_basis", indicator);
        Optional<Integer> baseYear = row.optionalInteger("baseline_base_year");
        boolean assumed = row.flag("baseline_assumed");
        if (printed.isEmpty() && (period.isPresent() || basis.isPresent() || baseYear.isPresent() || assumed)) {
            row.fault("baseline", new Text("有基数的说明而没有基数", "the baseline is described and not given"));
        }
        if (printed.isEmpty()) {
            return phrased.flatMap(figure -> plan.map(based -> new Baseline(new Figure.Exact(figure), figure.toString(),
                    Period.year(based.baseYear()), true, basis(row, "basis", indicator), Optional.empty())));
        }
        Figure figure = row.figure("baseline");
        return printed.flatMap(words -> plan.map(based -> new Baseline(figure, words,
                period.orElse(Period.year(based.baseYear())), assumed || period.isEmpty(), basis, baseYear)));
    }
}
