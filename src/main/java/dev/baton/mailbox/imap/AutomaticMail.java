package dev.baton.mailbox.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules by which a mail is known that no person wrote (RFC 3834 and what is usual beside it). */
final class AutomaticMail {
  private static final Set<String> SERVERS = Set.of("mailer-daemon", "postmaster");
  private static final Set<String> NOBODY =
      Set.of("no-reply", "noreply", "do-not-reply", "donotreply");
  private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
  private static final List<String> MARKS =
      List.of(
          "List-Id",
          "List-Unsubscribe",
          "List-Post",
          "X-Autoreply",
          "X-Autorespond",
          "X-Autoresponder",
          "X-Auto-Reply-From");

  /** How programs that set none of these begin the subject of a note of absence. */
  private static final List<String> AWAY =
      List.of(
          "automatic reply:",
          "auto reply:",
          "auto-reply:",
          "autoreply:",
          "out of office",
          "out-of-office",
          "automatische antwort:",
          "abwesenheit",
          "réponse automatique",
          "respuesta automática",
          "risposta automatica");

  private AutomaticMail() {}

  /** Whether an address is a mail server's own. */
  static boolean isServer(String from) {
    return SERVERS.contains(local(from));
  }

  /** Why it is one; empty: a person wrote it, as far as can be told. */
  static Optional<String> why(MimeMessage mail, String from, String subject)
      throws MessagingException {
    String submitted = header(mail, "Auto-Submitted");
    if (submitted != null && !submitted.startsWith("no")) {
      return Optional.of("it is marked as sent by a program");
    }
    for (String mark : MARKS) {
      if (mail.getHeader(mark) != null) {
        return Optional.of("it is marked as sent by a program or to a list");
      }
    }
    String precedence = header(mail, "Precedence");
    if (precedence != null && BULK.contains(precedence)) {
      return Optional.of("it is marked as sent to many");
    }
    String start = subject.strip().toLowerCase(Locale.ROOT);
    if (AWAY.stream().anyMatch(start::startsWith)) {
      return Optional.of("it is a note of absence");
    }
    boolean noReturn = "<>".equals(header(mail, "Return-Path"));
    String type = String.valueOf(mail.getContentType()).toLowerCase(Locale.ROOT);
    boolean noPerson =
        Stream.of(noReturn, type.startsWith("multipart/report"), isServer(from))
                .anyMatch(Boolean::booleanValue)
            || NOBODY.contains(local(from));
    return noPerson ? Optional.of("a program sent it, and nobody can answer it") : Optional.empty();
  }

  private static @Nullable String header(MimeMessage mail, String name) throws MessagingException {
    String value = mail.getHeader(name, ",");
    return value == null ? null : value.strip().toLowerCase(Locale.ROOT);
  }

  private static String local(String address) {
    int at = address.lastIndexOf('@');
    return at < 0 ? address : address.substring(0, at);
  }
}
