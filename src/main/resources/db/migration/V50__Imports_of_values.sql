-- What was sent in bulk, and what came of it; the digest says later what it was. A key answers once for its sender.
create table value_import (
    id varchar(36) not null,
    sender varchar(100) not null,
    idempotency_key varchar(255),
    digest varchar(64) not null,
    attempt integer not null,
    state varchar(12) not null,
    phase varchar(10) not null,
    atomic boolean not null,
    dry_run boolean not null,
    sent_at timestamp(3) with time zone not null,
    heard_at timestamp(3) with time zone not null,
    status integer not null,
    total_count integer not null,
    row_count integer not null,
    accepted_count integer not null,
    unchanged_count integer not null,
    rejected_count integer not null,
    empty_count integer not null,
    report varchar not null,
    constraint value_import_pk primary key (id),
    constraint value_import_key unique (sender, idempotency_key)
);

-- The rejected lines as a CSV file, in parts.
create table rejected_part (
    import_id varchar(36) not null,
    part integer not null,
    content varchar not null,
    constraint rejected_part_pk primary key (import_id, part)
);
