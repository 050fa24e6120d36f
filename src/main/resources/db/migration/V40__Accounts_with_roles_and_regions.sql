-- Every revision of every account: its roles and regions, each with a comma between, and of its password only the bcrypt hash.
create table account_revision (
    username varchar(64) not null,
    revision integer not null,
    recorded_at timestamp(3) with time zone not null,
    author varchar(100) not null,
    reason varchar(1000) not null,
    password_hash varchar(100) not null,
    roles varchar(200) not null,
    regions varchar not null,
    disabled boolean not null,
    constraint account_revision_pk primary key (username, revision)
);
insert into account_revision (username, revision, recorded_at, author, reason, password_hash, roles, regions, disabled)
    select username, 1, recorded_at, 'system', '', password_hash, role_code, '', false from account, commit_head;
drop table account;
