package dev.baton.handoff;

import dev.baton.engine.Decisions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** By which questions a lead is qualified: the table {@code qualification-pack}. */
@Component
public class QualificationPacks {
  private final Decisions decisions;
  private final Handoffs handoffs;

  QualificationPacks(Decisions decisions, Handoffs handoffs) {
    this.decisions = decisions;
    this.handoffs = handoffs;
  }

  /** BANT or MEDDIC; what nobody can ask by is asked by BANT. */
  public String of(Handoff handoff) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("segment", handoff.segment());
    String framework =
        (String) decisions.evaluate("qualification-pack", inputs).get(0).get("framework");
    return Criteria.of(framework).isEmpty() ? "bant" : framework;
  }

  /** The id of the form in Tasklist. */
  public String form(String handoffId) {
    return "qualify-" + of(handoffs.find(handoffId).orElseThrow());
  }
}
