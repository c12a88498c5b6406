package dev.baton.alert.mail;

import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.MailEnclosure;
import dev.baton.alert.message.MailFigures;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.RenderedMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.thymeleaf.ITemplateEngine;

/** E-mail: HTML and text, each complete without the other. */
@Order(2)
@Component
public class MailMessenger implements Messenger, AutoCloseable {
  private final boolean configured;
  private final MimeMessageComposer composer;
  private final SmtpCalls calls;
  private final AnswerLinkIssuer issuer;
  private final MailFigures figures;

  @Autowired
  MailMessenger(
      ObjectProvider<JavaMailSender> sender,
      ObjectProvider<MailProperties> server,
      MailSettings settings,
      ITemplateEngine templates,
      ObjectProvider<AnswerLinkIssuer> invitations,
      ObjectProvider<MailFigures> enclosures) {
    this(
        server.stream()
            .findFirst()
            .filter(MailMessenger::hasHost)
            .flatMap(host -> sender.stream().findFirst()),
        settings,
        templates,
        invitations.getIfAvailable(() -> (deadline, person) -> Optional.empty()),
        enclosures.getIfAvailable(() -> reference -> List.of()),
        Duration.ofSeconds(30));
  }

  /** Boot takes an empty name for one. */
  private static boolean hasHost(MailProperties server) {
    return StringUtils.hasText(server.getHost());
  }

  /**
   * Sends through one server.
   *
   * @param sender empty when no server is configured
   */
  public MailMessenger(
      Optional<JavaMailSender> sender,
      MailSettings settings,
      ITemplateEngine templates,
      AnswerLinkIssuer issuer,
      MailFigures figures,
      Duration wholeCall) {
    this.configured = sender.isPresent();
    MailServer server = new MailServer(sender.orElseGet(JavaMailSenderImpl::new));
    this.composer = new MimeMessageComposer(server, settings, templates);
    this.calls = new SmtpCalls(server, wholeCall);
    this.issuer = issuer;
    this.figures = figures;
  }

  @Override
  public String channel() {
    return "email";
  }

  @Override
  public String name() {
    return "e-mail";
  }

  @Override
  public Optional<String> address(DeliveryTarget to) {
    return Optional.ofNullable(to.email());
  }

  @Override
  public Optional<String> missing() {
    return configured ? Optional.empty() : Optional.of("spring.mail.host");
  }

  @Override
  public DeliveryOutcome send(String key, RenderedMessage renderedMessage, DeliveryTarget reader) {
    if (reader.email() == null || reader.email().isBlank()) {
      return new DeliveryOutcome.Skipped(reader.name() + " has no e-mail address");
    }
    InternetAddress to;
    try {
      to = MailServer.mailbox(reader.email());
    } catch (AddressException e) {
      return new DeliveryOutcome.Dead(reader.email() + " is no e-mail address");
    }
    try {
      RenderedMessage inviting = inviting(renderedMessage, reader);
      String reference = renderedMessage.briefing().encloses();
      List<MailEnclosure> enclosed = reference == null ? List.of() : figures.of(reference);
      MimeMessage message =
          composer.message(
              key,
              renderedMessage.subject(),
              inviting.text(enclosed),
              composer.html(inviting, enclosed),
              to,
              enclosed,
              renderedMessage.briefing().mail().calendar());
      // What is kept of it is without the link, which would answer in anybody's hands.
      return calls.send(message, renderedMessage.text());
    } catch (MessagingException e) {
      return new DeliveryOutcome.Retry("the mail could not be written: " + e.getMessage());
    }
  }

  /** What writes mails to this server. */
  MimeMessageComposer composer() {
    return composer;
  }

  /** What sends through this server. */
  SmtpCalls calls() {
    return calls;
  }

  private RenderedMessage inviting(RenderedMessage renderedMessage, DeliveryTarget reader) {
    Long asks = renderedMessage.briefing().asks();
    return asks == null
        ? renderedMessage
        : issuer.link(asks, reader.id()).map(renderedMessage::answeredAt).orElse(renderedMessage);
  }

  @Override
  public void close() {
    calls.close();
  }
}
