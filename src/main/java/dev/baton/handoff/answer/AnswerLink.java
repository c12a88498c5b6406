package dev.baton.handoff.answer;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link from a mail, as it stands now (rule R15).
 *
 * @param handoff what it asks about; shown to nobody unless it is open
 * @param person whom it was sent to, and as whom it answers
 * @param answer what became of the question, or null
 */
public record AnswerLink(
    String hash,
    Handoff handoff,
    Deadline deadline,
    String person,
    Instant expiresAt,
    Standing standing,
    @Nullable AnswerEntry answer) {

  /** Whether it still answers, and if not, why. */
  public enum Standing {
    OPEN,
    /** Somebody answered, whichever way. */
    ANSWERED,
    /** Somebody else owns the question now. */
    HANDED_OVER,
    /** The question is asked no longer. */
    GONE,
    EXPIRED
  }

  /** What became of a question that is answered. */
  public AnswerEntry given() {
    if (answer == null) {
      throw new IllegalStateException("Nobody answered what this link asks");
    }
    return answer;
  }

  public boolean isOpen() {
    return standing == Standing.OPEN;
  }

  /** The question it asks. */
  public HandoffState question() {
    return handoff.state();
  }
}
