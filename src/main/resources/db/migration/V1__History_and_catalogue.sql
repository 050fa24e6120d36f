-- The last commit: its row is the commit lock, its instant the newest that exists.
create table commit_head (
    recorded_at timestamp(3) with time zone not null
);
insert into commit_head (recorded_at) values (timestamp with time zone '1970-01-01 00:00:00+00:00');

-- Every revision of every plan, indicator, region, group, target and resolution.
create table catalogue (
    noun varchar(20) not null,
    code varchar(100) not null,
    revision integer not null,
    recorded_at timestamp(3) with time zone not null,
    author varchar(100) not null,
    reason varchar(1000) not null,
    source varchar(1000) not null,
    body varchar not null,
    constraint catalogue_revision primary key (noun, code, revision)
);
create index catalogue_recorded_at on catalogue (recorded_at);
