package io.duibiao.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.StatelessSession;

import io.duibiao.history.Content;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The audit log as lines of JSON, on its way out and in again. */
@ApplicationScoped
public class AuditLog {

    private static final int PAGE = 1000;

    private final Audit audit;
    private final StatelessSession database;

    AuditLog(Audit audit, StatelessSession database) {
        this.audit = audit;
        this.database = database;
    }

    /** A line as it is exported; its number is the database's own. */
    private record Kept(Instant at, Audit.Event event, String name, String address, String requestId, String method,
            String path, int status, int times) {

        static Kept of(AuditRow row) {
            return new Kept(row.occurredAt, row.event, row.username, row.address, row.requestId, row.method, row.path,
                    row.status, row.times);
        }

        AuditRow row() {
            AuditRow row = new AuditRow();
            row.occurredAt = at;
            row.event = event;
            row.username = name;
            row.address = address;
            row.requestId = requestId;
            row.method = method;
            row.path = path;
            row.status = status;
            row.times = times;
            return row;
        }
    }

    /** Tells every line up to the instant, or up to now where none is given, in the order in which they were written. */
    public void tell(Optional<Instant> upTo, Consumer<String> reader) {
        audit.flush();
        Instant last = upTo.orElse(Audit.END.occurredAt());
        long after = 0;
        List<AuditRow> page;
        do {
            long from = after;
            page = QuarkusTransaction.joiningExisting().call(() -> AuditRow.next(from, last, PAGE));
            for (AuditRow row : page) {
                reader.accept(Content.text(Kept.of(row)));
                after = row.id;
            }
        } while (page.size() == PAGE);
    }

    /**
     * Puts a line back beside those that are there, in the transaction of the caller.
     *
     * @throws Content.Unreadable where it is none that {@link #tell} told
     */
    public void putBack(String line) {
        database.insert(Content.read(line, Kept.class).row());
    }
}
