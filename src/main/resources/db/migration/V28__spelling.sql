-- Sources and campaigns are compared without case and blanks, and shown as they were first written.
create table spelling (
  kind varchar(10) not null,
  compared varchar(400) not null,
  written varchar(200) not null,
  primary key (kind, compared)
);

insert into spelling (kind, compared, written)
select 'source', compared, source from (
  select source, lower(replace(source, ' ', '')) as compared,
    row_number() over (
      partition by lower(replace(source, ' ', '')) order by min(recorded_at), source) as place
  from signal where source is not null group by source
) known where place = 1;

insert into spelling (kind, compared, written)
select 'campaign', compared, campaign from (
  select campaign, lower(replace(campaign, ' ', '')) as compared,
    row_number() over (
      partition by lower(replace(campaign, ' ', '')) order by min(recorded_at), campaign) as place
  from signal where campaign is not null group by campaign
) known where place = 1;
