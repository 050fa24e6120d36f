package io.duibiao.history;

import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;

/**
 * Whoever asks waits some seconds for a connection; the start waits for minutes: H2 first takes back what a killed process had
 * begun, half a million values in half a minute.
 */
@Singleton
class Opening {

    private static final Duration ASKED = Duration.ofSeconds(5);

    void opened(@Observes @Priority(0) StartupEvent event, AgroalDataSource database) {
        database.getConfiguration().connectionPoolConfiguration().setAcquisitionTimeout(ASKED);
    }
}
