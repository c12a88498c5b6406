-- A lead that was never handed over may be proposed too.
alter table proposal alter column handoff_id drop not null;

-- Who did something in the last days is looked for once a minute.
create index signal_occurred on signal (occurred_at);
