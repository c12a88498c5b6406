package dev.baton.handoff.assignment;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OpenHandoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.RepLeft;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The open leads of somebody who takes none any more go to colleagues, each on its own. */
@Component
public class RepDeparture {
  private static final Logger LOG = LoggerFactory.getLogger(RepDeparture.class);

  private final Handoffs handoffs;
  private final OpenHandoffs open;
  private final NextOwnerReassignment reassignment;
  private final People people;
  private final TransactionTemplate transaction;

  RepDeparture(
      Handoffs handoffs,
      OpenHandoffs open,
      NextOwnerReassignment reassignment,
      People people,
      PlatformTransactionManager transactions) {
    this.handoffs = handoffs;
    this.open = open;
    this.reassignment = reassignment;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
    // after a commit its transaction still seems to be there
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(RepLeft left) {
    handOver(open.idsOf(List.of(left.personId())));
  }

  /**
   * What could not be handed over at once, because its process was on its way or its answer held;
   * of whoever does something else here now, too.
   */
  public void handOverRest() {
    handOver(open.idsOfDeparted());
  }

  private void handOver(List<String> left) {
    for (String handoff : left) {
      try {
        transaction.executeWithoutResult(status -> handOver(handoff));
      } catch (RuntimeException e) {
        LOG.warn("Handoff {} could not be handed over; tried again in a minute", handoff, e);
      }
    }
  }

  private void handOver(String handoffId) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    String owner = handoff.owner();
    if (owner != null
        && !handoff.isClosed()
        && people.find(owner).filter(Person::isActiveRep).isEmpty()) {
      reassignment.give(handoff, owner, "left", "its owner takes no leads any more");
    }
  }
}
