package io.duibiao.measurement;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** More hands for one file: while a part of it is worked on, another thread makes the next one ready. */
final class Ahead {

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "imports-ahead");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Takes all parts in their order. Nothing is being made any more when it returns or throws.
     *
     * @param making gives the next part, empty at the end
     */
    <T> void each(Supplier<Optional<T>> making, Consumer<T> taking) {
        CompletableFuture<Optional<T>> next = start(making);
        try {
            for (Optional<T> part = next.join(); part.isPresent(); part = next.join()) {
                next = start(making);
                taking.accept(part.get());
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        } finally {
            next.exceptionally(failed -> Optional.empty()).join();
        }
    }

    <T> CompletableFuture<T> start(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }
}
