create table account (
    username varchar(64) not null,
    password_hash varchar(100) not null,
    role_code varchar(20) not null,
    version bigint not null,
    constraint account_pk primary key (username)
);
