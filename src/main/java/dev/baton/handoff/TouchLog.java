package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.lifecycle.HandoffTransitions;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.Handoff;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The log of touches beside the first one, which answers a question. */
@Component
class TouchLog {
  private final Touches touches;
  private final HandoffProcess process;
  private final HandoffTransitions transitions;
  private final Clock clock;

  TouchLog(Touches touches, HandoffProcess process, HandoffTransitions transitions, Clock clock) {
    this.touches = touches;
    this.process = process;
    this.transitions = transitions;
    this.clock = clock;
  }

  /** A touch while another question is open: it answers nothing, but accepts what nobody did. */
  void log(Handoff handoff, Map<String, Object> fields, String by) {
    Touch touch = Touches.read(AnswerReader.of(AnswerSchema.TOUCH, fields), by, clock.instant());
    touches.append(handoff.id(), touch);
    process.followUp(handoff, touch.nextAt());
    transitions.accept(
        handoff, AnswerEntry.of(handoff.state().clock(), "touch", by, touch.recordedAt()));
  }
}
