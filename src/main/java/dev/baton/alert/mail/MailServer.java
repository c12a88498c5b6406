package dev.baton.alert.mail;

import dev.baton.input.DomainNames;
import dev.baton.input.MailAddress;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/**
 * The mail server, and how an address is told to it: exactly as it came in, its domain in punycode.
 * What is left beyond ASCII goes out as UTF-8 where the server offers it (RFC 6531), or not at all.
 */
final class MailServer {
  private final JavaMailSender usual;
  private final @Nullable JavaMailSenderImpl utf8;

  /**
   * Sends by connections that are kept, to the server of Spring's own sender.
   *
   * @param sender one of another class does it in its own way
   */
  MailServer(JavaMailSender sender) {
    this.usual =
        sender instanceof JavaMailSenderImpl server && sender.getClass() == JavaMailSenderImpl.class
            ? KeptConnectionSender.to(server)
            : sender;
    this.utf8 =
        sender instanceof JavaMailSenderImpl server ? KeptConnectionSender.to(server) : null;
    if (utf8 != null) {
      utf8.getJavaMailProperties().setProperty("mail.mime.allowutf8", "true");
    }
  }

  /** The one mailbox that a text names. */
  static InternetAddress mailbox(String address) throws AddressException {
    String domain = MailAddress.domain(address);
    String local = address.substring(0, address.length() - domain.length());
    InternetAddress mailbox = new InternetAddress(local + ascii(domain), true);
    if (!(local + ascii(domain)).equals(mailbox.getAddress())) {
      throw new AddressException("More than one mailbox", address);
    }
    return mailbox;
  }

  private static String ascii(String domain) throws AddressException {
    if (isAscii(domain)) {
      return domain;
    }
    try {
      return DomainNames.ascii(domain);
    } catch (IllegalArgumentException e) {
      throw new AddressException("Not the name of a domain", domain);
    }
  }

  /** An empty message, for the server as it will hear of this recipient. */
  MimeMessage message(InternetAddress to) {
    return utf8 == null || isAscii(to.getAddress())
        ? usual.createMimeMessage()
        : utf8.createMimeMessage();
  }

  void send(MimeMessage message) throws MessagingException {
    Optional<String> beyond =
        recipients(message).map(Address::toString).filter(to -> !isAscii(to)).findFirst();
    if (beyond.isEmpty()) {
      usual.send(message);
    } else if (utf8 != null && offersUtf8(utf8)) {
      utf8.send(message);
    } else {
      throw new UnwritableAddress(beyond.orElseThrow());
    }
  }

  private static Stream<Address> recipients(MimeMessage message) throws MessagingException {
    return Stream.ofNullable(message.getAllRecipients()).flatMap(Arrays::stream);
  }

  private static boolean offersUtf8(JavaMailSenderImpl server) throws MessagingException {
    String protocol = StringUtils.hasText(server.getProtocol()) ? server.getProtocol() : "smtp";
    try (Transport transport = server.getSession().getTransport(protocol)) {
      String user = StringUtils.hasText(server.getUsername()) ? server.getUsername() : null;
      transport.connect(server.getHost(), server.getPort(), user, server.getPassword());
      return transport instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8");
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** The server can't be told this address; it would understand another one. */
  static final class UnwritableAddress extends MailException {
    UnwritableAddress(String address) {
      super(
          "the mail server takes no addresses beyond ASCII (SMTPUTF8), such as %s"
              .formatted(address));
    }
  }
}
