package io.duibiao;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * Opens the data folder that version 0.3.0 left, with values sent, imported, reviewed and closed, targets resolved and
 * withdrawn.
 */
@QuarkusTest
@TestProfile(Released030Test.Opened.class)
@DisabledIfSystemProperty(named = "quarkus.datasource.db-kind", matches = "postgresql", disabledReason = "the folder is H2's")
class Released030Test extends ReleasedAnswers {

    Released030Test() {
        super("0.3.0");
    }

    public static class Opened extends ReleasedFolder {

        public Opened() {
            super("0.3.0");
        }
    }
}
