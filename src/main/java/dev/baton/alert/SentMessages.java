package dev.baton.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages that carry buttons, in the table {@code slack_message}. Whoever answers through any
 * door ends them: that is written in the answer's transaction and shown afterwards.
 */
@Component
public class SentMessages {
  private final JdbcClient jdbc;
  private final Leases leases;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  SentMessages(JdbcClient jdbc, ApplicationEventPublisher facts, Clock clock) {
    this.jdbc = jdbc;
    this.leases = new Leases(jdbc, "slack_message", "notice_key");
    this.facts = facts;
    this.clock = clock;
  }

  /** A question has its answer: its messages, and all that are still open, say so. */
  public void answered(String handoffId, String question, String said, Instant at) {
    jdbc.sql(
            """
            update slack_message set state = 'due', said = :said, said_at = :at, next = null, attempts = 0,
              next_attempt_at = :now
            where handoff_id = :handoff
              and (state in ('open', 'due') or state = 'done' and question = :question)
            """)
        .param("said", Words.line(said, 1000))
        .param("at", Timestamp.from(at))
        .param("now", now())
        .param("handoff", handoffId)
        .param("question", question)
        .update();
  }

  /** Somebody has it now; the messages of all others say so. */
  public void handedOver(String handoffId, String owner, String said, Instant at) {
    jdbc.sql(
            """
            update slack_message set state = 'due', said = :said, said_at = :at, next = null, attempts = 0,
              next_attempt_at = :now
            where handoff_id = :handoff and state = 'open' and recipient <> :owner
            """)
        .param("said", Words.line(said, 1000))
        .param("at", Timestamp.from(at))
        .param("now", now())
        .param("handoff", handoffId)
        .param("owner", owner)
        .update();
  }

  /** What is asked next, and by when: the owner's message that was answered last says it too. */
  public void next(String handoffId, String owner, String words) {
    jdbc.sql(
            """
            update slack_message set state = 'due', next = :next, attempts = 0,
              next_attempt_at = :now
            where handoff_id = :handoff and recipient = :owner and state in ('due', 'done')
              and said_at = (select max(latest.said_at) from slack_message latest
                where latest.handoff_id = :handoff and latest.recipient = :owner)
            """)
        .param("next", Words.line(words, 300))
        .param("now", now())
        .param("handoff", handoffId)
        .param("owner", owner)
        .update();
  }

  /**
   * Where a message stands.
   *
   * @param note why it stands there, or null
   */
  record Place(String channel, String ts, String note) {}

  void remember(String noticeKey, SlackOffers.Offer offer, Place place) {
    jdbc.sql(
            """
            insert into slack_message (notice_key, handoff_id, recipient, question, channel, ts,
              note, state, attempts)
            values (:key, :handoff, :recipient, :question, :channel, :ts, :note, 'open', 0)
            on conflict do nothing
            """)
        .param("key", noticeKey)
        .param("handoff", offer.handoffId())
        .param("recipient", offer.recipient())
        .param("question", offer.open().question())
        .param("channel", place.channel())
        .param("ts", place.ts())
        .param("note", place.note())
        .update();
  }

  /**
   * A message that is to be written anew.
   *
   * @param attempts counts this one
   */
  record Due(
      String noticeKey,
      String handoffId,
      String recipient,
      String channel,
      String ts,
      String note,
      String said,
      Instant saidAt,
      String next,
      int attempts) {}

  /** Takes the next one for two minutes. */
  Optional<Due> claim() {
    Optional<Due> due =
        jdbc.sql(
                """
                select notice_key, handoff_id, recipient, channel, ts, note, said, said_at, next,
                  attempts + 1 as attempts
                from slack_message
                where state = 'due' and next_attempt_at <= :now
                  and %s
                  and not exists (select 1 from alert_channel held
                    where held.name = 'slack' and held.held_until > :now)
                order by next_attempt_at, notice_key
                limit 1
                for update skip locked
                """
                    .formatted(Leases.FREE))
            .param("now", now())
            .query(Due.class)
            .optional();
    return leases.take(due, Due::noticeKey, Due::attempts);
  }

  /**
   * It says so, or can't any more, unless there is more to say meanwhile.
   *
   * @param error why it can't, or null
   */
  void done(Due message, String error) {
    end(message, "done", error);
  }

  /** Gives it up, and says so. */
  void stuck(Due message, String why) {
    end(message, "failed", why);
    facts.publishEvent(new StuckChanged(message.handoffId()));
  }

  private void end(Due message, String state, String error) {
    jdbc.sql(
            """
            update slack_message set error = :error, lease_until = null,
              state = case when said = :said and said_at = :at
                and coalesce(next, '') = :next then cast(:state as varchar) else state end
            where notice_key = :key
            """)
        .param("state", state)
        .param("error", Words.line(error, 1000))
        .param("said", message.said())
        .param("at", Timestamp.from(message.saidAt()))
        .param("next", message.next() == null ? "" : message.next())
        .param("key", message.noticeKey())
        .update();
  }

  void again(Due message, String error, Instant next) {
    leases.again(message.noticeKey(), error, next);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
