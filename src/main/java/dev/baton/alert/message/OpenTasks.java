package dev.baton.alert.message;

import dev.baton.alert.text.Text;
import dev.baton.input.AnswerForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a handoff asks, and the one way by which a message's answer goes; the room that asks the
 * questions says it.
 */
public interface OpenTasks {

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
   * @param review what is asked of who accepts or rejects the lead, or null where that is not the
   *     question
   * @param pause what is asked of who pauses its clock, or null where it may not stand still
   */
  record Open(String question, @Nullable AnswerForm review, @Nullable AnswerForm pause) {
    public boolean isYesOrNo() {
      return review != null;
    }

    public boolean isPausable() {
      return pause != null;
    }

    public boolean offersAnything() {
      return isYesOrNo() || isPausable();
    }
  }

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
  record Waiting(String who, Text asked, Instant dueAt, String path) {}
}
