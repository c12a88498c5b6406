package dev.baton.engine.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of which the job executor isn't told while whoever starts them means to run them, and those
 * that were read for many executions at once.
 */
public final class HeldHints extends JobManager {
  private final List<JobEntity> held = new ArrayList<>();
  private boolean holds;

  /** Jobs of executions of instances that were read, until they are asked for. */
  private final Map<String, List<JobEntity>> ahead = new HashMap<>();

  private final Set<String> instances = new HashSet<>();
  private final Set<String> asked = new HashSet<>();

  private final Map<String, JobEntity> read = new HashMap<>();

  List<JobEntity> readAhead(Set<String> ids) {
    List<JobEntity> found = found((JobQueryImpl) new JobQueryImpl().jobIds(ids));
    found.forEach(job -> read.put(job.getId(), job));
    return found;
  }

  @Override
  public @Nullable JobEntity findJobById(String id) {
    JobEntity known = read.get(id);
    return known != null ? known : super.findJobById(id);
  }

  void readOfInstances(Set<String> ids) {
    found((JobQueryImpl) new JobQueryImpl().processInstanceIds(ids))
        .forEach(
            job -> ahead.computeIfAbsent(job.getExecutionId(), none -> new ArrayList<>()).add(job));
    instances.addAll(ids);
  }

  private List<JobEntity> found(JobQueryImpl query) {
    return findJobsByQueryCriteria(query, null).stream().map(JobEntity.class::cast).toList();
  }

  @Override
  public List<JobEntity> findJobsByExecutionId(String id) {
    ExecutionEntity execution = getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
    boolean isRead =
        execution != null
            && !getDbEntityManager().getDbEntityCache().isTransient(execution)
            && instances.contains(execution.getProcessInstanceId())
            && asked.add(id);
    return isRead ? ahead.getOrDefault(id, new ArrayList<>()) : super.findJobsByExecutionId(id);
  }

  /** Runs a part of a command; the job executor hears only of the steps that are left after it. */
  public static void whileRunning(CommandContext context, Runnable part) {
    HeldHints jobs = (HeldHints) context.getJobManager();
    jobs.holds = true;
    part.run();
    jobs.tell();
  }

  private void tell() {
    holds = false;
    held.stream()
        .filter(job -> getDbEntityManager().getDbEntityCache().isTransient(job))
        .forEach(super::hintJobExecutor);
    held.clear();
  }

  @Override
  protected void hintJobExecutor(JobEntity job) {
    if (holds && job instanceof MessageEntity) {
      held.add(job);
    } else {
      super.hintJobExecutor(job);
    }
  }
}
