package dev.baton.engine.job;

import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of the engine's jobs, for whoever operates it. */
@Component
public class JobFigures {
  private final JdbcClient db;

  JobFigures(JdbcClient db) {
    this.db = db;
  }

  /** How long the oldest job that is due and may run has waited. */
  public Duration lag(Instant now) {
    return db.sql(
            """
            select min(coalesce(DUEDATE_, CREATE_TIME_)) as oldest from ACT_RU_JOB
            where RETRIES_ > 0 and SUSPENSION_STATE_ = 1
              and (DUEDATE_ is null or DUEDATE_ <= :now)
            """)
        .param("now", Sql.timestamp(now))
        .query((rs, row) -> Optional.ofNullable(Sql.instantOrNull(rs, "oldest")))
        .single()
        .map(oldest -> Duration.between(oldest, now))
        .filter(waited -> !waited.isNegative())
        .orElse(Duration.ZERO);
  }

  /** How many are not tried any more. */
  public long failed() {
    return db.sql("select count(*) as failed from ACT_RU_JOB where RETRIES_ = 0")
        .query(Long.class)
        .single();
  }
}
