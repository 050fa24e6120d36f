package io.duibiao.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Catalogue.Entry;
import io.duibiao.history.History;
import io.duibiao.history.History.Commit;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Loads the seed tables when the service starts; what has been loaded before is left alone. */
@Singleton
class Seeding {

    private final History history;
    private final List<Seeded> others;

    Seeding(History history, @All List<Seeded> others) {
        this.history = history;
        this.others = others;
    }

    /** Before the other rooms begin, so that faulty tables leave nothing behind. */
    void start(@Observes @Priority(1) StartupEvent event) {
        try {
            load(Seed.bundled());
        } catch (FaultySeed e) {
            // As bytes: the console's own encoding may know no Chinese.
            System.err.writeBytes(e.faults().getBytes(StandardCharsets.UTF_8));
            throw new ConfigurationException("Not started: the seed tables are at fault.");
        }
    }

    /** Everything that differs, of all rooms, in one commit. */
    void load(Seed seed) {
        List<Entry> entries = SeedCatalogue.read(seed);
        Catalogue catalogue = new Catalogue(entries);
        List<Consumer<Commit>> writes = others.stream().map(room -> room.read(catalogue, seed)).toList();
        if (!seed.faults().isEmpty()) {
            throw new FaultySeed(seed.faults());
        }
        history.record(now -> {
            keep(entries, now);
            writes.forEach(write -> write.accept(now));
            return entries.size();
        });
    }

    /**
     * An entry is compared with what the seed said of it last, not with what stands: a planner's edit outlives a row that says
     * what it always said.
     */
    private static void keep(List<Entry> entries, Commit now) {
        Catalogue said = new Catalogue(CatalogueRow.by(Seed.AUTHOR).stream().map(CatalogueRow::entry).toList());
        for (Entry entry : entries) {
            Optional<String> before = said.entry(entry.noun(), entry.code()).map(Entry::content).map(Body::of);
            if (!before.equals(Optional.of(Body.of(entry.content())))) {
                CatalogueRow.add(entry.noun(), entry.code(), entry.content(), now, Seed.AUTHOR, "", "seed-data");
            }
        }
    }

    /** Names every fault of every table, one a line. */
    static final class FaultySeed extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private final String faults;

        FaultySeed(List<Seed.Fault> faults) {
            this(faults.stream().map(Seed.Fault::toString)
                    .collect(Collectors.joining("\n", "种子数据有误，服务未启动 / The seed tables are at fault:\n", "\n")));
        }

        private FaultySeed(String faults) {
            super(faults);
            this.faults = faults;
        }

        String faults() {
            return faults;
        }
    }
}
