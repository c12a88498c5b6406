-- Rows that are changed in place stay on their page, so that no index hears of it.
alter table roll_up set (fillfactor = 50);
alter table handoff set (fillfactor = 70);
alter table funnel_entry set (fillfactor = 80);

-- Most rows have no value there, and nobody looks for those.
drop index deadline_taken;
create index deadline_taken on deadline (owner, reassigned_at) where reassigned_at is not null;
drop index notice_digest;
create index notice_digest on notice (digest_id) where digest_id is not null;
drop index lead_merged;
create index lead_merged on lead (merged_into) where merged_into is not null;
