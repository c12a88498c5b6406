package dev.baton.alert.teams;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Teams is reached.
 *
 * @param webhookUrl of a workflow that posts what it gets into a channel; without it Teams is
 *     skipped. Whoever knows it may post, so it is a secret
 */
@ConfigurationProperties("baton.teams")
public record TeamsSettings(@Nullable String webhookUrl) {

  String address() {
    return webhookUrl == null ? "" : webhookUrl.trim();
  }

  boolean configured() {
    return !address().isEmpty();
  }

  /** Keeps the address out of logs. */
  @Override
  public String toString() {
    return "TeamsSettings[configured=" + configured() + "]";
  }
}
