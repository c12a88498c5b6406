package dev.baton.insight.rollup;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Several questions that must see the same instant: nothing is folded between them. */
@Component
public class ConsistentRead {
  private final TransactionTemplate transaction;

  ConsistentRead(PlatformTransactionManager transactions) {
    transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  public <T> T read(Supplier<T> questions) {
    return transaction.execute(status -> questions.get());
  }
}
