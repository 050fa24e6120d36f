package io.duibiao.history;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A link of the chain as it is stored. */
@Entity
@Table(name = "commit_link")
class CommitRow {

    @Id
    @Column(name = "recorded_at")
    Instant recordedAt;
    int entries;
    String digest;

    static CommitRow of(Link link) {
        CommitRow row = new CommitRow();
        row.recordedAt = link.recordedAt();
        row.entries = link.entries();
        row.digest = link.digest();
        return row;
    }

    Link link() {
        return new Link(recordedAt, entries, digest);
    }
}
