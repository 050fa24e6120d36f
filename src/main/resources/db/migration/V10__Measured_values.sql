-- Every revision of every measured value. Scope, basis and base year are part of the key: '' and 0 stand for "none", because a
-- unique constraint does not hold for nulls.
create sequence measurement_seq start with 1 increment by 50;
create table measurement (
    id bigint not null,
    indicator varchar(100) not null,
    region varchar(100) not null,
    scope varchar(200) not null,
    period varchar(20) not null,
    basis varchar(200) not null,
    base_year integer not null,
    revision integer not null,
    recorded_at timestamp(3) with time zone not null,
    author varchar(100) not null,
    reason varchar(1000) not null,
    figure varchar(10) not null,
    amount numeric(18, 4),
    decimals integer not null,
    printed varchar(1000) not null,
    status varchar(12) not null,
    source varchar(1000) not null,
    note varchar(1000),
    derived varchar(1000),
    citations varchar not null,
    constraint measurement_id primary key (id),
    constraint measurement_revision unique (indicator, region, scope, period, basis, base_year, revision)
);
create index measurement_region on measurement (region, indicator);
