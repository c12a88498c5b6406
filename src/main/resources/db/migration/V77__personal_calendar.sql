-- Where somebody's own calendar is published as iCalendar, and what was read there: when they are
-- busy, and nothing of with whom or why.
create table personal_calendar (
  person varchar(64) primary key,
  url varchar(2000) not null,
  busy text,
  read_at timestamp(6) with time zone,
  error varchar(400),
  tried_at timestamp(6) with time zone
);
