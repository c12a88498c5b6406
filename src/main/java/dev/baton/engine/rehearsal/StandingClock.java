package dev.baton.engine.rehearsal;

import dev.baton.engine.EngineClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Clock that stands still until it is set, and takes the engine's along. */
public final class StandingClock extends Clock {
  private volatile Instant now = Instant.EPOCH;

  public void set(Instant instant) {
    now = instant;
    EngineClock.stand(instant);
  }

  /** Gives the engine's clock back to the system's. */
  public void release() {
    EngineClock.reset();
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
