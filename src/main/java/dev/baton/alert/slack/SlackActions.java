package dev.baton.alert.slack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.delivery.FailedDeliveriesChanged;
import dev.baton.alert.delivery.FailedDeliverySource;
import dev.baton.alert.delivery.LeasedRow;
import dev.baton.alert.delivery.LeasedTable;
import dev.baton.alert.delivery.RowLeases;
import dev.baton.alert.message.SafeText;
import dev.baton.sql.JsonColumn;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of what people did in Slack, and what is still to be done of it, in the table {@code
 * slack_action}.
 */
@Component
public class SlackActions implements FailedDeliverySource {
  private final JdbcClient jdbc;
  private final RowLeases<Claimed> leases;
  private final ObjectMapper json;
  private final ApplicationEventPublisher facts;

  public SlackActions(JdbcClient jdbc, ObjectMapper json, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.leases =
        new RowLeases<>(
            jdbc,
            new LeasedTable<>(
                "slack_action",
                "id",
                "id, verb, slack_user, handoff_id, question, fields, reply_url, trigger_id, state,"
                    + " reply",
                "state in ('pending', 'worked')",
                "state, next_attempt_at, id",
                this::claimed));
    this.json = json;
    this.facts = facts;
  }

  /**
   * An action that one worker has for two minutes.
   *
   * @param reply what is yet to be said
   * @param worked whether only that is left
   * @param attempts counts this one
   */
  record Claimed(SlackAction action, boolean worked, @Nullable String reply, int attempts)
      implements LeasedRow {

    @Override
    public Object leased() {
      return action.id();
    }
  }

  /** Nothing is done when it is there already. */
  void add(SlackAction action, Instant now) {
    SlackQuestion about = action.about();
    jdbc.sql(
            """
            insert into slack_action (id, verb, slack_user, handoff_id, question, fields,
              reply_url, trigger_id, state, attempts, recorded_at, next_attempt_at)
            values (:id, :verb, :user, :handoff, :question, :fields, :replyUrl, :trigger,
              'pending', 0, :now, :now)
            on conflict do nothing
            """)
        .param("id", action.id())
        .param("verb", action.verb().name())
        .param("user", action.slackUser())
        .param("handoff", about == null ? null : about.handoffId())
        .param("question", about == null ? null : about.question())
        .param("fields", JsonColumn.write(json, action.fields()))
        .param("replyUrl", action.replyUrl())
        .param("trigger", action.triggerId())
        .param("now", Sql.timestamp(now))
        .update();
  }

  boolean isDue(Instant now) {
    return leases.isDue(now, Map.of());
  }

  /** Takes the next due action for two minutes; a crash gives it back after them. */
  Optional<Claimed> claim(Instant now) {
    return leases.claim(now, Map.of());
  }

  /** It is answered; what is left is to say so, which begins with its first attempt. */
  Claimed worked(Claimed claimed, Optional<String> reply) {
    String said = reply.map(text -> SafeText.lines(text, 3900)).orElse(null);
    jdbc.sql(
            """
            update slack_action set state = 'worked', reply = :reply, fields = '{}', attempts = 1
            where id = :id and state = 'pending' and attempts = :attempts
            """)
        .param("reply", said)
        .param("id", claimed.action().id())
        .param("attempts", claimed.attempts())
        .update();
    return new Claimed(claimed.action(), true, said, 1);
  }

  void done(Claimed claimed) {
    leases.end(claimed, "state = 'done', reply = null", Map.of(), null);
  }

  /** Gives it up, and says so; what is known of it stays, for somebody to try again. */
  void fail(Claimed claimed, @Nullable String why) {
    if (leases.end(claimed, "failed", why)) {
      SlackQuestion about = claimed.action().about();
      facts.publishEvent(new FailedDeliveriesChanged(about == null ? "" : about.handoffId()));
    }
  }

  /** Counts no attempt. */
  void postpone(Claimed claimed, @Nullable String error, Instant next) {
    leases.postpone(claimed, error, next);
  }

  void again(Claimed claimed, @Nullable String error, Instant next) {
    leases.again(claimed, error, next);
  }

  private Claimed claimed(ResultSet row, int number) throws SQLException {
    SlackAction action =
        new SlackAction(
            row.getString("id"),
            SlackAction.Verb.valueOf(row.getString("verb")),
            row.getString("slack_user"),
            about(row),
            JsonColumn.read(json, row.getString("fields"), new TypeReference<>() {}),
            row.getString("reply_url"),
            row.getString("trigger_id"));
    return new Claimed(
        action,
        row.getString("state").equals("worked"),
        row.getString("reply"),
        row.getInt("attempts"));
  }

  private static @Nullable SlackQuestion about(ResultSet row) throws SQLException {
    String handoff = row.getString("handoff_id");
    return handoff == null ? null : new SlackQuestion(handoff, row.getString("question"));
  }

  @Override
  public String what() {
    return "answer";
  }

  @Override
  public String all() {
    return """
        select concat('answer-', a.number) as id, 'answer' as what, '%s' as channel, a.handoff_id,
          cast(null as varchar) as lead_id, a.slack_user as "to", 'An answer given in Slack' as subject,
          a.error as why, a.attempts, a.recorded_at as at
        from slack_action a where a.state = 'failed'
        """
        .formatted(SlackMessenger.CHANNEL);
  }

  /** What it was answered with is known: only saying so is left. */
  @Override
  public void again(long number, Instant now) {
    leases.restart(
        "state = case when reply is null then 'pending' else 'worked' end",
        "number = :number",
        number,
        now);
  }

  @Override
  public void giveUp(long number, String by) {
    leases.giveUp("state = 'done', reply = null, fields = '{}'", "number = :number", number, by);
  }
}
