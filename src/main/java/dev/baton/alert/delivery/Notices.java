package dev.baton.alert.delivery;

import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.SafeText;
import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of notices, in the table {@code notice}: what is to be told, once a key. */
@Component
public class Notices {
  /** Rows of a statement, of which each has 18 parameters. */
  private static final int MOST = 1_000;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher facts;

  public Notices(JdbcClient jdbc, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  /**
   * A row to be.
   *
   * @param reader whom it is for, in place of whom it is to
   */
  public record Row(Notice notice, String channel, Recipient reader, NoticeDraft draft) {}

  /** False, and nothing done, when the key is there already. */
  public boolean add(Notice notice, String channel, Recipient reader, NoticeDraft draft) {
    return add(List.of(new Row(notice, channel, reader, draft))) == 1;
  }

  /** Those whose key isn't there yet; how many they are. */
  public int add(List<Row> all) {
    int added = 0;
    for (int from = 0; from < all.size(); from += MOST) {
      added += insert(all.subList(from, Math.min(all.size(), from + MOST)));
    }
    if (added > 0) {
      all.stream()
          .filter(row -> row.draft().error() == null)
          .map(Row::channel)
          .distinct()
          .forEach(channel -> facts.publishEvent(new DeliveryDue(channel)));
    }
    return added;
  }

  private int insert(List<Row> all) {
    RowInsert rows =
        new RowInsert(
            "notice",
            "notice_key",
            "kind",
            "channel",
            "lead_id",
            "handoff_id",
            "recipient",
            "instead_of",
            "subject",
            "body",
            "briefing",
            "mail_id",
            "urgent",
            "daily",
            "state",
            "attempts",
            "error",
            "recorded_at",
            "next_attempt_at",
            "sent_at");
    for (Row row : all) {
      Notice notice = row.notice();
      NoticeDraft draft = row.draft();
      rows.row(
          notice.key() + ":" + row.channel(),
          notice.kind().word(),
          row.channel(),
          notice.leadId(),
          notice.handoffId(),
          row.reader().found() ? row.reader().id() : notice.to(),
          row.reader().insteadOf(),
          draft.subject(),
          draft.body(),
          draft.briefing(),
          draft.mailId(),
          notice.urgent(),
          draft.daily(),
          state(draft),
          0,
          draft.error(),
          Sql.timestamp(draft.now()),
          Sql.timestamp(draft.next()),
          draft.told() ? Sql.timestamp(draft.now()) : null);
    }
    return rows.run(jdbc);
  }

  private static String state(NoticeDraft draft) {
    return draft.told() ? "sent" : draft.error() == null ? "pending" : "skipped";
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
