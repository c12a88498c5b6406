package dev.baton.alert.teams;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Teams is reached; without any of both it is skipped. Whoever knows an address may post there,
 * so each is a secret.
 *
 * @param webhookUrl of a workflow that posts what it gets into a channel, which many read
 * @param chatWebhookUrl of one that posts it into the chat of the person whom it names; then
 *     nothing goes into the channel
 */
@ConfigurationProperties("baton.teams")
public record TeamsSettings(@Nullable String webhookUrl, @Nullable String chatWebhookUrl) {

  boolean writesToPersons() {
    return !text(chatWebhookUrl).isEmpty();
  }

  String address() {
    return writesToPersons() ? text(chatWebhookUrl) : text(webhookUrl);
  }

  /** Which of both settings counts. */
  String setting() {
    return writesToPersons() ? "baton.teams.chat-webhook-url" : "baton.teams.webhook-url";
  }

  boolean configured() {
    return !address().isEmpty();
  }

  private static String text(@Nullable String set) {
    return set == null ? "" : set.trim();
  }

  /** Keeps the address out of logs. */
  @Override
  public String toString() {
    return "TeamsSettings[configured=" + configured() + "]";
  }
}
