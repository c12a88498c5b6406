-- Rows that are changed in place stay on their page, so that no index hears of it.
alter table roll_up set (fillfactor = 50);
alter table handoff set (fillfactor = 70);
alter table funnel_entry set (fillfactor = 80);
