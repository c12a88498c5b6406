package dev.baton.alert.delivery;

/** Row of a table that one worker has for a while. */
public interface LeasedRow {

  /** The value of the column by which it is found. */
  Object leased();

  /** Counts this one. */
  int attempts();
}
