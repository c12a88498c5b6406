-- Reviews that marketing and sales hold together. Each slot of a kind exists once, whoever notices
-- it first; planned_one and open_one are true or null, so that at most one of a kind is planned and
-- at most one is open. What a review showed is kept as it was.
create table handoff_review (
  id varchar(36) primary key,
  kind varchar(40) not null,
  title varchar(100) not null,
  slot_at timestamp(6) with time zone not null,
  state varchar(10) not null,
  planned_one boolean,
  open_one boolean,
  participants varchar(200),
  opened_at timestamp(6) with time zone,
  warn_at timestamp(6) with time zone,
  due_at timestamp(6) with time zone,
  closed_at timestamp(6) with time zone,
  closed_by varchar(64),
  why varchar(1000),
  attended varchar(1000),
  summary varchar(4000),
  figures text,
  constraint handoff_review_slot unique (kind, slot_at),
  constraint handoff_review_planned unique (kind, planned_one),
  constraint handoff_review_open unique (kind, open_one)
);
create index handoff_review_state on handoff_review (state, slot_at);

-- The agenda as it was when the review was opened, with what was noted to each point.
create table review_point (
  review_id varchar(36) not null references handoff_review (id),
  place int not null,
  point varchar(64) not null,
  question varchar(500) not null,
  figures varchar(500) not null,
  notes varchar(4000),
  constraint review_point_key primary key (review_id, place)
);

-- What was decided: somebody does something by a day.
create table review_decision (
  id varchar(36) primary key,
  review_id varchar(36) not null references handoff_review (id),
  place int not null,
  point varchar(64),
  what varchar(1000) not null,
  owner varchar(64) not null,
  due_on date not null,
  warn_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  agreed_at timestamp(6) with time zone not null,
  agreed_by varchar(64) not null,
  result varchar(10),
  note varchar(4000),
  closed_at timestamp(6) with time zone,
  closed_by varchar(64),
  constraint review_decision_place unique (review_id, place)
);
create index review_decision_owner on review_decision (owner, result);
