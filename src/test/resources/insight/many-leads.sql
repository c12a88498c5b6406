-- A year and a half of made-up life, the same at every run: u(i, salt) is a number between 0 and 1
-- that only depends on its arguments. ${leads} leads, 10 signals and about 1.3 handoffs each, 200
-- reps; until ${now}.
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set work_mem = '128MB';

create or replace function u(i bigint, salt int) returns double precision immutable parallel safe
  language sql as $f$
    select (hashint8extended(i, salt * 7919) & 2147483647)::double precision / 2147483648 $f$;

-- Waiting times are mostly short and sometimes long.
create or replace function wait(i bigint, salt int, hours double precision) returns interval
  immutable parallel safe language sql as $f$
    select make_interval(secs => round(-ln(1 - u(i, salt)) * hours * 3600)) $f$;

insert into lead (id, email, identified, source, campaign, channel, created_at)
select 'l' || i, 'l' || i || '@example.com', true,
  case when u(i, 2) < 0.95 then 'source-' || floor(10 * u(i, 3) * u(i, 3)) end,
  case when u(i, 4) < 0.8 then 'campaign-' || floor(80 * u(i, 5) * u(i, 5)) end,
  case when u(i, 6) < 0.8 then 'INBOUND' else 'OUTBOUND' end,
  timestamptz '${now}' - make_interval(secs => floor(548 * 86400 * power(u(i, 1), 1.2)))
from generate_series(1, ${leads}) i;

insert into signal (sender, signal_id, lead_id, type, occurred_at, recorded_at, known_at, channel,
  source, campaign, properties, content_hash)
select 'made up', i || '-' || j, 'l' || i,
  (array['page_view','page_view','page_view','email_opened','email_opened','pricing_page_view',
    'product_page_view','content_downloaded','email_clicked','webinar_attended','demo_requested',
    'trial_started','form_submitted','contact_sales','comparison_page_view'])
    [1 + floor(15 * u(i * 16 + j, 7))::int],
  least(timestamptz '${now}', l.created_at + wait(i * 16 + j, 8, 200)),
  least(timestamptz '${now}', l.created_at + wait(i * 16 + j, 8, 200)),
  least(timestamptz '${now}', l.created_at + wait(i * 16 + j, 8, 200)),
  l.channel, l.source, l.campaign, '{}', 'none'
from generate_series(1, ${leads}) i join lead l on l.id = 'l' || i
  cross join generate_series(1, 10) j;

create temporary table fate as
with begun as (
  select i * 4 + c as n, i, c as cycle, 'l' || i as lead_id, l.source, l.campaign,
    lower(l.channel) as channel,
    l.created_at + wait(i * 4 + c, 10, 60) + make_interval(days => (c - 1) * 45) as mql_at
  from generate_series(1, ${leads}) i join lead l on l.id = 'l' || i
    cross join generate_series(1, 3) c
  where c = 1 or (c = 2 and u(i, 11) < 0.33) or (c = 3 and u(i, 11) < 0.1)
), answered as (
  select b.*, 'h' || n as id,
    'rep-' || floor(200 * u(n, 12)) as owner, 'team-' || floor(5 * u(n, 13)) as team,
    'segment-' || floor(5 * u(n, 14) * u(n, 14)) as segment,
    (array['hot','warm','warm','cool'])[1 + floor(4 * u(n, 15))::int] as band,
    'two-axis v' || (1 + floor(extract(epoch from (timestamptz '${now}' - mql_at)) / 8640000)::int)
      as model,
    case when u(n, 16) < 0.97 then mql_at + wait(n, 17, 12) end as review_at,
    u(n, 18) < 0.62 as accepted, u(n, 20) < 0.5 as qualified
  from begun b where mql_at < timestamptz '${now}'
), worked as (
  select a.*, case when accepted then review_at end as sal_at,
    case when accepted then review_at + wait(n, 19, 70) end as judged_at
  from answered a
), sold as (
  select w.*, case when qualified then judged_at end as sql_at,
    case when qualified and u(n, 21) < 0.45 then judged_at + wait(n, 22, 150) end as opened_at,
    case when qualified and u(n, 21) >= 0.55 then judged_at + wait(n, 23, 300) end as dropped_at
  from worked w
)
select s.*, u(n, 24) < 0.35 as won,
  case when u(n, 25) < 0.8 then opened_at + wait(n, 26, 900) end as outcome_at,
  (array['wrong_icp','low_intent','low_intent','unreachable','duplicate'])
    [1 + floor(5 * u(n, 27))::int] as review_reason,
  (array['no_budget','no_authority','no_active_need','bad_timing','competitor','unreachable'])
    [1 + floor(6 * u(n, 28))::int] as later_reason,
  round((1000 + 50000 * u(n, 29) * u(n, 29))::numeric, 2) as amount,
  case when u(n, 30) < 0.8 then 'EUR' else 'USD' end as currency,
  concat_ws(',', case when u(n, 31) < 0.2 then 'comparison_page_view' end,
    case when u(n, 32) < 0.4 then 'content_downloaded' end,
    case when u(n, 33) < 0.25 + case when accepted then 0.2 else 0 end then 'demo_requested' end,
    case when u(n, 34) < 0.6 then 'email_opened' end, 'page_view',
    case when u(n, 35) < 0.4 then 'pricing_page_view' end,
    case when u(n, 36) < 0.15 then 'webinar_attended' end) as signals
from sold s;

-- What has not happened yet is open.
update fate set review_at = null, sal_at = null, judged_at = null, sql_at = null, opened_at = null,
  dropped_at = null, outcome_at = null where review_at >= timestamptz '${now}';
update fate set judged_at = null, sql_at = null, opened_at = null, dropped_at = null,
  outcome_at = null where judged_at >= timestamptz '${now}';
update fate set opened_at = null, outcome_at = null where opened_at >= timestamptz '${now}';
update fate set dropped_at = null where dropped_at >= timestamptz '${now}';
update fate set outcome_at = null where outcome_at >= timestamptz '${now}';
alter table fate add column closed_at timestamptz;
update fate set closed_at = case when not accepted then review_at
  when not qualified then judged_at when dropped_at is not null then dropped_at
  else outcome_at end;
analyze fate;

insert into handoff (id, lead_id, is_open, cycle, channel, hand_raise, state, since, owner, team,
  source, campaign, segment, band, model, mql_at, result, reason, closed_at)
select id, lead_id,
  case when closed_at is null
    and row_number() over (partition by lead_id order by closed_at nulls first, cycle) = 1
    then true end,
  cycle, channel, false,
  case when closed_at is not null then 'CLOSED' when opened_at is not null then 'OPPORTUNITY'
    when sql_at is not null then 'FIRST_TOUCH' when sal_at is not null then 'QUALIFICATION'
    else 'REVIEW' end,
  coalesce(closed_at, opened_at, sql_at, sal_at, mql_at), owner, team, source, campaign, segment,
  band, model, mql_at,
  case when closed_at is null then null when not accepted or not qualified then 'rejected'
    when dropped_at is not null or not won then 'lost' else 'won' end,
  case when closed_at is null then null when not accepted then review_reason
    when dropped_at is not null or not qualified or not won then later_reason end,
  closed_at
from fate;

insert into stage_entry (lead_id, stage, entered_at, left_at, is_current, entered_by)
select l.id, 'LEAD', l.created_at, f.mql_at, case when f.mql_at is null then true end, 'rule'
from lead l left join fate f on f.lead_id = l.id and f.cycle = 1;
insert into stage_entry (lead_id, stage, entered_at, is_current, entered_by)
select distinct on (lead_id) lead_id,
  case when closed_at is not null and won and outcome_at is not null then 'CUSTOMER'
    when closed_at is not null then 'RECYCLED' when opened_at is not null then 'OPPORTUNITY'
    when sql_at is not null then 'SQL' when sal_at is not null then 'SAL' else 'MQL' end,
  coalesce(closed_at, opened_at, sql_at, sal_at, mql_at), true, 'rule'
from fate order by lead_id, cycle desc;

insert into score_entry (lead_id, recorded_at, total, fit, behaviour, model)
select lead_id, mql_at, 60 + floor(30 * u(n, 40))::int, 30, 30 + floor(30 * u(n, 40))::int, model
from fate;

insert into opportunity (handoff_id, amount, currency, deal_stage, next_step, opened_by, opened_at)
select id, amount, currency, 'discovery', 'call', owner, opened_at
from fate where opened_at is not null;

insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at, source, campaign)
select id, 'LEAD', id, created_at, created_at, source, campaign from lead;
insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at, source, campaign, segment,
  band, owner, channel, model, amount, currency, closed_at, question, reason, signals)
select f.id, s.stage, f.lead_id, f.mql_at, s.at, f.source, f.campaign, f.segment, f.band, f.owner,
  f.channel, f.model,
  case when f.opened_at is not null then f.amount end,
  case when f.opened_at is not null then f.currency end, f.closed_at, s.question, s.reason, f.signals
from fate f cross join lateral (values
  ('MQL', f.mql_at, null, null), ('SAL', f.sal_at, null, null), ('SQL', f.sql_at, null, null),
  ('OPPORTUNITY', f.opened_at, null, null),
  ('CUSTOMER', case when f.won then f.outcome_at end, null, null),
  ('REJECTED', case when not f.accepted then f.review_at when not f.qualified then f.judged_at end,
    case when not f.accepted then 'review' else 'qualification' end,
    case when not f.accepted then f.review_reason else f.later_reason end),
  ('LOST', coalesce(f.dropped_at, case when not f.won then f.outcome_at end),
    case when f.dropped_at is not null then 'first_touch' else 'opportunity' end,
    f.later_reason)) s (stage, at, question, reason)
where s.at is not null;

create temporary table owed as
select row_number() over () as deadline_id, f.id as handoff_id, f.lead_id, o.clock, 1 as round,
  f.owner, f.team, f.source, f.channel, f.segment, o.started_at, o.due_at, o.answered_at
from fate f cross join lateral (values
  ('route', f.mql_at, f.mql_at + interval '5 minutes', f.mql_at + wait(f.n, 50, 0.02)),
  ('review', f.mql_at, f.mql_at + case when f.channel = 'inbound' then interval '24 hours'
    else interval '48 hours' end, f.review_at),
  ('qualification', f.sal_at, f.sal_at + interval '120 hours', f.judged_at),
  ('first_touch', f.sql_at, f.sql_at + interval '24 hours',
    case when f.sql_at is not null then f.sql_at + wait(f.n, 51, 11) end),
  ('opportunity', case when f.opened_at is not null or f.dropped_at is not null
    then least(f.sql_at + wait(f.n, 51, 11), f.opened_at, f.dropped_at) end,
    least(f.sql_at + wait(f.n, 51, 11), f.opened_at, f.dropped_at) + interval '336 hours',
    coalesce(f.opened_at, f.dropped_at))) o (clock, started_at, due_at, answered_at)
where o.started_at < timestamptz '${now}';
update owed set answered_at = null where answered_at >= timestamptz '${now}';

insert into sla_entry (deadline_id, handoff_id, lead_id, clock, owner, team, source, channel,
  segment, due_hour, started_at, warn_at, due_at, met_at, missed_at, ended_at, voided_at, running,
  system_seconds, queue_seconds, business_seconds, paused_seconds, after_hours_seconds)
select deadline_id, handoff_id, lead_id, clock, owner, team, source, channel, segment,
  to_char(due_at at time zone 'UTC', 'ID-HH24'), started_at, due_at - interval '4 hours', due_at,
  case when answered_at <= due_at then answered_at end,
  case when answered_at > due_at or (answered_at is null and due_at < timestamptz '${now}')
    then due_at end,
  case when answered_at > due_at then answered_at end, null,
  case when answered_at is null then true end,
  case when answered_at is not null then 1 end,
  case when answered_at is not null then floor(60 * u(deadline_id, 60)) end,
  case when answered_at is not null then extract(epoch from (answered_at - started_at)) * 0.4 end,
  case when answered_at is not null then 0 end,
  case when answered_at is not null then extract(epoch from (answered_at - started_at)) * 0.6 end
from owed;
-- A few were somebody else's before.
insert into sla_entry (deadline_id, handoff_id, lead_id, clock, owner, team, source, channel,
  segment, due_hour, started_at, warn_at, due_at, voided_at)
select deadline_id + 100000000, handoff_id, lead_id, clock,
  'rep-' || floor(200 * u(deadline_id, 62)), team, source, channel, segment,
  to_char(due_at at time zone 'UTC', 'ID-HH24'), started_at, due_at - interval '4 hours', due_at,
  started_at + interval '1 hour'
from owed where clock = 'review' and u(deadline_id, 61) < 0.04;

insert into deadline (id, handoff_id, clock, round, owner, started_at, recorded_at, assigned_at,
  warn_at, due_at, met_at, missed_at, ended_at, voided_at, counted_from)
select deadline_id, handoff_id, clock, case when voided_at is null then 2 else 1 end, owner,
  started_at, started_at, started_at, warn_at, due_at, met_at, missed_at, ended_at, voided_at,
  started_at
from sla_entry;

insert into stalled_lead (handoff_id, lead_id, owner, stage, since)
select id, lead_id, owner, case when sql_at is null then 'SAL' else 'SQL' end,
  coalesce(sql_at, sal_at)
from fate where sal_at is not null and opened_at is null and closed_at is null;

-- As the listeners would have left it, in the order in which it happened.
insert into funnel_change (weight, stage, cohort_at, entered_at, source, campaign, segment, band,
  owner, channel, model, amount, currency, closed_at, question, reason, signals)
select 1, stage, cohort_at, entered_at, source, campaign, segment, band, owner, channel, model,
  amount, currency, closed_at, question, reason, signals
from funnel_entry order by entered_at;
insert into sla_change (weight, clock, owner, team, source, channel, segment, due_hour, started_at,
  due_at, met_at, missed_at, ended_at, voided_at, system_seconds, queue_seconds, business_seconds,
  paused_seconds, after_hours_seconds)
select 1, clock, owner, team, source, channel, segment, due_hour, started_at, due_at, met_at,
  missed_at, ended_at, voided_at, system_seconds, queue_seconds, business_seconds, paused_seconds,
  after_hours_seconds
from sla_entry where running is null order by due_at;
analyze;
