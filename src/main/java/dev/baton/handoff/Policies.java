package dev.baton.handoff;

import dev.baton.engine.Decisions;
import dev.baton.people.Calendars;
import dev.baton.sla.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What {@code sla-policy} promises, asked outside the process as its rule tasks ask it. */
@Component
public class Policies {
  private final Decisions decisions;
  private final Calendars calendars;

  Policies(Decisions decisions, Calendars calendars) {
    this.decisions = decisions;
    this.calendars = calendars;
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
    return promised(decisions.evaluate("sla-policy", inputs), clock);
  }

  /** Reads what the table answered for a clock. */
  public Target promised(List<? extends Map<String, Object>> rows, String clock) {
    return Target.of(rows, clock, calendars::find);
  }
}
