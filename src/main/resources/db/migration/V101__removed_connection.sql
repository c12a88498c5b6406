-- The row of a connection that was removed stays: another node may know it for a moment longer, and what it records must not
-- cost a lead its transaction.
alter table outbound_connection add removed_at timestamp(6) with time zone;
