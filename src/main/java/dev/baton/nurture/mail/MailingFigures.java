package dev.baton.nurture.mail;

/** Figures of a template: what became of its mails. */
public record MailingFigures(int sent, int clicked, int unsubscribed, int notSent) {
  public static final MailingFigures NONE = new MailingFigures(0, 0, 0, 0);
}
