package dev.baton.alert;

import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.ChannelFailures.ChannelFailure;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of the channels: {@code DEGRADED} while the credential of one is refused. It is no reason
 * to take the application out of service, so the status of the answer stays 200.
 */
@Component
class ChannelsHealthIndicator implements HealthIndicator {
  static final String DEGRADED = "DEGRADED";

  private final ChannelFailures failures;

  ChannelsHealthIndicator(ChannelFailures failures) {
    this.failures = failures;
  }

  @Override
  public Health health() {
    List<ChannelFailure> refused = failures.all();
    if (refused.isEmpty()) {
      return Health.up().build();
    }
    Health.Builder health = Health.status(DEGRADED);
    refused.forEach(
        each -> health.withDetail(each.channel(), each.why() + ", since " + each.since()));
    return health.build();
  }
}
