package dev.baton.engine.rows;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;

/** Jobs of which the job executor isn't told while whoever starts them means to run them. */
public final class HeldHints extends JobManager {
  private final List<JobEntity> held = new ArrayList<>();
  private boolean holds;

  /** Runs a part of a command; the job executor hears only of the steps that are left after it. */
  public static void whileRunning(CommandContext context, Runnable part) {
    HeldHints jobs = (HeldHints) context.getJobManager();
    jobs.holds = true;
    part.run();
    jobs.tell();
  }

  private void tell() {
    holds = false;
    held.stream()
        .filter(job -> getDbEntityManager().getDbEntityCache().isTransient(job))
        .forEach(super::hintJobExecutor);
    held.clear();
  }

  @Override
  protected void hintJobExecutor(JobEntity job) {
    if (holds && job instanceof MessageEntity) {
      held.add(job);
    } else {
      super.hintJobExecutor(job);
    }
  }
}
