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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code slack_action}: what people did in Slack, and what is still to be done of it. */
@Component
class SlackActions {
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  SlackActions(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
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
                  and (lease_until is null or lease_until < current_timestamp)
                order by next_attempt_at, id
                limit 1
                for update skip locked
                """)
            .param("now", Timestamp.from(now))
            .query(this::claimed)
            .optional();
    due.ifPresent(
        claimed ->
            jdbc.sql(
                    """
                    update slack_action set attempts = :attempts,
                      lease_until = current_timestamp + interval '120' second
                    where id = :id
                    """)
                .param("attempts", claimed.attempts())
                .param("id", claimed.action().id())
                .update());
    return due;
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

  /** Ends it as {@code done} or {@code failed}. */
  void end(SlackAction action, String state, String error) {
    jdbc.sql(
            """
            update slack_action set state = :state, error = :error, lease_until = null,
              reply = null
            where id = :id
            """)
        .param("state", state)
        .param("error", Words.line(error, 1000))
        .param("id", action.id())
        .update();
  }

  void again(SlackAction action, String error, Instant next) {
    jdbc.sql(
            """
            update slack_action set error = :error, next_attempt_at = :next, lease_until = null
            where id = :id
            """)
        .param("error", Words.line(error, 1000))
        .param("next", Timestamp.from(next))
        .param("id", action.id())
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
