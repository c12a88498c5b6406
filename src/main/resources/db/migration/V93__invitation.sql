-- Invitations that wait for somebody to set their first password, one a person. Only the link's hash is kept.
create table invitation (
  person varchar(64) primary key references person (id),
  hash varchar(64) not null unique,
  email varchar(320) not null,
  invited_by varchar(64) not null,
  invited_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null
);
