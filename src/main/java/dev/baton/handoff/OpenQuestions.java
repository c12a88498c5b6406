package dev.baton.handoff;

import dev.baton.alert.message.OpenTasks;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What messages may ask and answer: the questions that are open, through the commands of all. */
@Component
class OpenQuestions implements OpenTasks {
  private final HandoffCommands commands;
  private final PauseCommands pauses;
  private final Handoffs handoffs;
  private final AnswerPreconditions preconditions;
  private final QuestionOptions options;
  private final WaitingQuestions waiting;
  private final ReplyTexts texts;

  OpenQuestions(
      HandoffCommands commands,
      PauseCommands pauses,
      Handoffs handoffs,
      AnswerPreconditions preconditions,
      QuestionOptions options,
      WaitingQuestions waiting,
      ReplyTexts texts) {
    this.commands = commands;
    this.pauses = pauses;
    this.handoffs = handoffs;
    this.preconditions = preconditions;
    this.options = options;
    this.waiting = waiting;
    this.texts = texts;
  }

  @Override
  public Optional<Open> open(String handoffId, String person) {
    return commands
        .findAnswerable(handoffId, person)
        .filter(handoff -> !handoff.isClosed() && !preconditions.waitsForAdded(handoff))
        .map(options::open);
  }

  @Override
  public Optional<Open> asked(String handoffId) {
    return handoffs
        .find(handoffId)
        .filter(handoff -> !handoff.isClosed())
        .map(
            handoff ->
                handoff.owner() == null
                    ? new Open(handoff.state().clock(), options.review(handoff.state()), null)
                    : new Open(handoff.state().clock(), null, null));
  }

  @Override
  public String whyNot(String handoffId, String person) {
    return commands
        .findAnswerable(handoffId, person)
        .map(handoff -> texts.refused(preconditions.conflict(handoff), person))
        .orElseGet(() -> texts.notYours(person));
  }

  @Override
  public Reply answer(String handoffId, String question, Map<String, Object> fields, String by) {
    Optional<HandoffState> asked = HandoffState.ofClock(question);
    if (asked.isEmpty() || commands.find(handoffId, by).isEmpty()) {
      return new Reply(false, texts.notYours(by));
    }
    try {
      return new Reply(
          true, texts.recorded(commands.answer(handoffId, asked.get(), fields, by), by));
    } catch (ApiProblem refused) {
      return new Reply(isTheirOwn(refused, by), texts.refused(refused, by));
    }
  }

  @Override
  public List<Waiting> waiting(String person) {
    return waiting.of(person);
  }

  /** A second click, or the same one after a crash: what they said stands. */
  private static boolean isTheirOwn(ApiProblem refused, String by) {
    return refused instanceof Conflict conflict && by.equals(conflict.by());
  }

  @Override
  public Reply pause(String handoffId, Map<String, Object> fields, String by) {
    if (commands.find(handoffId, by).isEmpty()) {
      return new Reply(false, texts.notYours(by));
    }
    try {
      HandoffView paused = pauses.pause(handoffId, fields, by);
      return new Reply(true, texts.paused(paused, by));
    } catch (ApiProblem refused) {
      return new Reply(false, texts.refused(refused, by));
    }
  }
}
