package dev.baton.engine.rows;

import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.jspecify.annotations.Nullable;

/** Job definitions, read together for all jobs of a process definition. */
public final class DefinitionJobs extends JobDefinitionManager {
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
