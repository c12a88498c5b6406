package dev.baton.handoff.assignment;

import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.People;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hand-over of the open leads of who is away, and their return (rule R24): each on its own, when an
 * absence is entered or ends by a word, and once a minute for what begins or ends by itself.
 */
@Component
public class AbsenceHandover {
  private static final Logger LOG = LoggerFactory.getLogger(AbsenceHandover.class);

  private final Absences absences;
  private final HandedOverLeads leads;
  private final AbsenceSteps steps;
  private final AbsenceNotices notices;
  private final People people;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AbsenceHandover(
      Absences absences,
      HandedOverLeads leads,
      AbsenceSteps steps,
      AbsenceNotices notices,
      People people,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.absences = absences;
    this.leads = leads;
    this.steps = steps;
    this.notices = notices;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
    // after a commit its transaction still seems to be there
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(Absence.Changed changed) {
    sweep();
  }

  /** Whatever has begun, ended or found somebody by now; what fails is tried again. */
  public void sweep() {
    Instant now = clock.instant();
    for (Absence absence : absences.toHandOver(now)) {
      attempt("Absence " + absence.id(), () -> begin(absence, now));
    }
    leads.open(now).stream()
        .filter(HandedOverLead::hasNextStep)
        .forEach(lead -> attempt("Handoff " + lead.handoffId(), () -> steps.take(lead, now)));
    attempt("News of absences", () -> notices.tell(now));
  }

  private void attempt(String what, Runnable step) {
    try {
      transaction.executeWithoutResult(status -> step.run());
    } catch (RuntimeException e) {
      LOG.warn("{} could not be handed over; tried again in a minute", what, e);
    }
  }

  private void begin(Absence absence, Instant now) {
    // who is just being given a lead by a turn holds the row: it counts among the open ones
    people.lock(absence.person());
    Absence.HandOver handOver = absence.handOver();
    if (handOver != null && absences.beginHandOver(absence.id(), now)) {
      leads.begin(absence, handOver.standIn(), now);
    }
  }
}
