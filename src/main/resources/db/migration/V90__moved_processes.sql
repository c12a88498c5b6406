-- How many running processes a deployment of a change was to move.
alter table model_change_deployment add column moving integer;
