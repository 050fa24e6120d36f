package io.duibiao.account;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.duibiao.problem.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Parameters;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.ext.web.RoutingContext;

/**
 * The audit log: who signed in, who was refused, who wrote. A write is kept before it is answered; what comes in floods is
 * gathered for some seconds, and beyond so many lines a minute it is only counted, so that nobody can fill the disk with it.
 */
@ApplicationScoped
class Audit {

    /** What can be told of. */
    public enum Event {
        SIGNED_IN,
        SIGNED_OUT,
        SIGN_IN_FAILED,
        /** Too many failures: the login was not even tried. */
        SIGN_IN_DELAYED,
        /** A write without a valid login (401). */
        NOT_SIGNED_IN,
        /** A write by somebody who may not (403). */
        NOT_ALLOWED,
        WRITTEN
    }

    private static final Logger LOG = Logger.getLogger(Audit.class);
    static final Place END = new Place(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);
    private static final int SECONDS = 5;
    private static final int LONGEST_PATH = 1000;

    private final Gathered gathered = new Gathered();
    private final Optional<Integer> days;

    private final ScheduledExecutorService writing = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "audit");
        thread.setDaemon(true);
        return thread;
    });

    /** @param days how long a line is kept; all of them, where none is given */
    Audit(@ConfigProperty(name = "duibiao.audit.days") Optional<Integer> days) {
        this.days = days;
        days.filter(kept -> kept < 1).ifPresent(kept -> {
            throw new ConfigurationException("DUIBIAO_AUDIT_DAYS: 须为1以上的整数 / must be 1 or more: " + kept);
        });
    }

    void begin(@Observes StartupEvent start) {
        writing.scheduleWithFixedDelay(this::flush, SECONDS, SECONDS, TimeUnit.SECONDS);
        days.ifPresent(
                kept -> writing.scheduleWithFixedDelay(() -> forgetBefore(Instant.now().minus(Duration.ofDays(kept))), 0, 1,
                        TimeUnit.HOURS));
    }

    void forgetBefore(Instant instant) {
        try {
            QuarkusTransaction.requiringNew().run(() -> AuditRow.forgetBefore(instant));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Lines of the audit log from before %s are forgotten later", instant);
        }
    }

    /** Never by an interrupt: a thread that is interrupted while it writes closes H2's file under everybody. */
    void end(@Observes ShutdownEvent stop) throws InterruptedException {
        writing.shutdown();
        if (!writing.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The audit log was still being written");
        }
        flush();
    }

    /** Tells of a sign-in, once it is gathered. */
    void note(Event event, String username, RoutingContext routing) {
        gathered.add(what(event, username, routing, 0), seen(routing));
    }

    /** Tells of a refusal, once it is gathered. */
    void refused(Event event, String username, RoutingContext routing, int status) {
        gathered.add(what(event, username, routing, status), seen(routing));
    }

    /** Tells of a write at once, unless nothing may be waited for here. */
    void written(String username, RoutingContext routing, int status) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            keep(Map.of(what(Event.WRITTEN, username, routing, status), seen(routing)));
        } else {
            gathered.add(what(Event.WRITTEN, username, routing, status), seen(routing));
        }
    }

    private static Gathered.What what(Event event, String username, RoutingContext routing, int status) {
        String uri = routing.request().uri().replaceAll("[^\\x20-\\x7e]", "?");
        return new Gathered.What(event, username, Caller.address(routing), routing.request().method().name(),
                uri.substring(0, Math.min(uri.length(), LONGEST_PATH)), status);
    }

    private static Gathered.Seen seen(RoutingContext routing) {
        return new Gathered.Seen(Instant.now().truncatedTo(ChronoUnit.MILLIS), Caller.of(routing).requestId(), 1);
    }

    /** Writes what was gathered. */
    void flush() {
        keep(gathered.taken());
    }

    /** What was done stays done: where the log cannot be kept in the database, it is told to the one of the process. */
    private static void keep(Map<Gathered.What, Gathered.Seen> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> lines.forEach((what, seen) -> row(what, seen).persist()));
        } catch (RuntimeException e) {
            lines.forEach((what, seen) -> LOG.errorf("Not kept in the audit log: %s %s", what, seen));
            LOG.error("The audit log could not be written", e);
        }
    }

    private static AuditRow row(Gathered.What what, Gathered.Seen seen) {
        AuditRow row = new AuditRow();
        row.occurredAt = seen.first();
        row.event = what.event();
        row.username = what.username();
        row.address = what.address();
        row.requestId = seen.requestId();
        row.method = what.method();
        row.path = what.path();
        row.status = what.status();
        row.times = seen.times();
        return row;
    }

    /** What the log is narrowed to. */
    record Wanted(Optional<Event> event, Optional<String> username, Optional<Instant> from, Optional<Instant> upTo) {
    }

    /** Where a line stands in the log; lines of one instant as they were written. */
    record Place(Instant occurredAt, long id) {
    }

    /** At most so many lines, the newest first. */
    List<AuditRow> read(Wanted wanted, Place before, int most) {
        flush();
        return QuarkusTransaction.joiningExisting().call(() -> AuditRow.<AuditRow> find("""
                (:anyEvent = true or event = :event) and (:anyName = true or username = :username)
                and occurredAt >= :from and occurredAt <= :upTo
                and (occurredAt < :before or occurredAt = :before and id < :id) order by occurredAt desc, id desc""",
                Parameters.with("anyEvent", wanted.event().isEmpty()).and("event", wanted.event().orElse(Event.WRITTEN))
                        .and("anyName", wanted.username().isEmpty()).and("username", wanted.username().orElse(""))
                        .and("from", wanted.from().orElse(Instant.EPOCH))
                        .and("upTo", wanted.upTo().orElse(END.occurredAt())).and("before", before.occurredAt())
                        .and("id", before.id()))
                .page(0, most).list());
    }
}
