-- Proposals that judge live leads beside what is in force; nobody hears of what they say.
create table model_change_shadow (
  change_id bigint primary key references model_change (id),
  began_at timestamp(6) with time zone not null,
  judged_until timestamp(6) with time zone not null,
  leased_until timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  failure varchar(4000)
);

-- One row a person who did something since; without a difference both say the same.
create table model_change_shadow_lead (
  change_id bigint not null references model_change (id),
  lead_id varchar(36) not null,
  difference varchar(12),
  differs_at timestamp(6) with time zone,
  primary key (change_id, lead_id)
);
