package dev.baton.engine.guard;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Rights on a task as the engine grants them; for a new task it needn't ask for earlier ones. */
public final class NewTaskRights extends DefaultAuthorizationProvider {

  @Override
  protected @Nullable AuthorizationEntity getGrantAuthorization(
      @Nullable String taskId, @Nullable String user, @Nullable String group, Resource resource) {
    return resource == Resources.TASK && isNew(taskId)
        ? null
        : super.getGrantAuthorization(taskId, user, group, resource);
  }

  private static boolean isNew(@Nullable String taskId) {
    DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
    TaskEntity task = entities.getCachedEntity(TaskEntity.class, taskId);
    return task != null && entities.getDbEntityCache().isTransient(task);
  }
}
