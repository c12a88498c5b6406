package dev.baton.alert.slack;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slack is reached, and how it is known.
 *
 * @param token the bot's; without it Slack is skipped
 * @param apiUrl what stands before a method's name
 * @param fallbackChannel where those are told whom Slack doesn't know
 * @param signingSecret by which a call is known to be Slack's; without it none is taken
 * @param appToken with which Baton opens a connection itself, over which answers come; without it
 *     Slack calls Baton
 * @param replyUrl where the addresses begin to which replies go
 */
@ConfigurationProperties("baton.slack")
public record SlackSettings(
    @Nullable String token,
    @DefaultValue("https://slack.com/api/") String apiUrl,
    @Nullable String fallbackChannel,
    @Nullable String signingSecret,
    @Nullable String appToken,
    @DefaultValue("https://hooks.slack.com/") String replyUrl) {

  public SlackSettings {
    apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
    replyUrl = replyUrl.endsWith("/") ? replyUrl : replyUrl + "/";
    fallbackChannel = fallbackChannel == null || fallbackChannel.isBlank() ? null : fallbackChannel;
    signingSecret = signingSecret == null || signingSecret.isBlank() ? null : signingSecret;
    appToken = appToken == null || appToken.isBlank() ? null : appToken;
  }

  boolean configured() {
    return token != null && !token.isBlank();
  }

  /** Whether people may answer in Slack. */
  boolean answerable() {
    return isCalled() || opensSocket();
  }

  /** Whether Slack may call Baton. */
  boolean isCalled() {
    return configured() && signingSecret != null;
  }

  /** Whether Baton connects itself to Slack. */
  boolean opensSocket() {
    return configured() && appToken != null;
  }

  /** Keeps the tokens and the secret out of logs. */
  @Override
  public String toString() {
    return "SlackSettings[" + apiUrl + ", " + fallbackChannel + "]";
  }
}
