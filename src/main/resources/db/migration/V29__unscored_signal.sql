-- signals whose score waits, because a decision table in force failed
create table unscored_signal (
  sender varchar(100) not null,
  signal_id varchar(200) not null,
  decision varchar(255) not null,
  decision_row varchar(255),
  why varchar(1000) not null,
  failed_at timestamp(6) with time zone not null,
  tried_at timestamp(6) with time zone not null,
  primary key (sender, signal_id),
  foreign key (sender, signal_id) references signal (sender, signal_id)
);
