package dev.baton.handoff.answer;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rule of what a touch comes to, and whether the first touch is done with it: the table {@code
 * first-touch} (rule R19). While the table fails a touch is an attempt and does: no rep waits for a
 * table.
 */
@Component
class FirstTouchRule {
  private static final TouchVerdict ATTEMPT = new TouchVerdict("attempt", true);

  private final Decisions decisions;

  FirstTouchRule(Decisions decisions) {
    this.decisions = decisions;
  }

  TouchVerdict judge(@Nullable String kind, @Nullable String outcome) {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    inputs.put("kind", kind);
    inputs.put("outcome", outcome);
    try {
      DecisionRow row = decisions.row("first-touch", inputs);
      return new TouchVerdict(row.text("counts"), row.yes("meets"));
    } catch (DecisionFailure failure) {
      return ATTEMPT;
    }
  }
}
