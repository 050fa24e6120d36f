package io.duibiao.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.hibernate.StatelessSession;

import io.duibiao.history.Ledger.Entry;
import io.duibiao.history.Ledger.Place;
import io.duibiao.history.Ledger.Placed;
import io.duibiao.history.Ledger.Readers;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** Everything that was ever recorded, in its order, and whether it is what was recorded. Of any length, it is read in pages. */
@ApplicationScoped
public class Chain {

    private static final int PAGE = 1000;
    private static final Place BEGINNING = Place.endOf(Instant.EPOCH);

    private final StatelessSession database;
    private final History history;
    private final List<Ledger<?>> ledgers;

    Chain(StatelessSession database, History history, @All List<Ledger<?>> ledgers) {
        this.database = database;
        this.history = history;
        this.ledgers = ledgers;
    }

    /** What stands is not what was recorded at this instant: something was changed, added, removed or moved. */
    public static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Instant at;

        Broken(Instant at) {
            super("the chain of commits is broken at " + at);
            this.at = at;
        }

        public Instant at() {
            return at;
        }
    }

    /** The database holds what people recorded, which a restore would lose. */
    public static final class Occupied extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Occupied(Instant since) {
            super("people have recorded since " + since);
        }
    }

    /** Meets the chain link by link, each followed by its entries. */
    public interface Walker {

        void link(Link link);

        void entry(Entry entry);
    }

    /** Before any room records: version 0.1.0 kept no chain, so what it recorded is linked as it is found. */
    void begin(@Observes @Priority(0) StartupEvent event) {
        history.alone(newest -> {
            boolean chained = newest.equals(Instant.EPOCH) || !links(Instant.EPOCH, newest, 1).isEmpty();
            return new History.Done<>(chained, chained ? Optional.empty() : Optional.of(linked(newest)));
        });
    }

    /** Keeps the links of all commits before the newest. */
    private Link linked(Instant newest) {
        Iterator<Placed> entries = entries(BEGINNING, newest, Readers.NOBODY_ELSE);
        Optional<Placed> entry = next(entries);
        String previous = Link.NONE;
        while (true) {
            Instant instant = entry.map(placed -> placed.place().recordedAt()).orElse(newest);
            Link.Forging forging = new Link.Forging(previous, instant);
            while (entry.filter(placed -> placed.place().recordedAt().equals(instant)).isPresent()) {
                forging.add(entry.get().entry().line());
                entry = next(entries);
            }
            Link link = forging.link();
            if (instant.equals(newest)) {
                return link;
            }
            history.keep(link);
            previous = link.digest();
        }
    }

    /** When the newest entry up to the instant was recorded; the epoch where there is none. */
    public Instant newest(Instant upTo, Readers who) {
        return ledgers.stream().filter(ledger -> ledger.isReadBy(who))
                .flatMap(ledger -> read(() -> ledger.newest(database, upTo)).stream())
                .max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** What was recorded after the place and up to the instant. Later commits neither change it nor come into it. */
    public Iterator<Placed> entries(Place after, Instant upTo, Readers who) {
        return new Merged(ledgers.stream().filter(ledger -> ledger.isReadBy(who))
                .map(ledger -> new Pages<Place, Placed>(after, Placed::place,
                        (from, most) -> read(() -> ledger.entries(database, from, upTo, most))))
                .toList());
    }

    /**
     * Walks all that was recorded up to the instant, or up to the newest commit where none is given.
     *
     * @return the last link; empty where nothing was recorded
     * @throws Broken at the first commit that is not what was recorded; what it holds the walker has met by then
     */
    public Optional<Link> walk(Optional<Instant> asOf, Walker walker) {
        Instant newest = asOf.orElseGet(history::newest);
        Iterator<Placed> entries = entries(BEGINNING, newest, Readers.NOBODY_ELSE);
        Optional<Placed> entry = next(entries);
        Optional<Link> last = Optional.empty();
        Pages<Instant, Link> links = new Pages<>(Instant.EPOCH, Link::recordedAt,
                (from, most) -> read(() -> links(from, newest, most)));
        while (links.head().isPresent()) {
            Link link = links.next();
            walker.link(link);
            Link.Forging forging = new Link.Forging(last.map(Link::digest).orElse(Link.NONE), link.recordedAt());
            while (entry.filter(placed -> !placed.place().recordedAt().isAfter(link.recordedAt())).isPresent()) {
                Placed placed = entry.get();
                if (placed.place().recordedAt().isBefore(link.recordedAt())) {
                    throw new Broken(placed.place().recordedAt());
                }
                forging.add(placed.entry().line());
                walker.entry(placed.entry());
                entry = next(entries);
            }
            if (!forging.link().equals(link)) {
                throw new Broken(link.recordedAt());
            }
            last = Optional.of(link);
        }
        entry.ifPresent(placed -> {
            throw new Broken(placed.place().recordedAt());
        });
        if (asOf.isEmpty() && !newest.equals(last.map(Link::recordedAt).orElse(Instant.EPOCH))) {
            throw new Broken(newest);
        }
        return last;
    }

    /**
     * Replaces everything by what the work gives back, in one transaction: first a link, then its entries, and so on.
     *
     * @param first whether an entry may be replaced, because the first start of the service made it
     * @throws Occupied where there are others that everybody reads
     * @throws Broken where a commit given back is not what its link says
     * @throws Content.Unreadable where an entry is none of this version
     */
    public <T> T restore(Predicate<Entry> first, Function<Walker, T> work) {
        return history.alone(newest -> {
            entries(BEGINNING, newest, Readers.EVERYBODY).forEachRemaining(placed -> {
                if (!first.test(placed.entry())) {
                    throw new Occupied(placed.place().recordedAt());
                }
            });
            ledgers.forEach(ledger -> ledger.clear(database));
            database.createMutationQuery("delete from CommitRow").executeUpdate();
            Restoration restoration = new Restoration();
            return new History.Done<>(work.apply(restoration), restoration.finished());
        });
    }

    private final class Restoration implements Walker {

        private final List<Entry> waiting = new ArrayList<>();
        private Optional<Link> current = Optional.empty();
        private History.Commit commit = new History.Commit(Link.NONE, () -> Instant.EPOCH);

        @Override
        public void link(Link link) {
            String previous = finished().map(finished -> {
                history.keep(finished);
                return finished.digest();
            }).orElse(Link.NONE);
            current = Optional.of(link);
            commit = new History.Commit(previous, link::recordedAt);
        }

        @Override
        public void entry(Entry entry) {
            if (waiting.size() == PAGE || !waiting.isEmpty() && ledger(entry) != ledger(waiting.get(0))) {
                putBack();
            }
            waiting.add(entry);
        }

        private void putBack() {
            if (!waiting.isEmpty()) {
                ledger(waiting.get(0)).restore(database, waiting, commit);
                waiting.clear();
            }
        }

        /** The current link, which is the one that was given. */
        Optional<Link> finished() {
            putBack();
            current.filter(link -> !commit.link().equals(link)).ifPresent(link -> {
                throw new Broken(link.recordedAt());
            });
            return current;
        }
    }

    private Ledger<?> ledger(Entry entry) {
        return ledgers.stream().filter(ledger -> ledger.holds(entry.kind())).findFirst()
                .orElseThrow(() -> new Content.Unreadable(new IllegalArgumentException("no ledger of " + entry.kind())));
    }

    private List<Link> links(Instant after, Instant upTo, int most) {
        return database
                .createSelectionQuery("from CommitRow where recordedAt > ?1 and recordedAt <= ?2 order by recordedAt",
                        CommitRow.class)
                .setParameter(1, after).setParameter(2, upTo).setMaxResults(most).list().stream().map(CommitRow::link).toList();
    }

    private static <T> List<T> read(Callable<List<T>> query) {
        return QuarkusTransaction.joiningExisting().call(query);
    }

    private static <T> Optional<T> next(Iterator<T> from) {
        return from.hasNext() ? Optional.of(from.next()) : Optional.empty();
    }

    /** Rows of one table, in order; each page is read where the one before ended. */
    private static final class Pages<P, T> {

        private final Function<T, P> place;
        private final BiFunction<P, Integer, List<T>> read;
        private final Deque<T> page = new ArrayDeque<>();
        private P after;
        private boolean ended;

        Pages(P after, Function<T, P> place, BiFunction<P, Integer, List<T>> read) {
            this.after = after;
            this.place = place;
            this.read = read;
        }

        Optional<T> head() {
            if (page.isEmpty() && !ended) {
                page.addAll(read.apply(after, PAGE));
                ended = page.size() < PAGE;
            }
            return Optional.ofNullable(page.peek());
        }

        T next() {
            T next = head().orElseThrow();
            page.remove();
            after = place.apply(next);
            return next;
        }
    }

    private static final class Merged implements Iterator<Placed> {

        private final List<Pages<Place, Placed>> ledgers;

        Merged(List<Pages<Place, Placed>> ledgers) {
            this.ledgers = ledgers;
        }

        private Optional<Pages<Place, Placed>> first() {
            return ledgers.stream().filter(ledger -> ledger.head().isPresent())
                    .min(Comparator.comparing(ledger -> ledger.head().orElseThrow().place()));
        }

        @Override
        public boolean hasNext() {
            return first().isPresent();
        }

        @Override
        public Placed next() {
            return first().orElseThrow().next();
        }
    }
}
