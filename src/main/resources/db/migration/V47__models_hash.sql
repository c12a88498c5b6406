-- What judged: one hash of all models in force, kept with each score and handoff; null before.
alter table score_entry add column models_hash varchar(16);
alter table handoff add column models_hash varchar(16);
alter table funnel_entry add column models_hash varchar(16);
alter table funnel_change add column models_hash varchar(16);
alter table sla_entry add column models_hash varchar(16);
alter table sla_change add column models_hash varchar(16);

-- Figures are cut by it: what was counted is folded anew, by the new dimension too.
delete from roll_up where figure in ('COHORT', 'PERIOD', 'NO', 'SLA', 'PARTS');
delete from funnel_change;
insert into funnel_change (weight, stage, cohort_at, entered_at, source, campaign, segment, band,
    owner, channel, model, amount, currency, closed_at, question, reason, signals, by_rule)
  select 1, stage, cohort_at, entered_at, source, campaign, segment, band,
    owner, channel, model, amount, currency, closed_at, question, reason, signals, by_rule
  from funnel_entry;
delete from sla_change;
insert into sla_change (weight, clock, owner, team, source, channel, segment, due_hour, started_at,
    due_at, met_at, missed_at, ended_at, voided_at, system_seconds, queue_seconds,
    business_seconds, paused_seconds, after_hours_seconds)
  select 1, clock, owner, team, source, channel, segment, due_hour, started_at,
    due_at, met_at, missed_at, ended_at, voided_at, system_seconds, queue_seconds,
    business_seconds, paused_seconds, after_hours_seconds
  from sla_entry where running is null;

-- What was deployed for a change, and to take it back.
create table model_change_deployment (
  deployment_id varchar(64) primary key,
  change_id bigint not null references model_change (id),
  is_rollback boolean not null
);
