-- A mail to leads in German; null: it is sent in English to everybody.
alter table mail_template add column subject_de varchar(200);
alter table mail_template add column body_de varchar(8000);
alter table mail_template add column action_de varchar(60);
alter table mail_template add column url_de varchar(1000);

-- How a channel is reached, where an administrator said so and not the environment. settings is
-- JSON; secrets too, encrypted by baton.connect.key, null without any.
create table channel_setting (
  channel varchar(20) primary key,
  settings varchar(4000) not null,
  secrets varchar(8000),
  changed_by varchar(64) not null,
  changed_at timestamp(6) with time zone not null
);
