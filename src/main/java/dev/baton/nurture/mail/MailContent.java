package dev.baton.nurture.mail;

/**
 * Content of a mail.
 *
 * @param body paragraphs with blank lines between; placeholders in braces
 * @param action what the one button says
 * @param url where the button leads; {@code {form}} is the hosted form
 */
public record MailContent(String subject, String body, String action, String url) {
  static final String FORM = "{form}";

  public boolean opensForm() {
    return url.equals(FORM);
  }
}
