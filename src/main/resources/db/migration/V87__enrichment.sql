-- What another system answered about a company, kept for some days.
create table enrichment_answer (
  domain varchar(255) primary key,
  content text not null,
  answered_at timestamp(6) with time zone not null
);

-- How many calls a day of UTC has had.
create table enrichment_day (
  called_on date primary key,
  calls integer not null
);

-- What came of it for a lead, once for each handoff.
create table lead_enrichment (
  handoff_id varchar(36) primary key,
  lead_id varchar(36) not null,
  domain varchar(255) not null,
  result varchar(20) not null,
  detail varchar(500) not null,
  noted_at timestamp(6) with time zone not null
);
create index lead_enrichment_lead on lead_enrichment (lead_id);

-- A payload whose look-up failed is tried again by itself.
alter table source_payload add column retry_at timestamp(6) with time zone;
alter table source_payload add column tries integer default 0 not null;
create index source_payload_retry on source_payload (retry_at);
