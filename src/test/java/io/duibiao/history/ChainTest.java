package io.duibiao.history;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.duibiao.history.Ledger.Entry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Tampers with the database behind the service's back, in a transaction that is then rolled back. */
@QuarkusTest
class ChainTest {

    @Inject
    Chain chain;
    @Inject
    EntityManager database;

    private static final Chain.Walker NOWHERE = new Chain.Walker() {

        @Override
        public void link(Link link) {
            assertNotEquals("", link.digest());
        }

        @Override
        public void entry(Entry entry) {
            assertNotEquals("", entry.kind());
        }
    };

    private Optional<Instant> brokenAt() {
        try {
            chain.walk(Optional.empty(), NOWHERE);
            return Optional.empty();
        } catch (Chain.Broken e) {
            return Optional.of(e.at());
        }
    }

    /** Where the chain is found broken after these statements. */
    private Optional<Instant> brokenBy(Instant at, String... statements) {
        assertEquals(Optional.empty(), brokenAt());
        QuarkusTransaction.begin();
        try {
            for (String statement : statements) {
                database.createNativeQuery(statement.replace(":at", "timestamp with time zone '" + at + "'")).executeUpdate();
            }
            return brokenAt();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static int year = 1950;

    /** Three commits of one value each, of years that nobody has written. */
    private static List<Instant> recorded() {
        List<Instant> instants = new ArrayList<>();
        IntStream.range(year, year + 3).forEach(of -> instants.add(Instant.parse(given().auth().preemptive()
                .basic("admin", "correct horse 1").contentType("application/json").body("{\"value\":12.50,\"source\":\"a\"}")
                .put("/api/v1/measurements/rural-sewage-treatment/150400/" + of).then().statusCode(201).extract()
                .path("recordedAt"))));
        year += 3;
        return instants;
    }

    private Instant first() {
        return (Instant) database.createNativeQuery("select min(recorded_at) from catalogue", Instant.class).getSingleResult();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update measurement set amount = amount + 1 where recorded_at = :at",
            "update measurement set decimals = 1 where recorded_at = :at",
            "update measurement set region = '150300' where recorded_at = :at",
            "update measurement set author = 'somebody' where recorded_at = :at",
            "update measurement set reason = 'for a reason' where recorded_at = :at",
            "update measurement set revision = 2 where recorded_at = :at",
            "delete from measurement where recorded_at = :at",
            "insert into catalogue (noun, code, revision, recorded_at, author, reason, source, body, ordinal)"
                    + " values ('REGION', 'planted', 1, :at, 'seed', '', '', '{}', 2)",
            "update commit_link set digest = 'f' where recorded_at = :at",
            "update commit_link set entries = 2 where recorded_at = :at",
            "delete from commit_link where recorded_at = :at" })
    void whatWasChangedRemovedOrAddedIsFoundAtItsCommit(String tampering) {
        Instant tampered = recorded().get(1);
        assertEquals(Optional.of(tampered), brokenBy(tampered, tampering));
    }

    @Test
    void aCommitTakenOutWithItsLinkBreaksTheNextOne() {
        List<Instant> commits = recorded();
        assertEquals(Optional.of(commits.get(1)), brokenBy(commits.get(0),
                "delete from measurement where recorded_at = :at", "delete from commit_link where recorded_at = :at"));
    }

    @Test
    void theNewestCommitTakenOutWithItsLinkIsMissed() {
        Instant newest = recorded().get(2);
        assertEquals(Optional.of(newest), brokenBy(newest, "delete from measurement where recorded_at = :at",
                "delete from commit_link where recorded_at = :at"));
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        Instant seeded = first();
        assertEquals(Optional.of(seeded), brokenBy(seeded,
                "update catalogue set ordinal = 3 - ordinal where recorded_at = :at and ordinal in (1, 2)"));
    }

    @Test
    void aValueMovedToAnotherInstantIsFoundWhereItIsMissedOrWhereItNowStands() {
        List<Instant> commits = recorded();
        assertEquals(Optional.of(commits.get(0)), brokenBy(commits.get(1), "update measurement set recorded_at = timestamp "
                + "with time zone '" + commits.get(0) + "', ordinal = 2 where recorded_at = :at"));
        assertEquals(Optional.of(commits.get(1)), brokenBy(commits.get(1), "update measurement set recorded_at = timestamp "
                + "with time zone '" + commits.get(2) + "', ordinal = 2 where recorded_at = :at"));
    }
}
