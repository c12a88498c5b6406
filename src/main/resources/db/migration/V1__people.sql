create table person (
  id varchar(64) primary key,
  name varchar(200) not null,
  email varchar(320) not null unique,
  role varchar(20) not null,
  team varchar(64),
  zone varchar(64) not null,
  active boolean not null
);
