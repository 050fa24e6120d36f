-- Every revision of every account: its roles and regions, each with a comma between, and of its password only the bcrypt hash.
create table account_revision (
    username varchar(64) not null,
    revision integer not null,
    recorded_at timestamp(3) with time zone not null,
    ordinal integer not null,
    author varchar(100) not null,
    reason varchar(1000) not null,
    password_hash varchar(100) not null,
    roles varchar(200) not null,
    regions varchar not null,
    disabled boolean not null,
    constraint account_revision_pk primary key (username, revision)
);
create index account_revision_place on account_revision (recorded_at, ordinal);
insert into account_revision
    (username, revision, recorded_at, ordinal, author, reason, password_hash, roles, regions, disabled)
    select username, 1, recorded_at, 2000000, 'system', '', password_hash, role_code, '', false from account, commit_head;
drop table account;

-- Bearer tokens, of which only the SHA-256 is kept; a token that is revoked has a second revision.
create table access_token (
    token_id varchar(40) not null,
    revision integer not null,
    recorded_at timestamp(3) with time zone not null,
    ordinal integer not null,
    author varchar(100) not null,
    username varchar(64) not null,
    label varchar(200) not null,
    token_hash varchar(64) not null,
    expires_at timestamp(3) with time zone not null,
    revoked boolean not null,
    constraint access_token_pk primary key (token_id, revision),
    constraint access_token_hash unique (token_hash, revision)
);
create index access_token_place on access_token (recorded_at, ordinal);
create index access_token_owner on access_token (username);

-- Who is signed in to the pages, shared by replicas. It is no history: a restore signs everybody out.
create table signed_in (
    session_hash varchar(64) not null,
    username varchar(64) not null,
    password_hash varchar(100) not null,
    signed_in_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    constraint signed_in_pk primary key (session_hash)
);
create index signed_in_owner on signed_in (username);

-- The audit log: rows are added and never changed.
create sequence audit_seq start with 1 increment by 50;
create table audit (
    id bigint not null,
    occurred_at timestamp(3) with time zone not null,
    event varchar(20) not null,
    username varchar(100) not null,
    address varchar(64) not null,
    request_id varchar(40) not null,
    method varchar(20) not null,
    path varchar(1000) not null,
    status integer not null,
    times integer not null,
    constraint audit_pk primary key (id)
);
create index audit_occurred_at on audit (occurred_at);
