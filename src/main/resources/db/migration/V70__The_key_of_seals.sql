-- Pictures are sealed with the newest key; the earlier ones still verify.
create table seal_key (
    number integer not null,
    recorded_at timestamp(3) with time zone not null,
    ordinal integer not null,
    secret varchar(64) not null,
    constraint seal_key_pk primary key (number)
);
create index seal_key_place on seal_key (recorded_at, ordinal);
