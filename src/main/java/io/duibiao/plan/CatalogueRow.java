package io.duibiao.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;

import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.duibiao.core.Catalogue.Entry;
import io.duibiao.core.Catalogue.Noun;
import io.duibiao.history.Content;
import io.duibiao.history.History;
import io.duibiao.history.Ledger;
import io.duibiao.history.RecordedRow;

/** One revision of a catalogue entry; rows are added and never changed. */
@Entity
@Table(name = "catalogue")
@IdClass(CatalogueRow.Key.class)
class CatalogueRow extends RecordedRow {

    record Key(Noun noun, String code, int revision) {
    }

    @Id
    @Enumerated(EnumType.STRING)
    Noun noun;
    @Id
    String code;
    @Id
    int revision;
    String author;
    String reason;
    /** The document or table that the entry was taken from. */
    String source;
    /** The core record as JSON; of an entry that is withdrawn the one that stood. */
    String body;
    boolean withdrawn;

    /** When the newest row was recorded, of all or of those that were there at the instant. */
    static Optional<Instant> newest(Optional<Instant> asOf) {
        String newest = "select max(recordedAt) from CatalogueRow";
        TypedQuery<Instant> query = asOf
                .map(instant -> getEntityManager().createQuery(newest + " where recordedAt <= ?1", Instant.class)
                        .setParameter(1, instant))
                .orElseGet(() -> getEntityManager().createQuery(newest, Instant.class));
        return Optional.ofNullable(query.getSingleResult());
    }

    /** Everything recorded after an instant and up to another, each entry's last revision after its earlier ones. */
    static List<Entry> between(StatelessSession database, Instant after, Instant upTo) {
        try (Stream<CatalogueRow> rows = database.createSelectionQuery(
                "from CatalogueRow where recordedAt > ?1 and recordedAt <= ?2 order by revision", CatalogueRow.class)
                .setParameter(1, after).setParameter(2, upTo).getResultStream()) {
            return rows.map(CatalogueRow::entry).toList();
        }
    }

    /** All of the entries whose code is like the given one, up to the instant, oldest first. */
    static List<CatalogueRow> revisions(Noun noun, String code, Optional<Instant> asOf) {
        String revisions = "noun = ?1 and code like ?2";
        return asOf
                .<List<CatalogueRow>> map(instant -> list(revisions + " and recordedAt <= ?3 order by recordedAt, code", noun,
                        code, instant))
                .orElseGet(() -> list(revisions + " order by recordedAt, code", noun, code));
    }

    static Optional<CatalogueRow> last(Noun noun, String code) {
        return find("noun = ?1 and code = ?2 order by revision desc", noun, code).firstResultOptional();
    }

    /** What an author said of each entry, oldest first. */
    static List<CatalogueRow> by(String author) {
        return list("author = ?1 order by revision", author);
    }

    /** Keeps the content as the entry's next revision. */
    static CatalogueRow add(Noun noun, String code, Record content, History.Commit commit, String author, String reason,
            String source) {
        CatalogueRow row = new CatalogueRow();
        row.noun = noun;
        row.code = code;
        row.revision = 1 + last(noun, code).map(before -> before.revision).orElse(0);
        row.author = author;
        row.reason = reason;
        row.source = source;
        row.body = Body.of(content);
        commit.add(row);
        return row;
    }

    /** Withdraws what stands under the code. */
    static void withdraw(Noun noun, String code, History.Commit commit, String author, String reason) {
        CatalogueRow standing = last(noun, code).orElseThrow();
        CatalogueRow row = new CatalogueRow();
        row.noun = noun;
        row.code = code;
        row.revision = 1 + standing.revision;
        row.author = author;
        row.reason = reason;
        row.source = standing.source;
        row.body = standing.body;
        row.withdrawn = true;
        commit.add(row);
    }

    /** What is kept beside the key; {@code withdrawn} only where it is. */
    private record Kept(String source, JsonNode body,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean withdrawn) {
    }

    @Override
    protected Ledger.Entry recorded() {
        return Ledger.Entry.of(noun.name().toLowerCase(Locale.ROOT), code, revision, author, reason,
                new Kept(source, Content.json(body), withdrawn ? true : null));
    }

    static CatalogueRow of(Ledger.Entry entry) {
        Kept kept = entry.content(Kept.class);
        CatalogueRow row = new CatalogueRow();
        row.noun = Noun.valueOf(entry.kind().toUpperCase(Locale.ROOT));
        row.code = entry.key();
        row.revision = entry.revision();
        row.author = entry.author();
        row.reason = entry.reason();
        row.source = kept.source();
        row.body = Content.text(kept.body());
        row.withdrawn = kept.withdrawn() != null;
        return row;
    }

    Entry entry() {
        return new Entry(noun, code, revision, recordedAt, Body.read(body, noun.type()), withdrawn);
    }
}
