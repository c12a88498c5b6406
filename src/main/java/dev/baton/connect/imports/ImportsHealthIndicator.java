package dev.baton.connect.imports;

import dev.baton.sql.PlainHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the imports: one that stopped by itself within the last day. */
@Component
class ImportsHealthIndicator implements HealthIndicator {
  private static final Duration LATELY = Duration.ofDays(1);

  private final ImportRuns runs;
  private final Clock clock;

  ImportsHealthIndicator(ImportRuns runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  @Override
  public Health health() {
    List<Instant> failed = runs.failures(clock.instant().minus(LATELY));
    return failed.isEmpty()
        ? PlainHealth.up("No import stopped by itself.")
        : PlainHealth.degraded(
            failed.size() == 1
                ? "One import stopped by itself."
                : "%d imports stopped by themselves.".formatted(failed.size()),
            failed.get(0),
            "The page of imports says why; what was in by then is.",
            "/imports");
  }
}
