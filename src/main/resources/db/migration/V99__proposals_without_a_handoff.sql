-- A lead that was never handed over may be proposed too.
alter table proposal alter column handoff_id drop not null;
