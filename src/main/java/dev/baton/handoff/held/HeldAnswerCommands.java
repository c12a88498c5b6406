package dev.baton.handoff.held;

import dev.baton.handoff.AnswerCheck;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnsweredAt;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commands that hold an answer of our pages for some seconds, take it back, or record it with the
 * instant at which it was given (rule R27).
 */
@Component
public class HeldAnswerCommands {
  private static final Logger LOG = LoggerFactory.getLogger(HeldAnswerCommands.class);

  /** Whoever began to record an answer so long ago does so no more. */
  private static final Duration LEFT = Duration.ofMinutes(1);

  /** So long before its due instant an answer is recorded at the latest. */
  private static final Duration BEFORE_DUE = Duration.ofSeconds(1);

  private final HeldAnswers held;
  private final HandoffCommands commands;
  private final AnswerCheck check;
  private final Deadlines deadlines;
  private final HeldAnswerSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  HeldAnswerCommands(
      HeldAnswers held,
      HandoffCommands commands,
      AnswerCheck check,
      Deadlines deadlines,
      HeldAnswerSettings settings,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.held = held;
    this.commands = commands;
    this.check = check;
    this.deadlines = deadlines;
    this.settings = settings;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Until when an answer is held.
   *
   * @param isHeld false where it could not wait and is recorded
   */
  record Wait(Instant until, boolean isHeld) {}

  /**
   * Holds an answer that would be taken now.
   *
   * @return until when
   * @throws ApiProblem as if it were given, and for what pages ask beyond the rules
   */
  Wait hold(String handoffId, HeldQuestion question, Map<String, Object> said, String by) {
    Map<String, Object> fields = fields(question, said);
    Optional<HeldAnswer> earlier = held.find(handoffId, question);
    if (earlier.isPresent()) {
      // one that would be refused ends nobody's time to take theirs back
      transaction.executeWithoutResult(status -> check(handoffId, question, fields, by));
      settle(earlier.get(), by);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant appliesAt =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  Handoff handoff = check(handoffId, question, fields, by);
                  Instant until = until(handoff, question, now);
                  if (until.isAfter(now)
                      && !held.add(handoffId, question, fields, by, now, until)) {
                    throw new Conflict(
                        "Another answer to this question is just being saved",
                        handoff.state(),
                        null,
                        now);
                  }
                  return until;
                }));
    if (appliesAt.isAfter(now)) {
      return new Wait(appliesAt, true);
    }
    give(handoffId, question, fields, by);
    return new Wait(now, false);
  }

  /** Takes an answer back; false where it has been recorded, or there was none. */
  boolean undo(String handoffId, HeldQuestion question, String by) {
    return held.remove(handoffId, question, by);
  }

  /** Records what has been held long enough by an instant; answers when the next one is due. */
  Optional<Instant> applyDue(Instant at) {
    held.due(at, clock.instant().minus(LEFT)).forEach(this::apply);
    return held.next();
  }

  /**
   * Records what is held, however short a time: before the application stops or its clock jumps.
   */
  public void applyAll() {
    applyDue(clock.instant().plus(settings.hold()));
  }

  /** Records what is held of a handoff. */
  void applyAll(String handoffId) {
    held.ofHandoff(handoffId).forEach(this::apply);
  }

  /**
   * What the same person said before is recorded first; what was refused has been read.
   *
   * @throws ApiProblem where a colleague's answer is held: it is theirs to take back
   */
  private void settle(HeldAnswer earlier, String by) {
    if (earlier.refused() != null) {
      held.end(earlier);
    } else if (earlier.by().equals(by)) {
      apply(earlier);
    } else {
      throw new Conflict("A colleague has just answered this; it is saved in some seconds");
    }
  }

  private void apply(HeldAnswer answer) {
    Instant now = clock.instant();
    if (!held.take(answer, now, now.minus(LEFT))) {
      return;
    }
    HeldQuestion question = HeldQuestion.of(answer.question());
    try {
      AnsweredAt.record(
          answer.givenAt(), () -> give(answer.handoffId(), question, answer.fields(), answer.by()));
      held.end(answer);
    } catch (ApiProblem refused) {
      refused(answer, question);
    } catch (RuntimeException failed) {
      LOG.warn("An answer to handoff {} is recorded in a minute", answer.handoffId(), failed);
    }
  }

  /** One that would be taken is tried again in a minute: its process is on its way. */
  private void refused(HeldAnswer answer, HeldQuestion question) {
    try {
      transaction.executeWithoutResult(
          status -> checked(answer.handoffId(), question, answer.fields(), answer.by()));
    } catch (ApiProblem refused) {
      held.refuse(answer, String.valueOf(refused.getMessage()));
    }
  }

  private Handoff check(
      String handoffId, HeldQuestion question, Map<String, Object> fields, String by) {
    return switch (question) {
      case REVIEW -> check.onPage(handoffId, HandoffState.REVIEW, fields, by);
      case QUALIFICATION -> check.onPage(handoffId, HandoffState.QUALIFICATION, fields, by);
      case TOUCH, OPPORTUNITY, OUTCOME -> checked(handoffId, question, fields, by);
    };
  }

  private Handoff checked(
      String handoffId, HeldQuestion question, Map<String, Object> fields, String by) {
    return switch (question) {
      case REVIEW -> check.answer(handoffId, HandoffState.REVIEW, fields, by);
      case QUALIFICATION -> check.answer(handoffId, HandoffState.QUALIFICATION, fields, by);
      case TOUCH -> check.touch(handoffId, fields, by);
      case OPPORTUNITY -> check.answer(handoffId, HandoffState.OPPORTUNITY, fields, by);
      case OUTCOME -> check.outcome(handoffId, fields, by);
    };
  }

  private void give(
      String handoffId, HeldQuestion question, Map<String, Object> fields, String by) {
    switch (question) {
      case REVIEW -> commands.answer(handoffId, HandoffState.REVIEW, fields, by);
      case QUALIFICATION -> commands.answer(handoffId, HandoffState.QUALIFICATION, fields, by);
      case TOUCH -> commands.touch(handoffId, fields, by);
      case OPPORTUNITY -> commands.answer(handoffId, HandoffState.OPPORTUNITY, fields, by);
      case OUTCOME -> commands.outcome(handoffId, fields, by);
    }
  }

  /** What the decision is follows from the address, as in the API. */
  private static Map<String, Object> fields(HeldQuestion question, Map<String, Object> said) {
    Map<String, Object> fields = new LinkedHashMap<>(said);
    if (question == HeldQuestion.TOUCH || question == HeldQuestion.OPPORTUNITY) {
      fields.remove(AnswerFields.DECISION);
    }
    return fields;
  }

  /** Not beyond a due instant: what is missed by then is missed. */
  private Instant until(Handoff handoff, HeldQuestion question, Instant now) {
    Instant until = now.plus(settings.hold());
    String asked =
        question == HeldQuestion.QUALIFICATION
            ? HandoffState.QUALIFICATION.clock()
            : handoff.state().clock();
    return deadlines
        .running(handoff.id(), asked)
        .map(Deadline::dueAt)
        .filter(due -> due.isAfter(now) && due.minus(BEFORE_DUE).isBefore(until))
        .map(due -> due.minus(BEFORE_DUE))
        .orElse(until);
  }
}
