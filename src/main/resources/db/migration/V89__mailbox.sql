-- How far the mailbox was read, by one node at a time.
create table mailbox (
  name varchar(500) primary key,
  folder_validity bigint,
  last_uid bigint not null,
  read_at timestamp(6) with time zone,
  waiting integer not null,
  unreadable bigint not null,
  failing_since timestamp(6) with time zone,
  attempts integer not null,
  next_attempt_at timestamp(6) with time zone not null,
  lease_until timestamp(6) with time zone,
  error varchar(1000)
);
