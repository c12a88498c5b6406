-- An erased person's record stays, empty, for what was counted of it; the keyed hash of the address
-- says of a later lead that it must not be written to unless it asks for that anew.
alter table lead add erased_at timestamp(6) with time zone;
alter table lead add address_hash varchar(64);
create index lead_address_hash on lead (address_hash);

create table address_key (
  singleton boolean primary key check (singleton),
  content varchar(64) not null
);
