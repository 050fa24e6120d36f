package io.duibiao.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.duibiao.core.Measurement;
import io.duibiao.core.Period;

class SeenKeysTest {

    private static Measurement.Key key(int region, String scope) {
        return new Measurement.Key("forest-cover", String.valueOf(region), Optional.of(scope), Period.of("2023"),
                Optional.empty(), Optional.empty());
    }

    @Test
    void aKeyIsKnownByTheLineWhereItWasFirst() {
        SeenKeys seen = new SeenKeys();
        for (int i = 0; i < 100_000; i++) {
            assertEquals(0, seen.put(key(i, "a"), i + 2));
        }
        for (int i = 0; i < 100_000; i += 7) {
            assertEquals(i + 2, seen.put(key(i, "a"), 1_000_000));
        }
        assertEquals(0, seen.put(key(0, "b"), 3));
    }
}
