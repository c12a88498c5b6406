package dev.baton.alert;

/**
 * One mail to one lead, ready to go; it holds links that are secret.
 *
 * @param kept what the log keeps of it: the text without its secret links
 * @param unsubscribe where one click ends all mail (RFC 8058)
 * @param unsubscribeAddress a mailbox that does the same, or null
 */
public record LeadLetter(
    String to,
    String subject,
    String text,
    String html,
    String kept,
    String unsubscribe,
    String unsubscribeAddress) {

  public LeadLetter {
    subject = Words.line(subject, 200);
  }
}
