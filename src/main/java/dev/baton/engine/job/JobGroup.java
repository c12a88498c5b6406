package dev.baton.engine.job;

import dev.baton.engine.rows.RowsAhead;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClassLoaderUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs that are run in one transaction, or each alone when that fails. */
final class JobGroup extends ExecuteJobsRunnable {
  private static final Logger LOG = LoggerFactory.getLogger(JobGroup.class);

  private final Semaphore oneGroup;
  private final List<JobPreparation> preparations;

  JobGroup(
      List<String> jobs,
      ProcessEngineImpl engine,
      JobExecutor executor,
      Semaphore oneGroup,
      List<JobPreparation> preparations) {
    super(jobs, engine);
    this.jobExecutor = executor;
    this.oneGroup = oneGroup;
    this.preparations = preparations;
  }

  @Override
  public void run() {
    oneGroup.acquireUninterruptibly();
    try {
      if (!jobExecutor.isActive() || !together()) {
        super.run();
      }
    } finally {
      oneGroup.release();
    }
  }

  /** False, and nothing done, when one of them fails; what they leave to do is done at once. */
  boolean together() {
    preparations.forEach(JobPreparation::beforeJobs);
    JobExecutorContext following = new JobExecutorContext();
    Context.setJobExecutorContext(following);
    ClassLoader before = switchClassLoader();
    try {
      processEngine
          .getProcessEngineConfiguration()
          .getCommandExecutorTxRequired()
          .execute(this::all);
    } catch (RuntimeException failed) {
      LOG.debug("{} jobs are run one by one, since one of them failed", jobIds.size(), failed);
      return false;
    } finally {
      Context.removeJobExecutorContext();
      ClassLoaderUtil.setContextClassloader(before);
    }
    List<String> next = List.copyOf(following.getCurrentProcessorJobQueue());
    if (next.isEmpty()) {
      jobExecutor.jobWasAdded();
    } else {
      new ExecuteJobsRunnable(next, processEngine).run();
    }
    return true;
  }

  private Void all(CommandContext context) {
    Set<String> keys = RowsAhead.ofJobs(context, jobIds);
    preparations.forEach(each -> each.read(keys));
    for (String id : jobIds) {
      JobEntity job = context.getJobManager().findJobById(id);
      // One that another one of the group has ended is still in the engine's cache.
      if (job != null && !context.getDbEntityManager().getDbEntityCache().isDeleted(job)) {
        new ExecuteJobsCmd(id, new JobFailureCollector(id)).execute(context);
      }
    }
    return null;
  }
}
