package dev.baton.mailbox;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.NoticeKind;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Commands on mails to leads: a rep writes one, and the outbox sends it. */
@Component
class EmailCommands {
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_TEXT = 8000;

  private final Handoffs handoffs;
  private final EmailPermission permission;
  private final Emails emails;
  private final EmailAddresses addresses;
  private final Outbox outbox;
  private final Clock clock;

  EmailCommands(
      Handoffs handoffs,
      EmailPermission permission,
      Emails emails,
      EmailAddresses addresses,
      Outbox outbox,
      Clock clock) {
    this.handoffs = handoffs;
    this.permission = permission;
    this.emails = emails;
    this.addresses = addresses;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Writes to the lead of an open handoff; it goes out in a moment. */
  @Transactional
  Email write(String handoffId, Map<String, Object> sent, String by) {
    EmailContent content = content(sent);
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    if (handoff.isClosed()) {
      throw new Conflict("This handoff is closed", handoff.state(), null, handoff.since());
    }
    Instant now = clock.instant();
    refuse(permission.hindrance(handoff.leadId(), now));
    Email email =
        new Email(
            Sql.newId(),
            handoff.leadId(),
            by,
            EmailKind.WRITTEN,
            null,
            content,
            EmailState.QUEUED,
            null,
            now);
    emails.write(email, addresses.forAnswersTo(email), now);
    refuse(
        outbox
            .write(NoticeKind.EMAIL, email.id(), email.leadId(), content.subject())
            .map("No mail goes out: %s"::formatted));
    return email;
  }

  private static void refuse(Optional<String> hindrance) {
    hindrance.ifPresent(
        why -> {
          throw new Conflict(why);
        });
  }

  private static EmailContent content(Map<String, Object> sent) {
    FieldReader fields = FieldReader.ofJson(sent);
    String subject = fields.requiredText("subject", "say what it is about", LONGEST_SUBJECT);
    if (subject != null && subject.chars().anyMatch(Character::isISOControl)) {
      fields.wrong("subject", "on one line, please");
    }
    String text = fields.requiredText("text", "write something", LONGEST_TEXT);
    fields.check("The mail was not sent");
    return new EmailContent(String.valueOf(subject), String.valueOf(text).replace("\r\n", "\n"));
  }
}
