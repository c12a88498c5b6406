package dev.baton.alert.mail;

import dev.baton.alert.message.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one lead, ready to go; it holds links that are secret.
 *
 * @param kept what the log keeps of it: the text without its secret links
 * @param unsubscribe where one click ends all mail (RFC 8058)
 * @param unsubscribeAddress a mailbox that does the same
 */
public record LeadEmail(
    String to,
    String subject,
    String text,
    String html,
    String kept,
    String unsubscribe,
    @Nullable String unsubscribeAddress) {

  public LeadEmail {
    subject = SafeText.line(subject, 200);
  }
}
