package io.duibiao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The database of every HTTP test: a fresh embedded PostgreSQL where the build is for PostgreSQL, else an H2 file in target.
 */
@QuarkusTestResource(Database.class)
public class Database implements QuarkusTestResourceLifecycleManager {

    private Optional<EmbeddedPostgres> postgres = Optional.empty();

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
            return started.getJdbcUrl("postgres", "postgres") + "&binaryTransfer=false";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        postgres.ifPresent(started -> {
            try {
                started.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
