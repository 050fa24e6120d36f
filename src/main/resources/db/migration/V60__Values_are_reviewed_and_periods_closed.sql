-- What a revision of a value is: sent, made final, or returned. A review repeats the figure that was sent.
alter table measurement add column act varchar(10) default 'SENT' not null;
-- Why it should be looked at, as JSON.
alter table measurement add column flags varchar default '[]' not null;

-- Every revision of every closing and reopening of a period for a region or group.
create table closure (
    region varchar(100) not null,
    period varchar(20) not null,
    revision integer not null,
    recorded_at timestamp(3) with time zone not null,
    ordinal integer not null,
    author varchar(100) not null,
    reason varchar(1000) not null,
    closed boolean not null,
    constraint closure_revision primary key (region, period, revision)
);
create index closure_place on closure (recorded_at, ordinal);
