package dev.baton.connect.connection;

import dev.baton.sql.PlainHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the connections: systems that don't take what they should hear. */
@Component
class ConnectionsHealthIndicator implements HealthIndicator {
  private static final long LATE = Duration.ofMinutes(10).toSeconds();

  private final ConnectionQueries connections;
  private final Clock clock;

  ConnectionsHealthIndicator(ConnectionQueries connections, Clock clock) {
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public Health health() {
    List<ConnectionView> ill =
        connections.all().stream().filter(ConnectionsHealthIndicator::isIll).toList();
    if (ill.isEmpty()) {
      return PlainHealth.up("Connected systems hear what they should.");
    }
    Instant since =
        ill.stream()
            .map(view -> clock.instant().minusSeconds(view.lag()))
            .min(Comparator.naturalOrder())
            .orElse(null);
    return PlainHealth.degraded(
        (ill.size() == 1
                ? "%s doesn't hear what happens here."
                : "%s don't hear what happens here.")
            .formatted(ill.stream().map(ConnectionView::name).collect(Collectors.joining(", "))),
        since,
        "The page of connections says what each of them answered.",
        "/connections");
  }

  /** One that somebody paused is as they want it. */
  private static boolean isIll(ConnectionView view) {
    return !view.state().equals("paused")
        && (view.failed() > 0
            || view.lag() > LATE
            || (view.state().equals("unset") && view.waiting() > 0));
  }
}
