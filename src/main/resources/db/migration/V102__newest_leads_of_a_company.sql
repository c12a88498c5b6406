-- The newest leads of a company are found without a look at all of them.
create index lead_account_newest on lead (account_id, created_at desc);
