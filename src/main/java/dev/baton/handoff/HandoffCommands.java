package dev.baton.handoff;

import dev.baton.engine.task.TaskAttempt;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.Outcomes;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Commands that answer a handoff: they check the fields, then complete the task like any task list;
 * the next question is asked in the same transaction, so that a caller may go on at once.
 */
@Component
public class HandoffCommands {
  private final Handoffs handoffs;
  private final People people;
  private final HandoffChanges changes;
  private final AnswerPreconditions preconditions;
  private final AnswerCheck check;
  private final TouchLog touches;
  private final Outcomes outcomes;

  HandoffCommands(
      Handoffs handoffs,
      People people,
      HandoffChanges changes,
      AnswerPreconditions preconditions,
      AnswerCheck check,
      TouchLog touches,
      Outcomes outcomes) {
    this.handoffs = handoffs;
    this.people = people;
    this.changes = changes;
    this.preconditions = preconditions;
    this.check = check;
    this.touches = touches;
    this.outcomes = outcomes;
  }

  /** The handoff, if there is one and this person may see it. */
  public Optional<Handoff> find(String handoffId, String by) {
    return handoffs
        .find(handoffId)
        .filter(
            handoff ->
                people
                    .find(by)
                    .filter(person -> HandoffPermissions.maySee(person, handoff))
                    .isPresent());
  }

  /** The handoff, if this person may see it and answer it. */
  Optional<Handoff> findAnswerable(String handoffId, String by) {
    return find(handoffId, by)
        .filter(
            handoff ->
                people
                    .find(by)
                    .filter(Person::active)
                    .filter(person -> HandoffPermissions.mayAnswer(person, handoff))
                    .isPresent());
  }

  /** Answers a question of the handoff. */
  public HandoffView answer(
      String handoffId, HandoffState question, Map<String, Object> fields, String by) {
    return answer(handoffId, question, fields, by, handoff -> {});
  }

  /** The same with a last look at the locked handoff, which may refuse. */
  HandoffView answer(
      String handoffId,
      HandoffState question,
      Map<String, Object> fields,
      String by,
      Consumer<Handoff> lastLook) {
    return changes.answer(
        handoffId,
        attempt -> {
          Handoff handoff = check.answer(handoffId, question, fields, by);
          lastLook.accept(handoff);
          complete(attempt, handoff, question, fields, by);
        },
        new UnaskedAnswers.Answer(question, fields, by, lastLook));
  }

  /** Logs a touch in any open state; the first after SQL answers the question for it. */
  public HandoffView touch(String handoffId, Map<String, Object> fields, String by) {
    return changes.answer(
        handoffId,
        attempt -> {
          Handoff handoff = check.touch(handoffId, fields, by);
          if (handoff.state() == HandoffState.FIRST_TOUCH) {
            complete(attempt, handoff, HandoffState.FIRST_TOUCH, fields, by);
          } else {
            touches.log(handoff, fields, by);
          }
        },
        new UnaskedAnswers.Answer(HandoffState.FIRST_TOUCH, fields, by, handoff -> {}));
  }

  /** Records won or lost. */
  public HandoffView outcome(String handoffId, Map<String, Object> fields, String by) {
    boolean lost = outcomes.isLost(fields);
    return changes.answer(
        handoffId,
        attempt -> {
          Handoff handoff = check.outcome(handoffId, fields, by);
          if (preconditions.isDealRunning(handoff)) {
            outcome(lost, handoffId, fields, by);
          } else {
            complete(attempt, handoff, handoff.state(), AnswerCheck.lostAnswer(fields), by);
          }
        },
        new UnaskedAnswers.Answer(null, AnswerCheck.lostAnswer(fields), by, handoff -> {}));
  }

  private void outcome(boolean lost, String handoffId, Map<String, Object> fields, String by) {
    if (lost) {
      outcomes.lost(handoffId, fields, by);
    } else {
      outcomes.won(handoffId, fields, by);
    }
  }

  /** A touch that the table doesn't take for the first one is kept, and the question stays. */
  private void complete(
      TaskAttempt attempt,
      Handoff handoff,
      HandoffState question,
      Map<String, Object> fields,
      String by) {
    if (touches.leavesOpen(question, fields)) {
      touches.log(handoff, fields, by);
    } else {
      attempt.complete(handoff.id(), question.task(), HandoffProcess.FIELDS, fields, by);
    }
  }
}
