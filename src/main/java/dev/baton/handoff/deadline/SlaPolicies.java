package dev.baton.handoff.deadline;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.Decisions;
import dev.baton.handoff.record.Handoff;
import dev.baton.people.Calendars;
import dev.baton.sla.SlaTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What {@code sla-policy} promises, asked outside the process as its rule tasks ask it. */
@Component
public class SlaPolicies {
  private final Decisions decisions;
  private final Calendars calendars;

  SlaPolicies(Decisions decisions, Calendars calendars) {
    this.decisions = decisions;
    this.calendars = calendars;
  }

  /** What a clock of this handoff would be promised now. */
  public SlaTarget target(Handoff handoff, String clock) {
    return target(handoff, clock, handoff.origin().handRaise());
  }

  /** What it would be promised if the lead raised its hand, or didn't. */
  public SlaTarget target(Handoff handoff, String clock, boolean handRaise) {
    Map<String, Object> inputs = new HashMap<>(handoff.recalled());
    inputs.put("clock", clock);
    inputs.put("handRaise", handRaise);
    List<Map<String, Object>> rows = decisions.evaluate("sla-policy", inputs);
    try {
      return promised(rows, clock);
    } catch (IllegalStateException e) {
      throw DecisionFailure.of("sla-policy", e);
    }
  }

  /** Reads what the table answered for a clock. */
  public SlaTarget promised(List<? extends Map<String, Object>> rows, String clock) {
    return SlaTarget.of(rows, clock, calendars::find);
  }
}
