-- Whom a payload told of, so that an erasure finds it.
create table source_payload_lead (
  payload_id bigint not null references source_payload (id) on delete cascade,
  lead_id varchar(36) not null,
  primary key (payload_id, lead_id)
);
create index source_payload_lead_lead on source_payload_lead (lead_id);
