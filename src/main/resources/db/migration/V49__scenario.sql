-- Scenarios that somebody wrote or changed; those that ship are files.
create table scenario (
  name varchar(100) primary key,
  content text not null,
  changed_by varchar(64) not null,
  changed_at timestamp(6) with time zone not null
);
