-- One link a commit. What was recorded before there was a chain is linked when the service first starts.
create table commit_link (
    recorded_at timestamp(3) with time zone not null,
    entries integer not null,
    digest varchar(64) not null,
    constraint commit_link_pk primary key (recorded_at)
);

-- The order within a commit. Values of one commit were recorded after its catalogue entries.
alter table catalogue add column ordinal integer default 0 not null;
update catalogue set ordinal = (
    select count(*) from catalogue earlier where earlier.recorded_at = catalogue.recorded_at
    and (earlier.noun < catalogue.noun or earlier.noun = catalogue.noun
        and (earlier.code < catalogue.code or earlier.code = catalogue.code and earlier.revision <= catalogue.revision)));
alter table catalogue alter column ordinal drop default;
drop index catalogue_recorded_at;
create index catalogue_place on catalogue (recorded_at, ordinal);

alter table measurement add column ordinal integer default 0 not null;
update measurement set ordinal = 1000000 + cast(id as integer);
alter table measurement alter column ordinal drop default;
create index measurement_place on measurement (recorded_at, ordinal);
