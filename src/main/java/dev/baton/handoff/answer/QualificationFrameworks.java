package dev.baton.handoff.answer;

import dev.baton.engine.Decisions;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** By which questions a lead is qualified: the table {@code qualification-pack}. */
@Component
public class QualificationFrameworks {
  private final Decisions decisions;
  private final Handoffs handoffs;
  private final Deadlines deadlines;

  QualificationFrameworks(Decisions decisions, Handoffs handoffs, Deadlines deadlines) {
    this.decisions = decisions;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
  }

  /** BANT or MEDDIC; what nobody can ask by is asked by BANT. */
  public String of(Handoff handoff) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("segment", handoff.frozen().segment());
    String framework =
        decisions.row("qualification-pack", inputs).optionalText("framework").orElse(null);
    return framework == null || Criteria.of(framework).isEmpty() ? "bant" : framework;
  }

  /** The criteria of a framework, in the order in which they are asked. */
  public List<String> criteria(String framework) {
    return Criteria.of(framework);
  }

  /** Whether a rule has qualified the lead and a person is to confirm it. */
  public boolean asksToConfirm(Handoff handoff) {
    return handoff.mayConfirm()
        && deadlines.running(handoff.id(), HandoffState.QUALIFICATION.clock()).isPresent();
  }

  /** The id of the form in Tasklist. */
  public String form(String handoffId) {
    return "qualify-" + of(handoffs.find(handoffId).orElseThrow());
  }
}
