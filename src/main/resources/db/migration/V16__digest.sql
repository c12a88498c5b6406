-- A notice that went out as a line of another one shares that one's fate.
alter table notice add column digest_id bigint;
create index notice_digest on notice (digest_id);
create index notice_told on notice (recipient, channel, state, sent_at);
