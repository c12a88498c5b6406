package dev.baton.demo;

import dev.baton.engine.EngineClock;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The system's clock plus an offset that survives a restart; the engine's clock goes with it. It
 * exists before anything is run, because everything asks it.
 */
@Component
@Profile("demo")
class DemoClock extends Clock {
  private final Clock system = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  private final DemoState state;
  private volatile Duration offset;
  private volatile @Nullable Instant standing;

  DemoClock(DemoState state) {
    this.state = state;
    tick(state.offset());
  }

  /** Goes ahead in one jump. */
  void jump(Duration ahead) {
    Duration next = offset.plus(ahead);
    state.keepOffset(next);
    tick(next);
  }

  /** Stands still at an instant; nothing is remembered of it. */
  void stand(Instant at) {
    standing = at;
    EngineClock.stand(at);
  }

  /** Ticks on from an instant. */
  void tickFrom(Instant at) {
    Duration next = Duration.between(system.instant(), at);
    state.keepOffset(next);
    tick(next);
  }

  /** Ticks with the system's clock again. */
  void tickWithSystem() {
    state.keepOffset(Duration.ZERO);
    tick(Duration.ZERO);
  }

  private void tick(Duration next) {
    offset = next;
    standing = null;
    EngineClock.shift(next);
  }

  /** The engine's clock is the JVM's: whoever comes after us in it must not inherit our time. */
  @PreDestroy
  void close() {
    EngineClock.reset();
  }

  @Override
  public Instant instant() {
    Instant at = standing;
    return at == null ? system.instant().plus(offset) : at;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    DemoClock here = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return here.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return here.withZone(other);
      }
    };
  }
}
