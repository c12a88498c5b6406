package dev.baton.mailbox;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadSummary;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.SafeText;
import dev.baton.alert.text.Text;
import dev.baton.handoff.notice.LeadBriefings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What reps are told of their mails: an answer, one that didn't arrive, a copy that can't count.
 */
@Component
class EmailNotices {
  private static final int LONGEST_SUBJECT = 80;

  private final Outbox outbox;
  private final LeadBriefings briefings;

  EmailNotices(Outbox outbox, LeadBriefings briefings) {
    this.outbox = outbox;
    this.briefings = briefings;
  }

  /** The lead has answered. */
  void replied(Email reply, String to) {
    tell(
        "email-reply:%s:%s".formatted(reply.id(), to),
        NoticeKind.EMAIL_REPLY,
        reply.leadId(),
        to,
        Text.of("email_answered", Map.of("lead", briefings.who(reply.leadId()))),
        reply.content().text());
  }

  /** A mail was not sent, or came back. */
  void failed(Email email) {
    tell(
        "email-failed:" + email.id(),
        NoticeKind.EMAIL_FAILED,
        email.leadId(),
        email.rep(),
        Text.of(
            "email_failed",
            Map.of(
                "subject",
                SafeText.line(email.content().subject(), LONGEST_SUBJECT),
                "why",
                Optional.ofNullable(email.why()).map(Text::literal).orElse(Text.of("came_back")))),
        null);
  }

  /** Somebody else than the rep has written to the address for copies. */
  void uncounted(String leadId, String rep, String hash, Text why) {
    tell(
        "email-copy:%s:%s".formatted(hash, rep),
        NoticeKind.EMAIL_FAILED,
        leadId,
        rep,
        Text.of("email_uncounted", Map.of("why", why)),
        null);
  }

  private void tell(
      String key,
      NoticeKind kind,
      String leadId,
      String to,
      Text headline,
      @Nullable String words) {
    LeadSummary lead =
        new LeadSummary(
            briefings.who(leadId), List.of(), List.of(), words, List.of(), null, List.of(), null);
    outbox.tell(
        new Notice(
            key,
            kind,
            leadId,
            null,
            to,
            wording -> {
              String said = wording.say(headline);
              return new NoticeContent.Written(
                  said, new LeadBriefing(said, lead, null, null, "/leads/" + leadId));
            }));
  }
}
