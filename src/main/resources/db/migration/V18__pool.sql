-- Leads of such a team are claimed by its people, not given to them by turns.
alter table team add column pool boolean default false not null;
