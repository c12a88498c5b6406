-- Files of leads, signals and past outcomes that were brought in, and how far each has got. Plan is
-- what its columns mean.
create table import_run (
  id varchar(36) primary key,
  kind varchar(10) not null,
  file_name varchar(300),
  plan text not null,
  imported_by varchar(64) not null,
  began_at timestamp(6) with time zone not null,
  state varchar(12) not null,
  taken_to integer not null,
  ended_at timestamp(6) with time zone,
  failure varchar(1000),
  undone_by varchar(64),
  lease_until timestamp(6) with time zone
);
create index import_run_state on import_run (state);
create index import_run_began on import_run (began_at);

-- The rows of each, by their line in the file. The cells of a row are kept until it is in, and of
-- one that was refused for the file to correct.
create table import_row (
  import_id varchar(36) not null references import_run (id),
  line integer not null,
  state varchar(10) not null,
  cells text not null,
  lead_id varchar(36),
  record_id varchar(200),
  issues text,
  primary key (import_id, line)
);
create index import_row_state on import_row (import_id, state, line);

-- What an import did to whom: made a lead, or added an identifier to one.
create table imported_lead (
  import_id varchar(36) not null,
  lead_id varchar(36) not null references lead (id),
  added varchar(20) not null,
  primary key (import_id, lead_id, added)
);
create index imported_lead_lead on imported_lead (lead_id);
