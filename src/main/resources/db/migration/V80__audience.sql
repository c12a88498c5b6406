-- Leads by stage and segment whom another system keeps in a list. Without a connection it is a file only;
-- without stages it is being emptied, and goes when it is empty. filled_at: when all leads were looked at last;
-- failed_at: when the other system didn't take it, such as a list that it doesn't know.
create table audience (
  name varchar(60) primary key,
  connection varchar(60) references outbound_connection (name),
  list_id varchar(100),
  stages varchar(200) not null,
  segments varchar(1000) not null,
  changed_by varchar(64) not null,
  changed_at timestamp(6) with time zone not null,
  filled_at timestamp(6) with time zone,
  error varchar(1000),
  failed_at timestamp(6) with time zone
);
create index audience_connection on audience (connection);

-- Who is in one, or is to be (waiting), or is to go (leaving). identity is what the other system knows them by,
-- such as the hash of an address: without it they couldn't be taken out again.
create table audience_member (
  audience varchar(60) not null references audience (name) on delete cascade,
  lead_id varchar(36) not null,
  state varchar(10) not null,
  identity varchar(100),
  changed_at timestamp(6) with time zone not null,
  primary key (audience, lead_id)
);
create index audience_member_state on audience_member (audience, state, lead_id);
create index audience_member_lead on audience_member (lead_id);
