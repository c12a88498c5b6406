package dev.baton.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved. */
public class MovableClock extends Clock {
  private volatile Instant now;

  public MovableClock(String now) {
    this.now = Instant.parse(now);
  }

  public void set(String instant) {
    now = Instant.parse(instant);
  }

  public void advance(Duration span) {
    now = now.plus(span);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants only");
  }
}
