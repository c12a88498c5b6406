package dev.baton.sql;

import java.util.function.Supplier;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transaction that is run again when it lost a race. H2 tells some of them by a lock that timed
 * out, which is why it is not only run again after a {@code ConcurrencyFailureException}.
 */
@Component
public class RetriedTransaction {
  private final TransactionTemplate transaction;
  private final RetryTemplate retry =
      RetryTemplate.builder()
          .maxAttempts(12)
          .exponentialBackoff(10, 2, 1000, true)
          .retryOn(TransientDataAccessException.class)
          .build();

  RetriedTransaction(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
  }

  public void run(Runnable work) {
    retry.execute(
        attempt -> {
          transaction.executeWithoutResult(status -> work.run());
          return true;
        });
  }

  public <T> T get(Supplier<T> work) {
    return retry.execute(attempt -> transaction.execute(status -> work.get()));
  }
}
