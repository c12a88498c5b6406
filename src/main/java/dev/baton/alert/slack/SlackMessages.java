package dev.baton.alert.slack;

import dev.baton.alert.delivery.DeliveryDue;
import dev.baton.alert.delivery.FailedDeliveriesChanged;
import dev.baton.alert.delivery.FailedDeliverySource;
import dev.baton.alert.delivery.LeasedTable;
import dev.baton.alert.delivery.RowLeases;
import dev.baton.alert.message.SafeText;
import dev.baton.alert.text.StoredText;
import dev.baton.alert.text.Text;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of the messages that carry buttons, in the table {@code slack_message}. Whoever
 * answers, over any surface, ends them: that is written in the answer's transaction and shown
 * afterwards.
 */
@Component
public class SlackMessages implements FailedDeliverySource {
  /** The work of writing messages anew. */
  static final String UPDATES = "slack messages";

  private static final LeasedTable<SlackMessageUpdate> TABLE =
      new LeasedTable<>(
          "slack_message",
          "notice_key",
          SlackMessageUpdate.COLUMNS,
          "state = 'due' and " + RowLeases.notHeld("'%s'".formatted(SlackMessenger.CHANNEL)),
          "state, next_attempt_at, notice_key",
          SlackMessageUpdate.ROWS);

  /** Whoever writes it right now counts on; what is new is written from its first attempt. */
  private static final String FROM_THE_FIRST =
      "attempts = case when %s then 0 else attempts end".formatted(RowLeases.FREE);

  private final JdbcClient jdbc;
  private final RowLeases<SlackMessageUpdate> leases;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  public SlackMessages(JdbcClient jdbc, ApplicationEventPublisher facts, Clock clock) {
    this.jdbc = jdbc;
    this.leases = new RowLeases<>(jdbc, TABLE);
    this.facts = facts;
    this.clock = clock;
  }

  /** A question has its answer: its messages, and all that are still open, say so. */
  public void answered(String handoffId, String question, Text said, Instant at) {
    end(
        "state in ('open', 'due') or state = 'done' and question = :of",
        handoffId,
        question,
        said,
        at);
  }

  /** Somebody has it now; the messages of all others say so. */
  public void handedOver(String handoffId, String owner, Text said, Instant at) {
    end("state = 'open' and recipient <> :of", handoffId, owner, said, at);
  }

  private void end(String which, String handoffId, String of, Text said, Instant at) {
    jdbc.sql(
            """
            update slack_message set state = 'due', outcome = :said, outcome_at = :at,
              next_step = null, next_attempt_at = :now, %s
            where handoff_id = :handoff and (%s)
            """
                .formatted(FROM_THE_FIRST, which))
        .param("said", StoredText.write(said))
        .param("at", Sql.timestamp(at))
        .param("now", Sql.timestamp(clock.instant()))
        .param("handoff", handoffId)
        .param("of", of)
        .update();
    facts.publishEvent(new DeliveryDue(UPDATES));
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
        .param("now", Sql.timestamp(clock.instant()))
        .param("handoff", handoffId)
        .param("owner", owner)
        .update();
    facts.publishEvent(new DeliveryDue(UPDATES));
  }

  /** The message of a notice stands there, and offers this. */
  void remember(String noticeKey, SlackMessageActions.Offer offer, SlackPlace place) {
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

  boolean isDue() {
    return leases.isDue(clock.instant(), Map.of());
  }

  /** Takes the next one for two minutes. */
  Optional<SlackMessageUpdate> claim() {
    return leases.claim(clock.instant(), Map.of());
  }

  /**
   * It says so, or can't any more, unless there is more to say meanwhile.
   *
   * @param error why it can't
   */
  void done(SlackMessageUpdate message, @Nullable String error) {
    end(message, "done", error);
  }

  /** Gives it up, and says so. */
  void fail(SlackMessageUpdate message, @Nullable String why) {
    if (end(message, "failed", why)) {
      facts.publishEvent(new FailedDeliveriesChanged(message.handoffId()));
    }
  }

  private boolean end(SlackMessageUpdate message, String state, @Nullable String error) {
    String unchanged = "outcome = :said and outcome_at = :at and coalesce(next_step, '') = :next";
    SlackMessageUpdate.Outcome outcome = message.outcome();
    String next = outcome.nextStep();
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
            outcome.said(),
            "at",
            outcome.at().atOffset(ZoneOffset.UTC),
            "next",
            next == null ? "" : next),
        error);
  }

  /** Counts no attempt. */
  void postpone(SlackMessageUpdate message, @Nullable String error, Instant next) {
    leases.postpone(message, error, next);
  }

  void again(SlackMessageUpdate message, @Nullable String error, Instant next) {
    leases.again(message, error, next);
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
