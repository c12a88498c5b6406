package dev.baton.sql;

import java.time.Clock;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Health of the database: a real write, since one whose disk is full still reads. */
@Component
class DatabaseHealthIndicator implements HealthIndicator {
  private final JdbcClient db;
  private final Clock clock;

  DatabaseHealthIndicator(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public Health health() {
    try {
      db.sql("update health_check set checked_at = :now")
          .param("now", Sql.timestamp(clock.instant()))
          .update();
      return PlainHealth.up("The database takes what is written.");
    } catch (DataAccessException | TransactionException e) {
      return PlainHealth.down(
          "The database takes no writes: " + e.getMessage(),
          "Ask who runs the database: it is out of reach, or its disk is full.");
    }
  }
}
