package dev.baton.engine.rows;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Rows of the engine, read by one query a table for all jobs that one command will run. */
public final class RowsAhead {
  private RowsAhead() {}

  /**
   * Reads the jobs, and the executions, jobs and variables of their process instances; an engine
   * with managers of its own reads each when it needs it.
   *
   * @return the business keys of the instances
   */
  public static Set<String> ofJobs(CommandContext context, Collection<String> jobIds) {
    if (!(context.getJobManager() instanceof HeldHints jobs)) {
      return Set.of();
    }
    Set<String> instances =
        jobs.readAhead(new HashSet<>(jobIds)).stream()
            .map(JobEntity::getProcessInstanceId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (instances.isEmpty()) {
      return Set.of();
    }
    jobs.readOfInstances(instances);
    ((NewTaskVariables) context.getVariableInstanceManager()).readAhead(instances);
    return ((ExecutionTrees) context.getExecutionManager())
        .readAhead(instances).stream()
            .map(ExecutionEntity::getBusinessKey)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }
}
