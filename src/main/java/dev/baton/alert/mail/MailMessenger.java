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
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/** E-mail: HTML and text, each complete without the other. */
@Order(2)
@Component
public class MailMessenger implements Messenger, AutoCloseable {
  static final String CHANNEL = "email";

  private final Supplier<MailAccount> account;
  private final MimeMessageComposer composer;
  private final SmtpCalls calls;
  private final AnswerLinkIssuer issuer;
  private final MailFigures figures;

  @Autowired
  MailMessenger(
      MailAccounts accounts,
      ITemplateEngine templates,
      ObjectProvider<AnswerLinkIssuer> invitations,
      ObjectProvider<MailFigures> enclosures) {
    this(
        accounts,
        templates,
        invitations.getIfAvailable(() -> (deadline, person) -> Optional.empty()),
        enclosures.getIfAvailable(() -> reference -> List.of()),
        Duration.ofSeconds(30));
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
    this(fixed(sender, settings), templates, issuer, figures, wholeCall);
  }

  private static Supplier<MailAccount> fixed(
      Optional<JavaMailSender> sender, MailSettings settings) {
    MailAccount account =
        sender
            .map(usual -> new MailAccount(new MailServer(usual), settings, true))
            .orElseGet(() -> MailAccount.none(settings));
    return () -> account;
  }

  private MailMessenger(
      Supplier<MailAccount> account,
      ITemplateEngine templates,
      AnswerLinkIssuer issuer,
      MailFigures figures,
      Duration wholeCall) {
    this.account = account;
    this.composer = new MimeMessageComposer(account, templates);
    this.calls = new SmtpCalls(account, wholeCall);
    this.issuer = issuer;
    this.figures = figures;
  }

  @Override
  public String channel() {
    return CHANNEL;
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
    return account.get().isSet() ? Optional.empty() : Optional.of("spring.mail.host");
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
