package dev.baton.engine.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.jspecify.annotations.Nullable;

/** Session factories that take the place of the engine's own, one session a command each. */
public final class EngineSessions {
  private EngineSessions() {}

  public static List<SessionFactory> of(ProcessEngineConfigurationImpl configuration) {
    Map<String, String> processes = new ConcurrentHashMap<>();
    return List.of(
        new Factory(
            DbSqlSession.class, () -> new EngineSession(configuration.getDbSqlSessionFactory())),
        new Factory(DecisionDefinitionManager.class, EvaluatedTables::new),
        new Factory(ExecutionManager.class, ExecutionTrees::new),
        new Factory(JobDefinitionManager.class, () -> new DefinitionJobs(processes)),
        new Factory(JobManager.class, HeldHints::new),
        new Factory(TaskManager.class, TasksOfExecutions::new),
        new Factory(VariableInstanceManager.class, NewTaskVariables::new));
  }

  private record Factory(Class<?> getSessionType, Supplier<Session> sessions)
      implements SessionFactory {
    @Override
    public Session openSession() {
      return sessions.get();
    }
  }

  /**
   * Decision tables that rule tasks ask: the versions that the transaction has looked at already.
   * The deployer numbers versions by another method, which reads the database.
   */
  private static final class EvaluatedTables extends DecisionDefinitionManager {

    @Override
    public DecisionDefinitionEntity findLatestDefinitionByKeyAndTenantId(
        String key, @Nullable String tenant) {
      return Optional.ofNullable(tenant == null ? parsed(key) : null)
          .orElseGet(() -> super.findLatestDefinitionByKeyAndTenantId(key, tenant));
    }

    /** Null when no node has evaluated it since it was deployed: the engine reads it. */
    private static @Nullable DecisionDefinitionEntity parsed(String key) {
      return new VersionsInForce(Context.getProcessEngineConfiguration().getDataSource())
          .keptId(key)
          .map(
              Context.getProcessEngineConfiguration()
                      .getDeploymentCache()
                      .getDecisionDefinitionCache()
                  ::get)
          .orElse(null);
    }
  }

  /** Job definitions, read together for all jobs of a process definition. */
  private static final class DefinitionJobs extends JobDefinitionManager {
    /** Process definition by job definition, which never changes. */
    private final Map<String, String> processes;

    DefinitionJobs(Map<String, String> processes) {
      this.processes = processes;
    }

    @Override
    public @Nullable JobDefinitionEntity findById(String id) {
      String process = processes.get(id);
      boolean isRead = getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id) != null;
      if (process != null && !isRead) {
        findByProcessDefinitionId(process);
      }
      JobDefinitionEntity found = super.findById(id);
      if (found != null && process == null) {
        findByProcessDefinitionId(found.getProcessDefinitionId())
            .forEach(each -> processes.put(each.getId(), found.getProcessDefinitionId()));
      }
      return found;
    }
  }

  /** Tasks, of which an execution has one at most: who has read it needn't look for others. */
  private static final class TasksOfExecutions extends TaskManager {

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
}
