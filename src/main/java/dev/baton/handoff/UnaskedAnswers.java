package dev.baton.handoff;

import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.HandoffRestart;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.ProcessCheck;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.people.People;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers of managers to a handoff whose process isn't where it could be asked: the same checks and
 * records as behind a task, and then a process for what comes next.
 */
@Component
class UnaskedAnswers {
  private final HandoffRestart restart;
  private final HandoffProcess process;
  private final ProcessCheck check;
  private final AnswerPreconditions preconditions;
  private final Answers answers;
  private final People people;

  UnaskedAnswers(
      HandoffRestart restart,
      HandoffProcess process,
      ProcessCheck check,
      AnswerPreconditions preconditions,
      Answers answers,
      People people) {
    this.restart = restart;
    this.process = process;
    this.check = check;
    this.preconditions = preconditions;
    this.answers = answers;
    this.people = people;
  }

  /**
   * An answer.
   *
   * @param question null: what it waits for
   * @param lastLook at the locked handoff; it may refuse
   */
  record Answer(
      @Nullable HandoffState question,
      Map<String, Object> fields,
      String by,
      Consumer<Handoff> lastLook) {}

  /** Others wait for the process. */
  boolean mayGive(Answer answer) {
    return people.find(answer.by()).filter(HandoffPermissions::mayReassign).isPresent();
  }

  void give(String handoffId, Answer answer) {
    Handoff handoff = restart.lock(handoffId);
    answer.lastLook().accept(handoff);
    if (preconditions.isDealRunning(handoff)) {
      throw preconditions.conflict(handoff);
    }
    // Sound, and waiting for something of the designer's own: that is not to be torn down.
    if (process.isSettled(handoffId) && check.of(handoffId).isEmpty()) {
      throw preconditions.busy(handoff);
    }
    process.cancel(handoff, "answered where it stood");
    answers.record(
        Objects.requireNonNullElse(answer.question(), handoff.state()),
        handoffId,
        answer.fields(),
        answer.by());
    restart.restart(handoffId);
  }
}
