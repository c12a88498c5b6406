-- What a machine may do with its token, until when, how often, and when it last did.
alter table api_token add column scopes varchar(100) default 'signals' not null;
alter table api_token add column expires_at timestamp(6) with time zone;
alter table api_token add column calls_a_minute integer;
alter table api_token add column last_used_at timestamp(6) with time zone;
-- the secret before the last rotation, and until when it opens the same
alter table api_token add column earlier_hash varchar(64);
alter table api_token add column earlier_until timestamp(6) with time zone;
create unique index api_token_earlier on api_token (earlier_hash);
