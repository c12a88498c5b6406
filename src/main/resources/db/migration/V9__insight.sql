-- One row per stage that a handoff reached (rule R9), with what was true of it then. unit_id is the
-- handoff; on LEAD rows, which are persons and in no rate, the lead. LOST and REJECTED are the two
-- kinds of no, with the question that got it. cohort_at is the MQL instant, so that one range of one
-- column is a cohort; on LEAD rows the instant itself.
create table funnel_entry (
  unit_id varchar(36) not null,
  stage varchar(20) not null,
  lead_id varchar(36) not null,
  cohort_at timestamp(6) with time zone not null,
  entered_at timestamp(6) with time zone not null,
  source varchar(200),
  campaign varchar(200),
  segment varchar(60),
  band varchar(20),
  owner varchar(64),
  channel varchar(20),
  model varchar(60),
  amount numeric(15, 2),
  currency varchar(3),
  closed_at timestamp(6) with time zone,
  question varchar(20),
  reason varchar(40),
  primary key (unit_id, stage)
);
create index funnel_entry_cohort on funnel_entry (cohort_at);
create index funnel_entry_entered on funnel_entry (entered_at);

-- One row per deadline, as its last change left it.
create table sla_entry (
  deadline_id bigint primary key,
  handoff_id varchar(36) not null,
  lead_id varchar(36) not null,
  clock varchar(20) not null,
  owner varchar(64),
  team varchar(64),
  started_at timestamp(6) with time zone not null,
  warn_at timestamp(6) with time zone,
  due_at timestamp(6) with time zone not null,
  met_at timestamp(6) with time zone,
  missed_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  voided_at timestamp(6) with time zone
);
create index sla_entry_due on sla_entry (due_at);
