package dev.baton.mailbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import dev.baton.LoopbackMail;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A mail server with SMTP and IMAP: what goes to an address with a token arrives in the company's
 * mailbox with the header that Postfix writes, everything else with whom it is addressed to.
 */
public final class MailExchange {
  public static final String BOX = "box";
  public static final String PASSWORD = "secret";
  private static final GreenMail SERVER = LoopbackMail.serverWithImap();
  private static boolean started;

  private MailExchange() {}

  /** The application sends to it and reads from it. */
  public static void serve(DynamicPropertyRegistry properties) {
    start();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", MailExchange::smtp);
    properties.add("baton.mail.from", () -> "Sales <sales@baton.example>");
    properties.add("baton.imap.host", () -> "127.0.0.1");
    properties.add("baton.imap.port", MailExchange::imap);
    properties.add("baton.imap.user", () -> BOX);
    properties.add("baton.imap.password", () -> PASSWORD);
    properties.add("baton.imap.tls", () -> "none");
    properties.add("baton.imap.every", () -> "1s");
  }

  /** Once for all that use it; it ends with the tests. */
  public static synchronized void start() {
    if (started) {
      return;
    }
    SERVER.start();
    SERVER.setUser("box@baton.example", BOX, PASSWORD);
    UserManager users = SERVER.getUserManager();
    users.setMessageDeliveryHandler(
        (message, address) -> {
          String to = address.getEmail().toLowerCase(java.util.Locale.ROOT);
          if (to.startsWith("reply+") || to.startsWith("log+")) {
            message.getMessage().addHeader("Delivered-To", to);
            return boxUser();
          }
          GreenMailUser user = users.getUserByEmail(to);
          return user == null ? users.createUser(to, to, to) : user;
        });
    started = true;
  }

  public static int smtp() {
    return SERVER.getSmtp().getPort();
  }

  public static int imap() {
    return SERVER.getImap().getPort();
  }

  static GreenMailUser boxUser() {
    return SERVER.getUserManager().getUser(BOX);
  }

  static List<MimeMessage> box() {
    return inbox(boxUser());
  }

  /** The mails to an address, at least one. */
  public static List<MimeMessage> received(String address) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              GreenMailUser user = SERVER.getUserManager().getUserByEmail(address);
              return user == null ? List.<MimeMessage>of() : inbox(user);
            },
            found -> !found.isEmpty());
  }

  private static List<MimeMessage> inbox(GreenMailUser user) {
    try {
      return SERVER.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
          .map(stored -> withFlags(stored.getMimeMessage(), stored.getFlags()))
          .toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static MimeMessage withFlags(MimeMessage message, jakarta.mail.Flags flags) {
    try {
      message.setFlags(flags, true);
      return message;
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** A mail that somebody writes. */
  public static Draft mail(String from, String to, String subject, String text) {
    try {
      MimeMessage message = new MimeMessage(session());
      message.setFrom(new InternetAddress(from));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
      message.setSubject(subject, "UTF-8");
      message.setText(text, "UTF-8");
      message.saveChanges();
      return new Draft(message, new ArrayList<>(List.of(to)));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** One before it is sent; as often as it is, it has the same Message-ID. */
  public record Draft(MimeMessage message, List<String> recipients) {
    public Draft blindTo(String address) {
      recipients.add(address);
      return this;
    }

    Draft header(String name, String value) throws MessagingException {
      message.setHeader(name, value);
      return this;
    }

    public void send() throws MessagingException {
      Address[] to = new Address[recipients.size()];
      for (int i = 0; i < to.length; i++) {
        to[i] = new InternetAddress(recipients.get(i));
      }
      try (Transport transport = session().getTransport("smtp")) {
        transport.connect("127.0.0.1", smtp(), null, null);
        transport.sendMessage(message, to);
      }
    }
  }

  /** Whatever stands in it. */
  static void raw(String to, String text) throws MessagingException {
    MimeMessage message =
        new MimeMessage(
            session(),
            new ByteArrayInputStream(
                text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    new Draft(message, List.of(to)).send();
  }

  /** What a mail server says of a mail that it couldn't deliver (RFC 3464). */
  static void bounce(String to, String failed, String status) throws MessagingException {
    raw(
        to,
        """
        From: Mail Delivery Subsystem <MAILER-DAEMON@mx.acme.example>
        To: %1$s
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <%2$s@mx.acme.example>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.acme.example

        Final-Recipient: rfc822; %3$s
        Action: failed
        Status: %4$s
        Diagnostic-Code: smtp; 550 no such user
        --b--
        """
            .formatted(to, UUID.randomUUID(), failed, status));
  }

  private static Session session() {
    Properties properties = new Properties();
    // whatever a mail says of its sender
    properties.setProperty("mail.smtp.from", "somebody@elsewhere.example");
    return Session.getInstance(properties);
  }
}
