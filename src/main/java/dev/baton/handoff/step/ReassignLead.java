package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.Ladder;
import org.springframework.stereotype.Component;

/** Gives an overdue lead to somebody else. */
@Component
final class ReassignLead implements Step {
  private final Ladder ladder;

  ReassignLead(Ladder ladder) {
    this.ladder = ladder;
  }

  @Override
  public void run(String handoffId) {
    ladder.reassign(handoffId);
  }
}
