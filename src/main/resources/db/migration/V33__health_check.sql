-- One row, written anew by each look at the application's health.
create table health_check (
  checked_at timestamp with time zone not null
);

insert into health_check (checked_at) values (timestamp with time zone '1970-01-01 00:00:00+00:00');
