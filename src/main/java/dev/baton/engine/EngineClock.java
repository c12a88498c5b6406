package dev.baton.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's own clock, one for the whole JVM: only a demo moves it, together with ours. */
public final class EngineClock {
  private EngineClock() {}

  /** It ticks, so far from the system's clock. */
  public static void shift(Duration offset) {
    ClockUtil.reset();
    ClockUtil.offset(offset.toMillis());
  }

  /** It stands still at an instant. */
  public static void stand(Instant at) {
    ClockUtil.setCurrentTime(Date.from(at));
  }

  /** The system's clock again. */
  public static void reset() {
    ClockUtil.reset();
  }
}
