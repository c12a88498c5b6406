package dev.baton.engine.guard;

import dev.baton.sql.PlainHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of the engine's work: {@code DEGRADED} while timers wait that should have run, which is a
 * deadline that nobody hears of. Other nodes may run them, so this one stays in service.
 */
@Component
class JobsHealthIndicator implements HealthIndicator {
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
    JobQuery late =
        management.createJobQuery().active().withRetriesLeft().duedateLowerThan(Date.from(before));
    long waiting = late.count();
    if (waiting == 0) {
      return PlainHealth.up("Steps and timers run when they are due.");
    }
    Instant oldest =
        late.orderByJobDuedate().asc().listPage(0, 1).stream()
            .map(job -> job.getDuedate().toInstant())
            .findFirst()
            .orElse(before);
    return PlainHealth.degraded(
        waiting == 1
            ? "One step or timer should have run by now."
            : "%d steps or timers should have run by now.".formatted(waiting),
        oldest,
        "It may be a burst that passes. If it stays so for ten minutes, ask who runs Baton.",
        null);
  }
}
