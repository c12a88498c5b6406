-- A mail to leads in German; null: it is sent in English to everybody.
alter table mail_template add column subject_de varchar(200);
alter table mail_template add column body_de varchar(8000);
alter table mail_template add column action_de varchar(60);
alter table mail_template add column url_de varchar(1000);
