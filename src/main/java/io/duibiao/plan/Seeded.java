package io.duibiao.plan;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.duibiao.core.Catalogue;

/** A room that keeps seed tables of its own. It reads them before anything is written, so that every fault is named at once. */
public interface Seeded {

    /**
     * Reads against the seeded catalogue.
     *
     * @return records what differs from what is kept, in the seed's one transaction; it asks for the instant only then
     */
    Consumer<Supplier<Instant>> read(Catalogue catalogue, Seed seed);
}
