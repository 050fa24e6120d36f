package io.duibiao.measurement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.duibiao.core.Language;
import io.duibiao.core.Text;
import io.duibiao.history.History;
import io.duibiao.history.History.Commit;
import io.duibiao.plan.Plans;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Takes files of values in. A small one is read while its sender waits; of the large ones one after the other. */
@ApplicationScoped
class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class);

    /** Files on the disk at once; each may be read into memory in part, and has 256 MiB at most. */
    private static final int MOST_AT_ONCE = 8;
    private static final Map<String, String> SOON = Map.of(HttpHeaders.RETRY_AFTER, "10");
    private static final int UNPROCESSABLE = 422;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final long LAST_WAIT_SECONDS = 20;

    private final Measurements measurements;
    private final Plans plans;
    private final History history;
    private final StatelessSession database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Path folder;
    private final boolean alone;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Map<String, Work> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> daemon(task, "imports"));
    private final Ahead ahead = new Ahead();
    private final ScheduledExecutorService heart = Executors
            .newSingleThreadScheduledExecutor(task -> daemon(task, "imports-progress"));
    private volatile boolean stopping;

    Imports(Measurements measurements, Plans plans, History history, StatelessSession database, ObjectMapper json, Clock clock,
            @ConfigProperty(name = "duibiao.data", defaultValue = "data") String data,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.measurements = measurements;
        this.plans = plans;
        this.history = history;
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.folder = Path.of(data, "imports");
        this.alone = kind.equals("h2");
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** After the tables are there; what an earlier process left on the disk is of no use. */
    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "import-*")) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
        }
        QuarkusTransaction.requiringNew().run(() -> ImportRow.interrupt(now(), alone));
        heart.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
        heart.scheduleWithFixedDelay(this::forget, 0, 1, TimeUnit.DAYS);
    }

    /** What was rejected long ago, and what was only tried; a key of what was recorded answers for ever. */
    void forget() {
        Instant before = now().minus(KEPT);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                RejectedPartRow.forgetBefore(before);
                ImportRow.forgetTried(before);
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "What was rejected or tried before %s is forgotten later", before);
        }
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        heart.shutdown();
        worker.shutdown();
        if (!worker.awaitTermination(LAST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("An import was still at work; it is taken back and shown as interrupted");
        }
    }

    /**
     * A file and what is asked for it.
     *
     * @param idempotencyKey of the sender, for this file alone; a dry run, which changes nothing, has none
     * @param asked all parameters in one spelling
     */
    record Sent(ImportPass.Order order, Optional<String> idempotencyKey, String asked, InputStream body, boolean compressed,
            Language language) {
    }

    /**
     * How an import stands.
     *
     * @param replayed whether it was answered before
     */
    record Standing(ImportRow row, Tally.Report report, ImportRow.State state, boolean replayed) {
    }

    /** @throws ProblemException where the file cannot be read as one */
    Standing take(Sent sent) {
        if (!places.tryAcquire()) {
            throw new ProblemException(Problem.of(503, "TOO_MANY_IMPORTS",
                    new Text("正在处理的文件过多，请稍后再试", "Too many files are being imported; try again later")), SOON);
        }
        boolean handedOn = false;
        Spool spool = spool(sent);
        try {
            Claim claim = QuarkusTransaction.requiringNew().call(() -> claim(sent, spool.digest(sent.asked())));
            if (claim.answered()) {
                return standing(claim.id(), true).orElseThrow();
            }
            Work work = new Work(claim, sent, spool);
            running.put(claim.id(), work);
            if (spool.isLarge()) {
                Standing begun = standing(claim.id(), false).orElseThrow();
                worker.execute(work::runAlone);
                handedOn = true;
                return begun;
            }
            work.runForSender();
            return standing(claim.id(), false).orElseThrow();
        } finally {
            if (!handedOn) {
                release(spool);
            }
        }
    }

    private Spool spool(Sent sent) {
        try {
            return new Spool(folder, sent.body(), sent.compressed());
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private void release(Spool spool) {
        places.release();
        spool.close();
    }

    /** @param answered whether there is an answer already, so that nothing is done */
    private record Claim(String id, int attempt, boolean answered) {
    }

    private Claim claim(Sent sent, String digest) {
        String sender = sent.order().person().name();
        Optional<ImportRow> known = sent.idempotencyKey().flatMap(key -> ImportRow.of(sender, key));
        ImportRow row = known.orElseGet(ImportRow::new);
        if (known.isPresent()) {
            if (!row.digest.equals(digest)) {
                throw Problem.of(UNPROCESSABLE, Problem.Fault.at("Idempotency-Key", "IDEMPOTENCY_KEY_REUSED",
                        new Text("该 Idempotency-Key 已用于另一内容；新的内容请换一个",
                                "This Idempotency-Key was used for other content; give new content a new one"),
                        sent.idempotencyKey().orElse(""))).exception();
            }
            if (running.containsKey(row.id) || row.isRunning(now())) {
                throw new ProblemException(Problem.of(409, "STILL_RUNNING",
                        new Text("同一请求仍在处理，请稍后查询", "The same request is still being worked on; ask again later")),
                        Map.of(HttpHeaders.RETRY_AFTER, "5", HttpHeaders.LOCATION, ImportResource.path(row.id)));
            }
            if (row.isAnswered()) {
                return new Claim(row.id, row.attempt, true);
            }
            RejectedPartRow.forget(row.id);
        } else {
            row.id = UUID.randomUUID().toString();
            row.sender = sender;
            row.key = sent.idempotencyKey().orElse(null);
            row.digest = digest;
            row.atomic = sent.order().atomic();
            row.dryRun = sent.order().dryRun();
            row.sentAt = now();
        }
        row.attempt++;
        row.state = ImportRow.State.RUNNING;
        row.phase = ImportRow.Phase.CHECKING;
        row.heardAt = now();
        row.total = 0;
        row.count(new Tally(""));
        row.report = text(Tally.Report.NONE);
        row.persist();
        return new Claim(row.id, row.attempt, false);
    }

    /** A clock's nanoseconds are more than a column holds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** One that this process works on is running until its commit is on the disk, though H2 lets it be seen before that. */
    Optional<Standing> standing(String id, boolean replayed) {
        boolean works = running.containsKey(id);
        return QuarkusTransaction.requiringNew().call(() -> ImportRow.<ImportRow> findByIdOptional(id)
                .map(row -> new Standing(row, report(row.report), works ? ImportRow.State.RUNNING : row.state(now()),
                        replayed)));
    }

    private void beat() {
        running.values().forEach(work -> {
            try {
                work.tellProgress();
            } catch (RuntimeException e) {
                LOG.debugf(e, "Progress of import %s is told later", work.claim.id());
            }
        });
    }

    private String text(Tally.Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Tally.Report report(String text) {
        try {
            return json.readValue(text, Tally.Report.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file that is being worked on. */
    private final class Work {

        private final Claim claim;
        private final Sent sent;
        private final Spool spool;
        private volatile Tally tally = new Tally("");
        private volatile ImportRow.Phase phase = ImportRow.Phase.CHECKING;
        private volatile int total;
        private volatile boolean glimpsed;
        private volatile boolean settled;

        Work(Claim claim, Sent sent, Spool spool) {
            this.claim = claim;
            this.sent = sent;
            this.spool = spool;
        }

        /** Nobody waits for the answer: whatever happens is told by the state. */
        void runAlone() {
            try {
                run();
            } catch (ProblemException refused) {
                fail(refused.problem());
            } catch (RuntimeException e) {
                if (!(e instanceof ImportPass.Interrupted)) {
                    LOG.errorf(e, "Import %s was interrupted", claim.id());
                }
                interrupt();
            } finally {
                running.remove(claim.id());
                release(spool);
            }
        }

        /** Where this cannot be written, nothing more is heard of it, which says the same; a commit that was made stands. */
        private void interrupt() {
            try {
                settle(ImportRow.State.INTERRUPTED, 0, tally.report());
            } catch (RuntimeException e) {
                LOG.debugf(e, "Import %s is found as it was left", claim.id());
            }
        }

        /** What is refused before anything is told of its lines leaves nothing, so that the key can be used again. */
        void runForSender() {
            try {
                run();
            } catch (RuntimeException e) {
                settled = true;
                QuarkusTransaction.requiringNew().run(() -> {
                    RejectedPartRow.forget(claim.id());
                    ImportRow.deleteById(claim.id());
                });
                throw e;
            } finally {
                running.remove(claim.id());
            }
        }

        private void run() {
            if (sent.order().dryRun()) {
                isTold();
                return;
            }
            boolean glance = spool.isLarge();
            while (!isRecorded(glance) && !isTold()) {
                // What a glance holds against a file need not be: it does not know what stands.
                glance = false;
            }
        }

        private boolean isRecorded(boolean withGlance) {
            CompletableFuture<Boolean> hopeless = withGlance ? ahead.start(this::glance).exceptionally(failed -> true)
                    : CompletableFuture.completedFuture(false);
            try {
                history.record(commit -> {
                    phase = ImportRow.Phase.RECORDING;
                    return read(ImportPass.Way.WHOLE, (pass, lines) -> {
                        record(pass, () -> hopeless.getNow(false), commit);
                        return finish(pass, lines);
                    });
                });
                return true;
            } catch (Refused e) {
                return false;
            } finally {
                glimpsed = true;
                hopeless.join();
            }
        }

        /** Looks a large file through while it is recorded: one that will be refused holds others up for moments only. */
        private boolean glance() {
            return read(ImportPass.Way.GLANCE, (pass, lines) -> {
                Optional<List<LineReader.Read>> batch = pass.batch();
                while (batch.isPresent() && !pass.isRefused()) {
                    pass.settle(batch.get());
                    batch = pass.batch();
                }
                total = pass.rows();
                return pass.isRefused();
            });
        }

        /** Reads a file that is refused, or only tried, for all that can be told of it; of any other nothing is told. */
        private boolean isTold() {
            phase = ImportRow.Phase.CHECKING;
            return read(ImportPass.Way.WHOLE, (pass, lines) -> {
                ahead.each(pass::batch, pass::settle);
                return (pass.isRefused() || sent.order().dryRun()) && finish(pass, lines);
            });
        }

        /** By the catalogue of now: who records has waited until nobody else does. */
        private <T> T read(ImportPass.Way way, Reading<T> reading) {
            try (Sheet sheet = spool.open(); RejectedLines lines = new RejectedLines(folder, sent.language())) {
                Tally counted = new Tally(sheet.form());
                BooleanSupplier goOn = () -> !stopping;
                if (way == ImportPass.Way.GLANCE) {
                    goOn = () -> !stopping && !glimpsed;
                } else {
                    tally = counted;
                }
                return reading.of(new ImportPass(measurements, plans.at(Optional.empty()), sent.order(), counted,
                        lines, goOn, way, sheet), lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * While some values are inserted, the next ones are read and checked on a connection of their own: no key comes twice,
         * and under the commit lock what stands is what stood when it began.
         *
         * @throws Refused where nothing may be recorded; it leaves the transaction, which takes back what it holds
         */
        private void record(ImportPass pass, BooleanSupplier hopeless, Commit commit) {
            ahead.each(() -> pass.batch().map(pass::settle).map(changes -> {
                if (pass.isRefused() || hopeless.getAsBoolean()) {
                    throw new Refused();
                }
                return measurements.ready(changes, sent.order().person().name());
            }), revisions -> measurements.append(revisions, commit));
        }

        /** In the transaction that records, where there is one: what is recorded and that it is done are one. */
        private boolean finish(ImportPass pass, RejectedLines lines) {
            joined(() -> {
                RejectedPartRow.keep(database, claim.id(), lines);
                settle(pass.isRefused() ? ImportRow.State.FAILED : ImportRow.State.DONE, tally.status(sent.order().atomic()),
                        tally.report());
            });
            return true;
        }

        private void fail(Problem problem) {
            Tally.Report told = tally.report();
            settle(ImportRow.State.FAILED, problem.status(), new Tally.Report(told.form(),
                    problem.faults().isEmpty()
                            ? List.of(Problem.Fault.at("", problem.code(), problem.detail(), ""))
                            : problem.faults(),
                    told.understood(), told.flagged()));
        }

        private void settle(ImportRow.State state, int status, Tally.Report report) {
            settled = true;
            joined(() -> {
                ImportRow row = ImportRow.<ImportRow> findByIdOptional(claim.id())
                        .filter(still -> still.attempt == claim.attempt() && still.state == ImportRow.State.RUNNING)
                        .orElseThrow(ImportPass.Interrupted::new);
                row.state = state;
                row.status = status;
                row.count(tally);
                row.total = tally.rows.get();
                row.report = text(report);
                row.heardAt = now();
            });
        }

        void tellProgress() {
            if (!settled) {
                QuarkusTransaction.requiringNew().run(() -> ImportRow.update(
                        "heardAt = ?1, phase = ?2, total = ?3, rows = ?4, accepted = ?5, unchanged = ?6, rejected = ?7"
                                + " where id = ?8 and attempt = ?9 and state = RUNNING",
                        now(), phase, total, tally.rows.get(), tally.accepted.get(), tally.unchanged.get(),
                        tally.rejected.get(), claim.id(), claim.attempt()));
            }
        }

        private static void joined(Runnable work) {
            QuarkusTransaction.joiningExisting().run(work);
        }
    }

    private interface Reading<T> {
        T of(ImportPass pass, RejectedLines lines);
    }

    /** An atomic import has faults. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused() {
            super("", null, false, false);
        }
    }
}
