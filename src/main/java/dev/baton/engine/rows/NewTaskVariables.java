package dev.baton.engine.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.jspecify.annotations.Nullable;

/**
 * Variables, of which a task that has no row yet has none either, and those that were read for many
 * executions at once.
 */
public final class NewTaskVariables extends VariableInstanceManager {
  /** Variables of executions of instances that were read, until they are asked for. */
  private final Map<String, List<VariableInstanceEntity>> ahead = new HashMap<>();

  /** Those of several executions that have some. */
  void readAhead(Set<String> instances) {
    VariableInstanceQueryImpl query = new VariableInstanceQueryImpl();
    query.processInstanceIdIn(instances.toArray(String[]::new));
    query.disableBinaryFetching();
    findVariableInstanceByQueryCriteria(query, null).stream()
        .map(VariableInstanceEntity.class::cast)
        .filter(variable -> variable.getTaskId() == null)
        .forEach(
            variable ->
                ahead
                    .computeIfAbsent(variable.getExecutionId(), none -> new ArrayList<>())
                    .add(variable));
  }

  @Override
  public List<VariableInstanceEntity> findVariableInstancesByExecutionId(String id) {
    List<VariableInstanceEntity> known = ahead.remove(id);
    return known != null ? known : super.findVariableInstancesByExecutionId(id);
  }

  @Override
  public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
      String taskId, @Nullable Collection<String> names) {
    DbEntityManager entities = getDbEntityManager();
    TaskEntity task = entities.getCachedEntity(TaskEntity.class, taskId);
    return task != null && entities.getDbEntityCache().isTransient(task)
        ? List.of()
        : super.findVariableInstancesByTaskIdAndVariableNames(taskId, names);
  }
}
