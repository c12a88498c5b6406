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
                select handoff_id, clock, team, started_at,
                  coalesce(met_at, ended_at, missed_at) as answered_at, met_at, ended_at
                from sla_entry
                where started_at >= :from and started_at < :to and voided_at is null
                  and clock <> 'route' and coalesce(met_at, ended_at, missed_at) is not null
                order by deadline_id
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
                      isAnswered ? took : took.plusMinutes(1));
                })
            .list();
    return new AnswerHistory(answers);
  }
}
