package dev.baton.engine.rows;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;

/** Tasks, of which an execution has one at most: who has read it needn't look for others. */
public final class TasksOfExecutions extends TaskManager {

  @Override
  public List<TaskEntity> findTasksByExecutionId(String id) {
    List<TaskEntity> known =
        getDbEntityManager().getDbEntityCache().getEntitiesByType(TaskEntity.class).stream()
            .filter(task -> id.equals(task.getExecutionId()))
            .toList();
    return known.isEmpty() ? super.findTasksByExecutionId(id) : new ArrayList<>(known);
  }
}
