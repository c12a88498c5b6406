-- The language in which a person reads messages.
alter table person add column language varchar(8) default 'en' not null;
