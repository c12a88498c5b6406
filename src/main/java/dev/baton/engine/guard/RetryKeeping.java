package dev.baton.engine.guard;

import dev.baton.input.DatabaseOutage;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/**
 * What a failed job costs: one of its attempts, unless the database was lost. Then it costs
 * nothing, and the job is run again when its lock is over.
 */
public class RetryKeeping extends DefaultFailedJobCommandFactory {

  @Override
  public Command<Object> getCommand(String jobId, Throwable failure) {
    return DatabaseOutage.of(failure).isPresent()
        ? context -> jobId
        : super.getCommand(jobId, failure);
  }
}
