package dev.baton.handoff.lifecycle;

import dev.baton.handoff.answer.AnsweredAt;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.ProcessCheck;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The preconditions of an answer: who may give it, and whether the question is open still. */
@Component
public class AnswerPreconditions {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final AnswerLog log;
  private final People people;
  private final Stages stages;
  private final HandoffProcess process;
  private final ProcessCheck check;

  AnswerPreconditions(
      Handoffs handoffs,
      Deadlines deadlines,
      AnswerLog log,
      People people,
      Stages stages,
      HandoffProcess process,
      ProcessCheck check) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.log = log;
    this.people = people;
    this.stages = stages;
    this.process = process;
    this.check = check;
  }

  /**
   * Locks the handoff and refuses whoever may not answer (rule R6) or comes too late. Who acts is
   * back, if they had let leads lie.
   */
  public Handoff begin(String handoffId, List<HandoffState> asked, String by) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    Person person =
        people
            .find(by)
            .filter(one -> one.active() || AnsweredAt.wasHeld())
            .orElseThrow(() -> ApiProblem.forbidden("%s doesn't work here".formatted(by)));
    if (!HandoffPermissions.mayAnswer(person, handoff)) {
      throw ApiProblem.forbidden("This handoff belongs to another team");
    }
    if (!asked.contains(handoff.state())) {
      throw conflict(handoff);
    }
    if (person.unresponsiveSince() != null) {
      people.isBack(person.id());
    }
    return handoff;
  }

  /** The same for one question, which may be asked beside the one that the state names. */
  public Handoff begin(String handoffId, HandoffState question, String by) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    boolean beside =
        question != handoff.state()
            && handoff.mayAsk(question.clock())
            && deadlines.running(handoffId, question.clock()).isPresent();
    return begin(handoffId, List.of(beside ? handoff.state() : question), by);
  }

  /** The same while no other answer is on its way: they would read each other's decision. */
  public Handoff beginAlone(String handoffId, HandoffState question, String by) {
    Handoff handoff = begin(handoffId, question, by);
    if (handoff.mayConfirm() && !process.isSettled(handoffId)) {
      throw new ConcurrencyFailureException("The process is on its way from another answer");
    }
    return handoff;
  }

  /** Whether a designer's question is open, which the task list asks and nothing else. */
  public boolean waitsForAdded(Handoff handoff) {
    return deadlines.added(handoff).isPresent();
  }

  /** Whether an opportunity is open, so that only its outcome can still be said. */
  public boolean isDealRunning(Handoff handoff) {
    return handoff.state() == HandoffState.OPPORTUNITY
        && stages.current(handoff.leadId()).orElseThrow().stage() == Stage.OPPORTUNITY;
  }

  /** The refusal that says who has answered already, and when. */
  public Conflict conflict(Handoff handoff) {
    return log.lastAnswer(handoff.id())
        .map(last -> answered(handoff, last))
        .orElseGet(() -> new Conflict(waitsFor(handoff), handoff.state(), null, handoff.since()));
  }

  private Conflict answered(Handoff handoff, AnswerEntry last) {
    if (last.question().equals(AnswerLog.MERGE)) {
      return new Conflict(
          "This handoff is closed; its lead was merged with another one",
          handoff.state(),
          last.answeredBy(),
          last.answeredAt());
    }
    if (last.question().equals(AnswerLog.ERASURE)) {
      return new Conflict(
          "This handoff is closed; its lead was erased",
          handoff.state(),
          last.answeredBy(),
          last.answeredAt());
    }
    boolean dealRuns =
        !handoff.isClosed() && last.question().equals(HandoffState.OPPORTUNITY.clock());
    return new Conflict(
        "%s; %s answered the %s"
            .formatted(
                dealRuns ? "The deal is running" : waitsFor(handoff),
                last.answeredBy(),
                HandoffState.words(last.question())),
        handoff.state(),
        last.answeredBy(),
        last.answeredAt());
  }

  private String waitsFor(Handoff handoff) {
    if (handoff.isClosed()) {
      return "This handoff is closed";
    }
    String question = deadlines.added(handoff).map(Deadline::clock).orElse(handoff.state().clock());
    return "This handoff waits for its " + HandoffState.words(question);
  }

  /**
   * The refusal of an answer that came while the process was on its way, for too long to wait; or
   * while it was interrupted, which no waiting ends.
   */
  public Conflict busy(Handoff handoff) {
    Conflict conflict = conflict(handoff);
    if (waitsForAdded(handoff)) {
      return conflict;
    }
    return new Conflict(
        check
            .of(handoff.id())
            .map(
                problem ->
                    ("This handoff is interrupted, because %s; a manager or an administrator can"
                            + " restart it where it stood")
                        .formatted(problem.words()))
            .orElse(
                "This handoff is on its way to its next question; please try again in a moment"),
        conflict.state(),
        conflict.by(),
        conflict.at());
  }
}
