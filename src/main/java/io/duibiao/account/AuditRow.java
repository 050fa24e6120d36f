package io.duibiao.account;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A line of the audit log; rows are added and never changed. */
@Entity
@Table(name = "audit")
class AuditRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_seq")
    @SequenceGenerator(name = "audit_seq", sequenceName = "audit_seq")
    long id;
    @Column(name = "occurred_at")
    Instant occurredAt;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    Audit.Event event;
    /** Empty where nobody was signed in. */
    String username;
    String address;
    @Column(name = "request_id")
    String requestId;
    String method;
    String path;
    /** HTTP status of the answer; 0 where the line is not about an answer. */
    int status;
    /** How often within the minute. */
    int times;

    /** Those up to the instant that were written after that one, in their order. */
    static List<AuditRow> next(long id, Instant upTo, int most) {
        return AuditRow.<AuditRow> find("id > ?1 and occurredAt <= ?2 order by id", id, upTo).page(0, most).list();
    }

    static void forgetBefore(Instant instant) {
        delete("occurredAt < ?1", instant);
    }
}
