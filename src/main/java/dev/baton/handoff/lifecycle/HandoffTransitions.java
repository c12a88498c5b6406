package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.OwnerNotices;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.FirstTouchMade;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffAdvanced;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every answer does to a handoff: verdict of its clock, state and stage. */
@Component
public class HandoffTransitions {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final AnswerLog log;
  private final Stages stages;
  private final OwnershipTransfer transfer;
  private final OwnerNotices notices;
  private final ApplicationEventPublisher facts;

  HandoffTransitions(
      Handoffs handoffs,
      Deadlines deadlines,
      AnswerLog log,
      Stages stages,
      OwnershipTransfer transfer,
      OwnerNotices notices,
      ApplicationEventPublisher facts) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.log = log;
    this.stages = stages;
    this.transfer = transfer;
    this.notices = notices;
    this.facts = facts;
  }

  /** Writes the answer down, stops its clock and passes ownership to a rep who answers (R6). */
  public Handoff answered(Handoff handoff, AnswerEntry entry) {
    return answered(handoff, handoff.state().clock(), entry);
  }

  /** The same for a question that the state doesn't name. */
  public Handoff answered(Handoff handoff, String question, AnswerEntry entry) {
    log.append(handoff.id(), entry);
    Handoff owned = transfer.toAnswerer(handoff, entry.answeredBy(), entry.answeredAt());
    deadlines
        .running(handoff.id(), question)
        .ifPresent(deadline -> deadlines.answer(deadline, entry.answeredAt()));
    notices.answered(handoff);
    return owned;
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
  public void reach(Handoff handoff, Stage stage, HandoffState next, AnswerEntry entry) {
    handoffs.advance(handoff.id(), next, entry.answeredAt());
    enter(handoff, stage, entry);
  }

  /**
   * Whoever works a lead that nobody reviewed has accepted it, at the instant of what they did
   * (rule R10).
   */
  public void accept(Handoff handoff, AnswerEntry entry) {
    boolean waits = stages.current(handoff.leadId()).orElseThrow().stage() == Stage.MQL;
    if (handoff.policy().implicit() && waits && handoff.state() != HandoffState.REVIEW) {
      enter(handoff, Stage.SAL, entry);
    }
  }

  private void enter(Handoff handoff, Stage stage, AnswerEntry entry) {
    stages.enter(handoff.leadId(), stage, entry.answeredAt(), entry.answeredBy()).orThrow();
    facts.publishEvent(
        new HandoffAdvanced(
            handoff.id(),
            handoff.leadId(),
            stage,
            handoff.owner(),
            entry.answeredBy(),
            entry.answeredAt()));
  }

  /** The same question is next, and its clock counts from here. */
  public void goesOn(Handoff handoff, Instant since) {
    handoffs.advance(handoff.id(), handoff.state(), since);
  }

  /** The first touch is made; the lead stays an SQL until a deal is opened. */
  public void touched(Handoff handoff, AnswerEntry entry) {
    handoffs.advance(handoff.id(), HandoffState.OPPORTUNITY, entry.answeredAt());
    facts.publishEvent(
        new FirstTouchMade(handoff.id(), handoff.leadId(), entry.answeredBy(), entry.answeredAt()));
  }

  /** The win: nothing more is owed, and the lead may have another handoff. */
  void win(Handoff handoff, AnswerEntry entry) {
    close(handoff, "won", entry);
    handoffs.release(handoff.id());
  }

  /** Nothing more is owed. */
  public void close(Handoff handoff, String result, AnswerEntry entry) {
    close(handoff, handoff.state(), result, entry);
  }

  public void close(Handoff handoff, HandoffState question, String result, AnswerEntry entry) {
    deadlines.of(handoff.id()).stream()
        .filter(d -> d.stoppedAt() == null)
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
}
