-- How a handoff is judged, frozen when it opens (rule R10).
alter table handoff add column policy varchar(20) default 'HUMAN' not null;
alter table handoff add column acceptance varchar(20) default 'explicit' not null;
alter table handoff add column on_mql varchar(20) default 'now' not null;

-- When the owner was told that the next attempt is due; what was planned before counts as told.
alter table touch add column told_at timestamp(6) with time zone;
update touch set told_at = recorded_at where next_at is not null and next_at < current_timestamp;
create index touch_next on touch (next_at);

-- Figures by rule and by person are told apart (rules R9 and R10).
alter table funnel_entry add column by_rule boolean default false not null;
