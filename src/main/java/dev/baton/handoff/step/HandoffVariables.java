package dev.baton.handoff.step;

import dev.baton.engine.SubmittedAnswer;
import dev.baton.handoff.Answers.Decided;
import dev.baton.handoff.Handoff;
import dev.baton.handoff.HandoffProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Variables of a handoff's process around an answer: what came with it, what it goes on with. */
final class HandoffVariables {
  private HandoffVariables() {}

  static SubmittedAnswer take(DelegateExecution execution) {
    return SubmittedAnswer.take(execution, HandoffProcess.FIELDS);
  }

  /** A form may have overwritten any variable, so what the record knows is written anew. */
  static void write(DelegateExecution execution, Decided decided) {
    Handoff handoff = decided.handoff();
    HandoffProcess.DECISION.set(execution, decided.decision());
    HandoffProcess.REASON.set(execution, decided.reason());
    HandoffProcess.LEAD_ID.set(execution, handoff.leadId());
    HandoffProcess.CHANNEL.set(execution, handoff.channel());
    HandoffProcess.HAND_RAISE.set(execution, handoff.handRaise());
    HandoffProcess.TEAM.set(execution, handoff.team());
    HandoffProcess.OWNER.set(execution, handoff.owner());
    // Only routing asks for the country, and that is past.
    HandoffProcess.COUNTRY.set(execution, null);
  }
}
