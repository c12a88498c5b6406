-- What a touch came to when it was recorded, by the table first-touch: rows before it count by the
-- rows that ship.
alter table touch add column counts_as varchar(10);
update touch set counts_as = case
  when outcome = 'bounced' then 'neither'
  when outcome in ('connected', 'replied') or (outcome is null and kind = 'meeting') then 'contact'
  else 'attempt' end;
alter table touch alter column counts_as set not null;
