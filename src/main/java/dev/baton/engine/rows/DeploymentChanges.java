package dev.baton.engine.rows;

import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Deployments and deletions in the running transaction: what it looked up before may be gone. */
public final class DeploymentChanges {
  private static final Object KEY = DeploymentChanges.class;

  private DeploymentChanges() {}

  /** Whether there were any. */
  public static boolean inTransaction() {
    return TransactionSynchronizationManager.hasResource(KEY);
  }

  public static void note() {
    if (TransactionSynchronizationManager.isSynchronizationActive() && !inTransaction()) {
      ResourceHolderSupport noted = new ResourceHolderSupport() {};
      TransactionSynchronizationManager.bindResource(KEY, noted);
      TransactionSynchronizationManager.registerSynchronization(
          new ResourceHolderSynchronization<>(noted, KEY) {});
    }
  }
}
