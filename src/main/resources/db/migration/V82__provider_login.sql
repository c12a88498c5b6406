-- Who is whom at the company's OpenID provider.
create table provider_login (
  issuer varchar(500) not null,
  subject varchar(255) not null,
  person_id varchar(64) not null,
  joined_at timestamp(6) with time zone not null,
  primary key (issuer, subject),
  constraint provider_login_person unique (person_id)
);
