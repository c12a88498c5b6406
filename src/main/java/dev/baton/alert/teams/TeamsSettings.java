package dev.baton.alert.teams;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Teams is reached.
 *
 * @param webhookUrl of a workflow that posts what it gets into a channel; without it Teams is
 *     skipped. Whoever knows it may post, so it is a secret
 */
@ConfigurationProperties("baton.teams")
public record TeamsSettings(String webhookUrl) {

  boolean configured() {
    return webhookUrl != null && !webhookUrl.isBlank();
  }

  /** Keeps the address out of logs. */
  @Override
  public String toString() {
    return "TeamsSettings[configured=" + configured() + "]";
  }
}
