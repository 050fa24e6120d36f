package io.duibiao.account;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Somebody who is signed in to the pages. */
@Entity
@Table(name = "signed_in")
class SessionRow extends PanacheEntityBase {

    @Id
    @Column(name = "session_hash")
    String hash;
    String username;
    /** The account's at sign-in: a changed password ends every session. */
    @Column(name = "password_hash")
    String passwordHash;
    @Column(name = "signed_in_at")
    Instant signedInAt;
    @Column(name = "expires_at")
    Instant expiresAt;
}
