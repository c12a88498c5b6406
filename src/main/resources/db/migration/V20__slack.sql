-- Whom a Slack user is, where the e-mail address doesn't tell.
alter table person add column slack_id varchar(40);
alter table person add constraint person_slack unique (slack_id);

-- A request of Slack's is taken once, on whichever node; later than that it is too old anyway.
create table slack_signature (
  signature varchar(80) primary key,
  seen_at timestamp(6) with time zone not null
);
create index slack_signature_seen on slack_signature (seen_at);

-- What somebody did in Slack, stored before Slack is told that we have it, worked off afterwards:
-- pending until it is worked (what to reply is known then), done when that was said.
create table slack_action (
  id varchar(200) primary key,
  verb varchar(20) not null,
  slack_user varchar(40) not null,
  handoff_id varchar(40),
  question varchar(20),
  fields varchar(20000) not null,
  reply_url varchar(1000),
  trigger_id varchar(200),
  state varchar(10) not null,
  reply varchar(4000),
  attempts integer not null,
  error varchar(1000),
  recorded_at timestamp(6) with time zone not null,
  next_attempt_at timestamp(6) with time zone not null,
  lease_until timestamp(6) with time zone
);
create index slack_action_due on slack_action (state, next_attempt_at);

-- Messages that can be answered, open until somebody did; due while Slack is yet to show that.
create table slack_message (
  notice_key varchar(300) primary key,
  handoff_id varchar(36) not null,
  recipient varchar(64) not null,
  question varchar(20) not null,
  channel varchar(40) not null,
  ts varchar(40) not null,
  note varchar(600),
  state varchar(10) not null,
  said varchar(1000),
  said_at timestamp(6) with time zone,
  attempts integer not null,
  error varchar(1000),
  next_attempt_at timestamp(6) with time zone,
  lease_until timestamp(6) with time zone
);
create index slack_message_handoff on slack_message (handoff_id);
create index slack_message_due on slack_message (state, next_attempt_at);
