package dev.baton.engine.guard;

import dev.baton.engine.rows.DeploymentChanges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * What runs can't be deleted with its model, and only administrators delete deployments. The engine
 * itself gives that right to whoever deployed, and cascades over all that runs.
 */
final class DeletionGuard {
  private DeletionGuard() {}

  static List<SessionFactory> factories() {
    return List.of(new OfDeployments(), new OfProcesses());
  }

  private record OfDeployments() implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return DeploymentManager.class;
    }

    @Override
    public Session openSession() {
      return new Deployments();
    }
  }

  private record OfProcesses() implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return ProcessDefinitionManager.class;
    }

    @Override
    public Session openSession() {
      return new Processes();
    }
  }

  private static void refuseIfRuns(ProcessDefinition process, DbEntityManager database) {
    int running =
        database
            .selectList("selectProcessInstanceIdsByProcessDefinitionId", process.getId())
            .size();
    if (running > 0) {
      throw new BadUserRequestException(
          "'%s' version %d can't be deleted: %d of it are running"
              .formatted(process.getKey(), process.getVersion(), running));
    }
  }

  private static final class Deployments extends DeploymentManager {
    @Override
    public void insertDeployment(DeploymentEntity deployment) {
      DeploymentChanges.note();
      super.insertDeployment(deployment);
    }

    @Override
    public void deleteDeployment(
        String id, boolean cascade, boolean skipCustomListeners, boolean skipIoMappings) {
      DeploymentChanges.note();
      Authentication who = getCurrentAuthentication();
      if (who != null
          && (who.getGroupIds() == null
              || !who.getGroupIds().contains(EngineHardening.ADMINISTRATORS))) {
        throw new AuthorizationException(
            "Only an administrator deletes a deployment; to go back, deploy the earlier version");
      }
      getProcessDefinitionManager()
          .findProcessDefinitionsByDeploymentId(id)
          .forEach(process -> refuseIfRuns(process, getDbEntityManager()));
      super.deleteDeployment(id, cascade, skipCustomListeners, skipIoMappings);
    }
  }

  private static final class Processes extends ProcessDefinitionManager {
    private final Map<String, ProcessDefinitionEntity> latest = new HashMap<>();

    /** Asked at a start, whose instances are of one version; the deployer asks otherwise. */
    @Override
    public ProcessDefinitionEntity findLatestDefinitionByKey(String key) {
      return latest.computeIfAbsent(key, super::findLatestDefinitionByKey);
    }

    @Override
    public void deleteProcessDefinition(
        ProcessDefinition process,
        String id,
        boolean cascadeToHistory,
        boolean cascadeToInstances,
        boolean skipCustomListeners,
        boolean skipIoMappings) {
      refuseIfRuns(process, getDbEntityManager());
      super.deleteProcessDefinition(
          process, id, cascadeToHistory, cascadeToInstances, skipCustomListeners, skipIoMappings);
    }
  }
}
