package io.duibiao.measurement;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.StatelessSession;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A part of the rejected lines of an import. */
@Entity
@Table(name = "rejected_part")
@IdClass(RejectedPartRow.Key.class)
class RejectedPartRow extends PanacheEntityBase {

    record Key(String importId, int part) {
    }

    @Id
    @Column(name = "import_id")
    String importId;
    @Id
    int part;
    String content;

    /** Keeps the lines with the import. */
    static void keep(StatelessSession database, String importId, RejectedLines lines) {
        int[] part = { 0 };
        lines.parts(content -> {
            RejectedPartRow row = new RejectedPartRow();
            row.importId = importId;
            row.part = part[0]++;
            row.content = content;
            database.insert(row);
        });
    }

    static List<RejectedPartRow> next(String importId, int from, int most) {
        return find("importId = ?1 and part >= ?2 order by part", importId, from).page(0, most).list();
    }

    static void forget(String importId) {
        delete("importId", importId);
    }

    static void forgetBefore(Instant instant) {
        delete("importId in (select i.id from ImportRow i where i.sentAt < ?1)", instant);
    }
}
