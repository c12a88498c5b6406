package dev.baton.mailbox.imap;

import dev.baton.alert.message.SafeText;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reader of what a mail says: to which of our addresses it was sent, by whom, and in which words.
 */
final class ReceivedMailReader {
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_TEXT = 8000;

  /** Where a mail says to whom it came; a blind copy's address stands in none that people see. */
  private static final List<String> DELIVERED =
      List.of(
          "To",
          "Cc",
          "Bcc",
          "Resent-To",
          "Delivered-To",
          "X-Original-To",
          "Original-Recipient",
          "Envelope-To",
          "X-Envelope-To",
          "X-Delivered-To",
          "X-Forwarded-To",
          "X-RcptTo",
          "Received");

  private ReceivedMailReader() {}

  /** Whether a mail with these headers came to one of our addresses. */
  static boolean isToUs(byte[] headers) throws MessagingException {
    return !addresses(mail(headers)).isEmpty();
  }

  /** What the first bytes of a mail say; empty when it came to none of our addresses. */
  static Optional<ReceivedMail> read(byte[] raw, Instant receivedAt) throws MessagingException {
    MimeMessage mail = mail(raw);
    Set<TaggedAddress> addresses = addresses(mail);
    if (addresses.isEmpty()) {
      return Optional.empty();
    }
    String from = from(mail);
    String subject = Objects.requireNonNullElse(mail.getSubject(), "");
    return Optional.of(
        new ReceivedMail(
            hash(mail, from, subject),
            addresses,
            from,
            isToOthers(mail),
            AutomaticMail.why(mail, from, subject).orElse(null),
            bounce(mail, from).orElse(null),
            SafeText.line(subject, LONGEST_SUBJECT),
            SafeText.lines(MailText.of(mail), LONGEST_TEXT),
            receivedAt));
  }

  private static MimeMessage mail(byte[] raw) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
  }

  private static Set<TaggedAddress> addresses(MimeMessage mail) throws MessagingException {
    StringBuilder named = new StringBuilder();
    for (String name : DELIVERED) {
      for (String line : lines(mail, name)) {
        named.append(line).append('\n');
      }
    }
    return TaggedAddress.in(named.toString());
  }

  private static List<String> lines(MimeMessage mail, String name) throws MessagingException {
    String[] lines = mail.getHeader(name);
    return lines == null ? List.of() : Arrays.asList(lines);
  }

  private static String from(MimeMessage mail) throws MessagingException {
    return addresses(lines(mail, "From")).findFirst().orElse("");
  }

  private static boolean isToOthers(MimeMessage mail) throws MessagingException {
    return Stream.concat(addresses(lines(mail, "To")), addresses(lines(mail, "Cc")))
        .anyMatch(address -> TaggedAddress.in(address).isEmpty());
  }

  private static Stream<String> addresses(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(parsed(line)))
        .map(InternetAddress::getAddress)
        .filter(Objects::nonNull)
        .map(address -> address.strip().toLowerCase(Locale.ROOT));
  }

  private static InternetAddress[] parsed(String line) {
    try {
      return InternetAddress.parseHeader(line, false);
    } catch (AddressException e) {
      return new InternetAddress[0];
    }
  }

  /** Of a report that can't be read nothing is known but that it is one. */
  private static Optional<BounceReport> bounce(MimeMessage mail, String from) {
    try {
      return BounceReport.in(mail, from);
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      return Optional.of(new BounceReport(null, true));
    }
  }

  /** One without an id is known by who sent it when about what. */
  private static String hash(MimeMessage mail, String from, String subject)
      throws MessagingException {
    @Nullable String id = mail.getMessageID();
    return DigestUtils.sha256Hex(
        id == null || id.isBlank()
            ? Stream.of(from, subject, mail.getHeader("Date", ","), mail.getHeader("To", ","))
                .map(String::valueOf)
                .collect(Collectors.joining("\n"))
            : id.strip());
  }
}
