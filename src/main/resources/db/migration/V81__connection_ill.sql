-- Since when calls to a system fail, and when administrators were told that it stays so.
alter table outbound_connection add ill_since timestamp(6) with time zone;
alter table outbound_connection add ill_told_at timestamp(6) with time zone;
