package dev.baton.rejection;

import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.people.Role;
import dev.baton.rejection.followup.MarketingSlaTargets;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a rejection, which marketing has to reply to, when sales turns a lead down. */
@Component
class RejectionOpener {
  private static final Set<String> RESULTS = Set.of("rejected", "disqualified");

  private final Rejections rejections;
  private final AnswerLog log;
  private final RejectionTaxonomy taxonomy;
  private final MarketingSlaTargets targets;
  private final RejectionProcesses processes;
  private final ApplicationEventPublisher facts;

  RejectionOpener(
      Rejections rejections,
      AnswerLog log,
      RejectionTaxonomy taxonomy,
      MarketingSlaTargets targets,
      RejectionProcesses processes,
      ApplicationEventPublisher facts) {
    this.rejections = rejections;
    this.log = log;
    this.taxonomy = taxonomy;
    this.targets = targets;
    this.processes = processes;
    this.facts = facts;
  }

  /** A lost deal is an outcome; what sales turns down before one is marketing's to answer. */
  @EventListener
  void on(HandoffClosed closed) {
    if (!RESULTS.contains(closed.result())) {
      return;
    }
    MarketingSlaTargets.Due due = targets.due("answer", closed.at());
    String note = log.lastAnswer(closed.handoffId()).map(AnswerEntry::note).orElse(null);
    if (rejections.open(closed, note, taxonomy.version(), due.dueAt())) {
      processes.start(
          RejectionProcesses.FOLLOW_UP,
          closed.handoffId(),
          closed.leadId(),
          new RejectionProcesses.Assignment(
              null, Role.MARKETING.group(), due.warnAt(), due.dueAt(), null));
      facts.publishEvent(
          new RejectionOpened(closed.handoffId(), closed.leadId(), closed.at(), due.dueAt()));
    }
  }
}
