package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.HandoffProcess.Due;
import dev.baton.handoff.process.HandoffProcess.Question;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Restart of a handoff where it stood: its row knows the question, the owner and the clock, and a
 * new process asks the same again. A clock that ran keeps its due instant.
 */
@Component
public class HandoffRestart {
  private final Handoffs handoffs;
  private final Leads leads;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final AnswerPreconditions preconditions;
  private final RejectionConsequences rejectionConsequences;
  private final Clock clock;

  HandoffRestart(
      Handoffs handoffs,
      Leads leads,
      Deadlines deadlines,
      HandoffProcess process,
      AnswerPreconditions preconditions,
      RejectionConsequences rejectionConsequences,
      Clock clock) {
    this.handoffs = handoffs;
    this.leads = leads;
    this.deadlines = deadlines;
    this.process = process;
    this.preconditions = preconditions;
    this.rejectionConsequences = rejectionConsequences;
    this.clock = clock;
  }

  /** Locks a handoff for what follows, its lead first. */
  public Handoff lock(String handoffId) {
    leads.lock(handoffs.find(handoffId).orElseThrow().leadId());
    return handoffs.lock(handoffId).orElseThrow();
  }

  /** The clock of a designer's own question that is open. */
  public Optional<String> added(Handoff handoff) {
    return deadlines.added(handoff).map(Deadline::clock);
  }

  /**
   * Ends whatever runs for a locked handoff and starts what its row asks for.
   *
   * @return when
   */
  public Instant restart(String handoffId) {
    return restart(handoffId, added(handoffs.find(handoffId).orElseThrow()));
  }

  /**
   * The same with a designer's own question, which is asked before the row's.
   *
   * @param added its clock, which may have ended with its owner
   */
  public Instant restart(String handoffId, Optional<String> added) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    process.cancel(handoff, "restarted where it stood");
    if (handoff.isClosed()) {
      rejectionConsequences.apply(handoffId);
    } else if (handoff.team() == null) {
      startAnew(handoff);
    } else if (!preconditions.isDealRunning(handoff)) {
      process.startAt(handoff, questions(handoff, added));
    }
    return clock.instant();
  }

  /** Nobody has found its team yet. */
  private void startAnew(Handoff handoff) {
    Profile known = Profile.of(leads.profileLog(handoff.leadId()), clock.instant());
    boolean unseen = handoff.state() == HandoffState.REVIEW || handoff.policy().implicit();
    boolean byRule = handoff.policy().byRule() && handoff.origin().handRaise();
    process.start(handoff, known, unseen && byRule);
  }

  private List<Question> questions(Handoff handoff, Optional<String> added) {
    List<Question> questions = new ArrayList<>();
    added
        .flatMap(own -> process.added(own, until(handoff, own)))
        .ifPresentOrElse(questions::add, () -> questions.add(shipped(handoff)));
    boolean confirms =
        deadlines.rounds(handoff.id(), HandoffState.QUALIFICATION.clock()) == 0
            || deadlines.running(handoff.id(), HandoffState.QUALIFICATION.clock()).isPresent();
    if (handoff.mayConfirm() && confirms) {
      questions.add(question(handoff, HandoffState.QUALIFICATION));
    }
    return questions;
  }

  /** What a model in force doesn't ask any more isn't owed either. */
  private Question shipped(Handoff handoff) {
    deadlines.added(handoff).ifPresent(gone -> deadlines.end(gone, clock.instant()));
    return question(handoff, handoff.state());
  }

  private Question question(Handoff handoff, HandoffState asked) {
    return Question.of(asked, until(handoff, asked.clock()));
  }

  private @Nullable Due until(Handoff handoff, String question) {
    return deadlines.running(handoff.id(), question).map(HandoffRestart::due).orElse(null);
  }

  private static Due due(Deadline deadline) {
    return new Due(deadline.targets().warnAt(), deadline.dueAt());
  }
}
