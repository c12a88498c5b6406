package dev.baton.alert.mail;

import dev.baton.alert.message.DueText;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadContact;
import dev.baton.alert.message.MailCalendar;
import dev.baton.alert.message.MailEnclosure;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.message.SafeText;
import dev.baton.input.Sentences;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Composer of MIME messages: HTML, text and pictures, with an id that is the same at each attempt.
 */
final class MimeMessageComposer {
  private final Supplier<MailAccount> account;
  private final ITemplateEngine templates;

  MimeMessageComposer(Supplier<MailAccount> account, ITemplateEngine templates) {
    this.account = account;
    this.templates = templates;
  }

  MimeMessage message(
      String key,
      String subject,
      String text,
      String html,
      InternetAddress to,
      List<MailEnclosure> enclosed,
      @Nullable MailCalendar calendar)
      throws MessagingException {
    MailAccount through = account.get();
    MimeMessage message = through.server().message(to);
    MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    mail.setTo(to);
    mail.setFrom(through.from().from());
    mail.setSubject(SafeText.line(subject, 200));
    mail.setText(text, html);
    for (MailEnclosure table : enclosed) {
      byte[] picture = table.picture();
      if (picture != null) {
        mail.addInline(table.cid(), new ByteArrayResource(picture), "image/png");
      }
    }
    if (calendar != null) {
      add(calendar, mail);
    }
    message.setHeader("Message-ID", messageId(key, through.from()));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  /**
   * As one more way to read the mail, which mailboxes show with buttons, and as a file for those
   * that don't.
   */
  private static void add(MailCalendar calendar, MimeMessageHelper mail) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(
                calendar.text().getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=" + calendar.method())));
    try {
      if (mail.getMimeMultipart().getBodyPart(0).getContent() instanceof MimeMultipart ways) {
        ways.addBodyPart(part);
      }
    } catch (IOException e) {
      throw new MessagingException("its text can't be read again", e);
    }
    mail.addAttachment(
        "meeting.ics",
        new ByteArrayResource(calendar.text().getBytes(StandardCharsets.UTF_8)),
        "application/ics");
  }

  /** The same for each attempt at one key: a mail that arrives twice is recognised. */
  private static String messageId(String key, MailSettings from) {
    return "<"
        + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
        + "@"
        + from.domain()
        + ">";
  }

  String html(RenderedMessage renderedMessage, List<MailEnclosure> enclosed) {
    Context context = new Context(renderedMessage.wording().language().locale());
    context.setVariable("wording", renderedMessage.wording());
    context.setVariable("subject", renderedMessage.subject());
    context.setVariable("preview", renderedMessage.preview());
    context.setVariable("note", renderedMessage.note());
    DueText due = renderedMessage.due();
    context.setVariable("wall", due == null ? null : due.wall());
    context.setVariable("left", due == null ? null : due.left());
    context.setVariable("action", renderedMessage.action());
    context.setVariable("link", renderedMessage.link());
    context.setVariable("answer", renderedMessage.answer());
    LeadBriefing briefing = renderedMessage.briefing();
    context.setVariable("briefing", briefing);
    LeadContact contact = briefing.lead().contact();
    context.setVariable(
        "consent", contact == null ? null : contact.consent(renderedMessage.wording()));
    context.setVariable(
        "parts",
        Stream.concat(
                Stream.of(briefing.why(renderedMessage.wording())),
                briefing.parts(renderedMessage.wording()).stream())
            .filter(part -> !part.lines().isEmpty())
            .toList());
    context.setVariable("tables", enclosed);
    context.setVariable("nothing", Sentences.in(context.getLocale(), "Nothing in these days."));
    return templates.process("notice", context);
  }
}
