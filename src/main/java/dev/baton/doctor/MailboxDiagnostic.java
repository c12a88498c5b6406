package dev.baton.doctor;

import dev.baton.mailbox.imap.ImapSettings;
import dev.baton.mailbox.imap.MailboxFolder;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Diagnostic of the mailbox: it answers, takes our login and has the folder; nothing is read. */
final class MailboxDiagnostic {
  private static final String WHAT = "mailbox";

  private MailboxDiagnostic() {}

  static List<Finding> at(ConfigurableEnvironment environment) {
    ImapSettings settings = Binder.get(environment).bindOrCreate("baton.imap", ImapSettings.class);
    if (!settings.isOn()) {
      return List.of(
          Finding.note(
              WHAT,
              "No mailbox is set; answers of leads go to the reps' own.",
              "Set baton.imap.host if answers and copies should be logged."));
    }
    try (MailboxFolder folder = MailboxFolder.open(settings)) {
      return List.of(
          folder.isOpen()
              ? Finding.ok(WHAT, "%s can be read.".formatted(settings.place()))
              : unreachable(settings, "it hung up"));
    } catch (AuthenticationFailedException e) {
      return List.of(
          Finding.wrong(
              WHAT,
              "%s refuses the login.".formatted(settings.host()),
              "Correct baton.imap.user and password."));
    } catch (FolderNotFoundException e) {
      return List.of(
          Finding.wrong(
              WHAT,
              "There is no folder %s.".formatted(settings.folder()),
              "Correct baton.imap.folder."));
    } catch (MessagingException e) {
      return List.of(unreachable(settings, String.valueOf(e.getMessage())));
    }
  }

  private static Finding unreachable(ImapSettings settings, String why) {
    return Finding.wrong(
        WHAT,
        "%s doesn't answer: %s".formatted(settings.host(), why),
        "Correct baton.imap.host, port and tls, or let this machine through to it.");
  }
}
