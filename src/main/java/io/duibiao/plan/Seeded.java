package io.duibiao.plan;

import java.util.function.Consumer;

import io.duibiao.core.Catalogue;
import io.duibiao.history.History.Commit;

/** A room that keeps seed tables of its own. It reads them before anything is written, so that every fault is named at once. */
public interface Seeded {

    /**
     * Reads against the seeded catalogue.
     *
     * @return records what differs from what is kept, in the seed's one commit
     */
    Consumer<Commit> read(Catalogue catalogue, Seed seed);
}
