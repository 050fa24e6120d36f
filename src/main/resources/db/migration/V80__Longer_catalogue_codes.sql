-- A person's finding is kept under target, place and period: three codes in one.
alter table catalogue alter column code set data type varchar(200);
