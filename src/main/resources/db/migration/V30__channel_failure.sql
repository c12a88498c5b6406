-- Since when the peer of a channel refuses our credential, and what it says; empty while it is good.
alter table alert_channel add column refused_since timestamp(6) with time zone;
alter table alert_channel add column refused_why varchar(300);
