package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.AnsweredAt;
import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.lifecycle.HandoffTransitions;
import dev.baton.handoff.process.HandoffDueDates;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The log of touches beside the one that answers the question of the first touch. */
@Component
class TouchLog {
  private final Touches touches;
  private final HandoffDueDates dueDates;
  private final HandoffTransitions transitions;
  private final Clock clock;

  TouchLog(Touches touches, HandoffDueDates dueDates, HandoffTransitions transitions, Clock clock) {
    this.touches = touches;
    this.dueDates = dueDates;
    this.transitions = transitions;
    this.clock = clock;
  }

  /** Whether it is a touch with which the first one isn't done (rule R19). */
  boolean leavesOpen(HandoffState question, Map<String, Object> fields) {
    return question == HandoffState.FIRST_TOUCH
        && !"lost".equals(fields.get(AnswerFields.DECISION))
        && !touches.judge(AnswerReader.of(AnswerSchema.TOUCH, fields)).meets();
  }

  /** A touch that answers no question, but accepts what nobody did. */
  void log(Handoff handoff, Map<String, Object> fields, String by) {
    AnswerReader answer = AnswerReader.of(AnswerSchema.TOUCH, fields);
    Touch touch = Touches.read(answer, touches.judge(answer), by, AnsweredAt.of(clock));
    touches.append(handoff.id(), touch);
    dueDates.planAttempt(handoff, touch.nextAt());
    transitions.accept(
        handoff, AnswerEntry.of(handoff.state().clock(), "touch", by, touch.recordedAt()));
  }
}
