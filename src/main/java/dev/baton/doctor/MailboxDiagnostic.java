package dev.baton.doctor;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.springframework.core.env.ConfigurableEnvironment;

/** Diagnostic of the mailbox: it answers, takes our login and has the folder; nothing is read. */
final class MailboxDiagnostic {
  private static final String WHAT = "mailbox";
  private static final String LIMIT = "10000";

  private MailboxDiagnostic() {}

  static List<Finding> at(ConfigurableEnvironment settings) {
    String host = settings.getProperty("baton.imap.host", "");
    if (host.isBlank()) {
      return List.of(
          Finding.note(
              WHAT,
              "No mailbox is set; answers of leads go to the reps' own.",
              "Set baton.imap.host if answers and copies should be logged."));
    }
    String folder = settings.getProperty("baton.imap.folder", "INBOX");
    try (Store store = connected(settings, host)) {
      return List.of(
          store.getFolder(folder).exists()
              ? Finding.ok(WHAT, "%s at %s can be read.".formatted(folder, host))
              : Finding.wrong(
                  WHAT, "There is no folder %s.".formatted(folder), "Correct baton.imap.folder."));
    } catch (AuthenticationFailedException e) {
      return List.of(
          Finding.wrong(
              WHAT,
              "%s refuses the login.".formatted(host),
              "Correct baton.imap.user and password."));
    } catch (MessagingException e) {
      return List.of(
          Finding.wrong(
              WHAT,
              "%s doesn't answer: %s".formatted(host, e.getMessage()),
              "Correct baton.imap.host, port and tls, or let this machine through to it."));
    }
  }

  private static Store connected(ConfigurableEnvironment settings, String host)
      throws MessagingException {
    String tls = settings.getProperty("baton.imap.tls", "tls").toLowerCase(Locale.ROOT);
    String protocol = tls.equals("tls") ? "imaps" : "imap";
    Properties properties = new Properties();
    properties.setProperty("mail." + protocol + ".connectiontimeout", LIMIT);
    properties.setProperty("mail." + protocol + ".timeout", LIMIT);
    properties.setProperty(
        "mail." + protocol + ".starttls.required", String.valueOf(tls.equals("starttls")));
    properties.setProperty(
        "mail." + protocol + ".starttls.enable", String.valueOf(tls.equals("starttls")));
    Store store = Session.getInstance(properties).getStore(protocol);
    store.connect(
        host,
        settings.getProperty("baton.imap.port", Integer.class, -1),
        settings.getProperty("baton.imap.user"),
        settings.getProperty("baton.imap.password"));
    return store;
  }
}
