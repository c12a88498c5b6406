-- What a campaign cost in a month, as a company imports it. first_day is the month's first day.
create table campaign_cost (
  campaign varchar(200) not null,
  first_day date not null,
  currency varchar(3) not null,
  amount numeric(15, 2) not null,
  primary key (campaign, first_day, currency)
);
