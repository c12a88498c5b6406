package dev.baton.nurture.step;

import dev.baton.nurture.Nurturing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that nothing is left to send. */
@Component
final class FinishTrack implements JavaDelegate {
  private final Nurturing nurturing;

  FinishTrack(Nurturing nurturing) {
    this.nurturing = nurturing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    nurturing.finish(execution.getProcessBusinessKey());
  }
}
