package dev.baton.insight.rollup.job;

import dev.baton.insight.rollup.RollUpSettings;
import dev.baton.insight.rollup.RollUpSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds what changed into the roll-up. A figure reads both, so it is right at every instant,
 * however late this comes; it only gets slow when nobody folds.
 */
@Component
public class RollUpJob {
  private static final int FORGOTTEN_AT_ONCE = 500;

  private final List<RollUpSource> sources;
  private final RollUpChanges changes;
  private final RollUps rollUps;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final int most;

  RollUpJob(
      List<RollUpSource> sources,
      RollUpChanges changes,
      RollUps rollUps,
      JdbcClient db,
      PlatformTransactionManager transactions,
      RollUpSettings settings) {
    this.most = settings.fold();
    this.sources = sources;
    this.changes = changes;
    this.rollUps = rollUps;
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
  public void fold() {
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(status -> foldSome()));
    }
  }

  /** True when more may wait; of several nodes one folds, the others go away. */
  private boolean foldSome() {
    boolean mine =
        !db.sql("select singleton from roll_up_lock for update skip locked")
            .query(Boolean.class)
            .list()
            .isEmpty();
    if (!mine) {
      return false;
    }
    RollUpBatch batch = new RollUpBatch();
    boolean more = false;
    for (RollUpSource source : sources) {
      more |= changes.collect(source.figures(), most, batch) == most;
    }
    batch.groups().forEach(rollUps::fold);
    batch.done().forEach(this::forget);
    return more;
  }

  /** By their ids: a change that was committed meanwhile may have a smaller one. */
  private void forget(String table, List<Long> ids) {
    for (int from = 0; from < ids.size(); from += FORGOTTEN_AT_ONCE) {
      db.sql("delete from " + table + " where id in (:ids)")
          .param("ids", ids.subList(from, Math.min(ids.size(), from + FORGOTTEN_AT_ONCE)))
          .update();
    }
  }
}
