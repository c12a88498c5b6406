package dev.baton.handoff.lifecycle;

import dev.baton.alert.message.NoticeKind;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LeadSentBack;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells when a lead's rest is over: the rep who named the day, or marketing. The clock moves no
 * stage (rule R3); what the lead does from now on counts again.
 */
@Component
public class CoolingOffEnd {
  private static final Logger LOG = LoggerFactory.getLogger(CoolingOffEnd.class);
  private static final int MOST = 500;

  private final CoolingOffs offs;
  private final Handoffs handoffs;
  private final HandoffNotices notices;
  private final RejectionTaxonomy taxonomy;
  private final Stages stages;
  private final People people;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CoolingOffEnd(
      CoolingOffs offs,
      Handoffs handoffs,
      HandoffNotices notices,
      RejectionTaxonomy taxonomy,
      Stages stages,
      People people,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.offs = offs;
    this.handoffs = handoffs;
    this.notices = notices;
    this.taxonomy = taxonomy;
    this.stages = stages;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @EventListener
  void on(LeadSentBack no) {
    if (no.restsUntil() != null) {
      offs.plan(no.handoffId(), no.restsUntil(), no.tells());
    }
  }

  /** Each in its own transaction: one that fails is tried again in a minute. */
  public void sweep() {
    for (CoolingOffs.CoolingOff due : offs.due(clock.instant(), MOST)) {
      try {
        transaction.executeWithoutResult(status -> end(due));
      } catch (RuntimeException e) {
        LOG.warn("The rest of handoff {} could not be ended", due.handoffId(), e);
      }
    }
  }

  private void end(CoolingOffs.CoolingOff due) {
    Instant now = clock.instant();
    if (!offs.end(due.handoffId(), now)) {
      return;
    }
    Handoff handoff = handoffs.find(due.handoffId()).orElseThrow();
    if (isStillResting(handoff.leadId(), due.endsAt())) {
      readers(handoff, due.notified()).forEach(reader -> tell(handoff, reader, now));
    }
  }

  /** Raised its hand, was merged or reopened meanwhile: that rest is history. */
  private boolean isStillResting(String leadId, Instant until) {
    return stages
        .current(leadId)
        .filter(now -> now.stage() == Stage.RECYCLED)
        .filter(now -> until.equals(now.coolingUntil()))
        .isPresent();
  }

  private List<String> readers(Handoff handoff, String told) {
    return switch (told) {
      case "owner" -> handoff.owner() == null ? List.of() : List.of(handoff.owner());
      case "marketing" ->
          people.withRole(Role.MARKETING).stream().filter(Person::active).map(Person::id).toList();
      default -> List.of();
    };
  }

  private void tell(Handoff handoff, String reader, Instant now) {
    notices.tell(
        handoff,
        NoticeKind.COOLING_OFF_END,
        "woke:%s:%s".formatted(handoff.id(), reader),
        reader,
        "Time to come back to this lead: “%s” was %s"
            .formatted(
                taxonomy.label(handoff.closing().reason()),
                LeadBriefings.ago(Duration.between(handoff.closing().closedAt(), now))),
        null);
  }
}
