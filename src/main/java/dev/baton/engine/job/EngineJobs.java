package dev.baton.engine.job;

import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The work that processes have given the engine for later, run one by one in the order of its due
 * instants by whoever moves the clock; the engine's own housekeeping is not among it.
 */
@Component
public class EngineJobs {
  /** The engine's clean-up is one job; beside it the first of a process is always in sight. */
  private static final int IN_SIGHT = 5;

  private final ManagementService management;
  private final ProcessEngine engine;
  private final JdbcClient db;
  private final List<JobPreparation> preparations;

  EngineJobs(
      ManagementService management,
      ProcessEngine engine,
      JdbcClient db,
      List<JobPreparation> preparations) {
    this.management = management;
    this.engine = engine;
    this.db = db;
    this.preparations = preparations;
  }

  /**
   * A job.
   *
   * @param at null: at once
   */
  public record Due(String id, @Nullable Instant at) {}

  /** What is to be run next: first what goes on at once, then the timers due by an instant. */
  public Optional<Due> next(Instant until) {
    return first(ready().messages())
        .or(() -> first(dueTimers(until)))
        .map(job -> new Due(job.getId(), instant(job.getDuedate())));
  }

  /** The same of different processes, so many at most. */
  public List<Due> next(Instant until, int most) {
    List<Job> messages = ready().messages().listPage(0, most);
    List<Job> due =
        messages.stream().anyMatch(job -> job.getProcessDefinitionKey() != null)
            ? messages
            : dueTimers(until).listPage(0, most);
    Set<String> instances = new HashSet<>();
    return due.stream()
        .filter(job -> job.getProcessDefinitionKey() != null)
        .filter(job -> instances.add(job.getProcessInstanceId()))
        .map(job -> new Due(job.getId(), instant(job.getDuedate())))
        .toList();
  }

  /** Runs jobs in the caller's thread, all in one transaction; false when one of them fails. */
  public boolean runTogether(List<Due> jobs) {
    return new JobGroup(
            jobs.stream().map(Due::id).toList(),
            (ProcessEngineImpl) engine,
            executor(),
            new Semaphore(1),
            preparations)
        .together();
  }

  /** Runs a job in the caller's thread; a failure counts as one of its attempts, and is thrown. */
  public void run(Due job) {
    management.executeJob(job.id());
  }

  /** Whether a thread of the engine holds a job. */
  public boolean isAnyRunning(Instant now) {
    return db.sql(
                """
                select count(*) as running from ACT_RU_JOB
                where LOCK_OWNER_ is not null and LOCK_EXP_TIME_ > :now
                """)
            .param("now", Sql.timestamp(now))
            .query(Long.class)
            .single()
        > 0;
  }

  /** The engine takes no more jobs; those that it has taken run to their end. */
  public void pause() {
    executor().shutdown();
  }

  public void resume() {
    executor().start();
  }

  private JobQuery dueTimers(Instant until) {
    return ready()
        .timers()
        .duedateLowerThan(Date.from(until.plusMillis(1)))
        .orderByJobDuedate()
        .asc();
  }

  private JobQuery ready() {
    return management.createJobQuery().active().withRetriesLeft();
  }

  private static Optional<Job> first(JobQuery query) {
    return query.listPage(0, IN_SIGHT).stream()
        .filter(job -> job.getProcessDefinitionKey() != null)
        .findFirst();
  }

  private JobExecutor executor() {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor();
  }

  private static @Nullable Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
