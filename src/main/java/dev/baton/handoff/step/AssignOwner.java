package dev.baton.handoff.step;

import dev.baton.handoff.Clocks;
import dev.baton.handoff.HandoffProcess;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the handoff to the rep whose turn it is. */
@Component
final class AssignOwner implements JavaDelegate {
  private final Clocks clocks;

  AssignOwner(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String team = HandoffProcess.TEAM.get(execution);
    Optional<String> owner = clocks.assignOwner(execution.getProcessBusinessKey(), team);
    HandoffProcess.OWNER.set(execution, owner.orElse(null));
  }
}
