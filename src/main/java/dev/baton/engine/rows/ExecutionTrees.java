package dev.baton.engine.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Executions, read with all others of their instance when a task or a job leads to the first one:
 * the engine asks for them next.
 */
public final class ExecutionTrees extends ExecutionManager {
  /** What was read for an execution, until it is asked for. */
  private final Map<String, List<ExecutionEntity>> ahead = new HashMap<>();

  @Override
  public @Nullable ExecutionEntity findExecutionById(String id) {
    if (getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) == null) {
      instanceOf(id)
          .ifPresent(
              instance -> ahead.put(instance, super.findExecutionsByProcessInstanceId(instance)));
    }
    return super.findExecutionById(id);
  }

  @Override
  public List<ExecutionEntity> findExecutionsByProcessInstanceId(String id) {
    List<ExecutionEntity> known = ahead.remove(id);
    return known != null ? known : super.findExecutionsByProcessInstanceId(id);
  }

  /** Those of several instances, by one query. */
  Collection<ExecutionEntity> readAhead(Set<String> instances) {
    Map<String, Object> parameters = new HashMap<>();
    instances.forEach(id -> parameters.put("instance" + parameters.size(), id));
    String ids =
        parameters.keySet().stream().map("#{%s}"::formatted).collect(Collectors.joining(", "));
    parameters.put(
        "sql", "select * from ACT_RU_EXECUTION where PROC_INST_ID_ in (%s)".formatted(ids));
    parameters.put("resultType", "LIST");
    List<ExecutionEntity> found =
        findExecutionsByNativeQuery(parameters, 0, Integer.MAX_VALUE).stream()
            .map(ExecutionEntity.class::cast)
            .toList();
    found.forEach(
        execution ->
            ahead
                .computeIfAbsent(execution.getProcessInstanceId(), none -> new ArrayList<>())
                .add(execution));
    return found;
  }

  private Optional<String> instanceOf(String execution) {
    Stream<String> ofTasks =
        read(TaskEntity.class)
            .filter(task -> execution.equals(task.getExecutionId()))
            .map(TaskEntity::getProcessInstanceId);
    Stream<String> ofJobs =
        read(JobEntity.class)
            .filter(job -> execution.equals(job.getExecutionId()))
            .map(JobEntity::getProcessInstanceId);
    return Stream.concat(ofTasks, ofJobs).findFirst();
  }

  private <T extends DbEntity> Stream<T> read(Class<T> type) {
    return getDbEntityManager().getDbEntityCache().getEntitiesByType(type).stream();
  }
}
