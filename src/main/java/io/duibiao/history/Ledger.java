package io.duibiao.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a room has recorded. A room that records has one as a bean, and with that is in the chain, the feed and the export.
 *
 * @param <R> the room's rows
 */
public abstract class Ledger<R extends RecordedRow> {

    /** Who may read the entries beside the administrator, who exports them. */
    public enum Readers {
        EVERYBODY,
        NOBODY_ELSE
    }

    /**
     * What was said of one thing at one time.
     *
     * @param kind what the thing is, in lower case
     * @param key what tells it from others of its kind
     * @param revision 1 for the first
     * @param content JSON, written by {@link Content}
     */
    public record Entry(String kind, String key, int revision, String author, String reason, @JsonRawValue String content) {

        public Entry {
            Stream.of(kind, key, author, reason, content).forEach(Objects::requireNonNull);
        }

        /** @param content read back by {@link #content} */
        public static Entry of(String kind, String key, int revision, String author, String reason, Record content) {
            return new Entry(kind, key, revision, author, reason, Content.text(content));
        }

        @JsonCreator
        static Entry read(@JsonProperty("kind") String kind, @JsonProperty("key") String key,
                @JsonProperty("revision") int revision, @JsonProperty("author") String author,
                @JsonProperty("reason") String reason, @JsonProperty("content") JsonNode content) {
            return new Entry(kind, key, revision, author, reason, Content.text(content));
        }

        /** @throws Content.Unreadable where the line is none that {@link #line} wrote */
        public static Entry ofLine(String line) {
            return Content.read(line, Entry.class);
        }

        /** The entry on one line, as the digests cover it and the export gives it. */
        public String line() {
            return Content.text(this);
        }

        /** @throws Content.Unreadable where the content is none of this type */
        public <T extends Record> T content(Class<T> type) {
            return Content.read(content, type);
        }
    }

    /**
     * Where an entry stands among all that were ever recorded.
     *
     * @param ordinal counts the entries of one commit from 1
     */
    public record Place(Instant recordedAt, int ordinal) implements Comparable<Place> {

        /** Before everything recorded later. */
        public static Place endOf(Instant commit) {
            return new Place(commit, Integer.MAX_VALUE);
        }

        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::recordedAt).thenComparingInt(Place::ordinal).compare(this, other);
        }
    }

    /** An entry and its place. */
    public record Placed(Place place, Entry entry) {
    }

    private final Class<R> rows;
    private final Set<String> kinds;
    private final Readers readers;

    /** @param kinds of its entries; no other ledger has them */
    protected Ledger(Class<R> rows, Readers readers, Set<String> kinds) {
        this.rows = rows;
        this.readers = readers;
        this.kinds = kinds;
    }

    /** The row that such an entry was read from, but for its place. */
    protected abstract R row(Entry entry);

    boolean isReadBy(Readers who) {
        return who == Readers.NOBODY_ELSE || readers == Readers.EVERYBODY;
    }

    boolean holds(String kind) {
        return kinds.contains(kind);
    }

    /**
     * After the place and up to the instant, in order; first the rest of a commit, then the next ones. An index serves each;
     * that it has them in this order H2 sees only where all of its columns are named.
     */
    List<Placed> entries(StatelessSession database, Place after, Instant upTo, int most) {
        String from = "from " + rows.getName();
        List<R> page = new ArrayList<>(database
                .createSelectionQuery(from + " where recordedAt = ?1 and ordinal > ?2 order by recordedAt, ordinal", rows)
                .setParameter(1, after.recordedAt()).setParameter(2, after.ordinal()).setMaxResults(most).list());
        if (page.size() < most) {
            page.addAll(database
                    .createSelectionQuery(
                            from + " where recordedAt > ?1 and recordedAt <= ?2 order by recordedAt, ordinal", rows)
                    .setParameter(1, after.recordedAt()).setParameter(2, upTo).setMaxResults(most - page.size()).list());
        }
        return page.stream().map(row -> new Placed(new Place(row.recordedAt, row.ordinal), row.recorded())).toList();
    }

    /** When the newest row up to the instant was recorded, if there is one. */
    List<Instant> newest(StatelessSession database, Instant upTo) {
        return database.createSelectionQuery(
                "select recordedAt from " + rows.getName() + " where recordedAt <= ?1 order by recordedAt desc", Instant.class)
                .setParameter(1, upTo).setMaxResults(1).list();
    }

    private R readable(Entry entry) {
        try {
            return row(entry);
        } catch (RuntimeException e) {
            throw new Content.Unreadable(e);
        }
    }

    void clear(StatelessSession database) {
        database.createMutationQuery("delete from " + rows.getName()).executeUpdate();
    }

    void restore(StatelessSession database, List<Entry> entries, History.Commit commit) {
        List<R> restored = entries.stream().map(this::readable).toList();
        restored.forEach(commit::place);
        try {
            database.insertMultiple(restored);
        } catch (DataException | ConstraintViolationException e) {
            throw new Content.Unreadable(e);
        }
    }
}
