-- A token of an assistant reads as one person of the staff, and sees what they may see.
alter table api_token add column reads_as varchar(64);
