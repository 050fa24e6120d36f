package io.duibiao;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Opens the data folder that version 0.4.0 left, with all that 0.3.0 knew, judged by the second edition. */
@QuarkusTest
@TestProfile(Released040Test.Opened.class)
@DisabledIfSystemProperty(named = "quarkus.datasource.db-kind", matches = "postgresql", disabledReason = "the folder is H2's")
class Released040Test extends ReleasedAnswers {

    Released040Test() {
        super("0.4.0");
    }

    public static class Opened extends ReleasedFolder {

        public Opened() {
            super("0.4.0");
        }
    }
}
