package dev.baton.alert.mail;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The server through which mails go, and who they are from.
 *
 * @param isSet false: there is none, and nothing is sent
 */
record MailAccount(MailServer server, MailSettings from, boolean isSet) {

  /** No server yet. */
  static MailAccount none(MailSettings from) {
    return new MailAccount(new MailServer(new JavaMailSenderImpl()), from, false);
  }
}
