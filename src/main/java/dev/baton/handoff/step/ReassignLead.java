package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.assignment.EscalationLadder;
import org.springframework.stereotype.Component;

/** Gives an overdue lead to somebody else. */
@Component
final class ReassignLead implements Step {
  private final EscalationLadder ladder;

  ReassignLead(EscalationLadder ladder) {
    this.ladder = ladder;
  }

  @Override
  public void run(String handoffId) {
    ladder.reassign(handoffId);
  }
}
