-- The language that a person has chosen; nobody has chosen one that was only the default.
alter table person alter column language drop default;
alter table person alter column language drop not null;
update person set language = null where language = 'en';
