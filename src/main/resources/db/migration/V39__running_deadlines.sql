-- Looked through each minute and for each home page: the running ones are few beside the stopped.
alter table deadline add column is_running boolean default true not null;
update deadline set is_running = false
  where met_at is not null or ended_at is not null or voided_at is not null;
create index deadline_running on deadline (is_running, due_at);
