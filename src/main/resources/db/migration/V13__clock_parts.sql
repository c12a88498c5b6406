-- When our own step started the clock, and when somebody took the question: what the system and
-- the queue took is nobody's miss. Of clocks from before, neither took any.
alter table deadline add column recorded_at timestamp(6) with time zone;
update deadline set recorded_at = started_at;
alter table deadline alter column recorded_at set not null;
alter table deadline add column owned_at timestamp(6) with time zone;
update deadline set owned_at = started_at where owner is not null;
