package dev.baton.agent.draft;

import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.rule.Agent;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.RejectionTaxonomy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What to write to a lead that was turned down or lost and may come back. */
@Component
class RevivalWriter implements ProposalWriter {
  private final OutreachDrafts drafts;
  private final Handoffs handoffs;
  private final RejectionTaxonomy taxonomy;
  private final Clock clock;

  RevivalWriter(OutreachDrafts drafts, Handoffs handoffs, RejectionTaxonomy taxonomy, Clock clock) {
    this.drafts = drafts;
    this.handoffs = handoffs;
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  @Override
  public Agent agent() {
    return Agent.REVIVE_LEAD;
  }

  @Override
  public RuleDraft write(Proposal proposal) {
    String leadId = proposal.subject().leadId();
    List<String> reasons = new ArrayList<>();
    Optional.ofNullable(proposal.subject().handoffId())
        .flatMap(handoffs::find)
        .map(this::ending)
        .ifPresent(reasons::add);
    reasons.addAll(drafts.reasons(leadId));
    return new RuleDraft(
        drafts.text(OutreachDrafts.REVIVE, leadId),
        reasons,
        List.of("The handoff before and the signals of this lead"),
        null);
  }

  private String ending(Handoff handoff) {
    if (!handoff.isClosed()) {
      return "Sales works this lead again";
    }
    Instant closed = handoff.closedAt();
    long days = Duration.between(closed, clock.instant()).toDays();
    String reason = handoff.closing().reason();
    return "It ended as %s%s, %d days ago"
        .formatted(
            handoff.result(),
            reason == null ? "" : ", “%s”".formatted(taxonomy.label(reason)),
            days);
  }
}
