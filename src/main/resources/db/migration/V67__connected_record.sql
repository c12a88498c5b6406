-- What other systems call our leads, companies, deals and notes, and what they said of them when we last wrote
-- or read it: what is told there differently since is news, what is the same is our own echo.
create table connected_record (
  connection varchar(60) not null references outbound_connection (name),
  kind varchar(10) not null,
  local_id varchar(120) not null,
  remote_id varchar(100) not null,
  lead_id varchar(36),
  written varchar(16000) not null,
  primary key (connection, kind, local_id)
);
create index connected_record_remote on connected_record (connection, kind, remote_id);
create index connected_record_lead on connected_record (lead_id);

-- Where both sides say something else of what one of them owns, until both say the same.
create table connection_conflict (
  connection varchar(60) not null references outbound_connection (name),
  lead_id varchar(36) not null,
  field varchar(60) not null,
  ours varchar(1000),
  theirs varchar(1000),
  noticed_at timestamp(6) with time zone not null,
  primary key (connection, lead_id, field)
);

-- How far each connection was listened to, and when it is listened to again.
alter table outbound_connection add heard_to timestamp(6) with time zone;
alter table outbound_connection add listen_at timestamp(6) with time zone;
