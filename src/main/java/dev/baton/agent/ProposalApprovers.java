package dev.baton.agent;

import dev.baton.agent.proposal.Approver;
import dev.baton.agent.proposal.Subject;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is to decide on a proposal: the owner of the lead's last handoff, else marketing. */
@Component
class ProposalApprovers {
  private final Handoffs handoffs;
  private final People people;

  ProposalApprovers(Handoffs handoffs, People people) {
    this.handoffs = handoffs;
    this.people = people;
  }

  Approver of(Subject subject) {
    Handoff handoff = handoffs.find(subject.handoffId()).orElseThrow();
    return Approver.of(handoff, Optional.ofNullable(handoff.owner()).flatMap(people::find));
  }
}
