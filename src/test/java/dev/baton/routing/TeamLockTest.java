package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class TeamLockTest {
  private final TeamLock lock = new TeamLock();
  private final TransactionTemplate transaction = new TransactionTemplate(new NoDatabase());
  private final List<String> happened = new CopyOnWriteArrayList<>();

  @Test
  void the_next_one_comes_in_when_the_transaction_before_has_ended() throws Exception {
    CompletableFuture<Void> next = new CompletableFuture<>();
    transaction.executeWithoutResult(
        status -> {
          lock.enter("default");
          lock.enter("default");
          CompletableFuture.runAsync(() -> takeTurn("second")).thenAccept(next::complete);
          await("the second waits").during(Duration.ofMillis(200)).until(happened::isEmpty);
          happened.add("first");
        });
    next.get(5, TimeUnit.SECONDS);

    assertThat(happened).containsExactly("first", "second");
  }

  @Test
  void a_transaction_that_is_rolled_back_leaves_the_queue_too() throws Exception {
    transaction.executeWithoutResult(
        status -> {
          lock.enter("default");
          status.setRollbackOnly();
        });

    CompletableFuture.runAsync(() -> takeTurn("next")).get(5, TimeUnit.SECONDS);
    assertThat(happened).containsExactly("next");
  }

  @Test
  void another_team_does_not_wait() throws Exception {
    transaction.executeWithoutResult(
        status -> {
          lock.enter("north");
          CompletableFuture.runAsync(() -> takeTurn("default")).join();
        });

    assertThat(happened).containsExactly("default");
  }

  private void takeTurn(String name) {
    transaction.executeWithoutResult(
        status -> {
          lock.enter("default");
          happened.add(name);
        });
  }

  /** Transactions that begin and end, and nothing else. */
  private static final class NoDatabase extends AbstractPlatformTransactionManager {
    @Override
    protected Object doGetTransaction() {
      return new Object();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {}

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}
  }
}
