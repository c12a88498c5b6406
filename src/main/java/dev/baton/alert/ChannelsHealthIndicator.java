package dev.baton.alert;

import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.ChannelFailures.ChannelFailure;
import dev.baton.alert.message.Channels;
import dev.baton.sql.PlainHealth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of the channels: {@code DEGRADED} while the credential of one is refused. It is no reason
 * to take the application out of service, so the status of the answer stays 200.
 */
@Component
class ChannelsHealthIndicator implements HealthIndicator {
  private final ChannelFailures failures;
  private final Channels channels;

  ChannelsHealthIndicator(ChannelFailures failures, Channels channels) {
    this.failures = failures;
    this.channels = channels;
  }

  @Override
  public Health health() {
    List<ChannelFailure> refused = failures.all();
    if (refused.isEmpty()) {
      return PlainHealth.up("No channel refuses our messages.");
    }
    String what =
        refused.stream()
            .map(each -> "%s (%s)".formatted(channels.name(each.channel()), each.why()))
            .collect(Collectors.joining(", "));
    return PlainHealth.degraded(
        "Nothing goes out over %s.".formatted(what),
        refused.stream().map(ChannelFailure::since).min(Comparator.naturalOrder()).orElse(null),
        "An administrator renews the credential. What waits goes out then.",
        "/settings#channels");
  }
}
