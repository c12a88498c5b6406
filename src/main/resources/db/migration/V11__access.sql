-- Tokens for machines that send signals; the token itself is shown once and never kept.
create table api_token (
  id varchar(36) primary key,
  name varchar(100) not null,
  hash varchar(64) not null unique,
  created_by varchar(64) not null,
  created_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);
