package dev.baton.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a handoff asks, and the one door through which a message's answer goes; the room that asks
 * the questions says it.
 */
public interface Questions {

  /** What this person may do about a handoff now, or empty when it is nothing. */
  Optional<Open> open(String handoffId, String person);

  /**
   * What a handoff asks its team, or empty when it asks nothing; what somebody owns is theirs to
   * answer, so that nothing is offered then.
   */
  default Optional<Open> asked(String handoffId) {
    return Optional.empty();
  }

  /** Why this person may do nothing about it any more, such as who was faster. */
  String whyNot(String handoffId, String person);

  /** Answers a question; whoever may not, or comes too late, reads why. */
  Reply answer(String handoffId, String question, Map<String, Object> fields, String by);

  /** Lets the clock of the open question stand still (rule R14). */
  Reply pause(String handoffId, Map<String, Object> fields, String by);

  /** What waits for this person, the soonest first. */
  List<Waiting> waiting(String person);

  /**
   * A question that is open.
   *
   * @param question its name, such as {@code review}
   * @param reasons for a no; empty where it is not a question for a yes or a no
   * @param pauses for which its clock may stand still; empty where it may not
   */
  record Open(String question, List<Choice> reasons, List<Choice> pauses) {
    boolean isYesOrNo() {
      return !reasons.isEmpty();
    }

    boolean isPausable() {
      return !pauses.isEmpty();
    }

    boolean offersAnything() {
      return isYesOrNo() || isPausable();
    }
  }

  /** A code that is kept and the words that a person reads. */
  record Choice(String code, String label) {}

  /**
   * What became of an answer.
   *
   * @param said a sentence for whoever gave it
   */
  record Reply(boolean taken, String said) {}

  /**
   * One thing that waits.
   *
   * @param asked such as {@code review}, in words
   * @param path the page to open, below the public URL
   */
  record Waiting(String who, String asked, Instant dueAt, String path) {}
}
