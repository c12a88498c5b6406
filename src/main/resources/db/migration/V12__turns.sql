-- Working hours as people write them, {"mon":["09:00-12:30","13:30-18:00"]}; null is round the clock.
alter table person add column hours varchar(2000);
-- Whose holidays this person has; null: the team's.
alter table person add column calendar varchar(64);
alter table person add column skills varchar(1000) default '' not null;
alter table person add column weight integer default 1 not null;
alter table person add column daily_cap integer;
alter table person add column open_cap integer;
alter table person add column unresponsive_since timestamp(6) with time zone;
create index person_team on person (team);

create table team (
  id varchar(64) primary key,
  name varchar(200) not null,
  calendar varchar(64)
);
insert into team (id, name) values ('default', 'Everybody in sales');
insert into team (id, name)
  select distinct team, team from person where team is not null and team <> 'default';

-- zone null: the zone of the house (baton.zone). country: whose public holidays, null for none.
create table business_calendar (
  name varchar(64) primary key,
  zone varchar(64),
  country varchar(20),
  hours varchar(2000) not null
);
insert into business_calendar (name, hours) values ('standard',
  '{"mon":["09:00-17:00"],"tue":["09:00-17:00"],"wed":["09:00-17:00"],"thu":["09:00-17:00"],"fri":["09:00-17:00"]}');

-- A company's own days off; from_time null: all day.
create table closing_day (
  calendar varchar(64) not null references business_calendar (name),
  closed_on date not null,
  from_time varchar(5),
  note varchar(400),
  primary key (calendar, closed_on)
);

-- to_at null: until they are back.
create table absence (
  id varchar(36) primary key,
  person varchar(64) not null,
  from_at timestamp(6) with time zone not null,
  to_at timestamp(6) with time zone,
  note varchar(400),
  created_by varchar(64) not null,
  created_at timestamp(6) with time zone not null
);
create index absence_person on absence (person, from_at);

-- Only a turn has a number and a tag; an owner's, a manager's or a claimed lead takes none, and a
-- lead that nobody could take has no owner.
alter table routing_entry alter column turn drop not null;
alter table routing_entry alter column owner drop not null;
alter table routing_entry add column rule varchar(400) default 'turn' not null;
alter table routing_entry add column given_by varchar(64) default 'rule' not null;
alter table routing_entry add column skill varchar(400);
alter table routing_entry add column tag bigint;
alter table routing_entry add column base bigint;
-- Everything the choice was made from: it replays to the same owner.
alter table routing_entry add column considered varchar(1000000);
create index routing_entry_given on routing_entry (owner, routed_at);

-- Named accounts: who looks after the company.
alter table account add column owner varchar(64);
create index lead_account on lead (account_id);
