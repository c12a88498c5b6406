-- Mails between reps and leads: written on a card, answered, bounced, or copied to the mailbox.
create table email (
  id varchar(36) primary key,
  lead_id varchar(36) not null,
  rep varchar(64) not null,
  kind varchar(20) not null,
  answers varchar(36),
  subject varchar(200) not null,
  content varchar(8000) not null,
  state varchar(20) not null,
  why varchar(500),
  happened_at timestamp(6) with time zone not null,
  recorded_at timestamp(6) with time zone not null,
  message_hash varchar(64) not null,
  token varchar(26) not null,
  touch_state varchar(20) not null,
  attempts integer not null,
  next_attempt_at timestamp(6) with time zone,
  lease_until timestamp(6) with time zone,
  error varchar(1000),
  constraint email_once unique (message_hash, token)
);
create index email_lead on email (lead_id, recorded_at);
create index email_touch on email (touch_state, next_attempt_at, id);
create index email_recorded on email (recorded_at);

-- Addresses with a token: where a mail is answered, and where a rep's copies go.
create table email_address (
  token varchar(26) primary key,
  purpose varchar(10) not null,
  lead_id varchar(36) not null,
  rep varchar(64) not null,
  email_id varchar(36),
  log_of varchar(110),
  created_at timestamp(6) with time zone not null,
  constraint email_address_once unique (log_of)
);
create index email_address_lead on email_address (lead_id);
create index email_address_email on email_address (email_id);
