-- The catalogue is the decision table signal-type from here on.
drop table signal_type;
