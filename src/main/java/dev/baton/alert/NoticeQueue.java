package dev.baton.alert;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notices on their way: each is claimed, sent by whoever has it, and noted as sent, to be tried
 * again, or stuck.
 */
@Component
class NoticeQueue {
  private final JdbcClient jdbc;
  private final Leases leases;
  private final ApplicationEventPublisher facts;

  NoticeQueue(JdbcClient jdbc, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.leases = new Leases(jdbc, "notice", "id");
    this.facts = facts;
  }

  /** Takes the next due row of a channel. */
  Optional<Delivery> claim(String channel, Instant now) {
    Optional<Delivery> due =
        jdbc.sql(
                """
                select id, notice_key as "key", kind, recipient, instead_of, subject, pack,
                  urgent, daily, attempts + 1 as attempts
                from notice
                where channel = :channel and state = 'pending' and next_attempt_at <= :now
                  and digest_id is null and %s
                  and not exists (select 1 from alert_channel held
                    where held.name = notice.channel and held.held_until > :now)
                order by urgent desc, next_attempt_at, id
                limit 1
                for update skip locked
                """
                    .formatted(Leases.FREE))
            .param("channel", channel)
            .param("now", Timestamp.from(now))
            .query(Delivery.class)
            .optional();
    return leases.take(due, Delivery::id, Delivery::attempts);
  }

  /** Somebody else reads it. */
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

  void skipped(Delivery delivery, String why) {
    end(delivery, "skipped", why);
  }

  /** Gives it up, and says so. */
  void stuck(Delivery delivery, String why) {
    if (end(delivery, "failed", why)) {
      facts.publishEvent(new StuckChanged(handoff(delivery)));
    }
  }

  private boolean end(Delivery delivery, String state, String error) {
    return jdbc.sql(
                """
                update notice set state = :state, error = :error, lease_until = null
                where (id = :id and attempts = :attempts or digest_id = :id) and state = 'pending'
                """)
            .param("state", state)
            .param("error", Words.line(error, 1000))
            .param("id", delivery.id())
            .param("attempts", delivery.attempts())
            .update()
        > 0;
  }

  private String handoff(Delivery delivery) {
    return jdbc.sql("select coalesce(handoff_id, '') as handoff from notice where id = :id")
        .param("id", delivery.id())
        .query(String.class)
        .single();
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
}
