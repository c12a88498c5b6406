package dev.baton.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What gave up after its last attempt, in all tables of this room, until somebody sees to it. */
@Component
public class StuckMessages {
  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  StuckMessages(JdbcClient jdbc, ApplicationEventPublisher facts, Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.clock = clock;
  }

  private static final String ALL =
      """
      select concat('notice-', n.id) as id, 'notice' as what, n.channel, n.handoff_id, n.lead_id,
        n.recipient as "to", n.subject, n.error as why, n.attempts, n.recorded_at as at
      from notice n where n.state = 'failed' and n.digest_id is null and n.channel <> 'lead'
      union all
      select concat('answer-', a.number) as id, 'answer' as what, 'slack' as channel, a.handoff_id,
        null as lead_id, a.slack_user as "to", 'An answer given in Slack' as subject,
        a.error as why, a.attempts, a.recorded_at as at
      from slack_action a where a.state = 'failed'
      union all
      select concat('rewrite-', m.number) as id, 'rewrite' as what, 'slack' as channel,
        m.handoff_id, n.lead_id, m.recipient as "to", n.subject, m.error as why, m.attempts,
        m.said_at as at
      from slack_message m join notice n on n.notice_key = m.notice_key
      where m.state = 'failed'
      """;

  /** The newest first. */
  public List<Stuck> all() {
    return jdbc.sql("select * from (%s) stuck order by at desc, id limit %d".formatted(ALL, MOST))
        .query(StuckMessages::read)
        .list();
  }

  /** What is stuck of a handoff's messages. */
  public List<Stuck> ofHandoff(String handoffId) {
    return jdbc.sql("select * from (%s) stuck where handoff_id = :handoff".formatted(ALL))
        .param("handoff", handoffId)
        .query(StuckMessages::read)
        .list();
  }

  public Optional<Stuck> find(String id) {
    return jdbc.sql("select * from (%s) stuck where id = :id".formatted(ALL))
        .param("id", id)
        .query(StuckMessages::read)
        .optional();
  }

  /** The cause is mended: it is tried from its first attempt on. */
  @Transactional
  public void again(Stuck stuck) {
    Timestamp now = Timestamp.from(clock.instant());
    Map<String, Object> values = Map.of("number", number(stuck), "now", now);
    switch (stuck.what()) {
      case "notice" ->
          jdbc.sql(
                  """
                  update notice set state = 'pending', attempts = 0, next_attempt_at = :now,
                    lease_until = null
                  where (id = :number or digest_id = :number) and state = 'failed'
                  """)
              .params(values)
              .update();
      // what it was answered with is known: only saying so is left
      case "answer" ->
          jdbc.sql(
                  """
                  update slack_action set attempts = 0, next_attempt_at = :now, lease_until = null,
                    state = case when reply is null then 'pending' else 'worked' end
                  where number = :number and state = 'failed'
                  """)
              .params(values)
              .update();
      default ->
          jdbc.sql(
                  """
                  update slack_message set state = 'due', attempts = 0, next_attempt_at = :now,
                    lease_until = null
                  where number = :number and state = 'failed'
                  """)
              .params(values)
              .update();
    }
    facts.publishEvent(changed(stuck));
  }

  /** Nobody needs it any more. */
  @Transactional
  public void giveUp(Stuck stuck, String by) {
    Map<String, Object> values =
        Map.of("number", number(stuck), "why", "given up by %s: ".formatted(by));
    String table =
        switch (stuck.what()) {
          case "notice" -> "notice set state = 'skipped'";
          case "answer" -> "slack_action set state = 'done', reply = null, fields = '{}'";
          default -> "slack_message set state = 'done'";
        };
    String which =
        stuck.what().equals("notice")
            ? "(id = :number or digest_id = :number)"
            : "number = :number";
    jdbc.sql(
            """
            update %s, error = substring(concat(cast(:why as varchar), error) from 1 for 1000)
            where %s and state = 'failed'
            """
                .formatted(table, which))
        .params(values)
        .update();
    facts.publishEvent(changed(stuck));
  }

  private static long number(Stuck stuck) {
    return Long.parseLong(stuck.id().substring(stuck.id().indexOf('-') + 1));
  }

  private static StuckChanged changed(Stuck stuck) {
    return new StuckChanged(stuck.handoffId() == null ? "" : stuck.handoffId());
  }

  private static Stuck read(ResultSet row, int number) throws SQLException {
    return new Stuck(
        row.getString("id"),
        row.getString("what"),
        row.getString("channel"),
        row.getString("handoff_id"),
        row.getString("lead_id"),
        row.getString("to"),
        row.getString("subject"),
        row.getString("why"),
        row.getInt("attempts"),
        row.getTimestamp("at").toInstant());
  }
}
