package dev.baton.handoff.notice;

import dev.baton.alert.text.Text;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.HandoffState;
import java.util.Map;

/** Texts of the questions of a handoff: their names, and what they ask for. */
public final class QuestionTexts {
  private QuestionTexts() {}

  /** What the owner is asked to do, such as {@code to review}. */
  public static Text task(HandoffState state) {
    return Text.of("task_" + state.clock());
  }

  /** The name of a clock as a person says it; a designer's is called as they called it. */
  public static Text name(String clock) {
    return HandoffState.isAdded(clock)
        ? Text.literal(HandoffState.words(clock))
        : Text.of("question_" + clock);
  }

  /** What a text about a deadline names it by. */
  static Map<String, Object> of(Deadline deadline) {
    return Map.of("question", name(deadline.clock()));
  }
}
