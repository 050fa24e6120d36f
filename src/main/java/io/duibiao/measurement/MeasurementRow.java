package io.duibiao.measurement;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;

import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.duibiao.core.Citation;
import io.duibiao.core.Figure;
import io.duibiao.core.Measurement;
import io.duibiao.core.Period;
import io.duibiao.core.Quantity;
import io.duibiao.core.Relation;
import io.duibiao.core.Status;
import io.duibiao.history.Content;
import io.duibiao.history.Ledger;
import io.duibiao.history.RecordedRow;

/** One revision of one measured value; rows are only ever added. */
@Entity
@Table(name = "measurement")
class MeasurementRow extends RecordedRow {

    static final String KIND = "measurement";

    private static final String INSERT = """
            insert into measurement (id, indicator, region, scope, period, basis, base_year, revision, recorded_at, ordinal, author,
                reason, figure, amount, decimals, printed, status, source, note, derived, citations, act, flags)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int NUMBERS_AT_ONCE = 1000;

    /** Form of the figure: the sealed type of the core as a column. */
    enum Form {
        EXACT,
        AT_LEAST,
        ABOVE,
        AT_MOST,
        BELOW,
        ABOUT,
        ABSENT,
        WORDS
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "measurement_seq")
    @SequenceGenerator(name = "measurement_seq", sequenceName = "measurement_seq", allocationSize = NUMBERS_AT_ONCE)
    public Long id;
    public String indicator;
    public String region;
    public String scope;
    public String period;
    public String basis;
    @Column(name = "base_year")
    public int baseYear;
    public int revision;
    public String author;
    public String reason;
    @Enumerated(EnumType.STRING)
    @Column(name = "figure", columnDefinition = "varchar(10)")
    public Form form;
    public @Nullable BigDecimal amount;
    public int decimals;
    public String printed;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(12)")
    public Status status;
    public String source;
    public @Nullable String note;
    public @Nullable String derived;
    public String citations;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    public Act act;
    /** As JSON. */
    public String flags;

    private static final Comparator<MeasurementRow> ORDER = Comparator.<MeasurementRow, String> comparing(row -> row.indicator)
            .thenComparing(row -> row.region).thenComparing(row -> row.scope).thenComparing(row -> row.period)
            .thenComparing(row -> row.basis).thenComparing(row -> row.baseYear).thenComparing(row -> row.revision);

    /** The last revision of each key at or before the instant. */
    static List<MeasurementRow> current(StatelessSession database, Measurements.Wanted wanted, Instant asOf) {
        List<MeasurementRow> current = new ArrayList<>();
        for (MeasurementRow row : known(database, wanted, asOf)) {
            if (row.revision > 1 && !current.isEmpty() && row.replaces(current.get(current.size() - 1))) {
                current.remove(current.size() - 1);
            }
            current.add(row);
        }
        return current;
    }

    /**
     * Every revision at or before the instant, in order of key and revision. Each pair of indicator and region is looked up by
     * itself: H2 would use an index for one of two lists only. For the same reason it is not asked to sort.
     */
    private static List<MeasurementRow> known(StatelessSession database, Measurements.Wanted wanted, Instant asOf) {
        boolean anyIndicator = wanted.indicators().isEmpty();
        boolean anyRegion = wanted.regions().isEmpty();
        NativeQuery<MeasurementRow> query = database.createNativeQuery("select m.* from "
                + (anyIndicator ? "" : "unnest(cast(:indicators as varchar array)) as i (code) cross join ")
                + (anyRegion ? "" : "unnest(cast(:regions as varchar array)) as r (code) cross join ")
                + "measurement m where m.recorded_at <= :asOf" + (anyIndicator ? "" : " and m.indicator = i.code")
                + (anyRegion ? "" : " and m.region = r.code"), MeasurementRow.class).setParameter("asOf", asOf);
        if (!anyIndicator) {
            query.setParameter("indicators", wanted.indicators().toArray(String[]::new));
        }
        if (!anyRegion) {
            query.setParameter("regions", wanted.regions().toArray(String[]::new));
        }
        return query.getResultList().stream().sorted(ORDER).toList();
    }

    /** Where a row stands among all, and of what it is. */
    record Placed(Instant recordedAt, int ordinal, String indicator, String region) {
    }

    /** The last ones recorded before that place, the newest first. */
    static List<Placed> before(Instant recordedAt, int ordinal, int most) {
        return getEntityManager()
                .createQuery("select recordedAt, ordinal, indicator, region from MeasurementRow where recordedAt <= ?1"
                        + " and (recordedAt < ?1 or ordinal < ?2) order by recordedAt desc, ordinal desc", Placed.class)
                .setParameter(1, recordedAt).setParameter(2, ordinal).setMaxResults(most).getResultList();
    }

    /** When the newest row was recorded; of all rows the index tells it at once. */
    static Optional<Instant> newest(Optional<String> indicator, Optional<String> region, Instant asOf) {
        if (indicator.isEmpty() && region.isEmpty()) {
            return before(asOf, Integer.MAX_VALUE, 1).stream().map(Placed::recordedAt).findFirst();
        }
        TypedQuery<Instant> newest = getEntityManager()
                .createQuery("select max(recordedAt) from MeasurementRow where recordedAt <= :asOf"
                        + (indicator.isEmpty() ? "" : " and indicator = :indicator")
                        + (region.isEmpty() ? "" : " and region = :region"), Instant.class)
                .setParameter("asOf", asOf);
        indicator.ifPresent(code -> newest.setParameter("indicator", code));
        region.ifPresent(code -> newest.setParameter("region", code));
        return Optional.ofNullable(newest.getSingleResult());
    }

    private boolean replaces(MeasurementRow before) {
        return indicator.equals(before.indicator) && region.equals(before.region) && scope.equals(before.scope)
                && period.equals(before.period) && basis.equals(before.basis) && baseYear == before.baseYear;
    }

    /**
     * The keys of what stands at the instant and is not final; only the keys, because of a queue only a page is
     * shown. Places are not asked for here: H2 would compare every row with every one of thousands.
     */
    static Stream<Measurement.Key> pending(Optional<String> indicator, Optional<Period> period, boolean returned,
            Instant asOf) {
        TypedQuery<Waiting> query = getEntityManager().createQuery("""
                select m.indicator, m.region, m.scope, m.period, m.basis, m.baseYear from MeasurementRow m
                where m.recordedAt <= :asOf and m.status <> FINAL and m.act %s RETURNED and not exists (select 1
                      from MeasurementRow later
                      where later.indicator = m.indicator and later.region = m.region and later.scope = m.scope
                        and later.period = m.period and later.basis = m.basis and later.baseYear = m.baseYear
                        and later.revision > m.revision and later.recordedAt <= :asOf)
                """.formatted(returned ? "=" : "<>") + indicator.map(code -> " and m.indicator = :indicator").orElse("")
                + period.map(code -> " and m.period = :period").orElse(""), Waiting.class).setParameter("asOf", asOf);
        indicator.ifPresent(code -> query.setParameter("indicator", code));
        period.ifPresent(code -> query.setParameter("period", code.toString()));
        return query.getResultStream().map(Waiting::key);
    }

    private record Waiting(String indicator, String region, String scope, String period, String basis, int baseYear) {

        Measurement.Key key() {
            return new Measurement.Key(indicator, region, some(scope), Period.of(period), some(basis), some(baseYear));
        }
    }

    Measurement.Key measured() {
        return new Measurement.Key(indicator, region, some(scope), Period.of(period), some(basis), some(baseYear));
    }

    /**
     * All revisions under the keys, in order of revision. The outer join makes every database begin with the keys and look each
     * up in the index, also where it takes the table for a small one; that the whole key is worth more than its first two parts
     * H2 sees only where the revision has two ends.
     */
    static List<MeasurementRow> revisions(StatelessSession database, List<Measurement.Key> keys) {
        return database.createNativeQuery("""
                select m.* from unnest(cast(:indicators as varchar array), cast(:regions as varchar array),
                    cast(:scopes as varchar array), cast(:periods as varchar array), cast(:bases as varchar array),
                    cast(:years as integer array)) as sent(indicator, region, scope, period, basis, base_year)
                left join measurement m on m.indicator = sent.indicator and m.region = sent.region and m.scope = sent.scope
                    and m.period = sent.period and m.basis = sent.basis and m.base_year = sent.base_year
                    and m.revision between 1 and 2147483647
                where m.id is not null order by m.revision""", MeasurementRow.class)
                .setParameter("indicators", parts(keys, Measurement.Key::indicator))
                .setParameter("regions", parts(keys, Measurement.Key::region))
                .setParameter("scopes", parts(keys, key -> key.scope().orElse("")))
                .setParameter("periods", parts(keys, key -> key.period().toString()))
                .setParameter("bases", parts(keys, key -> key.basis().orElse("")))
                .setParameter("years", keys.stream().map(key -> key.baseYear().orElse(0)).toArray(Integer[]::new)).list();
    }

    /** Inserts many rows; the mapping, which looks at each for itself, takes as long for that as the database. */
    static void insert(StatelessSession database, List<MeasurementRow> rows) {
        database.doWork(connection -> {
            try (PreparedStatement numbers = connection.prepareStatement("select nextval('measurement_seq')");
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (int from = 0; from < rows.size(); from += NUMBERS_AT_ONCE) {
                    long number = first(numbers);
                    for (MeasurementRow row : rows.subList(from, Math.min(from + NUMBERS_AT_ONCE, rows.size()))) {
                        row.id = number++;
                        row.fill(insert);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
        });
    }

    /** @return the first of as many numbers as are fetched at once */
    private static long first(PreparedStatement numbers) throws SQLException {
        try (ResultSet number = numbers.executeQuery()) {
            number.next();
            return number.getLong(1);
        }
    }

    private void fill(PreparedStatement insert) throws SQLException {
        Object[] cells = { id, indicator, region, scope, period, basis, baseYear, revision, recordedAt.atOffset(ZoneOffset.UTC),
                ordinal, author, reason, form.name(), amount, decimals, printed, status.name(), source, note, derived,
                citations,
                act.name(), flags };
        for (int cell = 0; cell < cells.length; cell++) {
            insert.setObject(cell + 1, cells[cell]);
        }
    }

    private static <T> String[] parts(List<T> whole, Function<T, String> part) {
        return whole.stream().map(part).toArray(String[]::new);
    }

    /** All revisions of one key at or before the instant, the first one first. */
    static List<MeasurementRow> revisions(Measurement.Key key, Instant asOf) {
        return list("indicator = ?1 and region = ?2 and scope = ?3 and period = ?4 and basis = ?5 and baseYear = ?6"
                + " and recordedAt <= ?7 order by revision", key.indicator(), key.region(), key.scope().orElse(""),
                key.period().toString(), key.basis().orElse(""), key.baseYear().orElse(0), asOf);
    }

    /** A number that stands, with its key. */
    record Standing(String indicator, String region, String scope, String period, String basis, int baseYear,
            BigDecimal amount) {

        Measurement.Key key() {
            return new Measurement.Key(indicator, region, some(scope), Period.of(period), some(basis), some(baseYear));
        }
    }

    /**
     * The numbers that stand now at these places and that others may be judged by: those that are final, and those that nobody
     * has a question about.
     */
    static List<Standing> trusted(StatelessSession database, List<Measurements.Pair> places) {
        return database.createNativeQuery("""
                select m.indicator, m.region, m.scope, m.period, m.basis, m.base_year, m.amount
                from unnest(cast(:indicators as varchar array), cast(:regions as varchar array)) as place(indicator, region)
                join measurement m on m.indicator = place.indicator and m.region = place.region
                where m.amount is not null and (m.status = 'FINAL' or m.act = 'SENT' and m.flags = '[]')
                  and not exists (select 1 from measurement later
                      where later.indicator = m.indicator and later.region = m.region and later.scope = m.scope
                        and later.period = m.period and later.basis = m.basis and later.base_year = m.base_year
                        and later.revision > m.revision)
                """, Standing.class).setParameter("indicators", parts(places, Measurements.Pair::indicator))
                .setParameter("regions", parts(places, Measurements.Pair::region)).list();
    }

    /** The bases and scopes of the values of an indicator. */
    static Past.Names names(String indicator) {
        return new Past.Names(distinct("basis", indicator), distinct("scope", indicator));
    }

    private static Set<String> distinct(String column, String indicator) {
        return getEntityManager()
                .createQuery("select distinct m." + column + " from MeasurementRow m where m.indicator = ?1", String.class)
                .setParameter(1, indicator).getResultStream().filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    static MeasurementRow of(Measurement value, String author, String reason, String citations, Act act, String flags) {
        MeasurementRow row = new MeasurementRow();
        row.indicator = value.indicator();
        row.region = value.region();
        row.scope = value.scope().orElse("");
        row.period = value.period().toString();
        row.basis = value.basis().orElse("");
        row.baseYear = value.baseYear().orElse(0);
        row.revision = value.revision();
        row.author = author;
        row.reason = reason;
        row.hold(value.figure());
        row.printed = value.printed();
        row.status = value.status();
        row.source = value.source();
        row.note = value.note().orElse(null);
        row.derived = value.derived().orElse(null);
        row.citations = citations;
        row.act = act;
        row.flags = flags;
        return row;
    }

    /** The columns, as they stand. */
    private record Kept(String indicator, String region, String period, String scope, String basis, int baseYear, Form figure,
            @Nullable BigDecimal value, String printed, Status status, String source, @Nullable String note,
            @Nullable String derived, JsonNode citations, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Act act,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode flags) {
    }

    @Override
    protected Ledger.Entry recorded() {
        BigDecimal value = amount == null ? null : amount.setScale(decimals);
        return Ledger.Entry.of(KIND, key(), revision, author, reason, new Kept(indicator, region, period, scope, basis,
                baseYear, form, value, printed, status, source, note, derived, Content.json(citations),
                act == Act.SENT ? null : act,
                flags.equals(Measurements.NONE) ? null : Content.json(flags)));
    }

    /** As the path of the value names it. */
    private String key() {
        String query = Stream.of(part("basis", basis), part("baseYear", baseYear == 0 ? "" : String.valueOf(baseYear)),
                part("scope", scope)).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return String.join("/", indicator, region, period) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String part(String name, String content) {
        return content.isEmpty() ? "" : name + "=" + URLEncoder.encode(content, StandardCharsets.UTF_8);
    }

    static MeasurementRow of(Ledger.Entry entry) {
        Kept kept = entry.content(Kept.class);
        MeasurementRow row = new MeasurementRow();
        row.indicator = kept.indicator();
        row.region = kept.region();
        row.scope = kept.scope();
        row.period = kept.period();
        row.basis = kept.basis();
        row.baseYear = kept.baseYear();
        row.revision = entry.revision();
        row.author = entry.author();
        row.reason = entry.reason();
        row.form = kept.figure();
        row.amount = kept.value();
        row.decimals = kept.value() == null ? 0 : kept.value().scale();
        row.printed = kept.printed();
        row.status = kept.status();
        row.source = kept.source();
        row.note = kept.note();
        row.derived = kept.derived();
        row.citations = Content.text(kept.citations());
        row.act = kept.act() == null ? Act.SENT : kept.act();
        row.flags = kept.flags() == null ? Measurements.NONE : Content.text(kept.flags());
        return row;
    }

    Measurement value(List<Citation> cited) {
        return new Measurement(indicator, region, some(scope), Period.of(period), some(basis), some(baseYear), figure(),
                printed, status, source,
                Optional.ofNullable(note), Optional.ofNullable(derived), cited, recordedAt, revision);
    }

    private void hold(Figure figure) {
        if (figure instanceof Figure.Exact exact) {
            hold(Form.EXACT, exact.value());
        } else if (figure instanceof Figure.Bound bound) {
            hold(Form.valueOf(bound.relation().name()), bound.value());
        } else {
            form = figure instanceof Figure.Absent ? Form.ABSENT : Form.WORDS;
        }
    }

    private void hold(Form form, Quantity value) {
        this.form = form;
        amount = value.number();
        decimals = value.decimals();
    }

    /** The database pads an amount to four decimals; the scale it was sent with is kept beside it. */
    private Figure figure() {
        if (form == Form.ABSENT) {
            return new Figure.Absent();
        }
        if (amount == null) {
            return new Figure.Words(printed);
        }
        Quantity value = new Quantity(amount.setScale(decimals));
        return form == Form.EXACT ? new Figure.Exact(value) : new Figure.Bound(Relation.valueOf(form.name()), value);
    }

    private static Optional<Integer> some(int year) {
        return year == 0 ? Optional.empty() : Optional.of(year);
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }
}
