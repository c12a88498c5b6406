-- Answers are told in the audit too; a link of the chain seals each entry.
alter table audit_entry add address varchar(64);
alter table audit_entry add answer_id bigint;
alter table audit_entry add constraint audit_entry_answer unique (answer_id);
create index audit_entry_recorded on audit_entry (recorded_at, id);

create table audit_link (
  number bigint primary key,
  entry_id bigint not null unique,
  salt varchar(32) not null,
  values_hash varchar(64) not null,
  hash varchar(64) not null
);

create table audit_head (
  singleton boolean primary key check (singleton),
  number bigint not null,
  hash varchar(64) not null
);
insert into audit_head (singleton, number, hash) values (true, 0, '');
