package dev.baton.engine.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Starts of process instances that wait for each other, so that the engine writes the rows of all
 * of them together: until the transaction is about to end, or somebody looks for an instance.
 */
public final class JoinedStarts {
  private final ProcessEngineConfigurationImpl engine;

  public JoinedStarts(ProcessEngine engine) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  private static final class Waiting extends ResourceHolderSupport {
    private final List<Runnable> starts = new ArrayList<>();
    private boolean isOver;
  }

  public void add(Runnable start) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.isSynchronizationActive()) {
      Waiting waiting = waiting().orElseGet(this::bound);
      waiting.starts.add(start);
      if (waiting.isOver) {
        run();
      }
    } else {
      start.run();
    }
  }

  /** Runs those that wait, if any do. */
  public void run() {
    waiting().filter(waiting -> !waiting.starts.isEmpty()).ifPresent(this::run);
  }

  private void run(Waiting waiting) {
    List<Runnable> starts = List.copyOf(waiting.starts);
    waiting.starts.clear();
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              starts.forEach(Runnable::run);
              return null;
            });
  }

  /** The first step of an instance that has just been started, and isn't written yet, waits. */
  public static void delay(String instanceId, Instant until) {
    CommandContext context = Context.getCommandContext();
    if (context != null) {
      ExecutionEntity started =
          context.getDbEntityManager().getCachedEntity(ExecutionEntity.class, instanceId);
      if (started != null) {
        started.getJobs().forEach(job -> job.setDuedate(Date.from(until)));
      }
    }
  }

  private Optional<Waiting> waiting() {
    return Optional.ofNullable((Waiting) TransactionSynchronizationManager.getResource(this));
  }

  private Waiting bound() {
    Waiting waiting = new Waiting();
    TransactionSynchronizationManager.bindResource(this, waiting);
    TransactionSynchronizationManager.registerSynchronization(new BeforeEnd(waiting));
    return waiting;
  }

  /** Once it has run, nothing waits any more. */
  private final class BeforeEnd extends ResourceHolderSynchronization<Waiting, Object> {
    private final Waiting waiting;

    BeforeEnd(Waiting waiting) {
      super(waiting, JoinedStarts.this);
      this.waiting = waiting;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      waiting.isOver = true;
      JoinedStarts.this.run();
    }
  }
}
