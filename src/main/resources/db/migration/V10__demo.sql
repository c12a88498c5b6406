-- What the demo remembers of itself; without the demo profile this table stays empty.
create table demo_mark (
  name varchar(40) primary key,
  content varchar(200) not null
);
