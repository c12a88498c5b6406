package dev.baton.engine.job;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * Job executor that runs what was acquired together in one transaction: when many jobs are due at
 * once, the engine writes their rows in a few statements. A group that fails is run again job by
 * job, so that each job fails alone and with its own retries.
 */
final class GroupingJobExecutor extends SpringJobExecutor {
  /** Fewer run side by side, each as soon as it can. */
  private static final int FEWEST = 4;

  /** One at a time: two that want the locks of several teams would wait for each other. */
  private final Semaphore oneGroup = new Semaphore(1, true);

  private final Supplier<List<JobPreparation>> preparations;

  GroupingJobExecutor(Supplier<List<JobPreparation>> preparations) {
    this.preparations = preparations;
  }

  @Override
  protected void ensureInitialization() {
    super.ensureInitialization();
    acquireJobsRunnable = new Acquisition(this);
  }

  @Override
  public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
    return jobs.size() == 1
        ? super.getExecuteJobsRunnable(jobs, engine)
        : new JobGroup(jobs, engine, this, oneGroup, preparations.get());
  }

  /** Batches of one job, which are of different process instances, become one. */
  static AcquiredJobs grouped(AcquiredJobs acquired) {
    List<String> single =
        acquired.getJobIdBatches().stream()
            .filter(batch -> batch.size() == 1)
            .map(batch -> batch.get(0))
            .toList();
    if (single.size() < FEWEST) {
      return acquired;
    }
    AcquiredJobs grouped = new AcquiredJobs(acquired.getNumberOfJobsAttemptedToAcquire());
    acquired.getJobIdBatches().stream()
        .filter(batch -> batch.size() > 1)
        .forEach(grouped::addJobIdBatch);
    grouped.addJobIdBatch(single);
    return grouped;
  }

  private static final class Acquisition extends SequentialJobAcquisitionRunnable {
    Acquisition(JobExecutor executor) {
      super(executor);
    }

    @Override
    protected void executeJobs(
        JobAcquisitionContext context, ProcessEngineImpl engine, AcquiredJobs acquired) {
      super.executeJobs(context, engine, grouped(acquired));
    }
  }
}
