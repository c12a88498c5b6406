package dev.baton.engine.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of the engine's work: {@code DEGRADED} while timers wait that should have run, which is a
 * deadline that nobody hears of. Other nodes may run them, so this one stays in service.
 */
@Component
class JobsHealthIndicator implements HealthIndicator {
  private static final String DEGRADED = "DEGRADED";

  /** More than a burst of deadlines takes. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private final ManagementService management;
  private final Clock clock;

  JobsHealthIndicator(ManagementService management, Clock clock) {
    this.management = management;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Instant before = clock.instant().minus(LATE);
    long waiting =
        management
            .createJobQuery()
            .active()
            .withRetriesLeft()
            .duedateLowerThan(Date.from(before))
            .count();
    return waiting == 0
        ? Health.up().build()
        : Health.status(DEGRADED)
            .withDetail("overdue", "%d jobs were due before %s".formatted(waiting, before))
            .build();
  }
}
