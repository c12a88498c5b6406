-- How far a source has got that asks another system itself: where its last page ended, as that
-- system says it, and until when nothing is missed. Kept with what came on that page.
create table source_poll (
  source varchar(60) primary key references signal_source (name) on delete cascade,
  page varchar(1000),
  heard_to timestamp(6) with time zone not null,
  asked_at timestamp(6) with time zone not null
);
