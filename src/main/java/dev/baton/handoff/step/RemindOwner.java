package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.Clocks;
import org.springframework.stereotype.Component;

/** Records the one reminder before the open question is due. */
@Component
final class RemindOwner implements Step {
  private final Clocks clocks;

  RemindOwner(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void run(String handoffId) {
    clocks.remindOwner(handoffId);
  }
}
