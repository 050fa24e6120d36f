package io.duibiao.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** An account as it is stored; of its password only the bcrypt hash. */
@Entity
@Table(name = "account")
class AccountRow extends PanacheEntityBase {

    @Id
    String username;

    @Column(name = "password_hash", nullable = false)
    String passwordHash;

    @Column(name = "role_code", nullable = false)
    String role;

    @Version
    long version;
}
