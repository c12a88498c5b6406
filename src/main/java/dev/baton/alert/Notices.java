package dev.baton.alert;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code notice}: what was told, is being told and could not be told. */
@Component
class Notices {
  private final JdbcClient jdbc;

  Notices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False, and nothing done, when the key is there already. */
  boolean add(Notice notice, String channel, Reader reader, Draft draft) {
    return jdbc.sql(
                """
            insert into notice (notice_key, kind, channel, lead_id, handoff_id, recipient,
              instead_of, subject, body, pack, urgent, state, attempts, error, recorded_at,
              next_attempt_at)
            values (:key, :kind, :channel, :lead, :handoff, :recipient, :insteadOf, :subject, :body,
              :pack, :urgent, :state, 0, :error, :now, :next)
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
            .param("pack", draft.pack())
            .param("urgent", notice.urgent())
            .param("state", draft.error() == null ? "pending" : "skipped")
            .param("error", draft.error())
            .param("now", Timestamp.from(draft.now()))
            .param("next", Timestamp.from(draft.next()))
            .update()
        == 1;
  }

  /**
   * What a row begins with.
   *
   * @param error why it is skipped at once, or null
   */
  record Draft(String body, String pack, String error, Instant now, Instant next) {}

  /**
   * Takes the next due row of a channel for two minutes, which is longer than any attempt may take.
   */
  Optional<Delivery> claim(String channel, Instant now) {
    Optional<Delivery> due =
        jdbc.sql(
                """
                select id, notice_key as "key", kind, recipient, instead_of, subject, pack,
                  urgent, attempts + 1 as attempts
                from notice
                where channel = :channel and state = 'pending' and next_attempt_at <= :now
                  and digest_id is null
                  and (lease_until is null or lease_until < current_timestamp)
                  and not exists (select 1 from alert_channel held
                    where held.name = notice.channel and held.held_until > :now)
                order by urgent desc, next_attempt_at, id
                limit 1
                for update skip locked
                """)
            .param("channel", channel)
            .param("now", Timestamp.from(now))
            .query(Delivery.class)
            .optional();
    due.ifPresent(
        delivery ->
            jdbc.sql(
                    """
                    update notice set attempts = :attempts,
                      lease_until = current_timestamp + interval '120' second
                    where id = :id
                    """)
                .param("attempts", delivery.attempts())
                .param("id", delivery.id())
                .update());
    return due;
  }

  /** The handoff that a notice is about, if it is one that asks for something. */
  Optional<String> answerableHandoff(String key) {
    return jdbc.sql(
            """
            select handoff_id from notice
            where notice_key = :key and handoff_id is not null
              and kind in ('assigned', 'reassigned', 'reminder')
            """)
        .param("key", key)
        .query(String.class)
        .optional();
  }

  /** What was written to somebody, and when. */
  record Written(String subject, String pack, String insteadOf, Instant sentAt) {}

  Optional<Written> written(String key) {
    return jdbc.sql("select subject, pack, instead_of, sent_at from notice where notice_key = :key")
        .param("key", key)
        .query(Written.class)
        .optional();
  }

  /** How many messages of their own somebody got over a channel; urgent ones don't count. */
  int toldSince(String recipient, String channel, Instant since) {
    return jdbc.sql(
            """
            select count(*) as told from notice
            where recipient = :recipient and channel = :channel and state = 'sent'
              and sent_at >= :since and urgent = false and digest_id is null and kind <> 'digest'
            """)
        .param("recipient", recipient)
        .param("channel", channel)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /** What waits for somebody on a channel and is due, the claimed one included, oldest first. */
  List<Delivery> due(String recipient, String channel, long claimed, Instant now) {
    return jdbc.sql(
            """
            select id, notice_key as "key", kind, recipient, instead_of, subject, pack, urgent,
              attempts
            from notice
            where recipient = :recipient and channel = :channel and state = 'pending'
              and next_attempt_at <= :now and urgent = false and kind <> 'digest'
              and digest_id is null
              and (id = :claimed or lease_until is null or lease_until < current_timestamp)
            order by recorded_at, id
            for update skip locked
            """)
        .param("recipient", recipient)
        .param("channel", channel)
        .param("claimed", claimed)
        .param("now", Timestamp.from(now))
        .query(Delivery.class)
        .list();
  }

  /** Makes them lines of a digest, whose fate they share from here on. */
  void collect(List<Delivery> lines, String digestKey) {
    jdbc.sql(
            """
            update notice set lease_until = null,
              digest_id = (select digest.id from notice digest where digest.notice_key = :digest)
            where id in (:ids)
            """)
        .param("digest", digestKey)
        .param("ids", lines.stream().map(Delivery::id).toList())
        .update();
  }

  void redirect(Delivery delivery, Reader reader) {
    jdbc.sql("update notice set recipient = :recipient, instead_of = :insteadOf where id = :id")
        .param("recipient", reader.id())
        .param("insteadOf", reader.insteadOf())
        .param("id", delivery.id())
        .update();
  }

  void sent(Delivery delivery, String body, Instant now) {
    jdbc.sql(
            """
            update notice set state = 'sent', body = :body, sent_at = :now, error = null,
              lease_until = null
            where id = :id and state = 'pending'
            """)
        .param("body", body)
        .param("now", Timestamp.from(now))
        .param("id", delivery.id())
        .update();
    jdbc.sql(
            """
            update notice set state = 'sent', sent_at = :now, error = null
            where digest_id = :id and state = 'pending'
            """)
        .param("now", Timestamp.from(now))
        .param("id", delivery.id())
        .update();
  }

  /** Ends it as {@code failed} or {@code skipped}. */
  void end(Delivery delivery, String state, String error) {
    jdbc.sql(
            """
            update notice set state = :state, error = :error, lease_until = null
            where (id = :id and attempts = :attempts or digest_id = :id) and state = 'pending'
            """)
        .param("state", state)
        .param("error", Words.line(error, 1000))
        .param("id", delivery.id())
        .param("attempts", delivery.attempts())
        .update();
  }

  /** Counts the attempt, which failed. */
  void again(Delivery delivery, String error, Instant next) {
    later(delivery, delivery.attempts(), error, next);
  }

  /** Counts no attempt: the message only waits, and what went wrong before still shows. */
  void postpone(Delivery delivery, Instant next) {
    later(delivery, delivery.attempts() - 1, null, next);
  }

  private void later(Delivery delivery, int attempts, String error, Instant next) {
    jdbc.sql(
            """
            update notice set attempts = :counted, next_attempt_at = :next, lease_until = null,
              error = coalesce(cast(:error as varchar), error)
            where id = :id and state = 'pending' and attempts = :attempts
            """)
        .param("counted", attempts)
        .param("error", Words.line(error, 1000))
        .param("next", Timestamp.from(next))
        .param("id", delivery.id())
        .param("attempts", delivery.attempts())
        .update();
  }

  void hold(String channel, Instant until) {
    jdbc.sql("update alert_channel set held_until = :until where name = :channel")
        .param("until", Timestamp.from(until))
        .param("channel", channel)
        .update();
  }

  int withdraw(String handoffId, Notice.Kind kind, String why) {
    return jdbc.sql(
            """
            update notice set state = 'skipped', error = :why
            where handoff_id = :handoff and kind = :kind and state = 'pending'
              and (lease_until is null or lease_until < current_timestamp)
            """)
        .param("why", Words.line(why, 1000))
        .param("handoff", handoffId)
        .param("kind", kind.word())
        .update();
  }

  /** Whether no row is due or in somebody's hands. */
  boolean idle(Instant now) {
    return jdbc.sql(
                """
                select count(*) as due from notice
                where state = 'pending' and next_attempt_at <= :now and digest_id is null
                  and not exists (select 1 from alert_channel held
                    where held.name = notice.channel and held.held_until > :now)
                """)
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single()
        == 0;
  }

  /** The lead's notices are another lead's now. */
  void follow(String leadId, String into) {
    jdbc.sql("update notice set lead_id = :into where lead_id = :leadId")
        .param("into", into)
        .param("leadId", leadId)
        .update();
  }

  /** The newest 500; each null leaves its filter out. */
  List<Alert> list(String leadId, String state, String recipient) {
    return jdbc.sql(
            """
            select notice_key as "key", kind, channel, recipient as "to", subject, body as text,
              state, attempts, recorded_at as at, sent_at, error
            from notice
            where (cast(:lead as varchar) is null or lead_id = :lead)
              and (cast(:state as varchar) is null or state = :state)
              and (cast(:recipient as varchar) is null or recipient = :recipient)
            order by recorded_at desc, id desc
            limit 500
            """)
        .param("lead", leadId)
        .param("state", state)
        .param("recipient", recipient)
        .query(Alert.ROWS)
        .list();
  }
}
