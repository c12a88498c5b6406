-- When the escalation ladder took an overdue question from its owner; null for every other round.
alter table deadline add column taken_at timestamp(6) with time zone;
create index deadline_taken on deadline (owner, taken_at);
-- Whether somebody has done anything lately.
create index answer_by on answer (answered_by, answered_at);
create index touch_by on touch (made_by, recorded_at);
