-- Frozen at the MQL like the segment; handoffs from before belong to none.
alter table handoff add column territory varchar(60);
