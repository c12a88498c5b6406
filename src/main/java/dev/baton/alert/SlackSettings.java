package dev.baton.alert;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slack is reached.
 *
 * @param token the bot's; without it Slack is skipped
 * @param apiUrl what stands before a method's name
 * @param fallbackChannel where those are told whom Slack doesn't know, or null
 */
@ConfigurationProperties("baton.slack")
record SlackSettings(
    String token, @DefaultValue("https://slack.com/api/") String apiUrl, String fallbackChannel) {

  SlackSettings {
    apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
    fallbackChannel = fallbackChannel == null || fallbackChannel.isBlank() ? null : fallbackChannel;
  }

  boolean configured() {
    return token != null && !token.isBlank();
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "SlackSettings[" + apiUrl + ", " + fallbackChannel + "]";
  }
}
