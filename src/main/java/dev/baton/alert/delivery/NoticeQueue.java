package dev.baton.alert.delivery;

import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.Recipients;
import dev.baton.alert.message.SafeText;
import dev.baton.people.People.ManagerJoined;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notices on their way: each is claimed, sent by whoever has it, and noted as sent, to be tried
 * again, or stuck.
 */
@Component
public class NoticeQueue implements FailedDeliverySource {
  static final LeasedTable<Delivery> TABLE =
      new LeasedTable<>(
          "notice",
          "id",
          Delivery.COLUMNS,
          "channel = :channel and state = 'pending' and digest_id is null and "
              + RowLeases.notHeld("notice.channel"),
          "channel, state, urgent desc, next_attempt_at, id",
          Delivery.ROWS);

  private static final String WITH_LINES = "(id = :number or digest_id = :number)";

  private final JdbcClient jdbc;
  private final RowLeases<Delivery> leases;
  private final ApplicationEventPublisher facts;

  public NoticeQueue(JdbcClient jdbc, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.leases = new RowLeases<>(jdbc, TABLE);
    this.facts = facts;
  }

  boolean isDue(String channel, Instant now) {
    return leases.isDue(now, Map.of("channel", channel));
  }

  /** Takes the next due row of a channel. */
  public Optional<Delivery> claim(String channel, Instant now) {
    return leases.claim(now, Map.of("channel", channel));
  }

  /** Somebody else reads it. */
  void redirect(Delivery delivery, Recipient recipient) {
    jdbc.sql("update notice set recipient = :recipient, instead_of = :insteadOf where id = :id")
        .param("recipient", recipient.id())
        .param("insteadOf", recipient.insteadOf())
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
        .param("now", Sql.timestamp(now))
        .param("id", delivery.id())
        .update();
    jdbc.sql(
            """
            update notice set state = 'sent', sent_at = :now, error = null
            where digest_id = :id and state = 'pending'
            """)
        .param("now", Sql.timestamp(now))
        .param("id", delivery.id())
        .update();
  }

  void skipped(Delivery delivery, String why) {
    end(delivery, "skipped", why);
  }

  /** Gives it up, and says so. */
  void fail(Delivery delivery, String why) {
    if (end(delivery, "failed", why)) {
      facts.publishEvent(new FailedDeliveriesChanged(handoff(delivery)));
    }
  }

  /** The lines of a digest share its fate. */
  private boolean end(Delivery delivery, String state, String why) {
    boolean ended = leases.end(delivery, state, why);
    if (ended) {
      jdbc.sql(
              """
              update notice set state = :state, error = :error
              where digest_id = :id and state = 'pending'
              """)
          .param("state", state)
          .param("error", SafeText.line(why, 1000))
          .param("id", delivery.id())
          .update();
    }
    return ended;
  }

  private String handoff(Delivery delivery) {
    return jdbc.sql("select coalesce(handoff_id, '') as handoff from notice where id = :id")
        .param("id", delivery.id())
        .query(String.class)
        .single();
  }

  void again(Delivery delivery, String error, Instant next) {
    leases.again(delivery, error, next);
  }

  /** Counts no attempt: the message only waits. */
  void postpone(Delivery delivery, @Nullable String why, Instant next) {
    leases.postpone(delivery, why, next);
  }

  /** What waited for a manager goes to the first one. */
  @EventListener
  public void on(ManagerJoined joined) {
    jdbc.sql(
            """
            update notice set next_attempt_at = :now
            where state = 'pending' and error = :why and next_attempt_at > :now
            """)
        .param("now", Sql.timestamp(joined.at()))
        .param("why", Recipients.NO_MANAGER)
        .update();
  }

  /** No channel has a row before its peer asks us to slow down. */
  public void hold(String channel, Instant until) {
    jdbc.sql("insert into alert_channel (name) values (:channel) on conflict do nothing")
        .param("channel", channel)
        .update();
    jdbc.sql("update alert_channel set held_until = :until where name = :channel")
        .param("until", Sql.timestamp(until))
        .param("channel", channel)
        .update();
  }

  @Override
  public String what() {
    return "notice";
  }

  /** A mail to a lead is its writer's to give up, and the lines of a digest fail with it. */
  @Override
  public String all() {
    return """
        select concat('notice-', n.id) as id, 'notice' as what, n.channel, n.handoff_id, n.lead_id,
          n.recipient as "to", n.subject, n.error as why, n.attempts, n.recorded_at as at
        from notice n where n.state = 'failed' and n.digest_id is null and n.kind in ('%s')
        """
        .formatted(String.join("', '", NoticeKind.words(kind -> !kind.isToLead())));
  }

  @Override
  public void again(long number, Instant now) {
    leases.restart("state = 'pending'", WITH_LINES, number, now);
  }

  @Override
  public void giveUp(long number, String by) {
    leases.giveUp("state = 'skipped'", WITH_LINES, number, by);
  }
}
