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
import java.util.ArrayList;
import java.util.List;
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

  /** Ends whatever runs for a locked handoff and starts what its row asks for. */
  public void restart(String handoffId) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    process.cancel(handoff, "restarted where it stood");
    if (handoff.isClosed()) {
      rejectionConsequences.apply(handoffId);
    } else if (handoff.team() == null) {
      startAnew(handoff);
    } else if (!preconditions.isDealRunning(handoff)) {
      process.startAt(handoff, questions(handoff));
    }
  }

  /** Nobody has found its team yet. */
  private void startAnew(Handoff handoff) {
    String country =
        Profile.of(leads.profileLog(handoff.leadId()), clock.instant()).get("country").orElse(null);
    boolean unseen = handoff.state() == HandoffState.REVIEW || handoff.policy().implicit();
    boolean byRule = handoff.policy().byRule() && handoff.origin().handRaise();
    process.start(handoff, country, unseen && byRule);
  }

  private List<Question> questions(Handoff handoff) {
    List<Question> questions = new ArrayList<>();
    questions.add(question(handoff, handoff.state()));
    boolean confirms =
        deadlines.rounds(handoff.id(), HandoffState.QUALIFICATION.clock()) == 0
            || deadlines.running(handoff.id(), HandoffState.QUALIFICATION.clock()).isPresent();
    if (handoff.mayConfirm() && confirms) {
      questions.add(question(handoff, HandoffState.QUALIFICATION));
    }
    return questions;
  }

  private Question question(Handoff handoff, HandoffState asked) {
    return new Question(
        asked,
        deadlines.running(handoff.id(), asked.clock()).map(HandoffRestart::due).orElse(null));
  }

  private static Due due(Deadline deadline) {
    return new Due(deadline.targets().warnAt(), deadline.dueAt());
  }
}
