package dev.baton.engine.rows;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Rows that a command of the engine asks for although what it wants of them is at hand. */
final class KnownRows {
  private KnownRows() {}

  static <T extends DbEntity> Optional<T> find(Class<T> type, String id) {
    if (type == HistoricTaskInstanceEventEntity.class) {
      return beginning(id).map(type::cast);
    }
    return type == ProcessDefinitionEntity.class ? running(id).map(type::cast) : Optional.empty();
  }

  /** At its end the history of a task is asked when it began, which the task itself knows. */
  private static Optional<HistoricTaskInstanceEventEntity> beginning(String taskId) {
    return Optional.ofNullable(entities().getCachedEntity(TaskEntity.class, taskId))
        .map(TaskEntity::getCreateTime)
        .map(at -> began(taskId, at));
  }

  private static HistoricTaskInstanceEventEntity began(String taskId, Date at) {
    HistoricTaskInstanceEventEntity began = new HistoricTaskInstanceEventEntity();
    began.setId(taskId);
    began.setStartTime(at);
    return began;
  }

  /**
   * A definition of which the command has read an instance or a task, which can't be there without
   * it; what may change of it counts at a start, which asks by key.
   */
  private static Optional<ProcessDefinitionEntity> running(String id) {
    return Optional.ofNullable(
            Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getProcessDefinitionCache()
                .get(id))
        .filter(parsed -> isRunning(id));
  }

  private static boolean isRunning(String id) {
    return read(TaskEntity.class).stream()
            .anyMatch(task -> id.equals(task.getProcessDefinitionId()))
        || read(ExecutionEntity.class).stream()
            .anyMatch(execution -> id.equals(execution.getProcessDefinitionId()));
  }

  private static <T extends DbEntity> List<T> read(Class<T> type) {
    return entities().getDbEntityCache().getEntitiesByType(type);
  }

  private static DbEntityManager entities() {
    return Context.getCommandContext().getDbEntityManager();
  }
}
