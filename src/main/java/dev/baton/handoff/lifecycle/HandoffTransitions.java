package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.OwnerNotices;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.FirstTouchMade;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffAdvanced;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.stage.Stage;
import dev.baton.stage.StageMove;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every answer does to a handoff: verdict of its clock, ownership, state and stage. */
@Component
public class HandoffTransitions {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final AnswerLog log;
  private final Stages stages;
  private final People people;
  private final OwnerNotices notices;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  HandoffTransitions(
      Handoffs handoffs,
      Deadlines deadlines,
      AnswerLog log,
      Stages stages,
      People people,
      OwnerNotices notices,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.log = log;
    this.stages = stages;
    this.people = people;
    this.notices = notices;
    this.facts = facts;
    this.clock = clock;
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
            .filter(Person::active)
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

  /** The refusal that says who has answered already, and when. */
  public Conflict conflict(Handoff handoff) {
    AnswerLog.Entry last = log.lastAnswer(handoff.id()).orElse(null);
    String by = last == null ? null : last.answeredBy();
    Instant at = last == null ? handoff.since() : last.answeredAt();
    if (last != null && last.question().equals(AnswerLog.MERGE)) {
      return new Conflict(
          "This handoff is closed; its lead was merged with another one", handoff.state(), by, at);
    }
    String message =
        last == null
            ? now(handoff, null)
            : "%s; %s answered the %s"
                .formatted(now(handoff, last), by, last.question().replace('_', ' '));
    return new Conflict(message, handoff.state(), by, at);
  }

  private static String now(Handoff handoff, AnswerLog.Entry last) {
    if (handoff.isClosed()) {
      return "This handoff is closed";
    }
    return last != null && last.question().equals(HandoffState.OPPORTUNITY.clock())
        ? "The deal is running"
        : "This handoff waits for its " + handoff.state().words();
  }

  /** The refusal of an answer that came while the process was on its way, for too long to wait. */
  public Conflict busy(Handoff handoff) {
    Conflict conflict = conflict(handoff);
    return new Conflict(
        "This handoff is on its way to its next question; please try again in a moment",
        conflict.state(),
        conflict.by(),
        conflict.at());
  }

  public Instant now() {
    return clock.instant();
  }

  /** Writes the answer down, stops its clock and passes ownership to a rep who answers (R6). */
  public Handoff answered(Handoff handoff, AnswerLog.Entry entry) {
    return answered(handoff, handoff.state(), entry);
  }

  public Handoff answered(Handoff handoff, HandoffState question, AnswerLog.Entry entry) {
    log.append(handoff.id(), entry);
    boolean claims = handoff.owner() == null || !handoff.owner().equals(entry.answeredBy());
    Person person = people.find(entry.answeredBy()).orElseThrow();
    Handoff owned =
        claims && person.isRep() ? own(handoff, person.id(), entry.answeredAt()) : handoff;
    deadlines
        .running(handoff.id(), question.clock())
        .ifPresent(deadline -> deadlines.answer(deadline, entry.answeredAt()));
    notices.answered(handoff);
    return owned;
  }

  /** A rep takes what nobody owned, without an answer yet. */
  public void claim(Handoff handoff, Person rep, Instant at) {
    log.append(
        handoff.id(),
        new AnswerLog.Entry(AnswerLog.CLAIM, rep.id(), null, null, null, rep.id(), at));
    own(handoff, rep.id(), at);
  }

  private Handoff own(Handoff handoff, String owner, Instant at) {
    handoffs.setOwner(handoff.id(), owner, handoff.team());
    notices.handedOver(handoff);
    if (handoff.owner() == null) {
      deadlines.asked(handoff).forEach(deadline -> deadlines.own(deadline, owner));
      deadlines
          .running(handoff.id(), Deadlines.ROUTE)
          .ifPresent(deadline -> deadlines.answer(deadline, at));
    }
    facts.publishEvent(
        new OwnerAssigned(handoff.id(), handoff.leadId(), owner, handoff.team(), owner, at));
    return handoffs.find(handoff.id()).orElseThrow();
  }

  /** Another owner: the open round ends, void before its due instant, missed after it (R7). */
  public void handOver(Handoff handoff, Person rep, String reason, String by, Instant at) {
    change(handoff, rep.id(), reason, by, at);
    deadlines
        .running(handoff.id(), Deadlines.ROUTE)
        .ifPresent(deadline -> deadlines.answer(deadline, at));
    boolean stays = rep.team() == null || HandoffPermissions.mayAnswer(rep, handoff);
    String team = stays ? handoff.team() : rep.team();
    handoffs.setOwner(handoff.id(), rep.id(), team);
    facts.publishEvent(new OwnerAssigned(handoff.id(), handoff.leadId(), rep.id(), team, by, at));
  }

  /** No owner any more; it waits in a queue for the next one. */
  public void release(Handoff handoff, String queue, String reason, Instant at) {
    change(handoff, queue, reason, OwnerAssigned.RULE, at);
    handoffs.setOwner(handoff.id(), null, queue);
  }

  private void change(Handoff handoff, String to, String reason, String by, Instant at) {
    log.append(
        handoff.id(), new AnswerLog.Entry(AnswerLog.REASSIGN, to, null, reason, null, by, at));
    disappears(handoff, at);
    notices.handedOver(handoff);
  }

  /** What is asked now is not asked any more, or of somebody else. */
  void disappears(Handoff handoff, Instant at) {
    deadlines.asked(handoff).forEach(deadline -> deadlines.end(deadline, at));
  }

  /** A question that another answer has made pointless. */
  public void disappears(Handoff handoff, HandoffState question, Instant at) {
    deadlines
        .running(handoff.id(), question.clock())
        .ifPresent(deadline -> deadlines.end(deadline, at));
  }

  /** The yes: the next question is asked, and the lead is in the next stage. */
  public void reach(Handoff handoff, Stage stage, HandoffState next, AnswerLog.Entry entry) {
    handoffs.advance(handoff.id(), next, entry.answeredAt());
    enter(handoff, stage, entry);
  }

  /**
   * Whoever works a lead that nobody reviewed has accepted it, at the instant of what they did
   * (rule R10).
   */
  public void accept(Handoff handoff, AnswerLog.Entry entry) {
    boolean waits = stages.current(handoff.leadId()).orElseThrow().stage() == Stage.MQL;
    if (handoff.policy().implicit() && waits && handoff.state() != HandoffState.REVIEW) {
      enter(handoff, Stage.SAL, entry);
    }
  }

  private void enter(Handoff handoff, Stage stage, AnswerLog.Entry entry) {
    move(stages.enter(handoff.leadId(), stage, entry.answeredAt(), entry.answeredBy()));
    facts.publishEvent(
        new HandoffAdvanced(
            handoff.id(),
            handoff.leadId(),
            stage,
            handoff.owner(),
            entry.answeredBy(),
            entry.answeredAt()));
  }

  /** The first touch is made; the lead stays an SQL until a deal is opened. */
  public void touched(Handoff handoff, AnswerLog.Entry entry) {
    handoffs.advance(handoff.id(), HandoffState.OPPORTUNITY, entry.answeredAt());
    facts.publishEvent(
        new FirstTouchMade(handoff.id(), handoff.leadId(), entry.answeredBy(), entry.answeredAt()));
  }

  /** The no, or the win: nothing more is owed. */
  public void close(Handoff handoff, String result, AnswerLog.Entry entry) {
    close(handoff, handoff.state(), result, entry);
  }

  public void close(Handoff handoff, HandoffState question, String result, AnswerLog.Entry entry) {
    deadlines.of(handoff.id()).stream()
        .filter(d -> d.metAt() == null && d.endedAt() == null && d.voidedAt() == null)
        .forEach(deadline -> deadlines.end(deadline, entry.answeredAt()));
    handoffs.close(handoff.id(), result, entry.reason(), entry.answeredAt());
    facts.publishEvent(
        new HandoffClosed(
            handoff.id(),
            handoff.leadId(),
            result,
            question.clock(),
            entry.reason(),
            handoff.owner(),
            entry.answeredBy(),
            entry.answeredAt()));
  }

  static void move(StageMove move) {
    if (move instanceof StageMove.Refused refused) {
      throw new IllegalStateException(refused.reason());
    }
  }
}
