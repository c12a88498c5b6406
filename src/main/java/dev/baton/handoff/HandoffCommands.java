package dev.baton.handoff;

import dev.baton.engine.UserTasks;
import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.assignment.Claims;
import dev.baton.handoff.assignment.Reassignments;
import dev.baton.handoff.lifecycle.HandoffTransitions;
import dev.baton.handoff.lifecycle.Outcomes;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Our own door to a handoff: checks the fields, then completes the task like any other door; the
 * next question is asked in the same transaction, so that a caller may go on at once.
 */
@Component
public class HandoffCommands {
  private static final List<HandoffState> ANSWERABLE =
      List.of(
          HandoffState.REVIEW,
          HandoffState.QUALIFICATION,
          HandoffState.FIRST_TOUCH,
          HandoffState.OPPORTUNITY);

  private final Handoffs handoffs;
  private final HandoffViews views;
  private final HandoffProcess process;
  private final Answers answers;
  private final Outcomes outcomes;
  private final HandoffTransitions transitions;
  private final Reassignments reassignments;
  private final Claims claims;
  private final Pausing pausing;
  private final People people;
  private final Clock clock;
  private final UserTasks tasks;

  HandoffCommands(
      Handoffs handoffs,
      HandoffViews views,
      HandoffProcess process,
      Answers answers,
      Outcomes outcomes,
      HandoffTransitions transitions,
      Reassignments reassignments,
      Claims claims,
      Pausing pausing,
      People people,
      Clock clock,
      UserTasks tasks) {
    this.handoffs = handoffs;
    this.views = views;
    this.process = process;
    this.answers = answers;
    this.outcomes = outcomes;
    this.transitions = transitions;
    this.reassignments = reassignments;
    this.claims = claims;
    this.pausing = pausing;
    this.people = people;
    this.clock = clock;
    this.tasks = tasks;
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
    answers.check(question, fields);
    return change(
        handoffId,
        attempt -> {
          Handoff handoff = transitions.begin(handoffId, question, by);
          answers.judge(handoff, question, fields, by);
          lastLook.accept(handoff);
          if (question == HandoffState.OPPORTUNITY && outcomes.isDealRunning(handoff)) {
            throw transitions.conflict(handoff);
          }
          complete(attempt, handoff, question, fields, by);
        });
  }

  /** Logs a touch in any open state; the first after SQL answers the question for it. */
  public HandoffView touch(String handoffId, Map<String, Object> fields, String by) {
    answers.check(HandoffState.FIRST_TOUCH, fields);
    return change(
        handoffId,
        attempt -> {
          Handoff handoff = transitions.begin(handoffId, ANSWERABLE, by);
          if (handoff.state() == HandoffState.FIRST_TOUCH) {
            complete(attempt, handoff, HandoffState.FIRST_TOUCH, fields, by);
          } else {
            answers.logTouch(handoff, fields, by);
          }
        });
  }

  /** Records won or lost. */
  public HandoffView outcome(String handoffId, Map<String, Object> fields, String by) {
    boolean lost = outcomes.isLost(fields);
    return change(
        handoffId,
        attempt -> {
          Handoff handoff =
              transitions.begin(
                  handoffId, List.of(HandoffState.FIRST_TOUCH, HandoffState.OPPORTUNITY), by);
          if (outcomes.isDealRunning(handoff)) {
            outcome(lost, handoffId, fields, by);
          } else if (lost) {
            complete(attempt, handoff, handoff.state(), lostAnswer(fields), by);
          } else {
            throw transitions.conflict(handoff);
          }
        });
  }

  private void outcome(boolean lost, String handoffId, Map<String, Object> fields, String by) {
    if (lost) {
      outcomes.lost(handoffId, fields, by);
    } else {
      outcomes.won(handoffId, fields, by);
    }
  }

  private static Map<String, Object> lostAnswer(Map<String, Object> fields) {
    Map<String, Object> answer = new HashMap<>(fields);
    answer.keySet().retainAll(AnswerSchema.OF_A_REJECTION);
    answer.put(AnswerFields.DECISION, "lost");
    return answer;
  }

  /** A rep takes a lead that nobody owns; of two at once the second reads who has it. */
  public HandoffView claim(String handoffId, String by) {
    return change(
        handoffId,
        attempt -> {
          Handoff handoff = transitions.begin(handoffId, ANSWERABLE, by);
          if (handoff.owner() != null && !handoff.owner().equals(by)) {
            throw claims.taken(handoff);
          }
          if (handoff.owner() == null && !process.claim(handoff, by)) {
            throw new ConcurrencyFailureException("The process is on its way to the question");
          }
        });
  }

  /** Lets the clock of the open question stand still for a while (rule R14). */
  public HandoffView pause(String handoffId, Map<String, Object> fields, String by) {
    FieldReader given = new FieldReader(fields);
    Pausing.Request request = Pausing.read(given, clock.instant());
    given.check();
    return change(
        handoffId,
        attempt ->
            pausing.pause(
                transitions.begin(handoffId, ANSWERABLE, by), request, by, clock.instant()));
  }

  /** Ends a pause before its time. */
  public HandoffView resume(String handoffId, String by) {
    return change(
        handoffId,
        attempt ->
            pausing.resume(transitions.begin(handoffId, ANSWERABLE, by), by, clock.instant()));
  }

  /** Gives the handoff to another rep with a fresh clock; the old round stays as it was (R7). */
  public HandoffView reassign(String handoffId, Map<String, Object> fields, String by) {
    if (people.find(by).filter(HandoffPermissions::mayReassign).isEmpty()) {
      throw ApiProblem.forbidden("Only a manager gives a lead to somebody else");
    }
    FieldReader given = new FieldReader(fields);
    String rep = given.requiredText("rep", "say who takes it over", 64);
    given.requiredText("reason", "say why, for whoever reads it later", 4000);
    Person owner = rep == null ? null : people.find(rep).orElse(null);
    if (rep != null && (owner == null || !owner.isActiveRep())) {
      given.wrong("rep", "'%s' is not an active rep".formatted(rep));
    }
    given.check();
    return change(handoffId, attempt -> reassign(handoffId, owner, given.text("reason"), by));
  }

  private void reassign(String handoffId, Person rep, String reason, String by) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    if (handoff.isClosed()) {
      throw transitions.conflict(handoff);
    }
    if (rep.id().equals(handoff.owner())) {
      throw new Conflict(
          rep.name() + " owns this handoff already", handoff.state(), rep.id(), handoff.since());
    }
    // Whoever deactivates the rep holds the row too, and finds this lead among the open ones.
    if (people.lock(rep.id()).filter(Person::isActiveRep).isEmpty()) {
      throw new Conflict(rep.name() + " has just left", handoff.state(), rep.id(), clock.instant());
    }
    reassignments.give(handoff, rep, reason, by);
  }

  private static void complete(
      UserTasks.Attempt attempt,
      Handoff handoff,
      HandoffState question,
      Map<String, Object> fields,
      String by) {
    attempt.complete(handoff.id(), question.task(), HandoffProcess.FIELDS, fields, by);
  }

  private HandoffView change(String handoffId, Consumer<UserTasks.Attempt> change) {
    tasks.change(change, () -> transitions.busy(handoffs.find(handoffId).orElseThrow()));
    return views.of(handoffs.find(handoffId).orElseThrow());
  }
}
