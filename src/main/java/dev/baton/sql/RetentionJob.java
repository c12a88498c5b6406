package dev.baton.sql;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletion of what is old, once a day, a bounded number of rows at a time so that nobody waits for
 * it. Any number of nodes may do it at once.
 */
@Component
public class RetentionJob {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
  static final int CHUNK = 1_000;

  private final JdbcClient db;
  private final List<ExpiredRows> expired;
  private final Clock clock;

  @Autowired
  RetentionJob(JdbcClient db, ObjectProvider<ExpiredRows> expired, Clock clock) {
    this(db, expired.orderedStream().toList(), clock);
  }

  public RetentionJob(JdbcClient db, List<ExpiredRows> expired, Clock clock) {
    this.db = db;
    this.expired = expired;
    this.clock = clock;
  }

  /** One that fails keeps no other back. */
  @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT1H")
  public void deleteExpired() {
    for (ExpiredRows rows : expired) {
      try {
        delete(rows);
      } catch (RuntimeException e) {
        LOG.warn("Old rows of {} could not be deleted; tried again in a day", rows.table(), e);
      }
    }
  }

  private void delete(ExpiredRows rows) {
    Instant before = clock.instant().minus(rows.kept());
    long all = 0;
    int deleted;
    do {
      deleted =
          db.sql(
                  """
                  delete from %1$s where %2$s in
                    (select %2$s from %1$s where %3$s fetch first %4$d rows only)
                  """
                      .formatted(rows.table(), rows.key(), rows.condition(), CHUNK))
              .param("before", Sql.timestamp(before))
              .update();
      all += deleted;
    } while (deleted == CHUNK);
    if (all > 0) {
      LOG.info("{} old rows of {} are deleted", all, rows.table());
    }
  }
}
