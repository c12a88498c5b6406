package dev.baton.alert.delivery;

import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.SafeText;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of notices, in the table {@code notice}: what is to be told, once a key. */
@Component
public class Notices {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher facts;

  public Notices(JdbcClient jdbc, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  /** False, and nothing done, when the key is there already. */
  public boolean add(Notice notice, String channel, Recipient reader, NoticeDraft draft) {
    boolean added = insert(notice, channel, reader, draft);
    if (added && draft.error() == null) {
      facts.publishEvent(new DeliveryDue(channel));
    }
    return added;
  }

  private boolean insert(Notice notice, String channel, Recipient reader, NoticeDraft draft) {
    return jdbc.sql(
                """
            insert into notice (notice_key, kind, channel, lead_id, handoff_id, recipient,
              instead_of, subject, body, briefing, mail_id, urgent, daily, state, attempts, error,
              recorded_at, next_attempt_at)
            values (:key, :kind, :channel, :lead, :handoff, :recipient, :insteadOf, :subject, :body,
              :briefing, :mailId, :urgent, :daily, :state, 0, :error, :now, :next)
            on conflict do nothing
            """)
            .param("key", notice.key() + ":" + channel)
            .param("kind", notice.kind().word())
            .param("channel", channel)
            .param("lead", notice.leadId())
            .param("handoff", notice.handoffId())
            .param("recipient", reader.found() ? reader.id() : notice.to())
            .param("insteadOf", reader.insteadOf())
            .param("subject", notice.subject())
            .param("body", draft.body())
            .param("briefing", draft.briefing())
            .param("mailId", draft.mailId())
            .param("urgent", notice.urgent())
            .param("daily", draft.daily())
            .param("state", draft.error() == null ? "pending" : "skipped")
            .param("error", draft.error())
            .param("now", Sql.timestamp(draft.now()))
            .param("next", Sql.timestamp(draft.next()))
            .update()
        == 1;
  }

  /** The handoff that a notice is about, if it is one that asks for something. */
  public Optional<String> answerableHandoff(String key) {
    return jdbc.sql(
            """
            select kind, recipient, handoff_id from notice
            where notice_key = :key and handoff_id is not null
            """)
        .param("key", key)
        .query(RecordRows.of(About.class))
        .optional()
        .filter(About::isAnswerable)
        .map(About::handoffId);
  }

  private record About(String kind, @Nullable String recipient, String handoffId) {
    boolean isAnswerable() {
      return NoticeKind.of(kind).isAnswerable() || DeliveryTarget.teamOf(recipient).isPresent();
    }
  }

  public Optional<WrittenNotice> written(String key) {
    return jdbc.sql(
            """
            select kind, subject, briefing, mail_id, instead_of, sent_at from notice
            where notice_key = :key
            """)
        .param("key", key)
        .query(Notices::written)
        .optional();
  }

  private static WrittenNotice written(ResultSet row, int number) throws SQLException {
    return new WrittenNotice(
        NoticeKind.of(row.getString("kind")),
        Delivery.Content.read(row),
        row.getString("instead_of"),
        Sql.instantOrNull(row, "sent_at"));
  }

  public int withdraw(String handoffId, Predicate<NoticeKind> which, String why) {
    return jdbc.sql(
            """
            update notice set state = 'skipped', error = :why
            where handoff_id = :handoff and kind in (:kinds) and state = 'pending'
              and (lease_until is null or lease_until < current_timestamp)
            """)
        .param("why", SafeText.line(why, 1000))
        .param("handoff", handoffId)
        .param("kinds", NoticeKind.words(which))
        .update();
  }

  /** The lead's notices are another lead's now. */
  public void follow(String leadId, String into) {
    jdbc.sql("update notice set lead_id = :into where lead_id = :leadId")
        .param("into", into)
        .param("leadId", leadId)
        .update();
  }
}
