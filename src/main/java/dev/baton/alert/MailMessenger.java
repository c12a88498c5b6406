package dev.baton.alert;

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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** E-mail: HTML and text, each complete without the other. */
@Order(2)
@Component
class MailMessenger implements Messenger, AutoCloseable {
  private final JavaMailSender sender;
  private final MailSettings settings;
  private final ITemplateEngine templates;
  private final Invitations invitations;
  private final Enclosures enclosures;
  private final Duration wholeCall;

  /** SMTP has time-outs a line, none a call: a call that drips on is left behind on its thread. */
  private final ThreadPoolExecutor calls =
      new ThreadPoolExecutor(
          0, 4, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), MailMessenger::thread);

  @Autowired
  MailMessenger(
      ObjectProvider<JavaMailSender> sender,
      @Value("${spring.mail.host:}") String host,
      MailSettings settings,
      ITemplateEngine templates,
      ObjectProvider<Invitations> invitations,
      ObjectProvider<Enclosures> enclosures) {
    this(
        host.isBlank() ? null : sender.getIfAvailable(),
        settings,
        templates,
        invitations.getIfAvailable(() -> (deadline, person) -> Optional.empty()),
        enclosures.getIfAvailable(() -> reference -> List.of()),
        Duration.ofSeconds(30));
  }

  /**
   * Sends through one server.
   *
   * @param sender null when no server is configured
   */
  MailMessenger(
      JavaMailSender sender,
      MailSettings settings,
      ITemplateEngine templates,
      Invitations invitations,
      Enclosures enclosures,
      Duration wholeCall) {
    this.sender = sender;
    this.settings = settings;
    this.templates = templates;
    this.invitations = invitations;
    this.enclosures = enclosures;
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
  public String address(Addressee to) {
    return to.email();
  }

  @Override
  public Optional<String> missing() {
    return sender == null ? Optional.of("spring.mail.host") : Optional.empty();
  }

  @Override
  public Outcome send(String key, Letter letter, Addressee reader) {
    if (reader.email() == null || reader.email().isBlank()) {
      return new Outcome.Skipped(reader.name() + " has no e-mail address");
    }
    InternetAddress to;
    try {
      to = new InternetAddress(reader.email(), true);
    } catch (AddressException e) {
      return new Outcome.Dead(reader.email() + " is no e-mail address");
    }
    try {
      Letter inviting = inviting(letter, reader);
      String reference = letter.pack().encloses();
      List<Enclosures.Enclosure> enclosed =
          reference == null ? List.of() : enclosures.of(reference);
      MimeMessage message =
          message(
              key,
              letter.subject(),
              inviting.text(enclosed),
              html(inviting, enclosed),
              to,
              enclosed);
      // What is kept of it is without the link, which would answer in anybody's hands.
      return call(message, letter.text());
    } catch (MessagingException e) {
      return new Outcome.Retry("the mail could not be written: " + e.getMessage());
    }
  }

  private Letter inviting(Letter letter, Addressee reader) {
    Long asks = letter.pack().asks();
    return asks == null
        ? letter
        : invitations.link(asks, reader.id()).map(letter::answeredAt).orElse(letter);
  }

  /** Sends it; {@code kept} is what the log keeps of it. */
  Outcome call(MimeMessage message, String kept) {
    Future<?> call;
    try {
      call = calls.submit(() -> sender.send(message));
    } catch (RejectedExecutionException e) {
      return new Outcome.Retry("the mail server still hasn't answered earlier calls");
    }
    try {
      call.get(wholeCall.toMillis(), TimeUnit.MILLISECONDS);
      return new Outcome.Sent(kept);
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Outcome.Retry("the mail server took longer than " + wholeCall.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Retry("interrupted while sending");
    } catch (ExecutionException e) {
      return refused(e.getCause());
    }
  }

  private static Outcome refused(Throwable cause) {
    if (cause instanceof MailSendException sending && hopeless(sending)) {
      return new Outcome.Dead("the mail server refused the address: " + reason(cause));
    }
    return new Outcome.Retry("the mail server didn't take it: " + reason(cause));
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
      List<Enclosures.Enclosure> enclosed)
      throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    mail.setTo(to);
    mail.setFrom(settings.from());
    mail.setSubject(Words.line(subject, 200));
    mail.setText(text, html);
    for (Enclosures.Enclosure sheet : enclosed) {
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

  private String html(Letter letter, List<Enclosures.Enclosure> enclosed) {
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("subject", letter.subject());
    context.setVariable("preview", letter.preview());
    context.setVariable("note", letter.note());
    context.setVariable("wall", letter.due() == null ? null : letter.due().wall());
    context.setVariable("left", letter.due() == null ? null : letter.due().left());
    context.setVariable("action", letter.action());
    context.setVariable("link", letter.link());
    context.setVariable("answer", letter.answer());
    context.setVariable("answerLabel", Letter.ANSWER);
    context.setVariable("forYouAlone", Letter.FOR_YOU_ALONE);
    context.setVariable("pack", letter.pack());
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
