package dev.baton.mailbox;

import dev.baton.alert.delivery.LeasedRow;

/** Mail that one worker records as a touch. */
record DueTouch(String id, int attempts) implements LeasedRow {
  @Override
  public Object leased() {
    return id;
  }
}
