-- One stay of a lead in nurture. open_one is true while it runs and null after: one at a time.
create table nurture (
  id varchar(36) primary key,
  lead_id varchar(36) not null references lead (id),
  open_one boolean,
  stage varchar(20) not null,
  reason varchar(40),
  wake_at timestamp(6) with time zone,
  started_at timestamp(6) with time zone not null,
  next_mail_at timestamp(6) with time zone,
  paused_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  outcome varchar(40),
  unique (lead_id, open_one)
);
create index nurture_lead on nurture (lead_id, started_at);
create index nurture_open on nurture (open_one, next_mail_at);

-- The mails of the tracks, append-only: a change is a new version; current_one is true for the one
-- in force and null for the earlier ones.
create table mail_template (
  id varchar(60) not null,
  version integer not null,
  current_one boolean,
  track varchar(20) not null,
  place integer not null,
  subject varchar(200) not null,
  body varchar(8000) not null,
  action varchar(60) not null,
  url varchar(1000) not null,
  active boolean not null,
  changed_by varchar(64) not null,
  changed_at timestamp(6) with time zone not null,
  primary key (id, version),
  unique (id, current_one)
);

-- What was written to which lead. used is false for a mail that never reached anybody and may be
-- chosen again.
create table nurture_mail (
  id varchar(36) primary key,
  nurture_id varchar(36) not null references nurture (id),
  lead_id varchar(36) not null references lead (id),
  template varchar(60) not null,
  version integer,
  subject varchar(300),
  state varchar(10) not null,
  used boolean not null,
  why varchar(1000),
  written_at timestamp(6) with time zone not null,
  sent_at timestamp(6) with time zone,
  clicked_at timestamp(6) with time zone,
  unsubscribed_at timestamp(6) with time zone
);
create index nurture_mail_lead on nurture_mail (lead_id, sent_at);
create index nurture_mail_nurture on nurture_mail (nurture_id);
create index nurture_mail_template on nurture_mail (template);

-- Links in mails to leads. Only the hash is kept: who reads this table can't use them.
create table nurture_link (
  hash varchar(64) primary key,
  mail_id varchar(36) not null references nurture_mail (id),
  kind varchar(20) not null,
  url varchar(1000),
  made_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null
);
create index nurture_link_mail on nurture_link (mail_id);
create index nurture_link_expires on nurture_link (expires_at);

insert into alert_channel (name) values ('lead');
