package dev.baton.handoff;

import dev.baton.engine.Decisions;
import dev.baton.sla.Target;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks {@code sla-policy} outside the process, with what its rule tasks would ask it. */
@Component
class Policies {
  private final Decisions decisions;

  Policies(Decisions decisions) {
    this.decisions = decisions;
  }

  /** What a clock of this handoff would be promised now. */
  Target target(Handoff handoff, String clock) {
    return target(handoff, clock, handoff.handRaise());
  }

  /** What it would be promised if the lead raised its hand, or didn't. */
  Target target(Handoff handoff, String clock, boolean handRaise) {
    Map<String, Object> inputs = new HashMap<>(handoff.recalled());
    inputs.put("clock", clock);
    inputs.put("handRaise", handRaise);
    return Target.of(decisions.evaluate("sla-policy", inputs), clock);
  }
}
