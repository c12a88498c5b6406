package dev.baton.change.load;

import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how long people took to answer. */
@Component
class AnswerHistories {
  /** A year holds each season once. */
  private static final Duration LOOKED_BACK = Duration.ofDays(365);

  private final JdbcClient db;

  AnswerHistories(JdbcClient db) {
    this.db = db;
  }

  /** Of the year before an instant; what was taken away unanswered took until then at least. */
  AnswerHistory before(Instant to) {
    List<AnswerHistory.Answered> answers =
        db.sql(
                """
                select e.handoff_id, e.clock, e.team, e.started_at, h.hand_raise,
                  coalesce(e.met_at, e.ended_at, e.missed_at) as answered_at, e.met_at, e.ended_at
                from sla_entry e join handoff h on h.id = e.handoff_id
                where e.started_at >= :from and e.started_at < :to and e.voided_at is null
                  and e.clock <> 'route'
                  and coalesce(e.met_at, e.ended_at, e.missed_at) is not null
                order by e.deadline_id
                """)
            .param("from", Sql.timestamp(to.minus(LOOKED_BACK)))
            .param("to", Sql.timestamp(to))
            .query(
                (rs, row) -> {
                  Duration took =
                      Duration.between(
                          Sql.instant(rs, "started_at"), Sql.instant(rs, "answered_at"));
                  boolean isAnswered =
                      rs.getObject("met_at") != null || rs.getObject("ended_at") != null;
                  return new AnswerHistory.Answered(
                      rs.getString("handoff_id"),
                      rs.getString("clock"),
                      Objects.requireNonNullElse(rs.getString("team"), ""),
                      rs.getBoolean("hand_raise"),
                      isAnswered ? took : took.plusMinutes(1));
                })
            .list();
    return new AnswerHistory(answers);
  }
}
