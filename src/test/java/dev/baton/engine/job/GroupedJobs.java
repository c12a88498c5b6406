package dev.baton.engine.job;

import java.util.Date;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;

/** Runs what is due as the job executor does, so many at a time, in the caller's thread. */
public final class GroupedJobs {
  private final ProcessEngineImpl engine;
  private final JobExecutor executor;
  private final List<JobPreparation> preparations;
  private final int most;

  public GroupedJobs(ProcessEngine engine, List<JobPreparation> preparations, int most) {
    this.preparations = preparations;
    this.engine = (ProcessEngineImpl) engine;
    this.executor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    this.most = most;
  }

  /** Groups of jobs until nothing is due any more. */
  public void run(Date now) {
    for (List<String> group = due(now); !group.isEmpty(); group = due(now)) {
      if (!new JobGroup(group, engine, executor, new Semaphore(1), preparations).together()) {
        throw new IllegalStateException("A job of the group failed");
      }
    }
  }

  private List<String> due(Date now) {
    Date until = new Date(now.getTime() + 1);
    return Stream.concat(
            jobs().messages().listPage(0, most).stream(),
            jobs()
                .timers()
                .duedateLowerThan(until)
                .orderByJobDuedate()
                .asc()
                .listPage(0, most)
                .stream())
        .filter(job -> !(((JobEntity) job).getJobHandlerType().equals("history-cleanup")))
        .map(Job::getId)
        .limit(most)
        .toList();
  }

  private JobQuery jobs() {
    return engine.getManagementService().createJobQuery().active().withRetriesLeft();
  }
}
