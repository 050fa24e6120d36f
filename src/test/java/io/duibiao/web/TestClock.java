package io.duibiao.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** In the tests it is a morning of 2041, so that each can have years of its own that nothing else speaks of. */
class TestClock {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
        return Clock.fixed(Instant.parse("2041-03-14T22:30:00Z"), ZoneId.of("Asia/Shanghai"));
    }
}
