package dev.baton.engine.rows;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.jspecify.annotations.Nullable;

/** Variables, of which a task that has no row yet has none either. */
public final class NewTaskVariables extends VariableInstanceManager {

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
