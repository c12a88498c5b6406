package dev.baton.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code slack_action}: what people did in Slack, and what is still to be done of it. */
@Component
class SlackActions {
  private final JdbcClient jdbc;
  private final Leases leases;
  private final ObjectMapper json;
  private final ApplicationEventPublisher facts;

  SlackActions(JdbcClient jdbc, ObjectMapper json, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.leases = new Leases(jdbc, "slack_action", "id");
    this.json = json;
    this.facts = facts;
  }

  /**
   * An action that one worker has for two minutes.
   *
   * @param reply what is yet to be said, or null
   * @param worked whether only that is left
   * @param attempts counts this one
   */
  record Claimed(SlackAction action, boolean worked, String reply, int attempts) {}

  /** Nothing is done when it is there already. */
  void add(SlackAction action, Instant now) {
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
        .param("handoff", action.handoffId())
        .param("question", action.question())
        .param("fields", write(action.fields()))
        .param("replyUrl", action.replyUrl())
        .param("trigger", action.triggerId())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Takes the next due action for two minutes; a crash gives it back after them. */
  Optional<Claimed> claim(Instant now) {
    Optional<Claimed> due =
        jdbc.sql(
                """
                select * from slack_action
                where state in ('pending', 'worked') and next_attempt_at <= :now
                  and %s
                order by next_attempt_at, id
                limit 1
                for update skip locked
                """
                    .formatted(Leases.FREE))
            .param("now", Timestamp.from(now))
            .query(this::claimed)
            .optional();
    return leases.take(due, claimed -> claimed.action().id(), Claimed::attempts);
  }

  /** It is answered; what is left is to say so. */
  void worked(SlackAction action, String reply) {
    jdbc.sql(
            """
            update slack_action set state = 'worked', reply = :reply, fields = '{}',
              attempts = 1
            where id = :id and state = 'pending'
            """)
        .param("reply", Words.lines(reply, 3900))
        .param("id", action.id())
        .update();
  }

  void done(SlackAction action) {
    end(action, "done", null);
  }

  /** Gives it up, and says so; what is known of it stays, for somebody to try again. */
  void stuck(SlackAction action, String why) {
    end(action, "failed", why);
    facts.publishEvent(new StuckChanged(action.handoffId() == null ? "" : action.handoffId()));
  }

  private void end(SlackAction action, String state, String error) {
    jdbc.sql(
            """
            update slack_action set state = :state, error = :error, lease_until = null,
              reply = case when cast(:state as varchar) = 'failed' then reply end
            where id = :id
            """)
        .param("state", state)
        .param("error", Words.line(error, 1000))
        .param("id", action.id())
        .update();
  }

  void again(SlackAction action, String error, Instant next) {
    leases.again(action.id(), error, next);
  }

  /** Throws away what was done with before that. */
  int forget(Instant before) {
    return jdbc.sql("delete from slack_action where state = 'done' and recorded_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private Claimed claimed(ResultSet row, int number) throws SQLException {
    SlackAction action =
        new SlackAction(
            row.getString("id"),
            SlackAction.Verb.valueOf(row.getString("verb")),
            row.getString("slack_user"),
            row.getString("handoff_id"),
            row.getString("question"),
            read(row.getString("fields")),
            row.getString("reply_url"),
            row.getString("trigger_id"));
    return new Claimed(
        action,
        row.getString("state").equals("worked"),
        row.getString("reply"),
        row.getInt("attempts") + 1);
  }

  private String write(Map<String, Object> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Words and numbers are always writable", e);
    }
  }

  private Map<String, Object> read(String fields) {
    try {
      return json.readValue(fields, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("We wrote it ourselves", e);
    }
  }
}
