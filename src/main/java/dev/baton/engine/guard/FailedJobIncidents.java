package dev.baton.engine.guard;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Incidents of failed jobs as the engine keeps them; nobody looks for one of a job that never
 * failed, which is what nearly every job is when it goes.
 */
public final class FailedJobIncidents extends DefaultIncidentHandler {
  public FailedJobIncidents() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean resolved) {
    if (!isWithout(context)) {
      super.removeIncident(context, resolved);
    }
  }

  private static boolean isWithout(IncidentContext context) {
    DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
    JobEntity job = entities.getCachedEntity(JobEntity.class, context.getConfiguration());
    ExecutionEntity execution =
        entities.getCachedEntity(ExecutionEntity.class, context.getExecutionId());
    return job != null
        && job.getRetries() > 0
        && job.getExceptionByteArrayId() == null
        && execution != null
        && execution.getIncidents().isEmpty();
  }
}
