package dev.baton.handoff.step;

import dev.baton.engine.RuleInputs;
import dev.baton.handoff.record.Handoffs;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lends a rule task what the handoff's record knows, unless the task names it itself: a
 * confirmation has another clock than the state.
 */
@Component
final class RecallHandoff implements RuleInputs {
  private final Handoffs handoffs;

  RecallHandoff(Handoffs handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public Map<String, Object> of(String handoffId) {
    // the step behind the table writes to it
    return handoffs.lock(handoffId).orElseThrow().recalled();
  }
}
