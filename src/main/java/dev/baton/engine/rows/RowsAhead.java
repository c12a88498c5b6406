package dev.baton.engine.rows;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/** Rows of the engine, read by one query a table for all jobs that one command will run. */
public final class RowsAhead {
  private RowsAhead() {}

  /**
   * Reads the jobs, and the executions, jobs and variables of their process instances; an engine
   * with managers of its own reads each when it needs it.
   *
   * @return the business keys of the instances where a timer is due, and of those that another one
   *     has called
   */
  public static Set<String> ofJobs(CommandContext context, Collection<String> jobIds) {
    if (!(context.getJobManager() instanceof HeldHints jobs)) {
      return Set.of();
    }
    List<JobEntity> due =
        jobs.readAhead(new HashSet<>(jobIds)).stream()
            .filter(job -> job.getProcessInstanceId() != null)
            .toList();
    if (due.isEmpty()) {
      return Set.of();
    }
    Set<String> instances =
        due.stream().map(JobEntity::getProcessInstanceId).collect(Collectors.toSet());
    jobs.readOfInstances(instances);
    ((NewTaskVariables) context.getVariableInstanceManager()).readAhead(instances);
    Set<String> timed =
        due.stream()
            .filter(TimerEntity.class::isInstance)
            .map(JobEntity::getProcessInstanceId)
            .collect(Collectors.toSet());
    return ((ExecutionTrees) context.getExecutionManager())
        .readAhead(instances).stream()
            .filter(execution -> execution.getBusinessKey() != null)
            .filter(
                execution ->
                    timed.contains(execution.getProcessInstanceId())
                        || execution.getSuperExecutionId() != null)
            .map(ExecutionEntity::getBusinessKey)
            .collect(Collectors.toSet());
  }
}
