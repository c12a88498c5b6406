package dev.baton.handoff;

import dev.baton.handoff.HandoffView.Beginning;
import dev.baton.handoff.answer.Qualification;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import org.springframework.stereotype.Component;

/** Views of handoffs with their clocks. */
@Component
public class HandoffViews {
  private final Deadlines deadlines;
  private final Touches touches;
  private final AnswerLog answers;
  private final ClockViews clocks;

  HandoffViews(Deadlines deadlines, Touches touches, AnswerLog answers, ClockViews clocks) {
    this.deadlines = deadlines;
    this.touches = touches;
    this.answers = answers;
    this.clocks = clocks;
  }

  public HandoffView of(Handoff handoff) {
    return new HandoffView(
        handoff.id(),
        handoff.state(),
        handoff.ownership(),
        new Beginning(
            handoff.cycle(),
            handoff.origin().channel(),
            handoff.frozen().mqlAt(),
            handoff.frozen().modelsHash()),
        handoff.closing(),
        handoff.policy().judge(),
        Attempts.of(touches.of(handoff.id())),
        Qualification.last(answers.of(handoff.id())).orElse(null),
        clocks.of(deadlines.of(handoff.id())));
  }
}
