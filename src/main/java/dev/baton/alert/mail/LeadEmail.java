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
 * @param author a person who wrote it or reads an answer; null: it is the company's
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
    @Nullable Author author) {

  /**
   * The person behind a mail.
   *
   * @param name in whose name it is sent: they wrote it themselves; null: a program did
   * @param replyTo who reads an answer; null: who it is from
   * @param returnsTo who hears that it couldn't be delivered; null: as the server is set up
   */
  public record Author(
      @Nullable String name, @Nullable String replyTo, @Nullable String returnsTo) {}

  public LeadEmail {
    subject = SafeText.line(subject, 200);
  }
}
