package dev.baton.alert.mail;

import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.MailFigures;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.message.SafeText;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** E-mail: HTML and text, each complete without the other. */
@Order(2)
@Component
public class MailMessenger implements Messenger, AutoCloseable {
  private final JavaMailSender sender;
  private final MailSettings settings;
  private final ITemplateEngine templates;
  private final AnswerLinkIssuer issuer;
  private final MailFigures figures;
  private final Duration wholeCall;

  /** SMTP has time-outs a line, none a call: a call that drips on is left behind on its thread. */
  private final ThreadPoolExecutor calls =
      new ThreadPoolExecutor(
          0, 4, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), MailMessenger::thread);

  @Autowired
  MailMessenger(
      ObjectProvider<JavaMailSender> sender,
      ObjectProvider<MailProperties> server,
      MailSettings settings,
      ITemplateEngine templates,
      ObjectProvider<AnswerLinkIssuer> invitations,
      ObjectProvider<MailFigures> enclosures) {
    this(
        hasHost(server.getIfAvailable()) ? sender.getIfAvailable() : null,
        settings,
        templates,
        invitations.getIfAvailable(() -> (deadline, person) -> Optional.empty()),
        enclosures.getIfAvailable(() -> reference -> List.of()),
        Duration.ofSeconds(30));
  }

  /** Boot takes an empty name for one. */
  private static boolean hasHost(MailProperties server) {
    return server != null && StringUtils.hasText(server.getHost());
  }

  /**
   * Sends through one server.
   *
   * @param sender null when no server is configured
   */
  public MailMessenger(
      JavaMailSender sender,
      MailSettings settings,
      ITemplateEngine templates,
      AnswerLinkIssuer issuer,
      MailFigures figures,
      Duration wholeCall) {
    this.sender = sender;
    this.settings = settings;
    this.templates = templates;
    this.issuer = issuer;
    this.figures = figures;
    this.wholeCall = wholeCall;
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
  public String address(DeliveryTarget to) {
    return to.email();
  }

  @Override
  public Optional<String> missing() {
    return sender == null ? Optional.of("spring.mail.host") : Optional.empty();
  }

  @Override
  public DeliveryOutcome send(String key, RenderedMessage renderedMessage, DeliveryTarget reader) {
    if (reader.email() == null || reader.email().isBlank()) {
      return new DeliveryOutcome.Skipped(reader.name() + " has no e-mail address");
    }
    InternetAddress to;
    try {
      to = new InternetAddress(reader.email(), true);
    } catch (AddressException e) {
      return new DeliveryOutcome.Dead(reader.email() + " is no e-mail address");
    }
    try {
      RenderedMessage inviting = inviting(renderedMessage, reader);
      String reference = renderedMessage.pack().encloses();
      List<MailFigures.Enclosure> enclosed = reference == null ? List.of() : figures.of(reference);
      MimeMessage message =
          message(
              key,
              renderedMessage.subject(),
              inviting.text(enclosed),
              html(inviting, enclosed),
              to,
              enclosed);
      // What is kept of it is without the link, which would answer in anybody's hands.
      return call(message, renderedMessage.text());
    } catch (MessagingException e) {
      return new DeliveryOutcome.Retry("the mail could not be written: " + e.getMessage());
    }
  }

  private RenderedMessage inviting(RenderedMessage renderedMessage, DeliveryTarget reader) {
    Long asks = renderedMessage.pack().asks();
    return asks == null
        ? renderedMessage
        : issuer.link(asks, reader.id()).map(renderedMessage::answeredAt).orElse(renderedMessage);
  }

  /** Sends it; {@code kept} is what the log keeps of it. */
  DeliveryOutcome call(MimeMessage message, String kept) {
    Future<?> call;
    try {
      call = calls.submit(() -> sender.send(message));
    } catch (RejectedExecutionException e) {
      return new DeliveryOutcome.Retry("the mail server still hasn't answered earlier calls");
    }
    try {
      call.get(wholeCall.toMillis(), TimeUnit.MILLISECONDS);
      return new DeliveryOutcome.Sent(kept);
    } catch (TimeoutException e) {
      call.cancel(true);
      return new DeliveryOutcome.Retry(
          "the mail server took longer than " + wholeCall.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new DeliveryOutcome.Retry("interrupted while sending");
    } catch (ExecutionException e) {
      return refused(e.getCause());
    }
  }

  private static DeliveryOutcome refused(Throwable cause) {
    if (cause instanceof MailSendException sending && hopeless(sending)) {
      return new DeliveryOutcome.Dead("the mail server refused the address: " + reason(cause));
    }
    return new DeliveryOutcome.Retry("the mail server didn't take it: " + reason(cause));
  }

  /** 5xx on the address itself: the mailbox doesn't exist, today or tomorrow. */
  private static boolean hopeless(MailSendException sending) {
    for (Exception failure : sending.getMessageExceptions()) {
      for (Exception e = failure;
          e instanceof MessagingException messaging;
          e = messaging.getNextException()) {
        if (e instanceof SMTPAddressFailedException address && address.getReturnCode() / 100 == 5) {
          return true;
        }
      }
    }
    return false;
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  MimeMessage message(String key, String subject, String text, String html, InternetAddress to)
      throws MessagingException {
    return message(key, subject, text, html, to, List.of());
  }

  private MimeMessage message(
      String key,
      String subject,
      String text,
      String html,
      InternetAddress to,
      List<MailFigures.Enclosure> enclosed)
      throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    mail.setTo(to);
    mail.setFrom(settings.from());
    mail.setSubject(SafeText.line(subject, 200));
    mail.setText(text, html);
    for (MailFigures.Enclosure sheet : enclosed) {
      if (sheet.picture() != null) {
        mail.addInline(sheet.cid(), new ByteArrayResource(sheet.picture()), "image/png");
      }
    }
    message.setHeader("Message-ID", messageId(key));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  /** The same for each attempt at one key: a mail that arrives twice is recognised. */
  private String messageId(String key) {
    return "<"
        + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
        + "@"
        + settings.domain()
        + ">";
  }

  private String html(RenderedMessage renderedMessage, List<MailFigures.Enclosure> enclosed) {
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("subject", renderedMessage.subject());
    context.setVariable("preview", renderedMessage.preview());
    context.setVariable("note", renderedMessage.note());
    context.setVariable(
        "wall", renderedMessage.due() == null ? null : renderedMessage.due().wall());
    context.setVariable(
        "left", renderedMessage.due() == null ? null : renderedMessage.due().left());
    context.setVariable("action", renderedMessage.action());
    context.setVariable("link", renderedMessage.link());
    context.setVariable("answer", renderedMessage.answer());
    context.setVariable("answerLabel", RenderedMessage.ANSWER);
    context.setVariable("forYouAlone", RenderedMessage.FOR_YOU_ALONE);
    context.setVariable("pack", renderedMessage.pack());
    context.setVariable("enclosed", enclosed);
    return templates.process("notice", context);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "mail-call");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    calls.shutdownNow();
  }
}
