package dev.baton.alert.slack;

import dev.baton.alert.delivery.FailedDeliveriesChanged;
import dev.baton.alert.delivery.FailedDeliverySource;
import dev.baton.alert.delivery.RowLeases;
import dev.baton.alert.message.SafeText;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages that carry buttons, in the table {@code slack_message}. Whoever answers through any
 * door ends them: that is written in the answer's transaction and shown afterwards.
 */
@Component
public class SlackMessages implements FailedDeliverySource {
  private static final RowLeases.Rows<Due> ROWS =
      new RowLeases.Rows<>(
          "slack_message",
          "notice_key",
          "notice_key, handoff_id, recipient, channel, ts, note, outcome, outcome_at, next_step",
          "state = 'due' and " + RowLeases.notHeld("'%s'".formatted(SlackMessenger.CHANNEL)),
          "next_attempt_at, notice_key",
          new SimplePropertyRowMapper<>(Due.class));

  /** Whoever writes it right now counts on; what is new is written from its first attempt. */
  private static final String FROM_THE_FIRST =
      "attempts = case when %s then 0 else attempts end".formatted(RowLeases.FREE);

  private final JdbcClient jdbc;
  private final RowLeases<Due> leases;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  public SlackMessages(JdbcClient jdbc, ApplicationEventPublisher facts, Clock clock) {
    this.jdbc = jdbc;
    this.leases = new RowLeases<>(jdbc, ROWS);
    this.facts = facts;
    this.clock = clock;
  }

  /** A question has its answer: its messages, and all that are still open, say so. */
  public void answered(String handoffId, String question, String said, Instant at) {
    jdbc.sql(
            """
            update slack_message set state = 'due', outcome = :said, outcome_at = :at,
              next_step = null, next_attempt_at = :now, %s
            where handoff_id = :handoff
              and (state in ('open', 'due') or state = 'done' and question = :question)
            """
                .formatted(FROM_THE_FIRST))
        .param("said", SafeText.line(said, 1000))
        .param("at", Sql.timestamp(at))
        .param("now", now())
        .param("handoff", handoffId)
        .param("question", question)
        .update();
  }

  /** Somebody has it now; the messages of all others say so. */
  public void handedOver(String handoffId, String owner, String said, Instant at) {
    jdbc.sql(
            """
            update slack_message set state = 'due', outcome = :said, outcome_at = :at,
              next_step = null, next_attempt_at = :now, %s
            where handoff_id = :handoff and state = 'open' and recipient <> :owner
            """
                .formatted(FROM_THE_FIRST))
        .param("said", SafeText.line(said, 1000))
        .param("at", Sql.timestamp(at))
        .param("now", now())
        .param("handoff", handoffId)
        .param("owner", owner)
        .update();
  }

  /** What is asked next, and by when: the owner's message that was answered last says it too. */
  public void next(String handoffId, String owner, String words) {
    jdbc.sql(
            """
            update slack_message set state = 'due', next_step = :next,
              next_attempt_at = :now, %s
            where handoff_id = :handoff and recipient = :owner and state in ('due', 'done')
              and outcome_at = (select max(latest.outcome_at) from slack_message latest
                where latest.handoff_id = :handoff and latest.recipient = :owner)
            """
                .formatted(FROM_THE_FIRST))
        .param("next", SafeText.line(words, 300))
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

  void remember(String noticeKey, SlackMessageActions.Offer offer, Place place) {
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
      String outcome,
      Instant outcomeAt,
      String nextStep,
      int attempts)
      implements RowLeases.Leased {

    @Override
    public Object leased() {
      return noticeKey;
    }
  }

  /** Takes the next one for two minutes. */
  Optional<Due> claim() {
    return leases.claim(clock.instant(), Map.of());
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
    if (end(message, "failed", why)) {
      facts.publishEvent(new FailedDeliveriesChanged(message.handoffId()));
    }
  }

  private boolean end(Due message, String state, String error) {
    String unchanged = "outcome = :said and outcome_at = :at and coalesce(next_step, '') = :next";
    return leases.end(
        message,
        """
        state = case when %1$s then cast(:state as varchar) else state end,
        attempts = case when %1$s then attempts else 0 end"""
            .formatted(unchanged),
        Map.of(
            "state",
            state,
            "said",
            message.outcome(),
            "at",
            Sql.timestamp(message.outcomeAt()),
            "next",
            message.nextStep() == null ? "" : message.nextStep()),
        error);
  }

  void again(Due message, String error, Instant next) {
    leases.again(message, error, next);
  }

  private OffsetDateTime now() {
    return Sql.timestamp(clock.instant());
  }

  @Override
  public String what() {
    return "rewrite";
  }

  @Override
  public String all() {
    return """
        select concat('rewrite-', m.number) as id, 'rewrite' as what, '%s' as channel,
          m.handoff_id, n.lead_id, m.recipient as "to", n.subject, m.error as why, m.attempts,
          m.outcome_at as at
        from slack_message m join notice n on n.notice_key = m.notice_key
        where m.state = 'failed'
        """
        .formatted(SlackMessenger.CHANNEL);
  }

  @Override
  public void again(long number, Instant now) {
    leases.restart("state = 'due'", "number = :number", number, now);
  }

  @Override
  public void giveUp(long number, String by) {
    leases.giveUp("state = 'done'", "number = :number", number, by);
  }
}
