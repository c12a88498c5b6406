package dev.baton.mailbox;

import dev.baton.alert.message.SafeText;
import dev.baton.mailbox.imap.TaggedAddress;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the mails between reps and leads. */
@Component
class Emails {
  /** What becomes of a mail that is, or isn't, a touch. */
  static final String NO_TOUCH = "none";

  static final String TOUCH_DUE = "due";
  static final String TOUCH_DONE = "done";
  static final String TOUCH_REFUSED = "refused";

  private static final int LONGEST_WHY = 500;

  private static final String SELECT =
      "select e.*, e.content as text, e.happened_at as at from email e ";

  private static final RecordRows<Email> ROWS = RecordRows.of(Email.class);

  private final JdbcClient db;

  Emails(JdbcClient db) {
    this.db = db;
  }

  /** A mail that somebody has written and that goes out. */
  void write(Email email, TaggedAddress address, Instant now) {
    insert(email, "written:" + email.id(), address.token(), NO_TOUCH, now);
  }

  /** One that was received; false when this one was before, at the same address. */
  boolean receive(Email email, String hash, TaggedAddress address, Instant now) {
    return insert(
        email,
        hash,
        address.token(),
        email.kind() == EmailKind.AUTOMATIC ? NO_TOUCH : TOUCH_DUE,
        now);
  }

  private boolean insert(Email email, String hash, String token, String touch, Instant now) {
    return db.sql(
                """
                insert into email (id, lead_id, rep, kind, answers, subject, content, state, why,
                  happened_at, recorded_at, message_hash, token, touch_state, attempts,
                  next_attempt_at)
                values (:id, :leadId, :rep, :kind, :answers, :subject, :content, :state, :why,
                  :at, :now, :hash, :token, :touch, 0, :now)
                on conflict do nothing
                """)
            .param("id", email.id())
            .param("leadId", email.leadId())
            .param("rep", email.rep())
            .param("kind", email.kind().name())
            .param("answers", email.answers())
            .param("subject", email.content().subject())
            .param("content", email.content().text())
            .param("state", email.state().name())
            .param("why", SafeText.lineOrNull(email.why(), LONGEST_WHY))
            .param("at", Sql.timestamp(email.at()))
            .param("now", Sql.timestamp(now))
            .param("hash", hash)
            .param("token", token)
            .param("touch", touch)
            .update()
        == 1;
  }

  Optional<Email> find(String id) {
    return db.sql(SELECT + "where id = :id").param("id", id).query(ROWS).optional();
  }

  /** When it was recorded here; what counts for a deadline. */
  Instant recordedAt(String id) {
    return db.sql("select recorded_at from email where id = :id")
        .param("id", id)
        .query((rs, row) -> Sql.instant(rs, "recorded_at"))
        .single();
  }

  /** Those of a lead, the newest first. */
  List<Email> ofLead(String leadId, int most) {
    return db.sql(
            SELECT
                + """
            where lead_id = :leadId
            order by recorded_at desc, id fetch first :most rows only
            """)
        .param("leadId", leadId)
        .param("most", most)
        .query(ROWS)
        .list();
  }

  /** It went out, so it is a touch, recorded now. */
  boolean sent(String id, Instant at) {
    return db.sql(
                """
                update email set state = 'SENT', happened_at = :at, recorded_at = :at,
                  touch_state = 'due', next_attempt_at = :at
                where id = :id and state = 'QUEUED'
                """)
            .param("at", Sql.timestamp(at))
            .param("id", id)
            .update()
        == 1;
  }

  /** It never will; what a mail server refused is a touch too, one that failed. */
  boolean failed(String id, String why, boolean refused, Instant at) {
    return db.sql(
                """
                update email set state = 'FAILED', why = :why, recorded_at = :at,
                  touch_state = :touch, next_attempt_at = :at
                where id = :id and state = 'QUEUED'
                """)
            .param("why", SafeText.line(why, LONGEST_WHY))
            .param("touch", refused ? TOUCH_DUE : NO_TOUCH)
            .param("at", Sql.timestamp(at))
            .param("id", id)
            .update()
        == 1;
  }

  /** A server has sent it back. */
  void bounced(String id, @Nullable String why) {
    db.sql("update email set state = 'BOUNCED', why = :why where id = :id and state = 'SENT'")
        .param("why", SafeText.lineOrNull(why, LONGEST_WHY))
        .param("id", id)
        .update();
  }

  /** Another record turned out to be the same person. */
  void follow(String leadId, String into) {
    db.sql("update email set lead_id = :into where lead_id = :lead")
        .param("into", into)
        .param("lead", leadId)
        .update();
  }
}
