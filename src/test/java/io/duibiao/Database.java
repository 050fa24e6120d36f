package io.duibiao;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The database of every HTTP test: a fresh embedded PostgreSQL where the build is for PostgreSQL, else an H2 file in target.
 */
@QuarkusTestResource(Database.class)
public class Database implements QuarkusTestResourceLifecycleManager {

    private Optional<EmbeddedPostgres> postgres = Optional.empty();
    private Optional<Wire> wire = Optional.empty();

    @Override
    public Map<String, String> start() {
        return "postgresql".equals(System.getProperty("quarkus.datasource.db-kind"))
                ? Map.of("quarkus.datasource.jdbc.url", postgres())
                : Map.of("quarkus.datasource.jdbc.url", "${duibiao.database.h2}", "duibiao.data", "./target/test-data",
                        "quarkus.flyway.clean-at-start", "true");
    }

    private String postgres() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            postgres = Optional.of(started);
            Wire between = new Wire(started.getPort());
            wire = Optional.of(between);
            return "jdbc:postgresql://localhost:%d/postgres?user=postgres&binaryTransfer=false".formatted(between.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test that has a {@code Consumer<Boolean>} cuts the wire with false and mends it with true. */
    @Override
    public void inject(TestInjector tests) {
        wire.ifPresent(between -> tests.injectIntoFields((Consumer<Boolean>) between::cut,
                new TestInjector.MatchesType(Consumer.class)));
    }

    @Override
    public void stop() {
        wire.ifPresent(Database::close);
        postgres.ifPresent(Database::close);
    }

    private static void close(Closeable started) {
        try {
            started.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
