package dev.baton.handoff.answer;

import dev.baton.handoff.answer.AnswerLink.Standing;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.Handoff;
import org.jspecify.annotations.Nullable;

/**
 * Question that a link answers, as it stands now.
 *
 * @param answer whose is the last one to it, whoever owned it in which round; null: none yet
 */
record LinkedQuestion(Handoff handoff, Deadline deadline, @Nullable AnswerEntry answer) {

  /** Whether this person may answer it, before anybody has. */
  Standing standing(String person) {
    if (handoff.isClosed() || !handoff.mayAsk(deadline.clock())) {
      return Standing.GONE;
    }
    boolean theirs = person.equals(handoff.owner()) && deadline.stoppedAt() == null;
    return theirs ? Standing.OPEN : Standing.HANDED_OVER;
  }
}
