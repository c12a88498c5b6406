package dev.baton.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A quiet queue in front of a row that many transactions of this process want at once: who waits in
 * here sleeps, who waits at H2's row lock keeps a core busy. What is true is still decided by the
 * row lock, which other processes wait for too.
 */
class TeamLock {
  private static final int PATIENCE_SECONDS = 10;

  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  /** Waits for its turn and keeps it until the running transaction has ended. */
  void enter(String queue) {
    Semaphore place = places.computeIfAbsent(queue, none -> new Semaphore(1, true));
    if (!TransactionSynchronizationManager.isSynchronizationActive()
        || TransactionSynchronizationManager.hasResource(place)) {
      return;
    }
    acquire(place, queue);
    TransactionSynchronizationManager.bindResource(place, queue);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(place);
            place.release();
          }
        });
  }

  private static void acquire(Semaphore place, String queue) {
    try {
      if (!place.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new CannotAcquireLockException("The queue %s does not move".formatted(queue));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotAcquireLockException("Stopped while waiting in the queue " + queue, e);
    }
  }
}
