package io.duibiao;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Opens the data folder that version 0.2.0 left, with values sent, imported, reviewed and closed, and targets resolved. */
@QuarkusTest
@TestProfile(Released020Test.Opened.class)
@DisabledIfSystemProperty(named = "quarkus.datasource.db-kind", matches = "postgresql", disabledReason = "the folder is H2's")
class Released020Test extends ReleasedAnswers {

    Released020Test() {
        super("0.2.0");
    }

    public static class Opened extends ReleasedFolder {

        public Opened() {
            super("0.2.0");
        }
    }
}
