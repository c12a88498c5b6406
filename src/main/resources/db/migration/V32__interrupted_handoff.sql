-- Open handoffs whose process isn't where their row says, since when that is known, and since when
-- managers are told; gone as soon as it is right again.
create table interrupted_handoff (
  handoff_id varchar(36) primary key references handoff (id),
  problem varchar(20) not null,
  found_at timestamp(6) with time zone not null,
  told_at timestamp(6) with time zone
);
