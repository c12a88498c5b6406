-- When somebody first looked at a handoff of theirs, on a page or in the task list.
create table opened_handoff (
  handoff_id varchar(36) not null,
  person varchar(64) not null,
  first_at timestamp(6) with time zone not null,
  primary key (handoff_id, person)
);
