package dev.baton.alert.mail;

import dev.baton.alert.message.MailCalendar;
import dev.baton.alert.message.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one lead, ready to go; it holds links that are secret.
 *
 * @param kept what the log keeps of it: the text without its secret links
 * @param unsubscribe where one click ends all mail (RFC 8058); null where the lead asked for this
 *     one
 * @param unsubscribeAddress a mailbox that does the same
 * @param calendar what goes into the reader's calendar
 * @param replyTo who reads an answer; null: who it is from
 */
public record LeadEmail(
    String to,
    String subject,
    String text,
    String html,
    String kept,
    @Nullable String unsubscribe,
    @Nullable String unsubscribeAddress,
    @Nullable MailCalendar calendar,
    @Nullable String replyTo) {

  public LeadEmail {
    subject = SafeText.line(subject, 200);
  }
}
