package dev.baton.engine.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

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
}
