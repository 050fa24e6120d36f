package io.duibiao.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.duibiao.account.Person;
import io.duibiao.core.Catalogue;
import io.duibiao.core.Measurement;
import io.duibiao.core.Text;
import io.duibiao.plan.Lookup;
import io.duibiao.plan.Names;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * One reading of a file from its first line to its last: every value is read, checked, and set against what stands. What it
 * would change is given away a thousand values at a time; nothing is recorded here.
 */
final class ImportPass {

    /** How thoroughly the file is read. */
    enum Way {
        /** What can be said without asking what stands: enough to know early that a file will be refused. */
        GLANCE,
        WHOLE
    }

    static final int MOST_ROWS = 2_000_000;
    private static final int BATCH = 1000;

    /**
     * What was ordered.
     *
     * @param atomic whether one fault lets nothing be recorded
     */
    record Order(Person person, boolean atomic, boolean dryRun, Given given) {
    }

    private final Measurements measurements;
    private final Catalogue catalogue;
    private final Lookup lookup;
    private final Order order;
    private final Tally tally;
    private final RejectedLines rejected;
    private final BooleanSupplier goOn;
    private final Way way;
    private final Sheet sheet;
    private final LineReader reader;

    private final Past past = new Past();
    private final Checks checks;
    private final SeenKeys seen = new SeenKeys();
    private final Map<String, Boolean> covered = new HashMap<>();
    private boolean ended;

    /**
     * Reads the header.
     *
     * @param goOn asked now and then
     * @throws ProblemException where there is none
     */
    ImportPass(Measurements measurements, Catalogue catalogue, Order order, Tally tally, RejectedLines rejected,
            BooleanSupplier goOn, Way way, Sheet sheet) throws IOException {
        this.measurements = measurements;
        this.catalogue = catalogue;
        this.lookup = Lookup.ofQuery(catalogue);
        this.order = order;
        this.tally = tally;
        this.rejected = rejected;
        this.goOn = goOn;
        this.way = way;
        this.sheet = sheet;
        Names indicators = Names.ofIndicators(catalogue);
        Layout layout = Layout.of(sheet, catalogue, indicators, order.given(), tally.understood());
        layout.faults().forEach(tally::error);
        tally.unreadable = !layout.faults().isEmpty();
        ended = tally.unreadable;
        rejected.begin(layout);
        this.checks = measurements.checks(catalogue, past, List.of());
        this.reader = new LineReader(catalogue, layout, indicators, order.given(), tally.understood());
    }

    int rows() {
        return tally.rows.get();
    }

    /** Whether nothing may be recorded, by what was read so far. */
    boolean isRefused() {
        return tally.refused(order.atomic());
    }

    /** The service is stopping, or nobody wants to know any more. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * The next lines, with a thousand values or a few more; empty at the end of the file.
     *
     * @throws ProblemException where the file cannot be read on
     */
    Optional<List<LineReader.Read>> batch() {
        List<LineReader.Read> batch = new ArrayList<>();
        try {
            for (int values = 0; values < BATCH && !ended;) {
                Optional<LineReader.Read> read = sheet.next().map(reader::read);
                read.ifPresent(this::take);
                read.filter(line -> line.values() > 0).ifPresent(batch::add);
                values += read.map(LineReader.Read::values).orElse(0);
                ended = read.isEmpty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(batch).filter(read -> !read.isEmpty());
    }

    private void take(LineReader.Read read) {
        if (read.values() == 0) {
            tally.empty.incrementAndGet();
        }
        if (tally.rows.addAndGet(read.values()) > MOST_ROWS) {
            throw Problem.of(413, "TOO_MANY_ROWS", Text.of("一次最多 {0} 个数；请分开发送", "At most {0} values at once; send it in parts",
                    MOST_ROWS)).exception();
        }
        if (!read.drafts().isEmpty() && !covers(read.drafts().get(0).key().region())) {
            refuse(read);
        }
        read.drafts().removeIf(draft -> twice(read, draft));
    }

    private boolean covers(String region) {
        return covered.computeIfAbsent(region, place -> lookup.covers(order.person(), place));
    }

    /** All of a line is of one region. */
    private void refuse(LineReader.Read read) {
        Draft draft = read.drafts().get(0);
        tally.foreign = true;
        read.faults().add(reader.placed(read.line(), draft, Lookup.notYours(draft.key().region())));
        read.drafts().clear();
    }

    private boolean twice(LineReader.Read read, Draft draft) {
        int before = seen.put(draft.key(), read.line().at(draft.index()).line());
        if (before != 0) {
            read.faults().add(LineReader.fault(read.line(), draft.index(), "DUPLICATE_ROW",
                    Text.of("与第 {0} 行是同一个数（指标、地区、时期、范围、口径、基期都相同）；请只留一行",
                            "The same indicator, region, period, scope, basis and base year stand on line {0}; keep one",
                            before)));
        }
        return before != 0;
    }

    /** What the lines would change. Where the file is refused it is read on for its other faults. */
    List<Measurements.Change> settle(List<LineReader.Read> batch) {
        if (!goOn.getAsBoolean()) {
            throw new Interrupted();
        }
        // What the checks ask the database for later belongs to it, too.
        return QuarkusTransaction.joiningExisting().call(() -> changes(batch));
    }

    private List<Measurements.Change> changes(List<LineReader.Read> batch) {
        boolean glance = way == Way.GLANCE;
        List<Measurement.Key> keys = glance ? List.of()
                : batch.stream().flatMap(read -> read.drafts().stream()).map(Draft::key).toList();
        measurements.read(past, keys);
        Map<Measurement.Key, Measurements.Standing> standing = glance ? Map.of() : measurements.standing(keys);
        List<Measurements.Change> changes = new ArrayList<>();
        for (LineReader.Read read : batch) {
            int before = tally.settled();
            for (Draft draft : read.drafts()) {
                change(read, draft, Optional.ofNullable(standing.get(draft.key()))).ifPresent(changes::add);
            }
            tally.rejected.addAndGet(read.values() - (tally.settled() - before));
            close(read);
        }
        return changes;
    }

    /** A value that says what stands is no change; one with faults is none either. */
    private Optional<Measurements.Change> change(LineReader.Read read, Draft draft,
            Optional<Measurements.Standing> standing) {
        Optional<Measurement> now = standing.map(one -> one.revision().value());
        Reported reported = draft.over(now, order.person().name(), order.given().declares());
        Measurement next = reported.over(now);
        boolean insisting = standing.filter(one -> one.revision().insistedOn(draft.reason())).isPresent();
        if (now.filter(next::saysTheSameAs).isPresent() && !insisting) {
            tally.unchanged.incrementAndGet();
            return Optional.empty();
        }
        Act act = Act.of(next, now);
        List<Problem.Fault> faults = new ArrayList<>();
        try {
            Decisions.may(order.person(), act, next.status(), () -> standing.map(Measurements.Standing::sender));
        } catch (ProblemException refused) {
            faults.add(Problem.Fault.at(Field.STATUS.code(), refused.problem().code(), refused.problem().detail(), ""));
        }
        if (now.isPresent() && draft.reason().isEmpty()) {
            faults.add(Problem.Fault.at(Field.REASON.code(), "REASON_REQUIRED", reasonRequired(now.get(), next), ""));
        }
        Checks.Result result = checks.of(reported);
        faults.addAll(result.faults());
        if (!faults.isEmpty()) {
            faults.forEach(fault -> read.faults().add(reader.placed(read.line(), draft, fault)));
            return Optional.empty();
        }
        tally.accepted.incrementAndGet();
        result.flags().forEach(flag -> tally.flag(read.line().at(draft.index()), flag));
        if (result.flags().isEmpty() && way != Way.GLANCE) {
            past.add(draft.key(), draft.value());
        }
        List<Flag> flags = act == Act.FINAL ? standing.map(one -> one.revision().flags()).orElse(List.of()) : result.flags();
        return Optional.of(new Measurements.Change(new Measurements.Next(next, act, flags), now, draft.reason().orElse("")));
    }

    private static Text reasonRequired(Measurement now, Measurement next) {
        return now.figure().equals(next.figure())
                ? Text.of("已有 {0}，改动其状态、来源或备注也须说明原因：填“原因”列，或为整个文件写明原因",
                        "{0} stands; to change its status, source or note say why, in the column reason or for the whole file",
                        now.printed())
                : Text.of("已有 {0}，改为 {1} 须说明原因：填“原因”列，或为整个文件写明原因",
                        "{0} stands; to make it {1} say why, in the column reason or for the whole file", now.printed(),
                        next.printed());
    }

    private void close(LineReader.Read read) {
        if (!read.faults().isEmpty()) {
            read.faults().forEach(tally::error);
            rejected.add(read.line(), read.faults());
        }
    }
}
