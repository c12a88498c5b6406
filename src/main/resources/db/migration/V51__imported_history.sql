-- What an import told of the past (rule R26): its episodes and funnel entries are marked by it. The
-- episode that it ended, and when that had begun before, come back when it is taken back.
alter table stage_entry add column import_id varchar(36);
alter table stage_entry add column ended_by_import varchar(36);
alter table stage_entry add column first_entered_at timestamp(6) with time zone;
alter table funnel_entry add column import_id varchar(36);
