package dev.baton.handoff.step;

import dev.baton.handoff.Answers.Decided;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import java.util.HashMap;
import java.util.Map;

/** Variables that a handoff's process goes on with after an answer. */
final class HandoffVariables {
  private HandoffVariables() {}

  static Map<String, Object> of(Decided decided) {
    Handoff handoff = decided.handoff();
    Map<String, Object> variables = new HashMap<>();
    variables.put(HandoffProcess.DECISION.name(), decided.decision());
    variables.put(HandoffProcess.REASON.name(), decided.reason());
    variables.put(HandoffProcess.LEAD_ID.name(), handoff.leadId());
    variables.put(HandoffProcess.CHANNEL.name(), handoff.origin().channel());
    variables.put(HandoffProcess.HAND_RAISE.name(), handoff.origin().handRaise());
    variables.put(HandoffProcess.TEAM.name(), handoff.team());
    variables.put(HandoffProcess.OWNER.name(), handoff.owner());
    // Only routing asks for the country, and that is past.
    variables.put(HandoffProcess.COUNTRY.name(), null);
    return variables;
  }
}
