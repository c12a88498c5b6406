-- Links in mails that answer one round of one question as one person (rule R15). Only the hash is
-- kept: who reads this table can't answer.
create table answer_link (
  hash varchar(64) primary key,
  deadline_id bigint not null references deadline (id),
  person varchar(64) not null,
  made_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone
);
create index answer_link_deadline on answer_link (deadline_id);

insert into alert_channel (name) values ('teams');
