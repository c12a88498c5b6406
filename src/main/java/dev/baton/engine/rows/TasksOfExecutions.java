package dev.baton.engine.rows;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;

/** Tasks, of which an execution has one at most: who has read it needn't look for others. */
public final class TasksOfExecutions extends TaskManager {

  @Override
  public List<TaskEntity> findTasksByExecutionId(String id) {
    DbEntityCache read = getDbEntityManager().getDbEntityCache();
    List<TaskEntity> known =
        read.getEntitiesByType(TaskEntity.class).stream()
            .filter(task -> id.equals(task.getExecutionId()) && !read.isTransient(task))
            .toList();
    return known.isEmpty() ? super.findTasksByExecutionId(id) : new ArrayList<>(known);
  }
}
